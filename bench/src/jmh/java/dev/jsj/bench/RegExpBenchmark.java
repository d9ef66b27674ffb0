package dev.jsj.bench;

import org.openjdk.jmh.annotations.Param;

/**
 * Regular expressions: a test, a match with groups, a replacement by text and one by a function.
 */
public class RegExpBenchmark extends KernelBenchmark {
    @Param({"test", "exec", "replace", "replaceByFunction"})
    public String kernel;

    private static final String OBJECTS =
            """
            const lines = Array.from({ length: 16 }, (_, i) => `key${i} = value <${i * 7}> & "more"`);
            """;

    @Override
    String script() {
        return OBJECTS + kernel();
    }

    private String kernel() {
        return switch (kernel) {
            case "test" ->
                    """
                    () => {
                        let count = 0;
                        for (let i = 0; i < N; i++) if (/<\\d*4>/.test(lines[i & 15])) count++;
                        return count;
                    };
                    """;
            case "exec" ->
                    """
                    const pattern = /(\\w+) = (\\w+)/;
                    () => {
                        let length = 0;
                        for (let i = 0; i < N; i++) length += pattern.exec(lines[i & 15])[1].length;
                        return length;
                    };
                    """;
            case "replace" ->
                    """
                    () => {
                        let length = 0;
                        for (let i = 0; i < N; i++) length += lines[i & 15].replace(/[<>"]/g, '_').length;
                        return length;
                    };
                    """;
            case "replaceByFunction" ->
                    """
                    const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
                    () => {
                        let length = 0;
                        for (let i = 0; i < N; i++) length += lines[i & 15].replace(/[&<>"]/g, (c) => escapes[c]).length;
                        return length;
                    };
                    """;
            default -> throw new IllegalArgumentException("There is no kernel " + kernel);
        };
    }
}
