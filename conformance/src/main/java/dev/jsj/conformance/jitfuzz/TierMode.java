package dev.jsj.conformance.jitfuzz;

import dev.jsj.interp.Engine;
import dev.jsj.interp.tiering.TierPolicy;
import dev.jsj.jit.Jit;
import dev.jsj.jit.JitOptions;
import dev.jsj.jit.trace.Diagnostics;
import dev.jsj.parser.Source;
import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.ExecutionTerminated;
import dev.jsj.runtime.realm.HostHooks;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/** How a generated program is run. */
enum TierMode {
    /** The interpreter: the oracle. */
    JITLESS(-1, 0, 0, false),
    /** As programs run, but hot after a few calls. */
    LOW_THRESHOLDS(30, 0, 0, false),
    /** The same with the compiler on its own thread. */
    CONCURRENT(20, 1, 0, true),
    /** {@code --stress-opt}. */
    STRESS_OPT(0, 0, 0, false),
    STRESS_DEOPT_3(10, 1, 3, false),
    STRESS_DEOPT_7(20, 1, 7, false),
    STRESS_DEOPT_50(10, 0, 50, false);

    /** What a program that took too long is said to print. */
    static final String TIMEOUT = "TIMEOUT";

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    private final int budgetStep;
    private final int ticks;
    private final int stressDeopt;
    private final boolean concurrent;

    TierMode(int budgetStep, int ticks, int stressDeopt, boolean concurrent) {
        this.budgetStep = budgetStep;
        this.ticks = ticks;
        this.stressDeopt = stressDeopt;
        this.concurrent = concurrent;
    }

    /** One mode with natural exits and one that forces them or compiles at once. */
    static List<TierMode> twoOf(long number) {
        TierMode first = number % 2 == 0 ? LOW_THRESHOLDS : CONCURRENT;
        int stress = STRESS_OPT.ordinal() + (int) Math.floorMod(number / 2, 4L);
        return List.of(first, values()[stress]);
    }

    /**
     * Runs a program in a fresh engine; what it prints, and how it ends where that is not well.
     *
     * @param limitMillis time on the processor after which it is ended, with {@link #TIMEOUT} as
     *     its output
     */
    String run(String program, long limitMillis) {
        Engine engine = new Engine(HostHooks.NONE);
        if (budgetStep >= 0) {
            JitOptions options =
                    new JitOptions(
                            new TierPolicy(budgetStep),
                            ticks,
                            concurrent,
                            stressDeopt,
                            Diagnostics.none(NOWHERE));
            engine.setOptimizingTier(ReportAside.of(new Jit(options), program));
        }
        StringBuilder output = new StringBuilder();
        Realm realm = engine.newRealm();
        realm.globalObject()
                .defineOwn(
                        "print",
                        new NativeFunction(
                                realm,
                                "print",
                                1,
                                (self, arguments) -> {
                                    output.append(TypeConversion.toJavaString(arguments[0]));
                                    output.append('\n');
                                    return Undefined.UNDEFINED;
                                }),
                        Property.HIDDEN);
        CpuLimit limit = new CpuLimit(engine.agent(), limitMillis);
        try (limit) {
            engine.evaluateScript(realm, new Source("program.js", program));
            engine.agent().runJobs();
        } catch (JSThrow thrown) {
            output.append("uncaught ").append(describe(thrown)).append('\n');
        } catch (ExecutionTerminated terminated) {
            return TIMEOUT;
        } catch (RuntimeException | Error failure) {
            output.append("ENGINE FAILURE ").append(describe(failure)).append('\n');
        }
        return limit.passed() ? TIMEOUT : output.toString();
    }

    private static String describe(JSThrow thrown) {
        try {
            return TypeConversion.toJavaString(thrown.valueOrNull());
        } catch (JSThrow again) {
            return "something without a text";
        }
    }

    private static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.toString());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause != failure) {
                text.append("\n caused by ").append(cause);
            }
            StackTraceElement[] stack = cause.getStackTrace();
            for (int i = 0; i < Math.min(6, stack.length); i++) {
                text.append("\n  at ").append(stack[i]);
            }
        }
        return text.toString();
    }
}
