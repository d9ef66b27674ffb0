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
     * LONG with guards for operands that are int32 where they are no integers yet, DOUBLE with
     * guards for operands that are numbers, or ANY for the generic operation.
     *
     * @param left the operand's type as known
     * @param right the same; null where there is none or an immediate int
     * @param truncated whether the result may be a LONG
     */
    public static ValueType of(
            Instruction instruction,
            int feedback,
            @Nullable ValueType left,
            @Nullable ValueType right,
            boolean truncated) {
        if (!isNumeric(feedback)) {
            return ValueType.ANY;
        }
        if (givesInt32(instruction)) {
            return ValueType.INT;
        }
        if (truncated
                && (isUnsignedShift(instruction.op()) || addsIntegers(feedback, left, right))) {
            return ValueType.LONG;
        }
        boolean divisorIsNegative =
                instruction.op() == Op.DIV_INT && instruction.operand(2) < 0; // 0 / -1 is -0
        boolean seenDouble =
                feedback != 0 || divisorIsNegative || isBeyondInt(left) || isBeyondInt(right);
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

    private static boolean addsIntegers(
            int feedback, @Nullable ValueType left, @Nullable ValueType right) {
        return ValueType.isInteger(left) && (right == null || ValueType.isInteger(right))
                || feedback == 0 && left != ValueType.DOUBLE && right != ValueType.DOUBLE;
    }

    private static boolean isBeyondInt(@Nullable ValueType type) {
        return type == ValueType.DOUBLE || type == ValueType.LONG;
    }

    /** Whether the operands are taken modulo 2^32 and the result is an int32, whatever they are. */
    public static boolean givesInt32(Instruction instruction) {
        return isBitwise(instruction.op())
                || instruction.op() == Op.SHIFT_RIGHT_UNSIGNED_INT
                        && (instruction.operand(2) & 31) != 0;
    }

    private static boolean isBitwise(Op op) {
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
    static boolean isUnsignedShift(Op op) {
        return op == Op.SHIFT_RIGHT_UNSIGNED || op == Op.SHIFT_RIGHT_UNSIGNED_INT;
    }

    /** Whether the operands of the op are taken modulo 2^32. */
    public static boolean isModular(Op op) {
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
