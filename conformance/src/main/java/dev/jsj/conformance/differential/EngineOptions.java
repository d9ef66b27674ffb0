package dev.jsj.conformance.differential;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The options of commands that run programs in another process: with what, and how many at once.
 */
public final class EngineOptions {
    @Option(
            names = "--engine",
            split = " ",
            defaultValue = "./jsj run",
            description = "Command to run them with; default ${DEFAULT-VALUE}.")
    private List<String> engine = List.of();

    @Option(names = "--threads", defaultValue = "2", description = "Default ${DEFAULT-VALUE}.")
    private int threads;

    /** Where programs are run. */
    public ExecutorService pool() {
        return Executors.newFixedThreadPool(threads);
    }

    /** Starts the programs: for each what {@link Program#run} gives. */
    public List<Future<String>> start(ExecutorService pool, List<Program> programs) {
        List<String> command = command();
        List<Future<String>> runs = new ArrayList<>();
        for (Program program : programs) {
            runs.add(pool.submit(() -> program.run(command)));
        }
        return runs;
    }

    /** The command, a program given by a relative path made absolute for runs elsewhere. */
    List<String> command() {
        List<String> absolute = new ArrayList<>(engine);
        if (absolute.getFirst().startsWith(".")) {
            absolute.set(0, Path.of(absolute.getFirst()).toAbsolutePath().normalize().toString());
        }
        return absolute;
    }
}
