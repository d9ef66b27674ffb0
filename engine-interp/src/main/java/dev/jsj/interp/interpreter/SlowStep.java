package dev.jsj.interp.interpreter;

import org.jspecify.annotations.Nullable;

/** An instruction without a fast path of its own. */
final class SlowStep extends Step {
    private final int op;
    private final int nextPc;

    SlowStep(int pc, int op) {
        super(pc);
        this.op = op;
        this.nextPc = pc + SlowOps.length(op);
    }

    @Override
    @Nullable Step execute(Frame frame, Object[] r) {
        frame.pc = pc;
        int to = SlowOps.execute(frame, op, pc);
        if (to == nextPc) {
            return next(frame);
        }
        return to >= 0 ? frame.code.step(to) : null;
    }
}
