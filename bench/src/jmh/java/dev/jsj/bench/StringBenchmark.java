package dev.jsj.bench;

import org.openjdk.jmh.annotations.Param;

/** Strings: appending, templates, single characters, parts. */
public class StringBenchmark extends KernelBenchmark {
    @Param({"append", "template", "charCodeAt", "index", "slice", "compare"})
    public String kernel;

    private static final String OBJECTS =
            """
            const text = 'the quick brown fox jumps over the lazy dog while seven wizards judge';
            """;

    @Override
    String script() {
        return OBJECTS + kernel();
    }

    private String kernel() {
        return switch (kernel) {
            case "append" ->
                    """
                    () => {
                        let result = '';
                        for (let i = 0; i < N; i++) result += 'ab';
                        return result.length + result.charCodeAt(N);
                    };
                    """;
            case "template" ->
                    """
                    () => {
                        let length = 0;
                        for (let i = 0; i < N; i++) length += `<${i}>${text}`.length;
                        return length;
                    };
                    """;
            case "charCodeAt" ->
                    """
                    () => {
                        let hash = 0;
                        for (let i = 0; i < N; i++) hash = (hash * 31 + text.charCodeAt(i & 63)) | 0;
                        return hash;
                    };
                    """;
            case "index" ->
                    """
                    () => {
                        let count = 0;
                        for (let i = 0; i < N; i++) if (text[i & 63] === 'o') count++;
                        return count;
                    };
                    """;
            case "slice" ->
                    """
                    () => {
                        let length = 0;
                        for (let i = 0; i < N; i++) length += text.slice(i & 31, 40).length;
                        return length;
                    };
                    """;
            case "compare" ->
                    """
                    const words = text.split(' ');
                    () => {
                        let count = 0;
                        for (let i = 0; i < N; i++) if (words[i % 13] < words[i % 11]) count++;
                        return count;
                    };
                    """;
            default -> throw new IllegalArgumentException("There is no kernel " + kernel);
        };
    }
}
