package dev.jsj.jit;

import dev.jsj.interp.interpreter.CompiledCode;
import dev.jsj.interp.interpreter.Frame;
import dev.jsj.interp.interpreter.OptimizingTier;
import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.interp.tiering.TierPolicy;
import dev.jsj.jit.deopt.DeoptReason;
import dev.jsj.jit.deopt.GuardStress;
import dev.jsj.jit.ir.EntryPoint;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.regexp.RegExpJit;
import dev.jsj.jit.trace.TierTrace;
import dev.jsj.runtime.regexp.RegExpTier;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
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

    /** So many words of bytecode make a function need one tick more. */
    private static final int LENGTH_PER_TICK = 200;

    /** From so many words of bytecode on, the ticks needed grow with the square of the length. */
    private static final int LONG = 1500;

    /** The root of what it grows by, in words. */
    private static final int LENGTH_PER_SQUARE = 250;

    /** So many ticks more, at most, does a function need because of its length. */
    private static final int MAX_TICKS_FOR_LENGTH = 400;

    /** So many ticks more, at most, are needed because of what is compiled already. */
    private static final int MAX_TICKS_FOR_COMPILATIONS = 20;

    /** An exit in a loop, which the interpreter then runs on, weighs as much as so many others. */
    private static final int EXIT_OF_LOOP = 25;

    private final JitOptions options;
    private final ConcurrentLinkedQueue<Compilation.Result> finished =
            new ConcurrentLinkedQueue<>();
    private final @Nullable GuardStress stress;
    private final TierTrace trace;
    private final RegExpJit regExpJit;
    private @Nullable ExecutorService compilerThread;
    private int compilations;

    public Jit(JitOptions options) {
        this.options = options;
        stress = options.stressDeopt() > 0 ? new GuardStress(options.stressDeopt()) : null;
        trace = new TierTrace(options.diagnostics());
        regExpJit =
                new RegExpJit(
                        options.concurrent() ? new Background() : null,
                        options.ticksToCompile() == 0,
                        trace,
                        options.diagnostics());
    }

    @Override
    public TierPolicy policy() {
        return options.policy();
    }

    @Override
    public RegExpTier regExpTier() {
        return regExpJit;
    }

    @Override
    public void onCall(ScriptCode code) {
        installFinished();
        TierState state = TierState.of(code);
        state.ticks++;
        if (code.compiled() == null && isHot(code, state)) {
            compile(code, state, TierState.CALLS, null);
        }
    }

    @Override
    public @Nullable CompiledCode onLoop(Frame frame) {
        installFinished();
        ScriptCode code = frame.code();
        TierState state = TierState.of(code);
        state.ticks++;
        if (state.countActivations(frame) > 1 && code.compiled() == null && isHot(code, state)) {
            compile(code, state, TierState.CALLS, null);
        }
        int pc = frame.pc();
        if (state.loop(pc) == null && isHot(code, state) && isWorthEntering(code, state)) {
            compile(code, state, pc, frame);
        }
        return state.loop(pc);
    }

    /** Whether the loop of the activation that has just been counted is worth a compilation. */
    private boolean isWorthEntering(ScriptCode code, TierState state) {
        return options.ticksToCompile() == 0 || state.staysInLoop(code);
    }

    /**
     * Whether a function is worth its compilation. Compiled code starts cold in HotSpot, whose
     * compilers need their time, too: the more code there is already, up to a limit, and the longer
     * the function, the hotter it must be.
     */
    private boolean isHot(ScriptCode code, TierState state) {
        int needed = options.ticksToCompile();
        if (needed > 0) {
            needed += Math.min(compilations, MAX_TICKS_FOR_COMPILATIONS);
            needed += ticksForLength(code.unit().code().length);
        }
        return !state.disabled && state.ticks >= needed;
    }

    /**
     * HotSpot's compilers take time and space that grow faster than a method, of which they have
     * more than the program in its first seconds: 2,500 words make a method of 20 KB, which C2
     * compiles for a second, several times over, while all others wait.
     */
    static int ticksForLength(int words) {
        int ticks = words / LENGTH_PER_TICK;
        if (words > LONG) {
            double root = words / (double) LENGTH_PER_SQUARE;
            ticks += (int) Math.min(root * root, MAX_TICKS_FOR_LENGTH);
        }
        return Math.min(ticks, MAX_TICKS_FOR_LENGTH);
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
        trace.marked(code, entry);
        compilations++;
        Compilation compilation = compilation(code, state, frame);
        if (options.concurrent()) {
            compilerThread().execute(() -> finished.add(compilation.run()));
        } else {
            install(compilation.run());
        }
    }

    /** Takes the snapshot for a compilation for calls, or for the loop that {@code frame} is at. */
    private Compilation compilation(ScriptCode code, TierState state, @Nullable Frame frame) {
        boolean speculate = state.deoptimizations < MAX_DEOPTIMIZATIONS;
        // Unreached code is not left out before anything can have been reached.
        boolean prune = speculate && options.ticksToCompile() > 0 && state.leavesOutUnreached();
        return new Compilation(code, frame, speculate, prune, stress, options.diagnostics());
    }

    @Override
    public void scopeChanged(ScriptCode code) {
        if (TierState.of(code).discardAll(code)) {
            trace.invalidated(code, "a second closure was made");
        }
    }

    @Override
    public void optimize(ScriptCode code) {
        TierState state = TierState.of(code);
        if (!state.disabled && code.compiled() == null) {
            code.unit(); // compiled to bytecode, that is
            trace.marked(code, TierState.CALLS);
            install(compilation(code, state, null).run());
        }
    }

    @Override
    public void deoptimize(ScriptCode code) {
        if (TierState.of(code).discardAll(code)) {
            trace.invalidated(code, "%DeoptimizeFunction");
        }
    }

    @Override
    public void neverOptimize(ScriptCode code) {
        TierState.of(code).disabled = true;
        deoptimize(code);
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

    /** The compiler thread, started when it is needed; no lambda, for the sake of start-up. */
    private final class Background implements Executor {
        @Override
        public void execute(Runnable task) {
            compilerThread().execute(task);
        }
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
            trace.aborted(code, String.valueOf(result.bailout()));
            return;
        }
        if (result.dependsOnOnlyScope() && !code.hasOnlyScope()) {
            return; // a second closure was made meanwhile
        }
        compiled.setTier(this, code);
        if (isLoop) {
            state.setLoop(entry.pc(), compiled);
        } else {
            code.setCompiled(compiled);
        }
        trace.compiled(code, isLoop ? entry.pc() : -1, result.nanoseconds(), result.codeSize());
        trace.inlined(result.activations());
    }

    @Override
    public void exited(ScriptCode code, CompiledCode compiled, int pc, int reason) {
        ScriptCode function = compiled.function();
        TierState state = TierState.of(function);
        trace.deoptimized(code, pc, DeoptReason.of(reason).toString());
        if (stress != null && stress.takeForced()) {
            return; // the guess was right: the code stays
        }
        if (reason == CompiledCode.UNREACHED) {
            leftForUnreached(code, compiled, pc);
            return;
        }
        if (reason == DeoptReason.WRONG_LOOP_VARIABLE.ordinal()) {
            state.refuted.ints().add(pc);
        } else if (reason == DeoptReason.LOOP_VARIABLE_NO_NUMBER.ordinal()) {
            state.refuted.numbers().add(pc);
        }
        if (state.discard(function, compiled)) {
            state.deoptimizations++;
            state.ticks = 0;
        }
    }

    /**
     * Compiled code has come to where it was not made for: no guess about values failed, so it
     * stays. When that has happened often, code is made that goes further.
     *
     * @param code the function that the interpreter goes on with, at {@code pc}
     */
    private void leftForUnreached(ScriptCode code, CompiledCode compiled, int pc) {
        TierState.of(code).refuted.unreached().add(pc);
        ScriptCode function = compiled.function();
        TierState state = TierState.of(function);
        if (!state.countUnreached(isInLoop(code, pc) ? EXIT_OF_LOOP : 1)) {
            return;
        }
        if (function.compiled() == compiled) {
            compile(function, state, TierState.CALLS, null);
        } else {
            state.discard(function, compiled); // and compiled again when the loop is next found hot
        }
    }

    private static boolean isInLoop(ScriptCode code, int pc) {
        int[] instructions = code.unit().code();
        for (int at = 0; at < instructions.length; ) {
            Instruction instruction = Instruction.at(instructions, at);
            if (instruction.isBackEdge() && instruction.target() <= pc && pc <= at) {
                return true;
            }
            at = instruction.next();
        }
        return false;
    }
}
