package dev.jsj.runtime.value;

/** IEEE 754 binary16 values held in doubles. */
public final class Float16 {
    /** Halfway between the largest finite value and the next power of two. */
    private static final double OVERFLOW = 65520;

    private static final int MIN_EXPONENT = -14;
    private static final int FRACTION_BITS = 10;

    private Float16() {}

    /**
     * The binary16 value closest to {@code value}, ties to even: rounded once, unlike by way of
     * float.
     */
    public static double round(double value) {
        double magnitude = Math.abs(value);
        if (!(magnitude < OVERFLOW)) {
            return value != value ? value : Math.copySign(Double.POSITIVE_INFINITY, value);
        }
        int exponent = Math.max(Math.getExponent(magnitude), MIN_EXPONENT);
        double unit = Math.scalb(1.0, exponent - FRACTION_BITS);
        return Math.rint(value / unit) * unit; // both by powers of two, so exact but for the rint
    }

    /** The bits of the binary16 value closest to {@code value}. */
    public static short toBits(double value) {
        return Float.floatToFloat16((float) round(value));
    }

    /** The value that the bits stand for. */
    public static double fromBits(short bits) {
        return Float.float16ToFloat(bits);
    }
}
