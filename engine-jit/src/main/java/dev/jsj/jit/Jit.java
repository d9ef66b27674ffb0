package dev.jsj.jit;

import dev.jsj.interp.interpreter.CompiledCode;
import dev.jsj.interp.interpreter.Frame;
import dev.jsj.interp.interpreter.OptimizingTier;
import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.interp.tiering.TierPolicy;
import dev.jsj.jit.deopt.DeoptReason;
import dev.jsj.jit.deopt.GuardStress;
import dev.jsj.jit.ir.EntryPoint;

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

    @Override
    public TierPolicy policy() {
        return options.policy();
    }

    @Override
    public void onCall(ScriptCode code) {
        installFinished();
        TierState state = TierState.of(code);
        state.ticks++;
        if (code.compiled() == null && isHot(state)) {
            compile(code, state, TierState.CALLS, null);
        }
    }

    @Override
    public @Nullable CompiledCode onLoop(Frame frame) {
        installFinished();
        ScriptCode code = frame.code();
        TierState state = TierState.of(code);
        state.ticks++;
        if (state.countActivations(frame) > 1 && code.compiled() == null && isHot(state)) {
            compile(code, state, TierState.CALLS, null);
        }
        int pc = frame.pc();
        if (state.loop(pc) == null && isHot(state)) {
            compile(code, state, pc, frame);
        }
        return state.loop(pc);
    }

    private boolean isHot(TierState state) {
        return !state.disabled && state.ticks >= options.ticksToCompile();
    }

    private void installFinished() {
        for (Compilation.Result result; (result = finished.poll()) != null; ) {
            install(result);
        }
    }

    /**
     * Starts a compilation for calls, or for the loop that {@code frame} is at.
     *
     * @param entry {@link TierState#CALLS} or the loop header
     */
    private void compile(ScriptCode code, TierState state, int entry, @Nullable Frame frame) {
        if (state.request(entry)) {
            return;
        }
        trace(
                "marking",
                code,
                frame == null
                        ? "for optimization, reason: hot and stable"
                        : "for OSR at loop offset " + entry + ", reason: hot and stable");
        boolean speculate = state.deoptimizations < MAX_DEOPTIMIZATIONS;
        Compilation compilation =
                frame == null
                        ? Compilation.forCalls(code, speculate, stress)
                        : Compilation.forLoop(frame, speculate, stress);
        if (options.concurrent()) {
            compilerThread().execute(() -> finished.add(compilation.run()));
        } else {
            install(compilation.run());
        }
    }

    @Override
    public void scopeChanged(ScriptCode code) {
        TierState.of(code).discardAll(code);
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
        TierState state = TierState.of(code);
        EntryPoint entry = result.entry();
        boolean isLoop = entry.kind() == EntryPoint.Kind.LOOP;
        state.finished(isLoop ? entry.pc() : TierState.CALLS);
        CompiledCode compiled = result.compiled();
        if (compiled == null) {
            state.disabled = true;
            trace("aborted optimizing", code, "because: " + result.bailout());
            return;
        }
        if (result.dependsOnOnlyScope() && !code.hasOnlyScope()) {
            return; // a second closure was made meanwhile
        }
        compiled.setTier(this);
        if (isLoop) {
            state.setLoop(entry.pc(), compiled);
        } else {
            code.setCompiled(compiled);
        }
        trace(
                "completed optimizing",
                code,
                "%s- took %.3f ms, %d bytes"
                        .formatted(
                                isLoop ? "(OSR at loop offset " + entry.pc() + ") " : "",
                                result.nanoseconds() / 1e6,
                                result.codeSize()));
    }

    @Override
    public void exited(ScriptCode code, CompiledCode compiled, int pc, int reason) {
        TierState state = TierState.of(code);
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
        if (state.discard(code, compiled)) {
            state.deoptimizations++;
            state.ticks = 0;
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
