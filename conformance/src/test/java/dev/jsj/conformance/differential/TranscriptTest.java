package dev.jsj.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class TranscriptTest {

    private static final Path FOLDER = Path.of("/suite");

    @Test
    void plainOutputIsTheWholeTranscript() {
        assertEquals("a\nb\n", Transcript.of("a\nb\n", "", 0, FOLDER));
    }

    @Test
    void errorsAndExitCodeFollow() {
        assertEquals(
                "a\n--- standard error\nError: x\n--- exit code 1\n",
                Transcript.of("a\n", "\nError: x\n\n", 1, FOLDER));
    }

    @Test
    void whatOnlyNodePrintsIsLeftOut() {
        String errors =
                """
                node:internal/process/promises:389
                      new UnhandledPromiseRejection(reason);
                      ^

                Error: x
                    at f (/suite/a.js:1:2)
                    at Module._compile (node:internal/modules/cjs/loader:1521:14)

                Node.js v20.20.2
                """;
        assertEquals(
                "--- standard error\nError: x\n    at f (<folder>/a.js:1:2)\n--- exit code 1\n",
                Transcript.of("", errors, 1, FOLDER));
    }
}
