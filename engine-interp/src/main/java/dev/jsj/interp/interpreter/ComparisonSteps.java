package dev.jsj.interp.interpreter;

import static dev.jsj.interp.bytecode.Opcodes.*;

import dev.jsj.interp.feedback.OperandTypes;
import dev.jsj.runtime.object.JSObject;

import org.jspecify.annotations.Nullable;

/** Comparisons as values, and fused with a jump. */
final class ComparisonSteps {
    // How two values compare: one of these bits.
    private static final int LESS_THAN = 1;
    private static final int EQUAL_TO = 2;
    private static final int GREATER_THAN = 4;
    private static final int UNORDERED = 8;

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

    private static int relation(int left, int right) {
        return left < right ? LESS_THAN : left == right ? EQUAL_TO : GREATER_THAN;
    }

    private static int relation(double left, double right) {
        return left < right
                ? LESS_THAN
                : left > right ? GREATER_THAN : left == right ? EQUAL_TO : UNORDERED;
    }

    private static boolean isNumber(Object value) {
        return value instanceof Integer || value instanceof Double;
    }

    /** How the operands of a relational op compare, noted in the counter; 0 where others know. */
    private static int relation(int[] counters, int site, Object left, Object right) {
        if (isNumber(left) && isNumber(right)) {
            counters[site] |= OperandTypes.of(left, right);
            return relation(ArithmeticSteps.real(left), ArithmeticSteps.real(right));
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
                            ? relation((int) i, (int) j)
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

    /** The fused comparisons of two registers: lhs, rhs, target, fb. */
    static final class CompareAndJump extends JumpSteps.Jumping {
        private final int left;
        private final int right;
        private final int test;
        private final boolean isEquality;
        private final boolean isStrict;

        CompareAndJump(int pc, int op, int left, int right, int target, int site, int[] counters) {
            super(pc, target, site, counters);
            this.left = left;
            this.right = right;
            this.test = test(JUMP_TESTS, op - JUMP_IF_LESS);
            this.isEquality = op >= JUMP_IF_EQUAL;
            this.isStrict = op >= JUMP_IF_STRICT_EQUAL;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object left = r[this.left];
            Object right = r[this.right];
            int relation =
                    left instanceof Integer i && right instanceof Integer j
                            ? relation((int) i, (int) j)
                            : isEquality
                                    ? equality(frame, pc, site, left, right, isStrict)
                                    : relation(counters, site, left, right);
            if (relation == 0) {
                return slow(frame);
            }
            return (test & relation) != 0
                    ? jump(frame, counters, site + 1)
                    : goOn(frame, counters, site + 2);
        }
    }

    /** The fused comparisons with a constant: lhs, imm, target, fb. */
    static final class CompareConstantAndJump extends JumpSteps.Jumping {
        private final int left;
        private final int right;
        private final int test;

        CompareConstantAndJump(
                int pc, int op, int left, int right, int target, int site, int[] counters) {
            super(pc, target, site, counters);
            this.left = left;
            this.right = right;
            this.test = test(JUMP_TESTS, op - JUMP_IF_LESS_INT);
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object left = r[this.left];
            int relation;
            if (left instanceof Integer i) {
                relation = relation((int) i, right);
            } else if (left instanceof Double i) {
                counters[site] |= OperandTypes.DOUBLE | OperandTypes.INT;
                relation = relation((double) i, (double) right);
            } else {
                return slow(frame);
            }
            return (test & relation) != 0
                    ? jump(frame, counters, site + 1)
                    : goOn(frame, counters, site + 2);
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
            return equal == jumpsIfEqual
                    ? jump(frame, counters, site + 1)
                    : goOn(frame, counters, site + 2);
        }
    }

    /** The fused comparisons of two registers at a loop's end: lhs, rhs, target, fb. */
    static final class CompareAndLoop extends JumpSteps.Jumping {
        private final int left;
        private final int right;
        private final int test;

        CompareAndLoop(int pc, int op, int left, int right, int target, int site, int[] counters) {
            super(pc, target, site, counters);
            this.left = left;
            this.right = right;
            this.test = test(JUMP_TESTS, 2 * (op - LOOP_IF_LESS));
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object left = r[this.left];
            Object right = r[this.right];
            int relation =
                    left instanceof Integer i && right instanceof Integer j
                            ? relation((int) i, (int) j)
                            : relation(counters, site, left, right);
            if (relation == 0) {
                return slow(frame);
            }
            return (test & relation) != 0 ? loop(frame, counters, site + 1) : next(frame);
        }
    }

    /** The fused comparisons with a constant at a loop's end: lhs, imm, target, fb. */
    static final class CompareConstantAndLoop extends JumpSteps.Jumping {
        private final int left;
        private final int right;
        private final int test;

        CompareConstantAndLoop(
                int pc, int op, int left, int right, int target, int site, int[] counters) {
            super(pc, target, site, counters);
            this.left = left;
            this.right = right;
            this.test = test(JUMP_TESTS, 2 * (op - LOOP_IF_LESS_INT));
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object left = r[this.left];
            int relation;
            if (left instanceof Integer i) {
                relation = relation((int) i, right);
            } else if (left instanceof Double i) {
                counters[site] |= OperandTypes.DOUBLE | OperandTypes.INT;
                relation = relation((double) i, (double) right);
            } else {
                return slow(frame);
            }
            return (test & relation) != 0 ? loop(frame, counters, site + 1) : next(frame);
        }
    }
}
