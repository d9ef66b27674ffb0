package dev.jsj.interp.interpreter;

import dev.jsj.runtime.realm.ExecutionTerminated;

import org.jspecify.annotations.Nullable;

/**
 * What happens when a function's budget of calls and loop iterations is used up: requests from
 * outside are served, and the tier policy looks at the function.
 */
final class Budget {
    /** What {@link #onLoop} returns where the frame goes on in the interpreter. */
    static final Object GO_ON = new Object();

    private Budget() {}

    /** At the entry of a frame. */
    static void onCall(Frame frame) {
        OptimizingTier tier = refill(frame);
        if (tier != null) {
            tier.onCall(frame.code);
        }
    }

    /**
     * At a loop back edge; the frame is about to continue at its pc.
     *
     * @return what the frame gives where compiled code took it over (null after a suspension
     *     without a value), else {@link #GO_ON}: it goes on at its pc, which may be another
     */
    static @Nullable Object onLoop(Frame frame) {
        OptimizingTier tier = refill(frame);
        CompiledCode compiled = tier == null ? null : tier.onLoop(frame);
        return compiled == null || compiled == frame.left ? GO_ON : compiled.run(frame);
    }

    private static @Nullable OptimizingTier refill(Frame frame) {
        ScriptCode code = frame.code;
        code.budget = code.state.budgetStep();
        if (code.agent.isTerminationRequested()) {
            throw new ExecutionTerminated();
        }
        return code.state.optimizingTier();
    }
}
