package dev.jsj.jit;

import dev.jsj.interp.tiering.TierPolicy;
import dev.jsj.jit.trace.Diagnostics;

import java.io.PrintStream;
import java.util.List;

/**
 * How the optimizing tier behaves.
 *
 * @param policy when the interpreter reports functions
 * @param ticksToCompile how many budget steps of the interpreter make a function hot
 * @param concurrent whether to compile on a thread of its own
 * @param stressDeopt {@code --stress-deopt=N}: every N-th guard that holds fails; 0 for none
 * @param diagnostics what it tells about itself
 */
public record JitOptions(
        TierPolicy policy,
        int ticksToCompile,
        boolean concurrent,
        int stressDeopt,
        Diagnostics diagnostics) {
    private static final String STRESS_DEOPT = "--stress-deopt=";

    /** What {@code jsj run} uses. */
    public static JitOptions defaults(PrintStream output) {
        return new JitOptions(TierPolicy.DEFAULT, 2, true, 0, Diagnostics.none(output));
    }

    /** What the engine flags of a command line ask for; unknown ones are left alone. */
    public static JitOptions of(List<String> flags, PrintStream output) {
        boolean compileAtOnce = flags.contains("--stress-opt");
        return new JitOptions(
                compileAtOnce ? TierPolicy.EVERY_CALL : TierPolicy.DEFAULT,
                compileAtOnce ? 0 : defaults(output).ticksToCompile(),
                !compileAtOnce,
                stressDeopt(flags),
                Diagnostics.of(flags, output));
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
