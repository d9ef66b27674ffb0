package dev.jsj.interp.interpreter;

import static dev.jsj.interp.bytecode.Opcodes.*;

import dev.jsj.interp.bytecode.Op;

/** The ops from ADD to GREATER_EQUAL with their full semantics: see {@link SlowOps}. */
final class SlowOperators {
    private SlowOperators() {}

    static void execute(Frame frame, int op, int pc) {
        int[] code = frame.code.instructions;
        Object[] r = frame.registers;
        switch (op) {
            case ADD -> ArithmeticOps.add(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case ADD_INT -> ArithmeticOps.add(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case SUB -> ArithmeticOps.subtract(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case SUB_INT -> ArithmeticOps.subtract(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case MUL -> ArithmeticOps.multiply(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case MUL_INT -> ArithmeticOps.multiply(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case DIV -> ArithmeticOps.divide(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case DIV_INT -> ArithmeticOps.divide(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case MOD -> ArithmeticOps.remainder(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case MOD_INT -> ArithmeticOps.remainder(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case EXP -> ArithmeticOps.exponentiate(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case BIT_AND -> ArithmeticOps.bitwiseAnd(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case BIT_AND_INT -> ArithmeticOps.bitwiseAnd(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case BIT_OR -> ArithmeticOps.bitwiseOr(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case BIT_OR_INT -> ArithmeticOps.bitwiseOr(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case BIT_XOR -> ArithmeticOps.bitwiseXor(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case BIT_XOR_INT -> ArithmeticOps.bitwiseXor(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case SHIFT_LEFT -> ArithmeticOps.leftShift(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case SHIFT_LEFT_INT ->
                    ArithmeticOps.leftShift(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case SHIFT_RIGHT ->
                    ArithmeticOps.signedRightShift(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case SHIFT_RIGHT_INT ->
                    ArithmeticOps.signedRightShift(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case SHIFT_RIGHT_UNSIGNED ->
                    ArithmeticOps.unsignedRightShift(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case SHIFT_RIGHT_UNSIGNED_INT ->
                    ArithmeticOps.unsignedRightShift(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case INC -> ArithmeticOps.increment(frame, pc);
            case DEC -> ArithmeticOps.decrement(frame, pc);
            case NEGATE -> ArithmeticOps.negate(frame, pc);
            case BIT_NOT -> ArithmeticOps.bitwiseNot(frame, pc);
            case TO_NUMBER -> ArithmeticOps.toNumber(frame, pc);
            case TO_NUMERIC -> ArithmeticOps.toNumeric(frame, pc);
            case NOT -> OperatorOps.not(frame, pc);

            case EQUAL ->
                    r[code[pc + 1]] =
                            ComparisonOps.equal(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case NOT_EQUAL ->
                    r[code[pc + 1]] =
                            !ComparisonOps.equal(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case STRICT_EQUAL ->
                    r[code[pc + 1]] =
                            ComparisonOps.strictEqual(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case STRICT_NOT_EQUAL ->
                    r[code[pc + 1]] =
                            !ComparisonOps.strictEqual(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case LESS ->
                    r[code[pc + 1]] =
                            ComparisonOps.less(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case LESS_EQUAL ->
                    r[code[pc + 1]] =
                            ComparisonOps.lessEqual(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case GREATER ->
                    r[code[pc + 1]] =
                            ComparisonOps.greater(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case GREATER_EQUAL ->
                    r[code[pc + 1]] =
                            ComparisonOps.greaterEqual(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            default -> throw new AssertionError("No operator: " + Op.of(op));
        }
    }
}
