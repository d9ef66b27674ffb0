package dev.jsj.interp.interpreter;

import org.jspecify.annotations.Nullable;

/** Moves between registers, and what comes from the frame or the code itself. */
final class LoadSteps {
    private LoadSteps() {}

    /** MOVE dst, src. */
    static final class Move extends Step {
        private final int target;
        private final int source;

        Move(int pc, int target, int source) {
            super(pc);
            this.target = target;
            this.source = source;
        }

        @Override
        Step execute(Frame frame, Object[] r) {
            r[target] = r[source];
            return next(frame);
        }
    }

    /** LOAD_INT to LOAD_EMPTY: the value is known beforehand. */
    static final class Value extends Step {
        private final int target;
        private final @Nullable Object value;

        Value(int pc, int target, @Nullable Object value) {
            super(pc);
            this.target = target;
            this.value = value;
        }

        @Override
        Step execute(Frame frame, Object[] r) {
            r[target] = value;
            return next(frame);
        }
    }

    /** LOAD_THIS dst. */
    static final class This extends Step {
        private final int target;

        This(int pc, int target) {
            super(pc);
            this.target = target;
        }

        @Override
        Step execute(Frame frame, Object[] r) {
            r[target] = frame.self;
            return next(frame);
        }
    }

    /** LOAD_FUNCTION dst. */
    static final class Function extends Step {
        private final int target;

        Function(int pc, int target) {
            super(pc);
            this.target = target;
        }

        @Override
        Step execute(Frame frame, Object[] r) {
            r[target] = frame.function;
            return next(frame);
        }
    }
}
