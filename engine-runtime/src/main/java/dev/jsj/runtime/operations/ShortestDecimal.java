package dev.jsj.runtime.operations;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal that rounds to a given double, and the closest one of that length.
 *
 * @param digits the significant digits, without trailing zeros
 * @param exponent n such that the value is 0.{@code digits} times 10 to the power of n
 */
record ShortestDecimal(String digits, int exponent) {
    /** The decimal of a positive finite number. */
    static ShortestDecimal of(double value) {
        return of(value, Double.toString(value));
    }

    /** As {@link #of(double)}, with {@code Double.toString} of the number or of its negation. */
    static ShortestDecimal of(double value, String javaText) {
        if (value < 1e-320) {
            return subnormal(value);
        }
        int start = javaText.charAt(0) == '-' ? 1 : 0;
        int exponentMark = javaText.indexOf('E');
        int end = exponentMark < 0 ? javaText.length() : exponentMark;
        int point = javaText.indexOf('.');
        int exponent = point - start;
        if (exponentMark >= 0) {
            exponent += Integer.parseInt(javaText, exponentMark + 1, javaText.length(), 10);
        }
        String digits = javaText.substring(start, point) + javaText.substring(point + 1, end);
        int leading = 0;
        while (leading < digits.length() - 1 && digits.charAt(leading) == '0') {
            leading++;
        }
        int last = digits.length();
        while (last > leading + 1 && digits.charAt(last - 1) == '0') {
            last--;
        }
        return new ShortestDecimal(digits.substring(leading, last), exponent - leading);
    }

    /**
     * {@code Double.toString} prefers two digits to one ({@code 4.9E-324}); among the smallest
     * subnormal numbers one or two digits do: take the fewest that read back.
     */
    private static ShortestDecimal subnormal(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int precision = 1; ; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                BigDecimal stripped = rounded.stripTrailingZeros();
                return new ShortestDecimal(
                        stripped.unscaledValue().toString(),
                        stripped.precision() - stripped.scale());
            }
        }
    }
}
