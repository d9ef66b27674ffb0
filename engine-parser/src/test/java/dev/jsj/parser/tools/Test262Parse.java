package dev.jsj.parser.tools;

import dev.jsj.parser.JsSyntaxError;
import dev.jsj.parser.Parser;
import dev.jsj.parser.Source;
import dev.jsj.parser.ast.Program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses the tests of test262 and prints those that parse when they should not or the other way
 * round.
 *
 * <p>{@code Test262Parse DIR [FOLDER...]}
 */
public final class Test262Parse {
    private static final Pattern FRONT_MATTER =
            Pattern.compile("/\\*---(.*?)---\\*/", Pattern.DOTALL);
    private static final Pattern PARSE_ERROR =
            Pattern.compile(
                    "negative:\\s*\\n"
                            + "\\s*(?:phase:\\s*parse|type:\\s*\\w+\\s*\\n"
                            + "\\s*phase:\\s*parse)");
    private static final Pattern FLAGS = Pattern.compile("flags:\\s*\\[([^]]*)]");
    private static final Pattern FLAGS_LIST =
            Pattern.compile("flags:\\s*\\n((?:\\s*-\\s*\\w+\\n)+)");

    private final Parser parser = new Parser();
    private int passed;
    private int failed;

    private Test262Parse() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        List<String> parts = new ArrayList<>(List.of(args).subList(1, args.length));
        if (parts.isEmpty()) {
            parts.addAll(List.of("test/language", "test/annexB", "test/built-ins"));
        }
        Test262Parse run = new Test262Parse();
        for (String part : parts) {
            try (Stream<Path> files = Files.walk(root.resolve(part))) {
                for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".js") && !name.contains("_FIXTURE")) {
                        run.test(root, file);
                    }
                }
            }
        }
        System.out.println("passed " + run.passed + " failed " + run.failed);
    }

    private void test(Path root, Path file) throws IOException {
        String text = Files.readString(file);
        String name = root.relativize(file).toString();
        Matcher front = FRONT_MATTER.matcher(text);
        String meta = front.find() ? front.group(1).replace("\r\n", "\n").replace('\r', '\n') : "";
        boolean negative = PARSE_ERROR.matcher(meta).find();
        Matcher flagMatcher = FLAGS.matcher(meta);
        String flags = "";
        if (flagMatcher.find()) {
            flags = flagMatcher.group(1);
        } else if ((flagMatcher = FLAGS_LIST.matcher(meta)).find()) {
            flags = flagMatcher.group(1);
        }
        if (flags.contains("module")) {
            check(name + " (module)", text, negative, true);
            return;
        }
        if (!flags.contains("onlyStrict")) {
            check(name, text, negative, false);
        }
        if (!flags.contains("noStrict") && !flags.contains("raw")) {
            check(name + " (strict)", "\"use strict\";\n" + text, negative, false);
        }
    }

    private void check(String name, String text, boolean negative, boolean module) {
        String problem = null;
        Source source = new Source(name, text);
        try {
            Program program = module ? parser.parseModule(source) : parser.parseScript(source);
            if (negative) {
                problem = "no error";
            } else {
                TreeWalker.walk(parser, source, program, node -> {});
            }
        } catch (JsSyntaxError e) {
            if (!negative) {
                problem = e.line() + ":" + e.column() + " " + e.getMessage();
            }
        } catch (RuntimeException | Error e) {
            problem = e + " " + List.of(e.getStackTrace()).stream().limit(6).toList();
        }
        if (problem == null) {
            passed++;
        } else {
            failed++;
            System.out.println(name + ": " + problem);
        }
    }
}
