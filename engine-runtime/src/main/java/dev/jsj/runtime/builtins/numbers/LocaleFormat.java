package dev.jsj.runtime.builtins.numbers;

import dev.jsj.runtime.operations.NumberConversion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Numbers as the locale en-US writes them by default: groups of three, at most three decimals. */
final class LocaleFormat {
    private static final int MAX_FRACTION_DIGITS = 3;

    private LocaleFormat() {}

    static String number(double value) {
        if (value != value) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        BigDecimal rounded =
                new BigDecimal(NumberConversion.toString(Math.abs(value)))
                        .setScale(MAX_FRACTION_DIGITS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        String plain = rounded.toPlainString();
        int point = plain.indexOf('.');
        String integer = point < 0 ? plain : plain.substring(0, point);
        String fraction = point < 0 ? "" : plain.substring(point);
        boolean negative = Math.copySign(1, value) < 0;
        return (negative ? "-" : "") + group(integer) + fraction;
    }

    static String number(BigInteger value) {
        String digits = group(value.abs().toString());
        return value.signum() < 0 ? "-" + digits : digits;
    }

    private static String group(String digits) {
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }
}
