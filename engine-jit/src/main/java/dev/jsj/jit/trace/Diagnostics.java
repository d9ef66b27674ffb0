package dev.jsj.jit.trace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the tier shall tell about itself.
 *
 * @param traceOpt {@code --trace-opt}: marked, compiled and not compilable functions
 * @param traceDeopt {@code --trace-deopt}: failed guards and invalidated code
 * @param traceIc {@code --trace-ic}: the inline caches of functions when they are marked
 * @param traceInlining {@code --trace-turbo-inlining}: the calls that were replaced by their
 *     callees
 * @param printIr {@code --print-ir}: the graph of every compilation
 * @param filter {@code --filter=NAME}: {@code printIr} and {@code dumpClasses} for functions of
 *     that name only; empty for all
 * @param dumpClasses {@code --dump-classes=FOLDER}: where generated class files are kept, or null
 * @param page {@code --trace-opt=FILE}: where the page of the whole run is written at exit, or null
 * @param output where text goes
 */
public record Diagnostics(
        boolean traceOpt,
        boolean traceDeopt,
        boolean traceIc,
        boolean traceInlining,
        boolean printIr,
        String filter,
        @Nullable Path dumpClasses,
        @Nullable Path page,
        PrintStream output) {
    /** Of a function's name, or a pattern, so much is used for the name of a file. */
    private static final int MAX_NAME = 60;

    /** Nothing at all. */
    public static Diagnostics none(PrintStream output) {
        return new Diagnostics(false, false, false, false, false, "", null, null, output);
    }

    /** The lines of {@code --trace-opt} and {@code --trace-deopt}. */
    public static Diagnostics tiers(PrintStream output) {
        return new Diagnostics(true, true, false, false, false, "", null, null, output);
    }

    /** What the flags of a command line ask for. */
    public static Diagnostics of(List<String> flags, PrintStream output) {
        String folder = value(flags, "--dump-classes=");
        String page = value(flags, "--trace-opt=");
        return new Diagnostics(
                flags.contains("--trace-opt"),
                flags.contains("--trace-deopt"),
                flags.contains("--trace-ic"),
                flags.contains("--trace-turbo-inlining"),
                flags.contains("--print-ir"),
                value(flags, "--filter="),
                folder.isEmpty() ? null : Path.of(folder),
                page.isEmpty() ? null : Path.of(page),
                output);
    }

    private static String value(List<String> flags, String prefix) {
        for (String flag : flags) {
            if (flag.startsWith(prefix)) {
                return flag.substring(prefix.length());
            }
        }
        return "";
    }

    /** Whether {@link #printIr} and {@link #dumpClasses} concern the function. */
    public boolean wants(String function) {
        return filter.isEmpty() || filter.equals(function);
    }

    /** Keeps a generated class as {@code FOLDER/NAME-NUMBER.class}, where that was asked for. */
    public void dump(String function, byte[] classFile) {
        if (dumpClasses == null || !wants(function)) {
            return;
        }
        String start = function.substring(0, Math.min(function.length(), MAX_NAME));
        String name = start.isEmpty() ? "anonymous" : start.replaceAll("[^\\w$]", "_");
        try {
            Files.createDirectories(dumpClasses);
            for (int number = 1; ; number++) {
                Path file = dumpClasses.resolve(name + "-" + number + ".class");
                if (Files.notExists(file)) {
                    Files.write(file, classFile);
                    return;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
