package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.TypeofName;
import dev.jsj.interp.feedback.OperandTypes;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.Operators;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import java.math.BigInteger;

/**
 * Comparisons beyond the interpreter's int paths. In all compare ops, fused or not, the type bits
 * are in the feedback slot that the fourth operand names.
 */
final class ComparisonOps {
    private ComparisonOps() {}

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
        return value == constant
                || value instanceof CharSequence text
                        && text.length() == ((String) constant).length()
                        && text.toString().equals(constant);
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
