package dev.jsj.conformance.test262;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class SuiteRunnerTest {

    /** An engine for which a test's source is an instruction. */
    private static final class ScriptedEngine implements EngineUnderTest {
        private volatile boolean interrupted;

        @Override
        public Outcome run(TestFile file, TestMode mode, Harness harness, Duration limit) {
            interrupted = false;
            switch (file.source().strip()) {
                case "spin" -> {
                    while (!interrupted) {
                        Thread.onSpinWait();
                    }
                    return new Outcome.TimedOut(false);
                }
                case "crash" -> throw new IllegalStateException("boom");
                case "fail when strict" -> {
                    return mode == TestMode.STRICT
                            ? new Outcome.Threw("runtime", "Test262Error", "strict")
                            : new Outcome.Completed(List.of());
                }
                default -> {
                    return new Outcome.Completed(List.of());
                }
            }
        }

        @Override
        public void interrupt() {
            interrupted = true;
        }
    }

    @Test
    void recordsEveryKindOfResult(@TempDir Path folder) throws Exception {
        List<Path> tests =
                List.of(
                        write(folder, "crash.js", "crash"),
                        write(folder, "pass.js", "pass"),
                        write(folder, "spin.js", "spin"),
                        write(folder, "strict.js", "fail when strict"));
        SuiteRunner runner =
                new SuiteRunner(
                        folder, new Harness(folder), ScriptedEngine::new, Duration.ofMillis(50));
        Results results = runner.run(tests, 2, () -> {});
        Map<String, String> failures = new TreeMap<>();
        for (Results.FileResult file : results.files()) {
            file.failures().forEach((mode, why) -> failures.put(file.name() + " " + mode, why));
        }
        assertEquals(4, results.count());
        assertEquals(1, results.passed());
        assertEquals("Test262Error: strict", failures.get("strict.js STRICT"));
        assertEquals("TIMEOUT", failures.get("spin.js SLOPPY"));
        assertEquals(5, failures.size());
    }

    @Test
    void comparesWithTheFailuresOnRecord(@TempDir Path folder) throws Exception {
        List<Path> tests =
                List.of(
                        write(folder, "crash.js", "crash"),
                        write(folder, "pass.js", "pass"),
                        write(folder, "strict.js", "fail when strict"));
        SuiteRunner runner =
                new SuiteRunner(
                        folder, new Harness(folder), ScriptedEngine::new, Duration.ofSeconds(5));
        Results results = runner.run(tests, 1, () -> {});
        Path file = folder.resolve("expectations.txt");
        Expectations.of(results, "abc").write(file);
        Expectations same = Expectations.read(file);
        assertEquals("abc", same.commit());
        assertEquals(List.of(), same.unexpectedFailures(results));
        assertEquals(List.of(), same.unexpectedPasses(results));

        Files.writeString(file, "pass.js\tsloppy,strict\tTypeError: x\n");
        Expectations other = Expectations.read(file);
        assertEquals(2, other.unexpectedFailures(results).size());
        assertEquals(List.of("pass.js"), other.unexpectedPasses(results));
    }

    private static Path write(Path folder, String name, String source) throws IOException {
        return Files.writeString(folder.resolve(name), source);
    }
}
