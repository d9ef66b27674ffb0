package dev.jsj.jit;

import java.io.PrintStream;

/**
 * How the optimizing tier behaves.
 *
 * @param ticksToCompile how many budget steps of the interpreter make a function hot
 * @param concurrent whether to compile on a thread of its own
 * @param traceOpt {@code --trace-opt}
 * @param traceDeopt {@code --trace-deopt}
 * @param output where traces go
 */
public record JitOptions(
        int ticksToCompile,
        boolean concurrent,
        boolean traceOpt,
        boolean traceDeopt,
        PrintStream output) {
    /** What {@code jsj run} uses. */
    public static JitOptions defaults(PrintStream output) {
        return new JitOptions(2, true, false, false, output);
    }
}
