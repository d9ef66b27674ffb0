package dev.jsj.runtime.operations;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The exact decimal formats of {@code Number.prototype}: toFixed, toExponential, toPrecision
 * (21.1.3). "If there are two such n, pick the larger n" is {@link RoundingMode#HALF_UP} of the
 * magnitude.
 */
public final class NumberFormatting {
    private static final long[] POWERS_OF_TEN = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    private NumberFormatting() {}

    /** Number.prototype.toFixed of a finite number, {@code fractionDigits} within 0 to 100. */
    public static String toFixed(double value, int fractionDigits) {
        double magnitude = Math.abs(value);
        if (magnitude >= 1e21) {
            return NumberConversion.toString(value);
        }
        String digits = fixedDigits(magnitude, fractionDigits);
        return value < 0 ? "-" + digits : digits;
    }

    private static String fixedDigits(double magnitude, int fractionDigits) {
        // FAST PATH: integers, and fractions that stay far from a tie when scaled in double.
        if (fractionDigits < POWERS_OF_TEN.length) {
            long power = POWERS_OF_TEN[fractionDigits];
            double scaled = magnitude * power;
            if (scaled < 1e15) {
                double floor = Math.floor(scaled);
                double rest = scaled - floor;
                // scaled carries a relative error of 2^-53, so an absolute one below 0.13.
                if (rest < 0.35 || rest > 0.65) {
                    boolean up = rest > 0.65;
                    // Close to an integer the floor itself is in doubt, but not the nearest one.
                    return fixedText((long) floor + (up ? 1 : 0), power, fractionDigits);
                }
            }
        }
        return new BigDecimal(magnitude)
                .setScale(fractionDigits, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String fixedText(long scaled, long power, int fractionDigits) {
        if (fractionDigits == 0) {
            return Long.toString(scaled);
        }
        String fraction = Long.toString(scaled % power);
        return new StringBuilder(24)
                .append(scaled / power)
                .append('.')
                .repeat('0', fractionDigits - fraction.length())
                .append(fraction)
                .toString();
    }

    /**
     * Number.prototype.toExponential of a finite number with the fewest digits that identify it.
     */
    public static String toExponential(double value) {
        StringBuilder result = new StringBuilder();
        if (value < 0) {
            result.append('-');
        }
        if (value == 0) {
            return "0e+0";
        }
        ShortestDecimal decimal = ShortestDecimal.of(Math.abs(value));
        appendExponential(result, decimal.digits(), decimal.exponent() - 1);
        return result.toString();
    }

    /**
     * Number.prototype.toExponential of a finite number, {@code fractionDigits} within 0 to 100.
     */
    public static String toExponential(double value, int fractionDigits) {
        StringBuilder result = new StringBuilder();
        if (value < 0) {
            result.append('-');
        }
        if (value == 0) {
            appendExponential(result, "0".repeat(fractionDigits + 1), 0);
        } else {
            BigDecimal rounded = round(Math.abs(value), fractionDigits + 1);
            appendExponential(result, digits(rounded, fractionDigits + 1), exponent(rounded));
        }
        return result.toString();
    }

    /** Number.prototype.toPrecision of a finite number, {@code precision} within 1 to 100. */
    public static String toPrecision(double value, int precision) {
        StringBuilder result = new StringBuilder();
        if (value < 0) {
            result.append('-');
        }
        String digits;
        int exponent;
        if (value == 0) {
            digits = "0".repeat(precision);
            exponent = 0;
        } else {
            BigDecimal rounded = round(Math.abs(value), precision);
            digits = digits(rounded, precision);
            exponent = exponent(rounded);
        }
        if (exponent < -6 || exponent >= precision) {
            appendExponential(result, digits, exponent);
        } else if (exponent == precision - 1) {
            result.append(digits);
        } else if (exponent >= 0) {
            result.append(digits, 0, exponent + 1)
                    .append('.')
                    .append(digits, exponent + 1, precision);
        } else {
            result.append("0.").repeat('0', -(exponent + 1)).append(digits);
        }
        return result.toString();
    }

    private static BigDecimal round(double magnitude, int precision) {
        return new BigDecimal(magnitude).round(new MathContext(precision, RoundingMode.HALF_UP));
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    /** The significant digits, padded with zeros: an exact double may have fewer than asked for. */
    private static String digits(BigDecimal value, int precision) {
        String digits = value.unscaledValue().toString();
        return digits.length() < precision
                ? digits + "0".repeat(precision - digits.length())
                : digits;
    }

    /** {@code d.ddde±x}. */
    static void appendExponential(StringBuilder result, String digits, int exponent) {
        result.append(digits.charAt(0));
        if (digits.length() > 1) {
            result.append('.').append(digits, 1, digits.length());
        }
        result.append('e').append(exponent < 0 ? '-' : '+').append(Math.abs(exponent));
    }
}
