package dev.jsj.interp.interpreter;

import dev.jsj.interp.feedback.OperandTypes;
import dev.jsj.runtime.operations.Operators;
import dev.jsj.runtime.operations.TypeConversion;

/**
 * The arithmetic ops beyond the interpreter's int paths: doubles, then everything else through
 * {@link Operators}. Each notes what it saw at its site.
 */
final class ArithmeticOps {
    private ArithmeticOps() {}

    private static void finish(Frame frame, int pc, int types, Object result) {
        int[] code = frame.code.instructions;
        frame.code.counters[code[pc + 4]] |= types;
        frame.registers[code[pc + 1]] = result;
    }

    /** The operand as a double, for numbers only. */
    static double number(Object value) {
        return value instanceof Double number ? number : (Integer) value;
    }

    static boolean areNumbers(Object left, Object right) {
        return (left instanceof Double || left instanceof Integer)
                && (right instanceof Double || right instanceof Integer);
    }

    /** The types of two operands; int operands that got here have a result that is no int32. */
    private static int types(Object left, Object right) {
        return left instanceof Integer && right instanceof Integer
                ? OperandTypes.DOUBLE
                : OperandTypes.of(left, right);
    }

    static void add(Frame frame, int pc, Object left, Object right) {
        if (left instanceof Double a && right instanceof Double b) {
            finish(frame, pc, OperandTypes.DOUBLE, a + b);
            return;
        }
        if (areNumbers(left, right)) {
            finish(frame, pc, OperandTypes.DOUBLE, number(left) + number(right));
            return;
        }
        frame.pc = pc;
        finish(frame, pc, OperandTypes.of(left, right), Operators.add(left, right));
    }

    static void subtract(Frame frame, int pc, Object left, Object right) {
        if (left instanceof Double a && right instanceof Double b) {
            finish(frame, pc, OperandTypes.DOUBLE, a - b);
            return;
        }
        if (areNumbers(left, right)) {
            finish(frame, pc, OperandTypes.DOUBLE, number(left) - number(right));
            return;
        }
        frame.pc = pc;
        finish(frame, pc, OperandTypes.of(left, right), Operators.subtract(left, right));
    }

    static void multiply(Frame frame, int pc, Object left, Object right) {
        if (left instanceof Double a && right instanceof Double b) {
            finish(frame, pc, OperandTypes.DOUBLE, a * b);
            return;
        }
        frame.pc = pc;
        Object result = Operators.multiply(left, right);
        int types = result instanceof Integer && left instanceof Integer ? 0 : types(left, right);
        finish(frame, pc, types, result);
    }

    static void divide(Frame frame, int pc, Object left, Object right) {
        if (left instanceof Integer a && right instanceof Integer b && b > 0 && a % b == 0) {
            finish(frame, pc, 0, a / b);
            return;
        }
        if (areNumbers(left, right)) {
            finish(frame, pc, OperandTypes.DOUBLE, number(left) / number(right));
            return;
        }
        frame.pc = pc;
        finish(frame, pc, OperandTypes.of(left, right), Operators.divide(left, right));
    }

    static void remainder(Frame frame, int pc, Object left, Object right) {
        frame.pc = pc;
        Object result = Operators.remainder(left, right);
        int types = result instanceof Integer && left instanceof Integer ? 0 : types(left, right);
        finish(frame, pc, types, result);
    }

    static void exponentiate(Frame frame, int pc, Object left, Object right) {
        frame.pc = pc;
        finish(frame, pc, types(left, right), Operators.exponentiate(left, right));
    }

    static void bitwiseAnd(Frame frame, int pc, Object left, Object right) {
        frame.pc = pc;
        finish(frame, pc, OperandTypes.of(left, right), Operators.bitwiseAnd(left, right));
    }

    static void bitwiseOr(Frame frame, int pc, Object left, Object right) {
        frame.pc = pc;
        finish(frame, pc, OperandTypes.of(left, right), Operators.bitwiseOr(left, right));
    }

    static void bitwiseXor(Frame frame, int pc, Object left, Object right) {
        frame.pc = pc;
        finish(frame, pc, OperandTypes.of(left, right), Operators.bitwiseXor(left, right));
    }

    static void leftShift(Frame frame, int pc, Object left, Object right) {
        frame.pc = pc;
        finish(frame, pc, OperandTypes.of(left, right), Operators.leftShift(left, right));
    }

    static void signedRightShift(Frame frame, int pc, Object left, Object right) {
        frame.pc = pc;
        finish(frame, pc, OperandTypes.of(left, right), Operators.signedRightShift(left, right));
    }

    static void unsignedRightShift(Frame frame, int pc, Object left, Object right) {
        frame.pc = pc;
        finish(frame, pc, types(left, right), Operators.unsignedRightShift(left, right));
    }

    // ---- unary ops: dst, src, fb

    private static void finishUnary(Frame frame, int pc, Object operand, Object result) {
        int[] code = frame.code.instructions;
        int types = operand instanceof Integer ? OperandTypes.DOUBLE : OperandTypes.of(operand);
        frame.code.counters[code[pc + 3]] |= types;
        frame.registers[code[pc + 1]] = result;
    }

    private static Object operand(Frame frame, int pc) {
        frame.pc = pc;
        return frame.registers[frame.code.instructions[pc + 2]];
    }

    static void increment(Frame frame, int pc) {
        Object operand = operand(frame, pc);
        Object result =
                operand instanceof Double a ? (Object) (a + 1) : Operators.increment(operand);
        finishUnary(frame, pc, operand, result);
    }

    static void decrement(Frame frame, int pc) {
        Object operand = operand(frame, pc);
        Object result =
                operand instanceof Double a ? (Object) (a - 1) : Operators.decrement(operand);
        finishUnary(frame, pc, operand, result);
    }

    static void negate(Frame frame, int pc) {
        Object operand = operand(frame, pc);
        Object result = operand instanceof Double a ? (Object) (-a) : Operators.unaryMinus(operand);
        if (operand instanceof Integer && result instanceof Integer) {
            frame.registers[frame.code.instructions[pc + 1]] = result;
            return;
        }
        finishUnary(frame, pc, operand, result);
    }

    static void bitwiseNot(Frame frame, int pc) {
        Object operand = operand(frame, pc);
        Object result = Operators.bitwiseNot(operand);
        if (operand instanceof Integer) {
            frame.registers[frame.code.instructions[pc + 1]] = result;
            return;
        }
        finishUnary(frame, pc, operand, result);
    }

    static void toNumber(Frame frame, int pc) {
        Object operand = operand(frame, pc);
        finishUnary(frame, pc, operand, TypeConversion.toNumberValue(operand));
    }

    static void toNumeric(Frame frame, int pc) {
        Object operand = operand(frame, pc);
        finishUnary(frame, pc, operand, TypeConversion.toNumeric(operand));
    }
}
