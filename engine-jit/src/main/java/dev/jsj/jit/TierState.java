package dev.jsj.jit;

import dev.jsj.interp.interpreter.CompiledCode;
import dev.jsj.interp.interpreter.Frame;
import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.jit.passes.RefutedGuesses;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the tier keeps with a function. */
final class TierState {
    /** Stands for the entry of calls among the loop headers. */
    static final int CALLS = -1;

    private static final int UNREACHED_LIMIT = 100;
    private static final int MAX_TIMES_UNREACHED = 2;

    /** After so many budget steps in one activation its loop is compiled, too. */
    private static final int LOOP_TICKS = 2;

    /** The same for a function that is compiled for calls: most of its loops end soon. */
    private static final int LOOP_TICKS_BESIDE_CALLS = 10;

    /** Budget steps used up since the last compilation or deoptimization. */
    int ticks;

    int deoptimizations;
    boolean disabled;

    private final Map<Integer, CompiledCode> loops = new HashMap<>();
    private final Set<Integer> requested = new HashSet<>();

    /** What turned out not to be true. */
    final RefutedGuesses refuted = new RefutedGuesses();

    private int unreachedExits;
    private int timesUnreached;
    private @Nullable WeakReference<Frame> lastFrame;
    private int activations;
    private int ticksOfFrame;

    static TierState of(ScriptCode code) {
        TierState state = (TierState) code.tierData();
        if (state == null) {
            state = new TierState();
            code.setTierData(state);
        }
        return state;
    }

    /**
     * Notes that compiled code was left where it ends; whether that has been often enough to
     * compile the function anew.
     */
    boolean countUnreached(int weight) {
        unreachedExits += weight;
        if (unreachedExits < UNREACHED_LIMIT) {
            return false;
        }
        unreachedExits = 0;
        timesUnreached++;
        return true;
    }

    /**
     * Whether what was never executed is worth leaving out: not of a function that has proved wrong
     * about it, since each new code has its way through HotSpot's compilers before it.
     */
    boolean leavesOutUnreached() {
        return timesUnreached < MAX_TIMES_UNREACHED;
    }

    /** Whether a compilation for the entry is under way; if not, it is from now on. */
    boolean request(int entry) {
        return !requested.add(entry);
    }

    void finished(int entry) {
        requested.remove(entry);
    }

    /** The code for a loop, or null. */
    @Nullable CompiledCode loop(int pc) {
        return loops.get(pc);
    }

    void setLoop(int pc, CompiledCode code) {
        loops.put(pc, code);
    }

    /** Forgets code; whether it was installed. */
    boolean discard(ScriptCode function, CompiledCode code) {
        if (function.compiled() == code) {
            function.setCompiled(null);
            return true;
        }
        return loops.values().remove(code);
    }

    /** Forgets all code of a function; whether there was any. */
    boolean discardAll(ScriptCode function) {
        boolean any = function.compiled() != null || !loops.isEmpty();
        function.setCompiled(null);
        loops.clear();
        return any;
    }

    /**
     * Notes that a frame has used up a budget step in a loop; how many did, as far as they were
     * seen one after the other.
     */
    int countActivations(Frame frame) {
        if (lastFrame == null || lastFrame.get() != frame) {
            lastFrame = new WeakReference<>(frame);
            activations++;
            ticksOfFrame = 0;
        }
        ticksOfFrame++;
        return activations;
    }

    /**
     * Whether the frame counted last goes on looping, so that a compilation for its loop pays: one
     * for calls will not reach it.
     */
    boolean staysInLoop(ScriptCode function) {
        boolean forCalls = function.compiled() != null || requested.contains(CALLS);
        return ticksOfFrame >= (forCalls ? LOOP_TICKS_BESIDE_CALLS : LOOP_TICKS);
    }
}
