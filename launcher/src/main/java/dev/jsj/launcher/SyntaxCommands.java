package dev.jsj.launcher;

import dev.jsj.parser.JsSyntaxError;
import dev.jsj.parser.Source;
import dev.jsj.parser.estree.AstJson;
import dev.jsj.parser.estree.Tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code jsj tokens} and {@code jsj ast}: what the front end makes of a FILE, or of {@code -e
 * CODE}.
 */
final class SyntaxCommands {
    private static final int FAILED = 1;
    private static final int INVALID_ARGUMENT = 9;

    private SyntaxCommands() {}

    static boolean accepts(String[] args) {
        return args.length > 0 && (args[0].equals("tokens") || args[0].equals("ast"));
    }

    /** Returns the exit code. */
    static int run(String[] args) {
        boolean inline = args.length == 3 && (args[1].equals("-e") || args[1].equals("--eval"));
        if (!inline && args.length != 2) {
            System.err.println("usage: jsj " + args[0] + " FILE | -e CODE");
            return INVALID_ARGUMENT;
        }
        try {
            Source source =
                    inline
                            ? new Source("[eval]", args[2])
                            : new Source(args[1], Files.readString(Path.of(args[1])));
            System.out.println(describe(args[0], source, source.name().endsWith(".mjs")));
            return 0;
        } catch (IOException unreadable) {
            System.err.println("jsj: cannot read " + args[1]);
            return FAILED;
        } catch (JsSyntaxError error) {
            System.err.println(
                    error.source().name()
                            + ":"
                            + error.line()
                            + ":"
                            + error.column()
                            + ": SyntaxError: "
                            + error.getMessage());
            return FAILED;
        }
    }

    private static String describe(String command, Source source, boolean module) {
        if (command.equals("ast")) {
            return AstJson.json(source, module);
        }
        StringBuilder text = new StringBuilder();
        for (Tokens.Token token : Tokens.tokenize(source, module)) {
            text.append(text.isEmpty() ? "" : " ").append('[').append(token.value()).append(']');
        }
        return text.toString();
    }
}
