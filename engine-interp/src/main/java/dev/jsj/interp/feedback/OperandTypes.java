package dev.jsj.interp.feedback;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Symbol;

import java.math.BigInteger;

/**
 * The bits that arithmetic and compare sites collect in a counter. The interpreter's int paths
 * leave the counter alone: 0 means that the site has seen int32 operands (and result) only, or was
 * never reached, which the branch counters around it tell.
 */
public final class OperandTypes {
    /** A Double operand, or an int operation whose result is not an int32. */
    public static final int DOUBLE = 1;

    /** Two strings, or a string and another primitive. */
    public static final int STRING = 2;

    public static final int BIGINT = 4;

    public static final int BOOLEAN = 8;

    /** Undefined or null. */
    public static final int NULLISH = 16;

    public static final int SYMBOL = 32;

    public static final int OBJECT = 64;

    /** An int32 operand beside one of another type. */
    public static final int INT = 128;

    private OperandTypes() {}

    /** The bit of one operand. */
    public static int of(Object value) {
        if (value instanceof Integer) {
            return INT;
        }
        if (value instanceof Double) {
            return DOUBLE;
        }
        if (Rope.isString(value)) {
            return STRING;
        }
        if (value instanceof JSObject) {
            return OBJECT;
        }
        if (value instanceof Boolean) {
            return BOOLEAN;
        }
        if (value instanceof BigInteger) {
            return BIGINT;
        }
        return value instanceof Symbol ? SYMBOL : NULLISH;
    }

    /** The bits of a pair of operands. */
    public static int of(Object left, Object right) {
        return of(left) | of(right);
    }
}
