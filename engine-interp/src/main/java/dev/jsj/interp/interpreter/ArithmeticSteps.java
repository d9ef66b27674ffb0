package dev.jsj.interp.interpreter;

import static dev.jsj.interp.bytecode.Opcodes.*;
import static dev.jsj.interp.interpreter.ArithmeticOps.areNumbers;
import static dev.jsj.interp.interpreter.ArithmeticOps.number;
import static dev.jsj.runtime.operations.TypeConversion.toInt32;

import dev.jsj.interp.feedback.OperandTypes;

import org.jspecify.annotations.Nullable;

/** Operators on numbers: int32 where the result is one, else double. */
final class ArithmeticSteps {
    private static final int MIXED = OperandTypes.INT | OperandTypes.DOUBLE;

    private ArithmeticSteps() {}

    /** An operator with two operands, or one and a constant; the feedback is in a counter. */
    private abstract static class Operator extends Step {
        final int target;
        final int left;
        final int site;

        Operator(int pc, int target, int left, int site) {
            super(pc);
            this.target = target;
            this.left = left;
            this.site = site;
        }

        final Step store(Frame frame, Object[] r, int value) {
            r[target] = value;
            return next(frame);
        }

        /** Stores the result of doubles, or of ints that is no int. */
        final Step store(Frame frame, Object[] r, double value, int types) {
            frame.code.counters[site] |= types;
            r[target] = value;
            return next(frame);
        }

        final Step storeSum(Frame frame, Object[] r, int x, int y) {
            int sum = x + y;
            return ((x ^ sum) & (y ^ sum)) >= 0
                    ? store(frame, r, sum)
                    : store(frame, r, (double) x + y, OperandTypes.DOUBLE);
        }

        final Step storeDifference(Frame frame, Object[] r, int x, int y) {
            int difference = x - y;
            return ((x ^ y) & (x ^ difference)) >= 0
                    ? store(frame, r, difference)
                    : store(frame, r, (double) x - y, OperandTypes.DOUBLE);
        }

        final Step storeProduct(Frame frame, Object[] r, int x, int y) {
            long product = (long) x * y;
            int value = (int) product;
            return product == value && (value != 0 || (x | y) >= 0)
                    ? store(frame, r, value)
                    : store(frame, r, (double) x * y, OperandTypes.DOUBLE);
        }

        final Step storeQuotient(Frame frame, Object[] r, int x, int y) {
            if (y > 0) {
                int quotient = x / y;
                if (quotient * y == x) {
                    return store(frame, r, quotient);
                }
            }
            return store(frame, r, (double) x / y, OperandTypes.DOUBLE);
        }

        /**
         * @param op a bitwise operator with two operands
         */
        final Step storeBitwise(Frame frame, Object[] r, int op, int x, int y) {
            return switch (op) {
                case BIT_AND -> store(frame, r, x & y);
                case BIT_OR -> store(frame, r, x | y);
                case BIT_XOR -> store(frame, r, x ^ y);
                case SHIFT_LEFT -> store(frame, r, x << y);
                case SHIFT_RIGHT -> store(frame, r, x >> y);
                default -> storeUnsigned(frame, r, x >>> y);
            };
        }

        private Step storeUnsigned(Frame frame, Object[] r, int value) {
            return value >= 0
                    ? store(frame, r, value)
                    : store(frame, r, value + 0x1p32, OperandTypes.DOUBLE);
        }
    }

    /** ADD dst, lhs, rhs, fb. */
    static final class Add extends Operator {
        private final int right;

        Add(int pc, int target, int left, int right, int site) {
            super(pc, target, left, site);
            this.right = right;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object left = r[this.left];
            Object right = r[this.right];
            if (left instanceof Integer i && right instanceof Integer j) {
                return storeSum(frame, r, i, j);
            }
            if (left instanceof Double i && right instanceof Double j) {
                return store(frame, r, i + j, OperandTypes.DOUBLE);
            }
            if (areNumbers(left, right)) {
                return store(frame, r, number(left) + number(right), MIXED);
            }
            ArithmeticOps.add(frame, pc, left, right);
            return next(frame);
        }
    }

