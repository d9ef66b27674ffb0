package dev.jsj.interp.interpreter;

import org.jspecify.annotations.Nullable;

/** An instruction without a fast path of its own. */
final class SlowStep extends Step {
    SlowStep(int pc) {
        super(pc);
    }

    @Override
    @Nullable Step execute(Frame frame, Object[] r) {
        return slow(frame);
    }
}
