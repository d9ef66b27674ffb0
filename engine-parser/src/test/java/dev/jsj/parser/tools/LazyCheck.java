package dev.jsj.parser.tools;

import dev.jsj.parser.JsSyntaxError;
import dev.jsj.parser.Parser;
import dev.jsj.parser.Source;
import dev.jsj.parser.ast.Program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks that lazy parsing finds the same scopes and captured variables as eager parsing: {@code
 * LazyCheck PATH...}
 */
public final class LazyCheck {
    private static final Parser LAZY = new Parser();
    private static final Parser EAGER = new Parser(Parser.DEFAULT_MAX_DEPTH, false);

    private LazyCheck() {}

    public static void main(String[] args) throws IOException {
        int count = 0;
        for (String path : args) {
            try (Stream<Path> files = Files.walk(Path.of(path))) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    if (file.toString().matches(".*\\.[cm]?js")) {
                        count++;
                        String difference = difference(Files.readString(file));
                        if (difference != null) {
                            System.out.println(file + ": " + difference);
                        }
                    }
                }
            }
        }
        System.out.println(count + " files");
    }

    /** The first scope that differs, or null. */
    public static String difference(String text) {
        List<String> lazy = scopes(LAZY, text);
        List<String> eager = scopes(EAGER, text);
        for (int i = 0; i < Math.min(lazy.size(), eager.size()); i++) {
            if (!lazy.get(i).equals(eager.get(i))) {
                return "lazy " + lazy.get(i) + " eager " + eager.get(i);
            }
        }
        return lazy.size() == eager.size() ? null : "sizes " + lazy.size() + " " + eager.size();
    }

    /** Parameters of an arrow function with defaults may count as assigned the first time. */
    private static String simplify(String scope) {
        return scope.contains("ARROW") && scope.contains("not-simple")
                ? scope.replace("PARAMETER assigned", "PARAMETER")
                        .replace("PARAMETER captured assigned", "PARAMETER captured")
                : scope;
    }

    private static List<String> scopes(Parser parser, String text) {
        Source source = new Source("x.js", text);
        Program program;
        try {
            program = parser.parseScript(source);
        } catch (JsSyntaxError script) {
            try {
                program = parser.parseModule(source);
            } catch (JsSyntaxError e) {
                return List.of(e.getMessage());
            }
        }
        return ScopeDump.dump(parser, source, program).stream().map(LazyCheck::simplify).toList();
    }
}
