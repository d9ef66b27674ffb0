package dev.jsj.runtime.operations;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/**
 * Conversions between Numbers or BigInts and their text: the StringNumericLiteral grammar
 * (7.1.4.1), StringToBigInt (7.1.14), Number::toString (6.1.6.1.20). The fixed-width formats of
 * {@code Number.prototype} are in {@link NumberFormatting}.
 */
public final class NumberConversion {
    /** Powers of ten that are exact doubles. */
    private static final double[] EXACT_POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22
    };

    private static final int MAX_EXACT_DIGITS = 15;

    private NumberConversion() {}

    // ---- String to Number ------------------------------------------------------------------

    /** 7.1.4.1.1 StringToNumber ( str ): NaN where the text is not a StringNumericLiteral. */
    public static double stringToNumber(String text) {
        int length = text.length();
        // FAST PATH: a few decimal digits and nothing else.
        if (length > 0 && length <= 9) {
            int value = 0;
            int index = 0;
            for (; index < length; index++) {
                int digit = text.charAt(index) - '0';
                if (digit < 0 || digit > 9) {
                    break;
                }
                value = value * 10 + digit;
            }
            if (index == length) {
                return value;
            }
        }
        int start = WhiteSpace.skip(text, 0, length);
        int end = WhiteSpace.skipBackward(text, start, length);
        if (start == end) {
            return 0;
        }
        if (end - start > 2 && text.charAt(start) == '0') {
            int radix = radixOfPrefix(text.charAt(start + 1));
            if (radix != 0) {
                return radixDigitsEnd(text, start + 2, end, radix) == end
                        ? parseRadixDigits(text, start + 2, end, radix)
                        : Double.NaN;
            }
        }
        int stop = decimalLiteralEnd(text, start, end);
        return stop == end ? parseDecimal(text, start, end) : Double.NaN;
    }

    private static int radixOfPrefix(char c) {
        return switch (c) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    /**
     * The index behind the longest StrDecimalLiteral that starts at {@code start}, or {@code start}
     * where there is none.
     */
    public static int decimalLiteralEnd(String text, int start, int end) {
        int index = start;
        if (index < end && (text.charAt(index) == '+' || text.charAt(index) == '-')) {
            index++;
        }
        if (text.startsWith("Infinity", index) && index + 8 <= end) {
            return index + 8;
        }
        int digitsStart = index;
        index = decimalDigitsEnd(text, index, end);
        int digits = index - digitsStart;
        if (index < end && text.charAt(index) == '.') {
            int fractionEnd = decimalDigitsEnd(text, index + 1, end);
            digits += fractionEnd - index - 1;
            if (digits == 0) {
                return start;
            }
            index = fractionEnd;
        }
        if (digits == 0) {
            return start;
        }
        if (index < end && (text.charAt(index) | 0x20) == 'e') {
            int exponent = index + 1;
            if (exponent < end && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            int exponentEnd = decimalDigitsEnd(text, exponent, end);
            if (exponentEnd > exponent) {
                index = exponentEnd;
            }
        }
        return index;
    }

    private static int decimalDigitsEnd(String text, int start, int end) {
        int index = start;
        while (index < end) {
            char c = text.charAt(index);
            if (c < '0' || c > '9') {
                break;
            }
            index++;
        }
        return index;
    }

    /** The value of a StrDecimalLiteral that is known to be well formed. */
    public static double parseDecimal(String text, int start, int end) {
        int index = start;
        boolean negative = false;
        char first = text.charAt(index);
        if (first == '+' || first == '-') {
            negative = first == '-';
            index++;
        }
        if (text.charAt(index) == 'I') {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        // FAST PATH: up to 15 digits, scaled by an exact power of ten, round once.
        long digits = 0;
        int digitCount = 0;
        int scale = 0;
        boolean fraction = false;
        for (; index < end && digitCount <= MAX_EXACT_DIGITS; index++) {
            char c = text.charAt(index);
            if (c == '.') {
                fraction = true;
            } else if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                if (digits != 0) {
                    digitCount++;
                }
                if (fraction) {
                    scale--;
                }
            } else {
                break;
            }
        }
        if (digitCount <= MAX_EXACT_DIGITS && index == end && scale >= -22) {
            double value = digits;
            if (scale < 0) {
                value /= EXACT_POWERS_OF_TEN[-scale];
            }
            return negative ? -value : value;
        }
        return Double.parseDouble(text.substring(start, end));
    }

    /** The index behind the longest run of digits in {@code radix}. */
    static int radixDigitsEnd(String text, int start, int end, int radix) {
        int index = start;
        while (index < end) {
            int digit = digitValue(text.charAt(index));
            if (digit < 0 || digit >= radix) {
                break;
            }
            index++;
        }
        return index;
    }

    /** The value of an ASCII digit or letter, or -1. */
    private static int digitValue(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return c < 128 && lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : -1;
    }

    /** The value of a run of digits: exact and rounded once where the radix is a power of two. */
    private static double parseRadixDigits(String text, int start, int end, int radix) {
        if (radix == 10) {
            return parseDecimal(text, start, end);
        }
        long value = 0;
        for (int index = start; index < end; index++) {
            value = value * radix + digitValue(text.charAt(index));
            if (value > 1L << 53) {
                return Integer.bitCount(radix) == 1
                        ? BigIntText.parse(text.substring(start, end), radix).doubleValue()
                        : parseLongDigits(text, start, end, radix);
            }
        }
        return value;
    }

    /**
     * Long digit runs in a radix that is no power of two are implementation-approximated: group as
     * many digits as 32 bits hold and round once per group, which gives V8's values.
     */
    private static double parseLongDigits(String text, int start, int end, int radix) {
        final long maximumMultiplier = 0xFFFF_FFFFL / 36;
        double value = 0;
        int index = start;
        while (index < end) {
            long part = 0;
            long multiplier = 1;
            while (index < end && multiplier * radix <= maximumMultiplier) {
                part = part * radix + digitValue(text.charAt(index++));
                multiplier *= radix;
            }
            value = value * multiplier + part;
        }
        return value;
    }

    /** 19.2.5 parseInt ( string, radix ), both arguments converted. */
    public static double parseInt(String text, int radixArgument) {
        int length = text.length();
        int index = WhiteSpace.skip(text, 0, length); // 2
        boolean negative = false; // 3
        if (index < length && (text.charAt(index) == '-' || text.charAt(index) == '+')) {
            negative = text.charAt(index) == '-'; // 4
            index++; // 5
        }
        int radix = radixArgument; // 6
        boolean stripPrefix = true; // 7
        if (radix != 0) {
            if (radix < 2 || radix > 36) {
                return Double.NaN; // 8.a
            }
            stripPrefix = radix == 16; // 8.b
        } else {
            radix = 10; // 9
        }
        if (stripPrefix
                && index + 1 < length
                && text.charAt(index) == '0'
                && (text.charAt(index + 1) | 0x20) == 'x') {
            index += 2; // 10
            radix = 16;
        }
        int end = radixDigitsEnd(text, index, length, radix); // 11, 12
        if (end == index) {
            return Double.NaN; // 13
        }
        double value = parseRadixDigits(text, index, end, radix); // 14, 15
        return negative ? -value : value; // 16, 17
    }

    /** 19.2.4 parseFloat ( string ), the argument converted. */
    public static double parseFloat(String text) {
        int start = WhiteSpace.skip(text, 0, text.length()); // 2
        int end = decimalLiteralEnd(text, start, text.length()); // 3
        return end == start ? Double.NaN : parseDecimal(text, start, end); // 4 - 6
    }

    /** 7.1.14 StringToBigInt ( str ): null where the text is not a StringIntegerLiteral. */
    public static @Nullable BigInteger stringToBigInt(String source) {
        String text = WhiteSpace.trim(source);
        int length = text.length();
        if (length == 0) {
            return BigInteger.ZERO;
        }
        int start = 0;
        int radix = 10;
        char first = text.charAt(0);
        if (first == '+' || first == '-') {
            start = 1;
        } else if (first == '0' && length > 2) {
            radix = radixOfPrefix(text.charAt(1));
            if (radix == 0) {
                radix = 10;
            } else {
                start = 2;
            }
        }
        if (start == length || radixDigitsEnd(text, start, length, radix) != length) {
            return null;
        }
        BigInteger value = BigIntText.parse(text.substring(start), radix);
        return first == '-' ? value.negate() : value;
    }

    // ---- Number to String ------------------------------------------------------------------

    /** 6.1.6.1.20 Number::toString ( x, 10 ). */
    public static String toString(double value) {
        long integer = (long) value;
        if (integer == value && integer <= 1L << 53 && integer >= -(1L << 53)) {
            return Long.toString(integer); // covers -0 too
        }
        if (value != value) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        String text = Double.toString(value);
        double magnitude = Math.abs(value);
        if (magnitude >= 1e-3 && magnitude < 1e7) {
            return text; // the same format here; integers went above
        }
        StringBuilder result = new StringBuilder(26);
        if (value < 0) {
            result.append('-');
        }
        ShortestDecimal decimal = ShortestDecimal.of(magnitude, text);
        appendDecimal(result, decimal.digits(), decimal.exponent());
        return result.toString();
    }

    /**
     * Steps 5 to 12 of Number::toString: {@code digits} times 10 to the power of ({@code n} -
     * number of digits).
     */
    private static void appendDecimal(StringBuilder result, String digits, int n) {
        int k = digits.length();
        if (n > 21 || n <= -6) {
            NumberFormatting.appendExponential(result, digits, n - 1);
        } else if (k <= n) {
            result.append(digits).repeat('0', n - k);
        } else if (n > 0) {
            result.append(digits, 0, n).append('.').append(digits, n, k);
        } else {
            result.append("0.").repeat('0', -n).append(digits);
        }
    }

    /** 6.1.6.1.20 Number::toString ( x, radix ), with the fraction digits that V8 gives. */
    public static String toString(double value, int radix) {
        if (radix == 10) {
            return toString(value);
        }
        long exact = (long) value;
        if (exact == value && exact <= 1L << 53 && exact >= -(1L << 53)) {
            return Long.toString(exact, radix);
        }
        if (value != value) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        double magnitude = Math.abs(value);
        double integer = Math.floor(magnitude);
        StringBuilder fraction = new StringBuilder();
        if (appendFraction(fraction, magnitude, magnitude - integer, radix)) {
            integer += 1;
        }
        StringBuilder result = new StringBuilder();
        if (value < 0) {
            result.append('-');
        }
        appendInteger(result, integer, radix);
        if (!fraction.isEmpty()) {
            result.append('.').append(fraction);
        }
        return result.toString();
    }

    /**
     * Digits of the fraction until they identify {@code value} among its neighbours.
     *
     * @return whether rounding the last digit carried into the integer part
     */
    private static boolean appendFraction(
            StringBuilder result, double value, double fractionPart, int radix) {
        double fraction = fractionPart;
        double delta = Math.max(Double.MIN_VALUE, 0.5 * (Math.nextUp(value) - value));
        while (fraction >= delta) {
            fraction *= radix;
            delta *= radix;
            int digit = (int) fraction;
            result.append(Character.forDigit(digit, radix));
            fraction -= digit;
            boolean roundUp = fraction > 0.5 || fraction == 0.5 && (digit & 1) != 0;
            if (roundUp && fraction + delta > 1) {
                return roundUpLastDigit(result, radix);
            }
        }
        return false;
    }

    private static boolean roundUpLastDigit(StringBuilder digits, int radix) {
        for (int last = digits.length() - 1; last >= 0; last--) {
            int digit = Character.digit(digits.charAt(last), radix);
            if (digit + 1 < radix) {
                digits.setCharAt(last, Character.forDigit(digit + 1, radix));
                return false;
            }
            digits.setLength(last);
        }
        return true;
    }

    /** Digits of an integer; those beyond a double's precision are zeros. */
    private static void appendInteger(StringBuilder result, double value, int radix) {
        double integer = value;
        int zeros = 0;
        while (integer / radix >= 1L << 53) {
            integer /= radix;
            zeros++;
        }
        StringBuilder reversed = new StringBuilder();
        do {
            double remainder = integer % radix;
            reversed.append(Character.forDigit((int) remainder, radix));
            integer = (integer - remainder) / radix;
        } while (integer > 0);
        result.append(reversed.reverse()).repeat('0', zeros);
    }
}