    /** SUB dst, lhs, rhs, fb. */
    static final class Subtract extends Operator {
        private final int right;

        Subtract(int pc, int target, int left, int right, int site) {
            super(pc, target, left, site);
            this.right = right;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object left = r[this.left];
            Object right = r[this.right];
            if (left instanceof Integer i && right instanceof Integer j) {
                return storeDifference(frame, r, i, j);
            }
            if (left instanceof Double i && right instanceof Double j) {
                return store(frame, r, i - j, OperandTypes.DOUBLE);
            }
            if (areNumbers(left, right)) {
                return store(frame, r, number(left) - number(right), MIXED);
            }
            return slow(frame);
        }
    }

    /** MUL dst, lhs, rhs, fb. */
    static final class Multiply extends Operator {
        private final int right;

        Multiply(int pc, int target, int left, int right, int site) {
            super(pc, target, left, site);
            this.right = right;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object left = r[this.left];
            Object right = r[this.right];
            if (left instanceof Integer i && right instanceof Integer j) {
                return storeProduct(frame, r, i, j);
            }
            if (left instanceof Double i && right instanceof Double j) {
                return store(frame, r, i * j, OperandTypes.DOUBLE);
            }
            if (areNumbers(left, right)) {
                return store(frame, r, number(left) * number(right), MIXED);
            }
            return slow(frame);
        }
    }

    /** MUL_INT dst, lhs, imm, fb. */
    static final class MultiplyByConstant extends Operator {
        private final int right;

        MultiplyByConstant(int pc, int target, int left, int right, int site) {
            super(pc, target, left, site);
            this.right = right;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object left = r[this.left];
            if (left instanceof Integer i) {
                return storeProduct(frame, r, i, right);
            }
            if (left instanceof Double i) {
                return store(frame, r, i * right, MIXED);
            }
            return slow(frame);
        }
    }

    /** ADD_INT, SUB_INT dst, lhs, imm, fb; INC, DEC dst, src, fb: a constant is added. */
    static final class AddConstant extends Operator {
        private final int addend;
        private final double realAddend;
        private final int realTypes;

        private AddConstant(
                int pc,
                int target,
                int left,
                int addend,
                double realAddend,
                int realTypes,
                int site) {
            super(pc, target, left, site);
            this.addend = addend;
            this.realAddend = realAddend;
            this.realTypes = realTypes;
        }

        /** ADD_INT; SUB_INT with the negated constant, where the real addend for 0 is -0. */
        static AddConstant binary(
                int pc, int target, int left, int addend, double realAddend, int site) {
            return new AddConstant(pc, target, left, addend, realAddend, MIXED, site);
        }

        /** INC, DEC: the constant is no operand. */
        static AddConstant unary(int pc, int target, int left, int addend, int site) {
            return new AddConstant(pc, target, left, addend, addend, OperandTypes.DOUBLE, site);
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object left = r[this.left];
            if (left instanceof Integer i) {
                return storeSum(frame, r, i, addend);
            }
            if (left instanceof Double i) {
                return store(frame, r, i + realAddend, realTypes);
            }
            return slow(frame);
        }
    }

    /** The bitwise operators with two operands: dst, lhs, rhs, fb. */
    static final class Bitwise extends Operator {
        private final int op;
        private final int right;

        Bitwise(int pc, int op, int target, int left, int right, int site) {
            super(pc, target, left, site);
            this.op = op;
            this.right = right;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object left = r[this.left];
            Object right = r[this.right];
            if (left instanceof Integer i && right instanceof Integer j) {
                return storeBitwise(frame, r, op, i, j);
            }
            if (areNumbers(left, right)) {
                frame.code.counters[site] |= OperandTypes.of(left, right);
                return storeBitwise(frame, r, op, toInt32(number(left)), toInt32(number(right)));
            }
            return slow(frame);
        }
    }

