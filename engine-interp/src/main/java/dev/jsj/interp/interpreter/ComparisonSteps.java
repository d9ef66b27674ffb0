package dev.jsj.interp.interpreter;

import static dev.jsj.interp.bytecode.Opcodes.*;
import static dev.jsj.interp.interpreter.ArithmeticOps.areNumbers;
import static dev.jsj.interp.interpreter.ArithmeticOps.number;
import static dev.jsj.interp.interpreter.ComparisonOps.EQUAL_TO;
import static dev.jsj.interp.interpreter.ComparisonOps.UNORDERED;

import dev.jsj.interp.feedback.OperandTypes;
import dev.jsj.runtime.object.JSObject;

import org.jspecify.annotations.Nullable;

/** Comparisons as values, and fused with a jump. */
final class ComparisonSteps {
    /**
     * Which relations make the fused comparisons from JUMP_IF_LESS to JUMP_IF_STRICT_NOT_EQUAL
     * jump: four bits for each, the first one's lowest.
     */
    private static final long JUMP_TESTS = 0xd2d2_96b4_c3e1L;

    /** The same for the values of the ops from EQUAL to GREATER_EQUAL. */
    private static final long VALUE_TESTS = 0x6431_d2d2L;

    private ComparisonSteps() {}

    private static int test(long tests, int index) {
        return (int) (tests >>> 4 * index) & 15;
    }

    /** How the operands of a relational op compare, noted in the counter; 0 where others know. */
    private static int relation(int[] counters, int site, Object left, Object right) {
        if (areNumbers(left, right)) {
            counters[site] |= OperandTypes.of(left, right);
            return ComparisonOps.relation(number(left), number(right));
        }
        return 0;
    }

    /** The same for an equality op. */
    private static int equality(
            Frame frame, int pc, int site, Object left, Object right, boolean isStrict) {
        int[] counters = frame.code.counters;
        if (left instanceof JSObject && right instanceof JSObject) {
            counters[site] |= OperandTypes.OBJECT;
            return left == right ? EQUAL_TO : UNORDERED;
        }
        if (isStrict) {
            return ComparisonOps.strictEqual(frame, pc, left, right) ? EQUAL_TO : UNORDERED;
        }
        return relation(counters, site, left, right);
    }

    /** EQUAL to GREATER_EQUAL dst, lhs, rhs, fb. */
    static final class Compare extends Step {
        private final int target;
        private final int left;
        private final int right;
        private final int site;
        private final int test;
        private final boolean isEquality;
        private final boolean isStrict;

        Compare(int pc, int op, int target, int left, int right, int site) {
            super(pc);
            this.target = target;
            this.left = left;
            this.right = right;
            this.site = site;
            this.test = test(VALUE_TESTS, op - EQUAL);
            this.isEquality = op <= STRICT_NOT_EQUAL;
            this.isStrict = op == STRICT_EQUAL || op == STRICT_NOT_EQUAL;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object left = r[this.left];
            Object right = r[this.right];
            int relation =
                    left instanceof Integer i && right instanceof Integer j
                            ? ComparisonOps.relation((int) i, (int) j)
                            : isEquality
                                    ? equality(frame, pc, site, left, right, isStrict)
                                    : relation(frame.code.counters, site, left, right);
            if (relation == 0) {
                return slow(frame);
            }
            r[target] = (test & relation) != 0 ? Boolean.TRUE : Boolean.FALSE;
            return next(frame);
        }
    }

    /** A fused comparison of two registers: lhs, rhs, target, fb. */
    private abstract static class Comparing extends JumpSteps.Jumping {
        private final int left;
        private final int right;
        private final boolean isEquality;
        private final boolean isStrict;
        final int test;

        Comparing(
                int pc,
                int left,
                int right,
                boolean isEquality,
                boolean isStrict,
                int test,
                int target,
                int site,
                int[] counters) {
            super(pc, target, site, counters);
            this.left = left;
            this.right = right;
            this.isEquality = isEquality;
            this.isStrict = isStrict;
            this.test = test;
        }

        /** How the operands compare; 0 where others know. */
        final int relation(Frame frame, Object[] r) {
            Object left = r[this.left];
            Object right = r[this.right];
            if (left instanceof Integer i && right instanceof Integer j) {
                return ComparisonOps.relation((int) i, (int) j);
            }
            return isEquality
                    ? equality(frame, pc, site, left, right, isStrict)
                    : ComparisonSteps.relation(counters, site, left, right);
        }
    }

