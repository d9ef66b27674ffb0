package dev.jsj.parser.lexer;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/** Numeric literals (12.9.3 and B.1.1). */
final class NumberScanner {
    static final String INVALID = "Invalid or unexpected token";

    private final char[] chars;
    private final int limit;
    private int radix;
    private boolean plainInteger;
    private boolean separators;
    private boolean bigInt;
    private @Nullable String problem;
    private @Nullable String strictProblem;

    NumberScanner(char[] chars, int limit) {
        this.chars = chars;
        this.limit = limit;
    }

    boolean isBigInt() {
        return bigInt;
    }

    String problem() {
        assert problem != null;
        return problem;
    }

    @Nullable String strictProblem() {
        return strictProblem;
    }

    /**
     * The offset after the literal at p, or if it is malformed, the negative of the offset of the
     * problem.
     */
    int scan(int p) {
        radix = 10;
        plainInteger = false;
        separators = false;
        bigInt = false;
        problem = null;
        strictProblem = null;
        if (chars[p] == '0') {
            switch (chars[p + 1] | 0x20) {
                case 'x' -> radix = 16;
                case 'o' -> radix = 8;
                case 'b' -> radix = 2;
                default -> {
                    if (chars[p + 1] >= '0' && chars[p + 1] <= '9') {
                        return scanLegacy(p);
                    }
                    if (chars[p + 1] == '_') {
                        return problem(p + 1, "Numeric separator can not be used after leading 0.");
                    }
                }
            }
            if (radix != 10) {
                return scanBigIntSuffix(digits(p + 2));
            }
        }
        return scanDecimal(p);
    }

    private int scanDecimal(int p) {
        if (chars[p] != '.') {
            int first = p;
            p = digits(p);
            if (p < 0) {
                return p;
            }
            if (chars[p] == 'n') {
                return scanBigIntSuffix(p);
            }
            plainInteger = p - first <= 9 && !separators;
        }
        return scanFraction(p);
    }

    private int scanFraction(int p) {
        if (chars[p] == '.') {
            plainInteger = false;
            p++;
            if (chars[p] == '_') {
                return problem(p, INVALID);
            }
            if (isDigit(chars[p])) {
                p = digits(p);
            }
        }
        if (p >= 0 && (chars[p] | 0x20) == 'e') {
            plainInteger = false;
            p++;
            if (chars[p] == '+' || chars[p] == '-') {
                p++;
            }
            if (!isDigit(chars[p])) {
                return problem(p, INVALID);
            }
            p = digits(p);
        }
        return p;
    }

    private int scanBigIntSuffix(int p) {
        if (p >= 0 && chars[p] == 'n') {
            bigInt = true;
            return p + 1;
        }
        return p;
    }

    /** {@code 017} is octal; {@code 018} and {@code 08.5} are decimal. */
    private int scanLegacy(int first) {
        int p = first + 1;
        radix = 8;
        while (isDigit(chars[p])) {
            if (chars[p] >= '8') {
                radix = 10;
            }
            p++;
        }
        if (chars[p] == '_') {
            return problem(p, INVALID);
        }
        if (radix == 8) {
            strictProblem = "Octal literals are not allowed in strict mode.";
            return p;
        }
        strictProblem = "Decimals with leading zeros are not allowed in strict mode.";
        return scanFraction(p);
    }

    /** Skips at least one digit, with separators between. */
    private int digits(int p) {
        if (digit(chars[p]) < 0) {
            return problem(p, INVALID);
        }
        while (true) {
            char c = chars[p];
            if (digit(c) >= 0) {
                p++;
            } else if (c == '_') {
                separators = true;
                if (chars[p + 1] == '_') {
                    return problem(p + 1, "Only one underscore is allowed as numeric separator");
                }
                if (digit(chars[p + 1]) < 0) {
                    return problem(
                            p + 1,
                            "Numeric separators are not allowed at the end of numeric literals");
                }
                p++;
            } else {
                return p;
            }
        }
    }

    private int digit(char c) {
        if (radix == 10) {
            return isDigit(c) ? c - '0' : -1;
        }
        int digit = Characters.hexDigit(c);
        return digit < radix ? digit : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private int problem(int p, String message) {
        problem = message;
        return -Math.min(p, limit);
    }

    /** The value of the last literal scanned, which was not a BigInt. */
    double value(int from, int to) {
        if (plainInteger) {
            int value = 0;
            for (int i = from; i < to; i++) {
                value = value * 10 + (chars[i] - '0');
            }
            return value;
        }
        if (radix == 10) {
            return Double.parseDouble(text(from, to));
        }
        return new BigInteger(digitsOnly(from, to), radix).doubleValue();
    }

    /** The value of the last literal scanned, which was a BigInt. */
    BigInteger bigInteger(int from, int to) {
        return new BigInteger(digitsOnly(from, to - 1), radix);
    }

    private String digitsOnly(int from, int to) {
        boolean prefixed = radix != 10 && !isDigit(chars[from + 1]);
        return text(prefixed ? from + 2 : from, to);
    }

    private String text(int from, int to) {
        String text = new String(chars, from, to - from);
        return separators ? text.replace("_", "") : text;
    }
}
