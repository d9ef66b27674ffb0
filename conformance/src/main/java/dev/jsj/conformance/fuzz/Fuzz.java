package dev.jsj.conformance.fuzz;

import dev.jsj.interp.Engine;
import dev.jsj.parser.Source;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.ExecutionTerminated;
import dev.jsj.runtime.realm.HostHooks;
import dev.jsj.runtime.value.JSThrow;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Runs many mutated sources and reports those that end in a hang or a Java exception. */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = "Runs mutated sources through parser and engine; fails on a hang or a crash.")
public final class Fuzz implements Callable<Integer> {

    private static final long STACK_BYTES = 512L << 20;
    private static final int LARGEST_SEED_SOURCE = 20_000;

    /** How long after its termination was requested a source may go on. */
    private static final long GRACE_MILLIS = 10_000;

    @Option(
            names = "--corpus",
            split = ",",
            defaultValue = "conformance/src/test/js",
            description = "Folders of sources to start from; default ${DEFAULT-VALUE}.")
    private List<Path> corpusFolders = List.of();

    @Option(names = "--count", defaultValue = "10000", description = "Default ${DEFAULT-VALUE}.")
    private int count;

    @Option(names = "--seed", defaultValue = "1", description = "Default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--limit",
            defaultValue = "1000",
            description = "Milliseconds per source; default ${DEFAULT-VALUE}.")
    private long limitMillis;

    @Option(
            names = "--save",
            defaultValue = "conformance/target/fuzz",
            description = "Where sources that fail are kept; default ${DEFAULT-VALUE}.")
    private Path saveFolder = Path.of(".");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Fuzz() {}

    /** Runs the command; exit code 1 means that a source made the engine fail. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Fuzz()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Mutator mutator = new Mutator(corpus(), seed);
        int failures = 0;
        int interrupted = 0;
        int completed = 0;
        for (int i = 0; i < count; i++) {
            String source = mutator.next();
            Run run = new Run(source);
            String failure = run.finish(limitMillis);
            if (failure != null) {
                failures++;
                out.println("#" + i + " " + failure + " -> " + save(i, source));
            } else if (run.interrupted) {
                interrupted++;
            } else if (run.completed) {
                completed++;
            }
        }
        out.println(
                count
                        + " sources: "
                        + completed
                        + " ran to their end, "
                        + interrupted
                        + " were ended at the time limit, "
                        + failures
                        + " failures, all others ended in a JavaScript error (seed "
                        + seed
                        + ")");
        return failures == 0 ? 0 : 1;
    }

    private List<String> corpus() throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path folder : corpusFolders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted().toList()) {
                    if (file.toString().endsWith("js") && Files.isRegularFile(file)) {
                        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                        if (!text.isEmpty()) {
                            int end = Math.min(text.length(), LARGEST_SEED_SOURCE);
                            sources.add(text.substring(0, end));
                        }
                    }
                }
            }
        }
        return sources;
    }

    private Path save(int index, String source) throws IOException {
        Files.createDirectories(saveFolder);
        Path file = saveFolder.resolve("seed" + seed + "-" + index + ".js");
        Files.writeString(file, source);
        return file;
    }

    /** One source, on a thread of its own. */
    private static final class Run implements Runnable {
        private final String source;
        private final Engine engine = new Engine(HostHooks.NONE);
        private final Thread thread = new Thread(null, this, "fuzz", STACK_BYTES);
        private volatile @Nullable String failure;
        private boolean interrupted;
        private volatile boolean completed;

        Run(String source) {
            this.source = source;
        }

        /** Null when the source ended well, or with a JavaScript error, or when it was asked to. */
        @Nullable String finish(long limitMillis) throws InterruptedException {
            thread.setDaemon(true);
            thread.start();
            thread.join(limitMillis);
            if (thread.isAlive()) {
                interrupted = true;
                engine.agent().requestTermination();
                thread.interrupt();
                thread.join(GRACE_MILLIS);
                if (thread.isAlive()) {
                    return "HANG at " + thread.getStackTrace()[0];
                }
            }
            return failure;
        }

        @Override
        public void run() {
            Agent agent = engine.agent();
            try {
                engine.evaluateScript(engine.newRealm(), new Source("fuzz.js", source));
                agent.runJobs();
                completed = true;
            } catch (JSThrow | ExecutionTerminated expected) {
                // What a bad program should end in.
            } catch (OutOfMemoryError memory) {
                failure = "OutOfMemoryError";
            } catch (RuntimeException | Error crash) {
                failure = describe(crash);
            }
        }

        private static String describe(Throwable crash) {
            String text = crash.toString();
            for (StackTraceElement element : crash.getStackTrace()) {
                if (element.getClassName().startsWith("dev.jsj.")) {
                    return text + " at " + element;
                }
            }
            return text;
        }
    }
}
