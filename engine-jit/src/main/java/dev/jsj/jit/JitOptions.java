package dev.jsj.jit;

import dev.jsj.interp.tiering.TierPolicy;

import java.io.PrintStream;
import java.util.List;

/**
 * How the optimizing tier behaves.
 *
 * @param policy when the interpreter reports functions
 * @param ticksToCompile how many budget steps of the interpreter make a function hot
 * @param concurrent whether to compile on a thread of its own
 * @param stressDeopt {@code --stress-deopt=N}: every N-th guard that holds fails; 0 for none
 * @param traceOpt {@code --trace-opt}
 * @param traceDeopt {@code --trace-deopt}
 * @param output where traces go
 */
public record JitOptions(
        TierPolicy policy,
        int ticksToCompile,
        boolean concurrent,
        int stressDeopt,
        boolean traceOpt,
        boolean traceDeopt,
        PrintStream output) {
    private static final String STRESS_DEOPT = "--stress-deopt=";

    /** What {@code jsj run} uses. */
    public static JitOptions defaults(PrintStream output) {
        return new JitOptions(TierPolicy.DEFAULT, 2, true, 0, false, false, output);
    }

    /** What the engine flags of a command line ask for; unknown ones are left alone. */
    public static JitOptions of(List<String> flags, PrintStream output) {
        boolean compileAtOnce = flags.contains("--stress-opt");
        return new JitOptions(
                compileAtOnce ? TierPolicy.EVERY_CALL : TierPolicy.DEFAULT,
                compileAtOnce ? 0 : defaults(output).ticksToCompile(),
                !compileAtOnce,
                stressDeopt(flags),
                flags.contains("--trace-opt"),
                flags.contains("--trace-deopt"),
                output);
    }

    private static int stressDeopt(List<String> flags) {
        for (String flag : flags) {
            if (flag.startsWith(STRESS_DEOPT)) {
                return Integer.parseInt(flag.substring(STRESS_DEOPT.length()));
            }
        }
        return 0;
    }
}
