package dev.jsj.interp.interpreter;

import dev.jsj.interp.tiering.TierPolicy;

/**
 * What turns hot functions into compiled code: the optimizing tier plugs itself in here. Called on
 * the agent's thread only.
 */
public interface OptimizingTier {
    /** When the interpreter shall report functions. */
    default TierPolicy policy() {
        return TierPolicy.DEFAULT;
    }

    /** A function has used up another part of its budget of calls and loop iterations. */
    void tick(ScriptCode code);

    /** A guard of compiled code has failed; the interpreter goes on at {@code pc}. */
    void exited(ScriptCode code, CompiledCode compiled, int pc, int reason);
}
