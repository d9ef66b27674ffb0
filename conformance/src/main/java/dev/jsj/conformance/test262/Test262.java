package dev.jsj.conformance.test262;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** The command that runs test262 and compares the result with what is on record. */
@Command(
        name = "test262",
        mixinStandardHelpOptions = true,
        description =
                "Runs test262 against jsj and compares the result with the expectations file.")
public final class Test262 implements Callable<Integer> {

    @Option(
            names = "--test262",
            paramLabel = "DIR",
            required = true,
            description = "A checkout of tc39/test262.")
    private Path folder = Path.of(".");

    @Option(
            names = "--filter",
            split = ",",
            paramLabel = "TEXT",
            description =
                    "Only tests whose path below test/ contains TEXT (or matches it as a glob).")
    private List<String> filters = List.of();

    @Option(
            names = "--skip-folders",
            split = ",",
            paramLabel = "NAME",
            description = "Folders to leave out; default ${DEFAULT-VALUE}.",
            defaultValue = "intl402,staging,Temporal")
    private List<String> skippedFolders = List.of();

    @Option(names = "--threads", defaultValue = "2", description = "Default ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Time limit per run of a test; default ${DEFAULT-VALUE}.")
    private int timeoutSeconds;

    @Option(names = "--list-failures", description = "Print every failing file with its reason.")
    private boolean listFailures;

    @Option(
            names = "--reasons",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "60",
            defaultValue = "0",
            description = "Print the N most frequent failure messages and failing folders.")
    private int reasons;

    @Option(
            names = "--expectations",
            paramLabel = "FILE",
            defaultValue = "conformance/test262/expectations.txt",
            description = "The failures on record; default ${DEFAULT-VALUE}.")
    private Path expectationsFile = Path.of(".");

    @Option(
            names = "--update",
            description = "Write the expectations file and the section of docs/conformance.md.")
    private boolean update;

    @Option(
            names = "--docs",
            paramLabel = "FILE",
            defaultValue = "docs/conformance.md",
            description = "The page that --update writes to; default ${DEFAULT-VALUE}.")
    private Path docs = Path.of(".");

    /** Who runs the tests. */
    private enum Engine {
        JSJ,
        SYNTAX,
        NODE;

        EngineUnderTest create(List<String> flags) {
            return switch (this) {
                case JSJ -> new JsjEngine(flags);
                case SYNTAX -> new SyntaxEngine(true);
                case NODE -> new NodeEngine("node");
            };
        }
    }

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "JSJ",
            description =
                    "jsj; syntax (only parses with jsj); node (for comparison). Default"
                            + " ${DEFAULT-VALUE}.")
    private Engine engine = Engine.JSJ;

    @Option(
            names = "--tier",
            split = ",",
            paramLabel = "FLAG",
            description =
                    "Runs with the optimizing tier: --tier=--stress-opt, --tier=--stress-deopt=7,"
                            + " or --tier=default.")
    private List<String> tierFlags = List.of();

    @Option(names = "--quiet", description = "No progress line.")
    private boolean quiet;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Test262() {}

    /** Runs the command; exit code 1 means that a result differs from the expectations. */
    public static void main(String[] args) {
        System.exit(
                new CommandLine(new Test262())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path testFolder = folder.resolve("test");
        if (!Files.isDirectory(testFolder)) {
            System.err.println("test262: there is no folder " + testFolder);
            return 2;
        }
        List<Path> tests = new TestSelection(skippedFolders, filters).select(testFolder);
        Harness harness = new Harness(folder);
        SuiteRunner runner =
                new SuiteRunner(
                        testFolder,
                        harness,
                        () -> engine.create(tierFlags),
                        Duration.ofSeconds(timeoutSeconds));
        Progress progress = new Progress(runner.results(), tests.size());
        Results results = runner.run(tests, threads, quiet ? () -> {} : progress::tick);
        if (!quiet) {
            progress.end();
        }
        return report(results, Commit.of(folder));
    }

    private int report(Results results, String commit) throws IOException {
        if (listFailures) {
            Expectations.of(results, commit).print(out);
        }
        if (reasons > 0) {
            out.println(Report.reasons(results, reasons));
            out.println(Report.failingFolders(results, 3, reasons / 2));
        }
        out.println(Report.summary(results));
        if (update) {
            Expectations.of(results, commit).write(expectationsFile);
            DocsSection.replace(docs, "test262", Report.markdown(results, commit, skippedFolders));
            return 0;
        }
        return engine == Engine.JSJ ? compare(results, commit) : 0;
    }

    private int compare(Results results, String commit) throws IOException {
        Expectations known = Expectations.read(expectationsFile);
        if (!known.commit().isEmpty() && !known.commit().equals(commit)) {
            out.println(
                    "note: the expectations were recorded at commit "
                            + known.commit()
                            + ", these tests are of "
                            + commit);
        }
        List<String> failures = known.unexpectedFailures(results);
        List<String> passes = known.unexpectedPasses(results);
        printUnexpected("unexpected failures", failures);
        printUnexpected("unexpected passes (record them with --update)", passes);
        return failures.isEmpty() && passes.isEmpty() ? 0 : 1;
    }

    private void printUnexpected(String title, List<String> names) {
        if (!names.isEmpty()) {
            out.println(names.size() + " " + title + ":");
            names.stream().limit(50).forEach(name -> out.println("  " + name));
            if (names.size() > 50) {
                out.println("  ... (--list-failures shows all)");
            }
        }
    }

    /** How far the run is: one line on a terminal, rewritten; a line a minute elsewhere. */
    private static final class Progress {
        private final Results results;
        private final int total;
        private final boolean terminal = System.console() != null && System.console().isTerminal();
        private final long startedAt = System.nanoTime();
        private long printedAt = startedAt;

        Progress(Results results, int total) {
            this.results = results;
            this.total = total;
        }

        void tick() {
            Duration pause = terminal ? Duration.ofSeconds(2) : Duration.ofMinutes(1);
            if (System.nanoTime() - printedAt >= pause.toNanos()) {
                printedAt = System.nanoTime();
                print();
            }
        }

        void end() {
            print();
            System.err.println();
        }

        private void print() {
            long seconds = Duration.ofNanos(System.nanoTime() - startedAt).toSeconds();
            System.err.print(
                    (terminal ? "\r" : "\n")
                            + results.count()
                            + " of "
                            + total
                            + ", "
                            + Report.summary(results)
                            + ", "
                            + seconds
                            + " s ");
        }
    }
}
