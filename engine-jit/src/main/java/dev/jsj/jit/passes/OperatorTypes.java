package dev.jsj.jit.passes;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.feedback.OperandTypes;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.ValueType;

import org.jspecify.annotations.Nullable;

/**
 * Decides from the feedback how an arithmetic operator is compiled. A counter of 0 means that the
 * site has seen int32 operands and results only (or was never reached: then ints are as good a
 * guess as any).
 */
public final class OperatorTypes {
    private static final int NUMERIC = OperandTypes.DOUBLE | OperandTypes.INT;

    private OperatorTypes() {}

    /** Whether both operands of the site have always been numbers. */
    public static boolean isNumeric(int feedback) {
        return (feedback & ~NUMERIC) == 0;
    }

    /**
     * The type that an arithmetic instruction works in and gives: INT with guards against overflow,
     * DOUBLE with guards for operands that are numbers, or ANY for the generic operation.
     *
     * @param left the operand's type as known; null where it is an immediate int
     * @param right the same
     */
    public static ValueType of(
            Instruction instruction,
            int feedback,
            @Nullable ValueType left,
            @Nullable ValueType right) {
        if (!isNumeric(feedback)) {
            return ValueType.ANY;
        }
        if (isBitwise(instruction.op())) {
            return ValueType.INT;
        }
        boolean divisorIsNegative =
                instruction.op() == Op.DIV_INT && instruction.operand(2) < 0; // 0 / -1 is -0
        boolean seenDouble =
                feedback != 0
                        || divisorIsNegative
                        || left == ValueType.DOUBLE
                        || right == ValueType.DOUBLE;
        return switch (instruction.op()) {
            case ADD,
                    SUB,
                    MUL,
                    DIV,
                    MOD,
                    ADD_INT,
                    SUB_INT,
                    MUL_INT,
                    DIV_INT,
                    MOD_INT,
                    INC,
                    DEC,
                    NEGATE,
                    TO_NUMBER,
                    TO_NUMERIC,
                    SHIFT_RIGHT_UNSIGNED,
                    SHIFT_RIGHT_UNSIGNED_INT ->
                    seenDouble ? ValueType.DOUBLE : ValueType.INT;
            case EXP -> ValueType.DOUBLE;
            default -> throw new AssertionError(instruction.op() + " is no arithmetic operator.");
        };
    }

    /** Whether the operands of the op are taken modulo 2^32 and its result is an int32. */
    public static boolean isBitwise(Op op) {
        return switch (op) {
            case BIT_AND,
                    BIT_OR,
                    BIT_XOR,
                    SHIFT_LEFT,
                    SHIFT_RIGHT,
                    BIT_AND_INT,
                    BIT_OR_INT,
                    BIT_XOR_INT,
                    SHIFT_LEFT_INT,
                    SHIFT_RIGHT_INT,
                    BIT_NOT ->
                    true;
            default -> false;
        };
    }

    /** The unsigned shift: its operands are taken modulo 2^32, too. */
    public static boolean isUnsignedShift(Op op) {
        return op == Op.SHIFT_RIGHT_UNSIGNED || op == Op.SHIFT_RIGHT_UNSIGNED_INT;
    }

    /** Whether the operands of the op are taken modulo 2^32. */
    static boolean isModular(Op op) {
        return isBitwise(op) || isUnsignedShift(op);
    }

    /** Whether {@link #of} knows the op. */
    public static boolean isArithmetic(Op op) {
        return op.ordinal() >= Op.ADD.ordinal() && op.ordinal() <= Op.TO_NUMERIC.ordinal();
    }

    /** Whether the second operand is an immediate int. */
    public static boolean hasImmediate(Op op) {
        return op.ordinal() >= Op.ADD_INT.ordinal()
                && op.ordinal() <= Op.SHIFT_RIGHT_UNSIGNED_INT.ordinal();
    }

    /** Whether the op has one operand only. */
    public static boolean isUnary(Op op) {
        return op.ordinal() >= Op.INC.ordinal() && op.ordinal() <= Op.TO_NUMERIC.ordinal();
    }

    /** Whether the op has two operands in registers. */
    public static boolean isBinary(Op op) {
        return !hasImmediate(op) && !isUnary(op);
    }
}
