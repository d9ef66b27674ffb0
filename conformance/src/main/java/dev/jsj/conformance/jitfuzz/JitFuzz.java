package dev.jsj.conformance.jitfuzz;

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

/** Runs random programs in all tier modes and reports those that differ from the interpreter. */
@Command(
        name = "jitfuzz",
        mixinStandardHelpOptions = true,
        description = "Runs random programs interpreted and compiled; fails where they differ.")
public final class JitFuzz implements Callable<Integer> {
    private static final long STACK_BYTES = 256L << 20;

    @Option(names = "--count", defaultValue = "1000", description = "Default ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The first program's number; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--print", description = "Print the programs, run nothing.")
    private boolean print;

    @Option(names = "--modes", split = ",", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private List<TierMode> modes = List.of();

    @Option(
            names = "--rotate",
            description = "Two modes per program instead of all, others for the next program.")
    private boolean rotate;

    @Option(names = "--file", description = "Run this program instead of random ones.")
    private @Nullable Path file;

    @Option(names = "--no-minimize", description = "Keep failing programs as they are.")
    private boolean keep;

    @Option(
            names = "--limit",
            defaultValue = "4000",
            description = "Milliseconds on the processor per run; default ${DEFAULT-VALUE}.")
    private long limitMillis;

    @Option(
            names = "--save",
            defaultValue = "conformance/target/jitfuzz",
            description = "Where programs that fail are kept; default ${DEFAULT-VALUE}.")
    private Path saveFolder = Path.of(".");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private int differences;
    private int timeouts;
    private int invalid;

    private JitFuzz() {}

    /** Runs the command; exit code 1 means that some program gave different results. */
    public static void main(String[] args) throws InterruptedException {
        int[] exitCode = new int[1];
        Thread thread =
                new Thread(
                        null,
                        () -> exitCode[0] = new CommandLine(new JitFuzz()).execute(args),
                        "jitfuzz",
                        STACK_BYTES);
        thread.start();
        thread.join();
        System.exit(exitCode[0]);
    }

    @Override
    public Integer call() throws IOException {
        if (file != null) {
            check(file.getFileName().toString(), Files.readString(file));
            return differences == 0 ? 0 : 1;
        }
        List<TierMode> chosen = modes.isEmpty() ? List.of(TierMode.values()) : modes;
        for (int i = 0; i < count; i++) {
            modes = rotate ? TierMode.twoOf(seed + i) : chosen;
            String program = ProgramGenerator.program(seed + i);
            if (print) {
                out.print(program);
            } else {
                check("seed" + (seed + i), program);
                if ((i + 1) % 500 == 0) {
                    out.println((i + 1) + " programs");
                }
            }
        }
        if (!print) {
            out.println(
                    count
                            + " programs from seed "
                            + seed
                            + ": "
                            + differences
                            + " differ, "
                            + timeouts
                            + " took too long or too much memory, "
                            + invalid
                            + " were no valid programs");
        }
        return differences == 0 ? 0 : 1;
    }

    private void check(String name, String program) throws IOException {
        String expected = TierMode.JITLESS.run(program, limitMillis);
        if (expected.equals(TierMode.TIMEOUT) || expected.contains("OutOfMemoryError")) {
            timeouts++;
            return;
        }
        if (expected.startsWith("uncaught SyntaxError")) {
            invalid++;
            out.println(name + ": " + expected.strip());
            return;
        }
        for (TierMode mode : modes.isEmpty() ? List.of(TierMode.values()) : modes) {
            String actual = mode == TierMode.JITLESS ? expected : mode.run(program, limitMillis);
            if (actual.equals(TierMode.TIMEOUT)) {
                timeouts++;
            } else if (!actual.equals(expected)) {
                differences++;
                report(name, program, mode, expected, actual);
                return;
            }
        }
    }

    private void report(String name, String program, TierMode mode, String expected, String actual)
            throws IOException {
        out.println(name + " differs in " + mode + "\n" + firstDifference(expected, actual));
        String smaller = program;
        if (!keep) {
            boolean crash = actual.contains("ENGINE FAILURE");
            smaller = Minimizer.minimize(program, candidate -> differs(candidate, mode, crash));
            out.println(
                    firstDifference(
                            TierMode.JITLESS.run(smaller, limitMillis),
                            mode.run(smaller, limitMillis)));
        }
        Files.createDirectories(saveFolder);
        Path saved = saveFolder.resolve(name + "-" + mode.name().toLowerCase() + ".js");
        Files.writeString(saved, smaller);
        out.println("  -> " + saved);
    }

    private boolean differs(String candidate, TierMode mode, boolean crash) {
        String expected = TierMode.JITLESS.run(candidate, limitMillis);
        if (expected.equals(TierMode.TIMEOUT) || expected.contains("ENGINE FAILURE")) {
            return false;
        }
        String actual = mode.run(candidate, limitMillis);
        return !actual.equals(TierMode.TIMEOUT)
                && !actual.equals(expected)
                && actual.contains("ENGINE FAILURE") == crash;
    }

    private static String firstDifference(String expected, String actual) {
        List<String> left = new ArrayList<>(expected.lines().toList());
        List<String> right = new ArrayList<>(actual.lines().toList());
        int at = 0;
        while (at < left.size() && at < right.size() && left.get(at).equals(right.get(at))) {
            at++;
        }
        List<String> rest = right.subList(at, Math.min(right.size(), at + 12));
        return "  interpreter: "
                + (at < left.size() ? left.get(at) : "(end)")
                + "\n  compiled:    "
                + (rest.isEmpty() ? "(end)" : String.join("\n               ", rest));
    }
}