    /** The comparisons of two registers that jump ahead. */
    static final class CompareAndJump extends Comparing {
        CompareAndJump(int pc, int op, int left, int right, int target, int site, int[] counters) {
            super(
                    pc,
                    left,
                    right,
                    op >= JUMP_IF_EQUAL,
                    op >= JUMP_IF_STRICT_EQUAL,
                    test(JUMP_TESTS, op - JUMP_IF_LESS),
                    target,
                    site,
                    counters);
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            int relation = relation(frame, r);
            if (relation == 0) {
                return slow(frame);
            }
            return (test & relation) != 0 ? jump(frame, site + 1) : goOn(frame, site + 2);
        }
    }

    /** The relational comparisons of two registers at a loop's end. */
    static final class CompareAndLoop extends Comparing {
        CompareAndLoop(int pc, int op, int left, int right, int target, int site, int[] counters) {
            super(
                    pc,
                    left,
                    right,
                    false,
                    false,
                    test(JUMP_TESTS, 2 * (op - LOOP_IF_LESS)),
                    target,
                    site,
                    counters);
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            int relation = relation(frame, r);
            if (relation == 0) {
                return slow(frame);
            }
            return (test & relation) != 0 ? loop(frame, site + 1) : next(frame);
        }
    }

    /** A fused comparison with a constant: lhs, imm, target, fb. */
    private abstract static class ComparingConstant extends JumpSteps.Jumping {
        private final int left;
        private final int right;
        final int test;

        ComparingConstant(
                int pc, int left, int right, int test, int target, int site, int[] counters) {
            super(pc, target, site, counters);
            this.left = left;
            this.right = right;
            this.test = test;
        }

        /** How the operand and the constant compare; 0 where others know. */
        final int relation(Object[] r) {
            Object left = r[this.left];
            if (left instanceof Integer i) {
                return ComparisonOps.relation((int) i, right);
            }
            if (left instanceof Double i) {
                counters[site] |= OperandTypes.DOUBLE | OperandTypes.INT;
                return ComparisonOps.relation((double) i, (double) right);
            }
            return 0;
        }
    }

    /** The comparisons with a constant that jump ahead. */
    static final class CompareConstantAndJump extends ComparingConstant {
        CompareConstantAndJump(
                int pc, int op, int left, int right, int target, int site, int[] counters) {
            super(pc, left, right, test(JUMP_TESTS, op - JUMP_IF_LESS_INT), target, site, counters);
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            int relation = relation(r);
            if (relation == 0) {
                return slow(frame);
            }
            return (test & relation) != 0 ? jump(frame, site + 1) : goOn(frame, site + 2);
        }
    }

    /** The relational comparisons with a constant at a loop's end. */
    static final class CompareConstantAndLoop extends ComparingConstant {
        CompareConstantAndLoop(
                int pc, int op, int left, int right, int target, int site, int[] counters) {
            super(
                    pc,
                    left,
                    right,
                    test(JUMP_TESTS, 2 * (op - LOOP_IF_LESS_INT)),
                    target,
                    site,
                    counters);
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            int relation = relation(r);
            if (relation == 0) {
                return slow(frame);
            }
            return (test & relation) != 0 ? loop(frame, site + 1) : next(frame);
        }
    }

    /** The fused comparisons with a string constant: lhs, constant, target, fb. */
    static final class CompareStringAndJump extends JumpSteps.Jumping {
        private final int left;
        private final Object right;
        private final boolean jumpsIfEqual;

        CompareStringAndJump(
                int pc, int op, int left, Object right, int target, int site, int[] counters) {
            super(pc, target, site, counters);
            this.left = left;
            this.right = right;
            this.jumpsIfEqual = op == JUMP_IF_STRICT_EQUAL_CONSTANT;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object left = r[this.left];
            boolean equal = left == right;
            if (!equal
                    && !(left instanceof String text
                            && right instanceof String wanted
                            && text.length() != wanted.length())) {
                return slow(frame);
            }
            return equal == jumpsIfEqual ? jump(frame, site + 1) : goOn(frame, site + 2);
        }
    }
}
