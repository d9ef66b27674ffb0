package dev.jsj.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs every program of {@code src/test/js} in a process of its own and compares what it prints
 * with Node's recording. A program in {@code known-differences.txt} may differ; it is then shown as
 * skipped.
 */
class DifferentialTest {

    private static final Path FOLDER = Path.of("src/test/js");

    @TestFactory
    Stream<DynamicTest> printsWhatNodePrints() throws IOException {
        List<String> command =
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djsj.executable=" + executable(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.jsj.launcher.Main",
                        "run");
        Set<String> knownDifferences = knownDifferences();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<DynamicTest> tests =
                Program.all(FOLDER).stream()
                        .map(
                                program -> {
                                    Future<String> run = pool.submit(() -> program.run(command));
                                    boolean mayDiffer = knownDifferences.contains(program.name());
                                    return test(program, run, mayDiffer);
                                })
                        .toList();
        pool.shutdown();
        return tests.stream();
    }

    /** What programs find as process.execPath, and start. */
    private static Path executable() throws IOException {
        Path script = Files.createTempFile("jsj", "");
        script.toFile().deleteOnExit();
        Files.writeString(
                script,
                """
                #!/bin/sh
                exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Djsj.executable="$0" -cp '%s' dev.jsj.launcher.Main "$@"
                """
                        .formatted(
                                ProcessHandle.current().info().command().orElse("java"),
                                System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    private static DynamicTest test(Program program, Future<String> run, boolean mayDiffer) {
        return DynamicTest.dynamicTest(
                program.name(),
                () -> {
                    String expected = Files.readString(program.recording());
                    String actual = run.get();
                    assumeTrue(!mayDiffer || actual.equals(expected), "a known difference");
                    assertEquals(expected, actual);
                });
    }

    private static Set<String> knownDifferences() throws IOException {
        try (Stream<String> lines = Files.lines(FOLDER.resolve("known-differences.txt"))) {
            return lines.map(line -> line.split("\\s", 2)[0])
                    .filter(name -> !name.isEmpty() && !name.startsWith("#"))
                    .collect(Collectors.toSet());
        }
    }
}
