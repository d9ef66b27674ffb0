package dev.jsj.interp.interpreter;

import dev.jsj.interp.tiering.TierPolicy;
import dev.jsj.runtime.regexp.RegExpTier;

import org.jspecify.annotations.Nullable;

/**
 * What turns hot functions into compiled code: the optimizing tier plugs itself in here. Called on
 * the agent's thread only.
 */
public interface OptimizingTier {
    /** Compiles a function before it goes on ({@code %OptimizeFunctionOnNextCall}). */
    void optimize(ScriptCode code);

    /** Throws the compiled code of a function away ({@code %DeoptimizeFunction}). */
    void deoptimize(ScriptCode code);

    /** Leaves a function to the interpreter for ever ({@code %NeverOptimizeFunction}). */
    void neverOptimize(ScriptCode code);

    /** When the interpreter shall report functions. */
    default TierPolicy policy() {
        return TierPolicy.DEFAULT;
    }

    /** What compiles hot patterns of regular expressions; null where nothing does. */
    default @Nullable RegExpTier regExpTier() {
        return null;
    }

    /** A function has used up another part of its budget, at a call. */
    void onCall(ScriptCode code);

    /**
     * A function has used up another part of its budget, at a loop back edge: the frame is about to
     * continue at its pc.
     *
     * @return code that can take over the frame there (on-stack replacement), or null
     */
    @Nullable CompiledCode onLoop(Frame frame);

    /** A guard of compiled code has failed; the interpreter goes on at {@code pc}. */
    void exited(ScriptCode code, CompiledCode compiled, int pc, int reason);

    /**
     * A second closure of the function has been made, in another scope: code that was compiled for
     * the scope of the only one must not be entered any more.
     */
    void scopeChanged(ScriptCode code);
}