    /** The bitwise operators with a constant: dst, lhs, imm, fb. */
    static final class BitwiseConstant extends Operator {
        private final int op;
        private final int right;

        /**
         * @param op the operator with two operands
         */
        BitwiseConstant(int pc, int op, int target, int left, int right, int site) {
            super(pc, target, left, site);
            this.op = op;
            this.right = right;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object left = r[this.left];
            if (left instanceof Integer i) {
                return storeBitwise(frame, r, op, i, right);
            }
            if (left instanceof Double i) {
                frame.code.counters[site] |= MIXED;
                return storeBitwise(frame, r, op, toInt32(i), right);
            }
            return slow(frame);
        }
    }

    /** DIV dst, lhs, rhs, fb. */
    static final class Divide extends Operator {
        private final int right;

        Divide(int pc, int target, int left, int right, int site) {
            super(pc, target, left, site);
            this.right = right;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object left = r[this.left];
            Object right = r[this.right];
            if (left instanceof Integer i && right instanceof Integer j) {
                return storeQuotient(frame, r, i, j);
            }
            if (areNumbers(left, right)) {
                return store(frame, r, number(left) / number(right), OperandTypes.of(left, right));
            }
            return slow(frame);
        }
    }

    /** DIV_INT dst, lhs, imm, fb. */
    static final class DivideByConstant extends Operator {
        private final int right;

        DivideByConstant(int pc, int target, int left, int right, int site) {
            super(pc, target, left, site);
            this.right = right;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object left = r[this.left];
            if (left instanceof Integer i) {
                return storeQuotient(frame, r, i, right);
            }
            if (left instanceof Double i) {
                return store(frame, r, i / right, MIXED);
            }
            return slow(frame);
        }
    }

    /** MOD dst, lhs, rhs, fb, of ints that have a positive remainder. */
    static final class Remainder extends Operator {
        private final int right;

        Remainder(int pc, int target, int left, int right, int site) {
            super(pc, target, left, site);
            this.right = right;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            return r[left] instanceof Integer x && r[right] instanceof Integer y && x >= 0 && y > 0
                    ? store(frame, r, x % y)
                    : slow(frame);
        }
    }

    /** MOD_INT dst, lhs, imm, fb, of a positive int. */
    static final class RemainderByConstant extends Operator {
        private final int right;

        RemainderByConstant(int pc, int target, int left, int right, int site) {
            super(pc, target, left, site);
            this.right = right;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            return r[left] instanceof Integer x && x >= 0
                    ? store(frame, r, x % right)
                    : slow(frame);
        }
    }

    /** NEGATE dst, src, fb. */
    static final class Negate extends Operator {
        Negate(int pc, int target, int source, int site) {
            super(pc, target, source, site);
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object operand = r[left];
            if (operand instanceof Integer i && (i & Integer.MAX_VALUE) != 0) {
                return store(frame, r, -i);
            }
            if (operand instanceof Double i) {
                return store(frame, r, -i, OperandTypes.DOUBLE);
            }
            return slow(frame);
        }
    }

    /** BIT_NOT dst, src, fb. */
    static final class BitNot extends Operator {
        BitNot(int pc, int target, int source, int site) {
            super(pc, target, source, site);
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            return r[left] instanceof Integer i ? store(frame, r, ~i) : slow(frame);
        }
    }

    /** TO_NUMBER, TO_NUMERIC dst, src, fb. */
    static final class ToNumeric extends Operator {
        ToNumeric(int pc, int target, int source, int site) {
            super(pc, target, source, site);
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object operand = r[left];
            if (operand instanceof Integer) {
                r[target] = operand;
                return next(frame);
            }
            return slow(frame);
        }
    }
}
