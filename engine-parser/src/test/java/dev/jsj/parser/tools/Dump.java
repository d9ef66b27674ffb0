package dev.jsj.parser.tools;

import dev.jsj.parser.JsSyntaxError;
import dev.jsj.parser.Source;
import dev.jsj.parser.estree.AstJson;
import dev.jsj.parser.estree.Tokens;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Shows what the parser makes of files: {@code Dump (json|compact|tokens|errors) FILE...}; with
 * several files each goes to FILE.json; {@code @LIST} stands for the files listed in it. A file
 * ending in {@code .mjs} is a module.
 */
public final class Dump {
    private Dump() {}

    public static void main(String[] args) throws IOException {
        List<String> files = List.of(args).subList(1, args.length);
        if (files.get(0).startsWith("@")) {
            files = Files.readAllLines(Path.of(files.get(0).substring(1)));
        }
        for (String file : files) {
            Source source = new Source(file, Files.readString(Path.of(file)));
            String result;
            try {
                result = dump(args[0], source, file.endsWith(".mjs"));
            } catch (JsSyntaxError e) {
                result = "SyntaxError: " + e.getMessage() + " @" + e.start() + "-" + e.end();
            }
            if (files.size() == 1) {
                System.out.println(result);
            } else {
                Files.write(Path.of(file + ".json"), result.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String dump(String what, Source source, boolean module) {
        return switch (what) {
            case "compact" -> AstJson.compact(source, module);
            case "tokens" ->
                    String.join(
                            " ",
                            Tokens.tokenize(source, module).stream()
                                    .map(Tokens.Token::value)
                                    .toList());
            default -> AstJson.json(source, module);
        };
    }
}
