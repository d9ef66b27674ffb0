package dev.jsj.runtime.value;

import java.math.BigInteger;

/**
 * 7.2.9 SameValue and 7.2.10 SameValueZero: the equalities that are needed below the operations.
 */
public final class SameValue {
    private SameValue() {}

    /** 7.2.9 SameValue ( x, y ). */
    public static boolean sameValue(Object x, Object y) {
        if (x == y) {
            return true;
        }
        if (isNumber(x) && isNumber(y)) {
            double a = ((Number) x).doubleValue();
            double b = ((Number) y).doubleValue();
            return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
        }
        return sameNonNumber(x, y);
    }

    /** 7.2.10 SameValueZero ( x, y ). */
    public static boolean sameValueZero(Object x, Object y) {
        if (x == y) {
            return true;
        }
        if (isNumber(x) && isNumber(y)) {
            double a = ((Number) x).doubleValue();
            double b = ((Number) y).doubleValue();
            return a == b || a != a && b != b;
        }
        return sameNonNumber(x, y);
    }

    private static boolean isNumber(Object value) {
        return value instanceof Integer || value instanceof Double;
    }

    private static boolean sameNonNumber(Object x, Object y) {
        if (x instanceof CharSequence a && y instanceof CharSequence b) {
            return Rope.areEqual(a, b);
        }
        return x instanceof BigInteger && x.equals(y) || x instanceof Boolean && x.equals(y);
    }
}
