package dev.jsj.conformance.nodetests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class NodeTestTest {

    @Test
    void aFileCountsForTheModuleItsNameBeginsWith() {
        assertEquals("fs", NodeTest.moduleOf("test-fs-read.js"));
        assertEquals("http", NodeTest.moduleOf("test-http-agent.js"));
        assertEquals("http2", NodeTest.moduleOf("test-http2-client.js"));
        assertEquals("assert", NodeTest.moduleOf("test-assert.js"));
        assertEquals("child_process", NodeTest.moduleOf("test-child-process-exec.js"));
        assertEquals("stream", NodeTest.moduleOf("test-stream2-basic.js"));
        assertEquals("events", NodeTest.moduleOf("test-event-emitter-once.js"));
    }

    @Test
    void flagsComeFromTheComment(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("test-fs-a.js"),
                "'use strict';\n// Flags: --expose-internals --no-warnings\n");
        Files.writeString(folder.resolve("helper.js"), "");
        NodeTest test = NodeTest.all(folder).getFirst();
        assertEquals(List.of("--expose-internals", "--no-warnings"), test.flags());
        assertTrue(test.needsInternals());
    }

    @Test
    void theReasonIsTheErrorsLine() {
        String output =
                """
                /tmp/a.js:3
                throw new TypeError('no');
                ^

                TypeError [ERR_X]: no
                    at foo (/tmp/a.js:3:7)
                """;
        assertEquals("TypeError [ERR_X]: no", FailureText.of(output, "1"));
        assertEquals("exit code 7: last", FailureText.of("first\nlast\n\n", "7"));
        assertEquals(
                "exit code 1: 'jsj' test/parallel/a.js doc/b.md",
                FailureText.of("'/some/where/jsj' /x/test/parallel/a.js /x/doc/b.md\n", "1"));
    }
}
