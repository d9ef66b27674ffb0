package dev.jsj.runtime.value;

/**
 * Boxing of Number results in the engine's canonical form: an {@link Integer} where the value is an
 * int32, otherwise a {@link Double}. Negative zero is always a {@code Double}.
 */
public final class JsNumber {
    public static final Double NAN = Double.NaN;
    public static final Double NEGATIVE_ZERO = -0.0;

    /** 2^53 - 1: the largest integer n such that n and n + 1 are both exact. */
    public static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

    private JsNumber() {}

    /** The Number value for {@code value}. */
    public static Object of(double value) {
        int integer = (int) value;
        if (integer == value && (integer != 0 || Double.doubleToRawLongBits(value) == 0)) {
            return integer;
        }
        return value;
    }

    /** The Number value for {@code value}, rounded where it is not exact. */
    public static Object of(long value) {
        int integer = (int) value;
        if (integer == value) {
            return integer;
        }
        return (double) value;
    }

    /** Whether {@code value} is the Number -0. */
    public static boolean isNegativeZero(double value) {
        return Double.doubleToRawLongBits(value) == Long.MIN_VALUE;
    }

    /** 7.2.6 IsIntegralNumber, for a Number already unboxed. */
    public static boolean isIntegral(double value) {
        return Math.rint(value) == value && !Double.isInfinite(value);
    }

    /** Whether {@code value} is the box of a Number. BigInts are {@code Number}s in Java only. */
    public static boolean isNumber(Object value) {
        return value instanceof Integer || value instanceof Double;
    }
}
