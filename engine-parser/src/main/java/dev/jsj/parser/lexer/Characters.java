package dev.jsj.parser.lexer;

/** The character classes of clause 12. */
public final class Characters {
    private static final byte ID_START = 1;
    private static final byte ID_PART = 2;
    private static final byte[] ASCII = new byte[128];

    static {
        for (int c = 'a'; c <= 'z'; c++) {
            ASCII[c] = ASCII[c - 'a' + 'A'] = ID_START | ID_PART;
        }
        for (int c = '0'; c <= '9'; c++) {
            ASCII[c] = ID_PART;
        }
        ASCII['$'] = ASCII['_'] = ID_START | ID_PART;
    }

    /**
     * ID_Start and ID_Continue of Unicode 17 that Java's Unicode 16 lacks: first, last, and 1 if
     * only ID_Continue.
     */
    private static final int[] UNICODE_17 = {
        0x88f, 0x88f, 0, 0xc5c, 0xc5c, 0, 0xcdc, 0xcdc, 0, 0x1acf, 0x1add, 1, 0x1ae0, 0x1aeb, 1,
        0xa7ce, 0xa7cf, 0, 0xa7d2, 0xa7d2, 0, 0xa7d4, 0xa7d4, 0, 0xa7f1, 0xa7f1, 0, 0x10940,
        0x10959, 0, 0x10ec5, 0x10ec7, 0, 0x10efa, 0x10efb, 1, 0x11b60, 0x11b67, 1, 0x11db0, 0x11ddb,
        0, 0x11de0, 0x11de9, 1, 0x16ea0, 0x16eb8, 0, 0x16ebb, 0x16ed3, 0, 0x16ff2, 0x16ff6, 0,
        0x187f8, 0x187ff, 0, 0x18d09, 0x18d1e, 0, 0x18d80, 0x18df2, 0, 0x1e6c0, 0x1e6de, 0, 0x1e6e0,
        0x1e6e2, 0, 0x1e6e3, 0x1e6e3, 1, 0x1e6e4, 0x1e6e5, 0, 0x1e6e6, 0x1e6e6, 1, 0x1e6e7, 0x1e6ed,
        0, 0x1e6ee, 0x1e6ef, 1, 0x1e6f0, 0x1e6f4, 0, 0x1e6f5, 0x1e6f5, 1, 0x1e6fe, 0x1e6ff, 0,
        0x2b73a, 0x2b73f, 0, 0x2cea2, 0x2cead, 0, 0x323b0, 0x33479, 0
    };

    private static final int VERTICAL_TILDE = 0x2E2F;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Characters() {}

    /** IdentifierStartChar. */
    public static boolean isIdentifierStart(int c) {
        if (c < 128) {
            return c >= 0 && (ASCII[c] & ID_START) != 0;
        }
        return Character.isUnicodeIdentifierStart(c) && c != VERTICAL_TILDE || isInUnicode17(c, 0);
    }

    /** IdentifierPartChar. */
    public static boolean isIdentifierPart(int c) {
        if (c < 128) {
            return c >= 0 && (ASCII[c] & ID_PART) != 0;
        }
        if (c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER) {
            return true;
        }
        return Character.isUnicodeIdentifierPart(c)
                        && !Character.isIdentifierIgnorable(c)
                        && c != VERTICAL_TILDE
                || isInUnicode17(c, 1);
    }

    private static boolean isInUnicode17(int c, int continueOnly) {
        for (int i = 0; i < UNICODE_17.length && c >= UNICODE_17[i]; i += 3) {
            if (c <= UNICODE_17[i + 1]) {
                return UNICODE_17[i + 2] <= continueOnly;
            }
        }
        return false;
    }

    static boolean isAsciiIdentifierPart(char c) {
        return c < 128 && ASCII[c] != 0;
    }

    /** LineTerminator. */
    public static boolean isLineTerminator(int c) {
        return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
    }

    /** WhiteSpace. */
    public static boolean isWhiteSpace(int c) {
        return switch (c) {
            case '\t', 0x0B, '\f', ' ', 0xA0, 0xFEFF -> true;
            default -> c > 0xFF && Character.getType(c) == Character.SPACE_SEPARATOR;
        };
    }

    /** The value of a hexadecimal digit, or -1. */
    public static int hexDigit(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
