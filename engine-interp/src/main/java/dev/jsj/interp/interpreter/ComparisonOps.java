package dev.jsj.interp.interpreter;

import static dev.jsj.interp.interpreter.ArithmeticOps.areNumbers;
import static dev.jsj.interp.interpreter.ArithmeticOps.number;

import dev.jsj.interp.bytecode.TypeofName;
import dev.jsj.interp.feedback.OperandTypes;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.Operators;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import java.math.BigInteger;

/**
 * Comparisons beyond the interpreter's int paths. In all compare ops, fused or not, the type bits
 * are in the feedback slot that the fourth operand names.
 */
final class ComparisonOps {
    // How two values compare: one of these bits.
    static final int LESS_THAN = 1;
    static final int EQUAL_TO = 2;
    static final int GREATER_THAN = 4;
    static final int UNORDERED = 8;

    private ComparisonOps() {}

    static int relation(int left, int right) {
        return left < right ? LESS_THAN : left == right ? EQUAL_TO : GREATER_THAN;
    }

    static int relation(double left, double right) {
        return left < right
                ? LESS_THAN
                : left > right ? GREATER_THAN : left == right ? EQUAL_TO : UNORDERED;
    }

    /** How two numbers or two strings compare; 0 for other operands, which may run other code. */
    static int quickRelation(Object left, Object right) {
        if (areNumbers(left, right)) {
            return relation(number(left), number(right));
        }
        return left instanceof CharSequence a && right instanceof CharSequence b
                ? relation(a.toString().compareTo(b.toString()), 0)
                : 0;
    }

    /** Whether {@code left == right}, as EQUAL_TO or UNORDERED; 0 where other code may run. */
    static int quickEquality(Object left, Object right) {
        boolean decided =
                left instanceof JSObject
                        ? right instanceof JSObject
                        : areNumbers(left, right)
                                || left instanceof CharSequence && right instanceof CharSequence;
        if (!decided) {
            return 0;
        }
        return isStrictlyEqual(left, right) ? EQUAL_TO : UNORDERED;
    }

    /** Whether {@code left === right}. */
    static boolean isStrictlyEqual(Object left, Object right) {
        if (left == right) {
            return !(left instanceof Double number && number.isNaN());
        }
        return !(left instanceof JSObject) && Comparison.isStrictlyEqual(left, right);
    }

    /** The same of a number. */
    static boolean isStrictlyEqual(Object left, int right) {
        return left instanceof Integer number
                ? number == right
                : left instanceof Double real && real == right;
    }

    private static void note(Frame frame, int pc, Object left, Object right) {
        frame.pc = pc;
        frame.code.counters[frame.code.instructions[pc + 4]] |= OperandTypes.of(left, right);
    }

    static boolean less(Frame frame, int pc, Object left, Object right) {
        note(frame, pc, left, right);
        if (left instanceof Double a && right instanceof Double b) {
            return a < b;
        }
        return Operators.lessThan(left, right);
    }

    static boolean lessEqual(Frame frame, int pc, Object left, Object right) {
        note(frame, pc, left, right);
        if (left instanceof Double a && right instanceof Double b) {
            return a <= b;
        }
        return Operators.lessThanOrEqual(left, right);
    }

    static boolean greater(Frame frame, int pc, Object left, Object right) {
        note(frame, pc, left, right);
        if (left instanceof Double a && right instanceof Double b) {
            return a > b;
        }
        return Operators.greaterThan(left, right);
    }

    static boolean greaterEqual(Frame frame, int pc, Object left, Object right) {
        note(frame, pc, left, right);
        if (left instanceof Double a && right instanceof Double b) {
            return a >= b;
        }
        return Operators.greaterThanOrEqual(left, right);
    }

    static boolean equal(Frame frame, int pc, Object left, Object right) {
        note(frame, pc, left, right);
        return Comparison.isLooselyEqual(left, right);
    }

    static boolean strictEqual(Frame frame, int pc, Object left, Object right) {
        note(frame, pc, left, right);
        return Comparison.isStrictlyEqual(left, right);
    }

    /** Comparison with a constant string: no types are noted, the constant says enough. */
    static boolean isString(Object value, Object constant) {
        if (value == constant) {
            return true;
        }
        return value instanceof String text
                ? text.equals(constant)
                : value instanceof Rope rope && Rope.areEqual(rope, (String) constant);
    }

    /** Whether value == null. */
    static boolean isEqualNull(Object value) {
        return value == Undefined.UNDEFINED
                || value == Null.NULL
                || value instanceof JSObject object && object.isHtmlDda();
    }

    /** Whether typeof value is the name with that ordinal. */
    static boolean isTypeof(Object value, int name) {
        return switch (TypeofName.of(name)) {
            case UNDEFINED ->
                    value == Undefined.UNDEFINED
                            || value instanceof JSObject object && object.isHtmlDda();
            case OBJECT ->
                    value == Null.NULL
                            || value instanceof JSObject object
                                    && !object.isCallable()
                                    && !object.isHtmlDda();
            case BOOLEAN -> value instanceof Boolean;
            case NUMBER -> value instanceof Integer || value instanceof Double;
            case BIGINT -> value instanceof BigInteger;
            case STRING -> value instanceof CharSequence;
            case SYMBOL -> value instanceof Symbol;
            case FUNCTION ->
                    value instanceof JSObject object && object.isCallable() && !object.isHtmlDda();
        };
    }
}
