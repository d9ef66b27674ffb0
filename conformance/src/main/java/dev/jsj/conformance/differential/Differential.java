package dev.jsj.conformance.differential;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The command that compares every program's output with the recording, or records it with Node. */
@Command(
        name = "differential",
        mixinStandardHelpOptions = true,
        description = "Runs the programs of a folder and compares their output with Node's.")
public final class Differential implements Callable<Integer> {

    @Option(
            names = "--folder",
            defaultValue = "conformance/src/test/js",
            description = "The programs; default ${DEFAULT-VALUE}.")
    private Path folder = Path.of(".");

    @Mixin private EngineOptions engine = new EngineOptions();

    @Option(
            names = "--record",
            description = "Write the recordings instead, with --engine (which should be node).")
    private boolean record;

    @Option(
            names = "--diff",
            defaultValue = "10",
            description = "Differing lines to show per program.")
    private int diffLines;

    @Parameters(description = "Only programs whose name contains one of these.")
    private List<String> filters = List.of();

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Differential() {}

    /** Runs the command; exit code 1 means that an output differs. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Differential()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        List<Program> programs =
                Program.all(folder).stream()
                        .filter(
                                p ->
                                        filters.isEmpty()
                                                || filters.stream().anyMatch(p.name()::contains))
                        .toList();
        int passed = 0;
        try (ExecutorService pool = engine.pool()) {
            List<Future<String>> runs = engine.start(pool, programs);
            for (int i = 0; i < runs.size(); i++) {
                if (finish(programs.get(i), runs.get(i).get())) {
                    passed++;
                }
            }
        }
        out.println(
                record
                        ? programs.size() + " programs recorded"
                        : passed + " of " + programs.size() + " programs print what Node prints");
        return record || passed == programs.size() ? 0 : 1;
    }

    private boolean finish(Program program, String actual) throws IOException {
        if (record) {
            Files.writeString(program.recording(), actual);
            return true;
        }
        String expected = Files.readString(program.recording());
        if (actual.equals(expected)) {
            return true;
        }
        out.println("FAIL " + program.name());
        printDifference(expected.lines().toList(), actual.lines().toList());
        return false;
    }

    /** The lines after the common beginning and before the common end. */
    private void printDifference(List<String> expected, List<String> actual) {
        int start = 0;
        int shorter = Math.min(expected.size(), actual.size());
        while (start < shorter && expected.get(start).equals(actual.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && expected.get(expected.size() - 1 - end)
                        .equals(actual.get(actual.size() - 1 - end))) {
            end++;
        }
        print("  node: ", expected.subList(start, expected.size() - end));
        print("  jsj:  ", actual.subList(start, actual.size() - end));
    }

    private void print(String prefix, List<String> lines) {
        for (String line : lines.subList(0, Math.min(diffLines, lines.size()))) {
            out.println(prefix + (line.length() > 300 ? line.substring(0, 300) + "..." : line));
        }
        if (lines.size() > diffLines) {
            out.println(prefix + "... " + (lines.size() - diffLines) + " lines more");
        }
    }
}
