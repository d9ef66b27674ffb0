package dev.jsj.jit;

import dev.jsj.interp.interpreter.CompiledCode;
import dev.jsj.interp.interpreter.OptimizingTier;
import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.interp.tiering.TierPolicy;
import dev.jsj.jit.deopt.DeoptReason;
import dev.jsj.jit.deopt.GuardStress;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The optimizing tier of one agent: functions that the interpreter finds hot are compiled on a
 * background thread from a snapshot of their feedback, and installed on the agent's thread at the
 * next tick. A guard that fails throws the code away; the function is compiled again from the wider
 * feedback, and after {@link #MAX_DEOPTIMIZATIONS} times without speculation.
 */
public final class Jit implements OptimizingTier {
    /** How many deoptimizations a function gets before it is compiled to generic code. */
    static final int MAX_DEOPTIMIZATIONS = 8;

    private final JitOptions options;
    private final ConcurrentLinkedQueue<Compilation.Result> finished =
            new ConcurrentLinkedQueue<>();
    private final @Nullable GuardStress stress;
    private @Nullable ExecutorService compilerThread;

    public Jit(JitOptions options) {
        this.options = options;
        stress = options.stressDeopt() > 0 ? new GuardStress(options.stressDeopt()) : null;
    }

    /** What the tier keeps with a function. */
    private static final class TierState {
        int ticks;
        int deoptimizations;
        boolean requested;
        boolean disabled;
    }

    private static TierState state(ScriptCode code) {
        TierState state = (TierState) code.tierData();
        if (state == null) {
            state = new TierState();
            code.setTierData(state);
        }
        return state;
    }

    @Override
    public TierPolicy policy() {
        return options.policy();
    }

    @Override
    public void tick(ScriptCode code) {
        for (Compilation.Result result; (result = finished.poll()) != null; ) {
            install(result);
        }
        TierState state = state(code);
        state.ticks++;
        if (state.requested
                || state.disabled
                || code.compiled() != null
                || state.ticks < options.ticksToCompile()) {
            return;
        }
        state.requested = true;
        trace("marking", code, "for optimization, reason: hot and stable");
        boolean speculate = state.deoptimizations < MAX_DEOPTIMIZATIONS;
        Compilation compilation = Compilation.prepare(code, speculate, stress);
        if (options.concurrent()) {
            compilerThread().execute(() -> finished.add(compilation.run()));
        } else {
            install(compilation.run());
        }
    }

    private ExecutorService compilerThread() {
        ExecutorService thread = compilerThread;
        if (thread == null) {
            thread =
                    new ThreadPoolExecutor(
                            0,
                            1,
                            5,
                            TimeUnit.SECONDS,
                            new LinkedBlockingQueue<>(),
                            task -> {
                                Thread compiler = new Thread(task, "jsj optimizing compiler");
                                compiler.setDaemon(true);
                                return compiler;
                            });
            ((ThreadPoolExecutor) thread).setCorePoolSize(1);
            ((ThreadPoolExecutor) thread).allowCoreThreadTimeOut(true);
            compilerThread = thread;
        }
        return thread;
    }

    private void install(Compilation.Result result) {
        ScriptCode code = result.code();
        TierState state = state(code);
        state.requested = false;
        CompiledCode compiled = result.compiled();
        if (compiled == null) {
            state.disabled = true;
            trace("aborted optimizing", code, "because: " + result.bailout());
            return;
        }
        compiled.setTier(this);
        code.setCompiled(compiled);
        trace(
                "completed optimizing",
                code,
                "- took %.3f ms, %d bytes"
                        .formatted(result.nanoseconds() / 1e6, result.codeSize()));
    }

    @Override
    public void exited(ScriptCode code, CompiledCode compiled, int pc, int reason) {
        TierState state = state(code);
        if (options.traceDeopt()) {
            options.output()
                    .println(
                            "[bailout (kind: deopt-eager, reason: "
                                    + DeoptReason.values()[reason]
                                    + "): begin. deoptimizing "
                                    + describe(code)
                                    + ", bytecode offset "
                                    + pc
                                    + "]");
        }
        if (stress != null && stress.takeForced()) {
            return; // the guess was right: the code stays
        }
        if (code.compiled() == compiled) {
            state.deoptimizations++;
            state.ticks = 0;
            code.setCompiled(null);
        }
    }

    private void trace(String event, ScriptCode code, String detail) {
        if (options.traceOpt()) {
            options.output()
                    .println("[" + event + " " + describe(code) + " (target OPT) " + detail + "]");
        }
    }

    private static String describe(ScriptCode code) {
        return "<JSFunction " + code + " " + code.location() + ">";
    }
}
