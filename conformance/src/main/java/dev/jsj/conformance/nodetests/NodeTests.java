package dev.jsj.conformance.nodetests;

import dev.jsj.conformance.test262.DocsSection;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** The command that runs Node's test files and counts what passes, per module. */
@Command(
        name = "node-tests",
        mixinStandardHelpOptions = true,
        description = "Runs test/parallel of Node's own tests; pass counts per module.")
public final class NodeTests implements Callable<Integer> {

    /** The modules that count when no other selection is made. */
    private static final List<String> MODULES =
            List.of(
                    "assert",
                    "buffer",
                    "child_process",
                    "events",
                    "fs",
                    "http",
                    "net",
                    "path",
                    "process",
                    "querystring",
                    "readline",
                    "stream",
                    "string_decoder",
                    "timers",
                    "url",
                    "util",
                    "worker_threads",
                    "zlib");

    @Parameters(description = "A checkout with test/parallel and test/common.")
    private Path folder = Path.of(".");

    @Option(names = "--module", description = "Only tests of this module; may be repeated.")
    private List<String> modules = new ArrayList<>();

    @Option(names = "--filter", description = "Only files whose name contains this.")
    private String filter = "";

    @Option(
            names = "--executable",
            defaultValue = "./jsj",
            description = "What tests start as a child process; default ${DEFAULT-VALUE}.")
    private Path executable = Path.of("jsj");

    @Option(
            names = "--reference",
            description =
                    "Run the files with this command (Node) instead, and write down which of them"
                            + " fail there.")
    private String reference = "";

    @Option(
            names = "--limit",
            defaultValue = "30",
            description = "Seconds per file; default ${DEFAULT-VALUE}.")
    private int limitSeconds;

    @Option(names = "--reasons", description = "Print why each failing file fails.")
    private boolean reasons;

    @Option(
            names = "--update",
            description = "Write docs/conformance.md and the list of failures; for complete runs.")
    private boolean update;

    @Option(
            names = "--data",
            defaultValue = "conformance/node-tests",
            description = "Where the lists are; default ${DEFAULT-VALUE}.")
    private Path data = Path.of(".");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private NodeTests() {}

    /** Runs the command. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new NodeTests()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path suite = folder.toRealPath();
        Set<String> wanted = new HashSet<>(modules.isEmpty() ? MODULES : modules);
        List<NodeTest> tests =
                NodeTest.all(suite.resolve("test/parallel")).stream()
                        .filter(test -> wanted.contains(test.module()))
                        .filter(test -> test.name().contains(filter))
                        .toList();
        if (!reference.isEmpty()) {
            return runReference(tests);
        }
        Set<String> failsOnNode = failingOnNode();
        Map<String, Tally> tallies = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        try (TestProcess process =
                new TestProcess(
                        suite, executable.toAbsolutePath().normalize().toString(), limitSeconds)) {
            for (NodeTest test : tests) {
                TestProcess.Result result = process.run(test);
                boolean applies = !test.needsInternals() && !failsOnNode.contains(test.name());
                tallies.computeIfAbsent(test.module(), name -> new Tally())
                        .count(result.passed(), applies);
                if (!result.passed()) {
                    failures.add(test.module() + "\t" + test.name() + "\t" + result.reason());
                    if (reasons && applies) {
                        out.println("FAIL " + test.name() + "  " + result.reason());
                    }
                }
            }
        }
        String table = Tally.table(tallies);
        out.print(table);
        if (update) {
            Files.createDirectories(data);
            Files.write(data.resolve("failures.txt"), failures);
            DocsSection.replace(Path.of("docs/conformance.md"), "node-tests", table);
        }
        return 0;
    }

    private Set<String> failingOnNode() throws IOException {
        Path list = data.resolve("fails-on-node.txt");
        return Files.exists(list) ? new HashSet<>(Files.readAllLines(list)) : Set.of();
    }

    private int runReference(List<NodeTest> tests) throws IOException, InterruptedException {
        List<String> failing = new ArrayList<>();
        Path temporary = Files.createTempDirectory("node-test");
        for (NodeTest test : tests) {
            List<String> command = new ArrayList<>(List.of(reference));
            command.addAll(test.flags());
            command.add(test.file().toString());
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD);
            TestProcess.prepare(builder.environment(), temporary);
            Process process = builder.start();
            boolean ended = process.waitFor(limitSeconds, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                failing.add(test.name());
            }
        }
        Files.createDirectories(data);
        Files.write(data.resolve("fails-on-node.txt"), failing);
        out.println(failing.size() + " of " + tests.size() + " fail with " + reference);
        return 0;
    }
}
