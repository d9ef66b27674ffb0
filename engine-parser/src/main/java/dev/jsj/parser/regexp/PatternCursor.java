package dev.jsj.parser.regexp;

/**
 * A position in a pattern, which is read by code points in Unicode mode and by code units
 * otherwise.
 */
final class PatternCursor {
    static final int END = -1;

    final String pattern;
    final RegExpFlags flags;
    final boolean unicodeMode;
    int position;

    PatternCursor(String pattern, RegExpFlags flags) {
        this.pattern = pattern;
        this.flags = flags;
        this.unicodeMode = flags.eitherUnicode();
    }

    boolean atEnd() {
        return position >= pattern.length();
    }

    /** The character at the position, or {@link #END}. */
    int peek() {
        if (position >= pattern.length()) {
            return END;
        }
        return unicodeMode ? pattern.codePointAt(position) : pattern.charAt(position);
    }

    /** The code unit {@code offset} units ahead, or {@link #END}. */
    int peekUnit(int offset) {
        int index = position + offset;
        return index < pattern.length() ? pattern.charAt(index) : END;
    }

    /** Reads one character; the caller knows that there is one. */
    int next() {
        int character = peek();
        position += Character.charCount(character);
        return character;
    }

    /** Reads one code point, whatever the mode: group names are the same in both. */
    int nextCodePoint() {
        int character = pattern.codePointAt(position);
        position += Character.charCount(character);
        return character;
    }

    boolean eat(char unit) {
        if (peekUnit(0) != unit) {
            return false;
        }
        position++;
        return true;
    }

    boolean eat(String text) {
        if (!pattern.startsWith(text, position)) {
            return false;
        }
        position += text.length();
        return true;
    }

    /**
     * Reads a run of decimal digits, saturating at {@link Integer#MAX_VALUE}; -1 when there is
     * none.
     */
    int decimalDigits() {
        if (!isDecimalDigit(peekUnit(0))) {
            return -1;
        }
        long value = 0;
        while (isDecimalDigit(peekUnit(0))) {
            value = Math.min(value * 10 + (pattern.charAt(position++) - '0'), Integer.MAX_VALUE);
        }
        return (int) value;
    }

    /** Reads exactly {@code count} hexadecimal digits, or reads nothing and gives -1. */
    int hexDigits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int digit = hexDigit(peekUnit(i));
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        position += count;
        return value;
    }

    static boolean isDecimalDigit(int unit) {
        return unit >= '0' && unit <= '9';
    }

    static boolean isAsciiLetter(int unit) {
        int lower = unit | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static int hexDigit(int unit) {
        return unit >= 0 && unit < 128 ? Character.digit(unit, 16) : -1;
    }

    RegExpSyntaxException error(String reason) {
        return new RegExpSyntaxException(
                "Invalid regular expression: /" + pattern + "/" + flags + ": " + reason,
                Math.min(position, pattern.length()));
    }
}
