package dev.jsj.parser.lexer;

/** The escape sequences of names, strings and templates (12.7, 12.9.4, 12.9.6). */
final class EscapeSequences {
    private EscapeSequences() {}

    /**
     * Reads what follows {@code \}{@code u}: a code point and the offset after it, packed into a
     * long to be taken apart with {@link #codePoint} and {@link #after}; negative if it is invalid.
     */
    static long unicodeEscape(char[] chars, int p) {
        int value = 0;
        if (chars[p] == '{') {
            int digits = 0;
            for (p++; chars[p] != '}'; p++, digits++) {
                int digit = Characters.hexDigit(chars[p]);
                value = value << 4 | digit;
                if (digit < 0 || value > Character.MAX_CODE_POINT) {
                    return -1;
                }
            }
            return digits == 0 ? -1 : (long) (p + 1) << 32 | value;
        }
        for (int i = 0; i < 4; i++) {
            int digit = Characters.hexDigit(chars[p + i]);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return (long) (p + 4) << 32 | value;
    }

    static int codePoint(long escape) {
        return (int) escape;
    }

    static int after(long escape) {
        return (int) (escape >>> 32);
    }

    /** What is wrong with the invalid escape sequence at p. */
    static String problem(char[] chars, int p) {
        if (chars[p + 1] == 'x') {
            return "Invalid hexadecimal escape sequence";
        }
        if (chars[p + 1] == 'u' && isTooLarge(chars, p + 2)) {
            return "Undefined Unicode code-point";
        }
        return "Invalid Unicode escape sequence";
    }

    /** What is wrong with the invalid escape sequence at p in a template. */
    static String templateProblem(char[] chars, int p) {
        char c = chars[p + 1];
        if (c == '8' || c == '9') {
            return "\\8 and \\9 are not allowed in template strings.";
        }
        return c >= '0' && c <= '7'
                ? "Octal escape sequences are not allowed in template strings."
                : problem(chars, p);
    }

    private static boolean isTooLarge(char[] chars, int p) {
        if (chars[p] != '{') {
            return false;
        }
        long value = 0;
        while (Characters.hexDigit(chars[++p]) >= 0) {
            value = Math.min(value << 4 | Characters.hexDigit(chars[p]), Integer.MAX_VALUE);
        }
        return value > Character.MAX_CODE_POINT;
    }

    /** The value of the text of a string or template whose escapes are known to be valid. */
    static String decode(char[] chars, int from, int to) {
        StringBuilder value = new StringBuilder(to - from);
        int p = from;
        while (p < to) {
            char c = chars[p++];
            if (c == '\\') {
                p = decodeEscape(chars, p, value);
            } else if (c == '\r') { // only in a template
                value.append('\n');
                p += chars[p] == '\n' ? 1 : 0;
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    private static int decodeEscape(char[] chars, int p, StringBuilder value) {
        char c = chars[p++];
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'v' -> value.append((char) 0x0B);
            case '\n', (char) 0x2028, (char) 0x2029 -> {}
            case '\r' -> p += chars[p] == '\n' ? 1 : 0;
            case 'x' -> {
                int high = Characters.hexDigit(chars[p]);
                value.append((char) (high << 4 | Characters.hexDigit(chars[p + 1])));
                p += 2;
            }
            case 'u' -> {
                long escape = unicodeEscape(chars, p);
                value.appendCodePoint(codePoint(escape));
                p = after(escape);
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                int octal = c - '0';
                int most = c <= '3' ? 2 : 1;
                for (int i = 0; i < most && chars[p] >= '0' && chars[p] <= '7'; i++) {
                    octal = octal << 3 | chars[p++] - '0';
                }
                value.append((char) octal);
            }
            default -> value.append(c);
        }
        return p;
    }

    /** Turns CR LF and CR into LF, as templates do. */
    static String normalizeLines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
