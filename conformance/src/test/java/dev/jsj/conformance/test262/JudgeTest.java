package dev.jsj.conformance.test262;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class JudgeTest {

    private static TestFile file(String frontmatter) {
        String source = "/*---\n" + frontmatter + "\n---*/\n";
        return new TestFile("a.js", Path.of("a.js"), source, Frontmatter.parse(source));
    }

    @Test
    void aPlainTestPassesWhenNothingIsThrown() {
        TestFile file = file("description: plain");
        assertNull(Judge.failure(file, new Outcome.Completed(List.of())));
        assertEquals(
                "TypeError: no",
                Judge.failure(file, new Outcome.Threw("runtime", "TypeError", "no")));
    }

    @Test
    void aNegativeTestNeedsItsErrorInItsPhase() {
        TestFile file = file("negative:\n  phase: parse\n  type: SyntaxError");
        assertNull(Judge.failure(file, new Outcome.Threw("parse", "SyntaxError", "x")));
        assertEquals(
                "expected parse error, got runtime SyntaxError: x",
                Judge.failure(file, new Outcome.Threw("runtime", "SyntaxError", "x")));
        assertEquals(
                "expected SyntaxError, got TypeError: x",
                Judge.failure(file, new Outcome.Threw("parse", "TypeError", "x")));
        assertEquals(
                "expected parse SyntaxError, got no error",
                Judge.failure(file, new Outcome.Completed(List.of())));
    }

    @Test
    void anAsyncTestMustSayThatItIsComplete() {
        TestFile file = file("flags: [async]");
        assertNull(
                Judge.failure(file, new Outcome.Completed(List.of("Test262:AsyncTestComplete"))));
        assertEquals(
                "async test never completed",
                Judge.failure(file, new Outcome.Completed(List.of())));
        assertEquals(
                "Error: x",
                Judge.failure(
                        file, new Outcome.Completed(List.of("Test262:AsyncTestFailure:Error: x"))));
    }

    @Test
    void hangsAndCrashesAlwaysFail() {
        TestFile file = file("negative:\n  phase: parse\n  type: SyntaxError");
        assertEquals("HANG", Judge.failure(file, new Outcome.TimedOut(true)));
        assertEquals("TIMEOUT", Judge.failure(file, new Outcome.TimedOut(false)));
        assertEquals("CRASH boom", Judge.failure(file, new Outcome.Crashed("boom")));
    }
}
