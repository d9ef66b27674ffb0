package dev.jsj.runtime.builtins.binary;

/** IEEE 754 binary16 from a double in one rounding; going through float would round twice. */
public final class Float16 {
    private Float16() {}

    /** The bits of the binary16 value nearest to {@code value}, ties to even. */
    public static short fromDouble(double value) {
        float rounded = (float) value;
        if (rounded != value && !Float.isInfinite(rounded) && !Float.isNaN(rounded)) {
            // Round to odd: keeps the second rounding honest, since float has more than 11 + 2
            // bits.
            int bits = Float.floatToRawIntBits(rounded);
            boolean tooLarge = Math.abs((double) rounded) > Math.abs(value);
            if (tooLarge) {
                bits--;
            }
            rounded = Float.intBitsToFloat(bits | 1);
        }
        return Float.floatToFloat16(rounded);
    }

    /** The double nearest to {@code value} that binary16 can represent (Math.f16round). */
    public static double round(double value) {
        return Float.float16ToFloat(fromDouble(value));
    }
}
