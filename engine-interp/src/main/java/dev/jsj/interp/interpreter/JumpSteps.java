package dev.jsj.interp.interpreter;

import static dev.jsj.interp.bytecode.Opcodes.*;

import dev.jsj.interp.bytecode.StringSwitch;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** Jumps. */
final class JumpSteps {
    private JumpSteps() {}

    /** A step with a second successor. */
    abstract static class Jumping extends Step {
        private final int targetPc;
        private @Nullable Step target;

        /** The feedback slot: counters of what happened. */
        final int site;

        final int[] counters;

        Jumping(int pc, int targetPc, int site, int[] counters) {
            super(pc);
            this.targetPc = targetPc;
            this.site = site;
            this.counters = counters;
        }

        /** The step to jump to. */
        final Step target(Frame frame) {
            Step step = target;
            return step != null ? step : linkTarget(frame.code);
        }

        private Step linkTarget(ScriptCode code) {
            Step step = code.step(targetPc);
            target = step;
            return step;
        }

        /** Jumps, and counts it. */
        final Step jump(Frame frame, int counter) {
            counters[counter]++;
            return target(frame);
        }

        /** Does not jump, and counts it. */
        final Step goOn(Frame frame, int counter) {
            counters[counter]++;
            return next(frame);
        }

        /** Jumps back, and counts it; leaves where the function's budget is used up. */
        final @Nullable Step loop(Frame frame, int counter) {
            ScriptCode code = frame.code;
            int budget = code.budget;
            if (budget <= 0) {
                return slow(frame);
            }
            code.budget = budget - 1;
            counters[counter]++;
            return target(frame);
        }
    }

    /** JUMP target. */
    static final class Jump extends Jumping {
        Jump(int pc, int target, int[] counters) {
            super(pc, target, 0, counters);
        }

        @Override
        Step execute(Frame frame, Object[] r) {
            return target(frame);
        }
    }

    /** LOOP target, fb. */
    static final class Loop extends Jumping {
        Loop(int pc, int target, int site, int[] counters) {
            super(pc, target, site, counters);
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            return loop(frame, site);
        }
    }

    private static boolean isTrue(Object value) {
        return value == Boolean.TRUE || value != Boolean.FALSE && TypeConversion.toBoolean(value);
    }

    /** JUMP_IF_TRUE, JUMP_IF_FALSE src, target, fb. */
    static final class JumpIf extends Jumping {
        private final int source;
        private final boolean wanted;

        JumpIf(int pc, int op, int source, int target, int site, int[] counters) {
            super(pc, target, site, counters);
            this.source = source;
            this.wanted = op == JUMP_IF_TRUE;
        }

        @Override
        Step execute(Frame frame, Object[] r) {
            return isTrue(r[source]) == wanted ? jump(frame, site) : goOn(frame, site + 1);
        }
    }

    /** LOOP_IF_TRUE, LOOP_IF_FALSE src, target, fb. */
    static final class LoopIf extends Jumping {
        private final int source;
        private final boolean wanted;

        LoopIf(int pc, int op, int source, int target, int site, int[] counters) {
            super(pc, target, site, counters);
            this.source = source;
            this.wanted = op == LOOP_IF_TRUE;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            return isTrue(r[source]) == wanted ? loop(frame, site) : next(frame);
        }
    }

    /** The jumps if a register holds a certain value, or another one: src, target. */
    static final class JumpIfSame extends Jumping {
        private final int source;
        private final @Nullable Object value;
        private final boolean wanted;

        JumpIfSame(
                int pc,
                int source,
                @Nullable Object value,
                boolean wanted,
                int target,
                int[] counters) {
            super(pc, target, 0, counters);
            this.source = source;
            this.value = value;
            this.wanted = wanted;
        }

        @Override
        Step execute(Frame frame, Object[] r) {
            return (r[source] == value) == wanted ? target(frame) : next(frame);
        }
    }

    /** JUMP_IF_NULLISH, JUMP_IF_NOT_NULLISH src, target. */
    static final class JumpIfNullish extends Jumping {
        private final int source;
        private final boolean wanted;

        JumpIfNullish(int pc, int source, boolean wanted, int target, int[] counters) {
            super(pc, target, 0, counters);
            this.source = source;
            this.wanted = wanted;
        }

        @Override
        Step execute(Frame frame, Object[] r) {
            Object operand = r[source];
            return (operand == Undefined.UNDEFINED || operand == Null.NULL) == wanted
                    ? target(frame)
                    : next(frame);
        }
    }

    /** NOT dst, src. */
    static final class Not extends Step {
        private final int target;
        private final int source;

        Not(int pc, int target, int source) {
            super(pc);
            this.target = target;
            this.source = source;
        }

        @Override
        Step execute(Frame frame, Object[] r) {
            r[target] = isTrue(r[source]) ? Boolean.FALSE : Boolean.TRUE;
            return next(frame);
        }
    }

    /** JUMP_IF_EQUAL_NULL, JUMP_IF_NOT_EQUAL_NULL src, target. */
    static final class JumpIfEqualNull extends Jumping {
        private final int source;
        private final boolean wanted;

        JumpIfEqualNull(int pc, int source, boolean wanted, int target, int[] counters) {
            super(pc, target, 0, counters);
            this.source = source;
            this.wanted = wanted;
        }

        @Override
        Step execute(Frame frame, Object[] r) {
            return ComparisonOps.isEqualNull(r[source]) == wanted ? target(frame) : next(frame);
        }
    }

    /** JUMP_IF_TYPEOF, JUMP_IF_NOT_TYPEOF src, type, target, fb. */
    static final class JumpIfTypeof extends Jumping {
        private final int source;
        private final int type;
        private final boolean wanted;

        JumpIfTypeof(int pc, int op, int source, int type, int target, int site, int[] counters) {
            super(pc, target, site, counters);
            this.source = source;
            this.type = type;
            this.wanted = op == JUMP_IF_TYPEOF;
        }

        @Override
        Step execute(Frame frame, Object[] r) {
            return ComparisonOps.isTypeof(r[source], type) == wanted
                    ? jump(frame, site)
                    : goOn(frame, site + 1);
        }
    }

    /** SWITCH_INT src, low, table. */
    static final class SwitchInt extends Step {
        private final int source;
        private final int low;
        private final int[] targets;

        SwitchInt(int pc, int source, int low, int[] targets) {
            super(pc);
            this.source = source;
            this.low = low;
            this.targets = targets;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            if (!(r[source] instanceof Integer i)) {
                return slow(frame);
            }
            int at = i - low;
            return at < 0 || at >= targets.length || targets[at] == 0
                    ? next(frame)
                    : frame.code.step(targets[at]);
        }
    }

    /** SWITCH_STRING src, table. */
    static final class SwitchString extends Step {
        private final int source;
        private final StringSwitch table;

        SwitchString(int pc, int source, StringSwitch table) {
            super(pc);
            this.source = source;
            this.table = table;
        }

        @Override
        Step execute(Frame frame, Object[] r) {
            int to = OperatorOps.caseTarget(table, r[source]);
            return to < 0 ? next(frame) : frame.code.step(to);
        }
    }
}
