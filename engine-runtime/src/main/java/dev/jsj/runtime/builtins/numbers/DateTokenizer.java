package dev.jsj.runtime.builtins.numbers;

import dev.jsj.runtime.operations.WhiteSpace;

/** Cuts a date text into numbers, words, signs and the rest, with one token of look-ahead. */
final class DateTokenizer {
    private static final int MAX_SIGNIFICANT_DIGITS = 9;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    enum Kind {
        NUMBER,
        /** One of {@code : - + . ( )}. */
        SYMBOL,
        MONTH,
        /** {@code am} or {@code pm}; the value is the hour offset. */
        AM_PM,
        /** A named zone; the value is its offset in hours. */
        ZONE,
        /** The word {@code T}. */
        TIME_SEPARATOR,
        WORD,
        WHITE_SPACE,
        UNKNOWN,
        END
    }

    /**
     * @param value the number, or the meaning of the word, or the symbol
     * @param length in characters
     */
    record Token(Kind kind, int value, int length) {
        boolean isNumber() {
            return kind == Kind.NUMBER;
        }

        boolean isNumberOfLength(int digits) {
            return kind == Kind.NUMBER && length == digits;
        }

        boolean isSymbol(char symbol) {
            return kind == Kind.SYMBOL && value == symbol;
        }

        boolean isSign() {
            return isSymbol('+') || isSymbol('-');
        }

        boolean isEnd() {
            return kind == Kind.END;
        }

        /** The word {@code Z}. */
        boolean isZ() {
            return kind == Kind.ZONE && length == 1;
        }
    }

    private final String text;
    private int position;
    private Token current;

    DateTokenizer(String text) {
        this.text = text;
        current = scan();
    }

    Token peek() {
        return current;
    }

    Token next() {
        Token result = current;
        current = scan();
        return result;
    }

    boolean skipSymbol(char symbol) {
        if (!current.isSymbol(symbol)) {
            return false;
        }
        next();
        return true;
    }

    private Token scan() {
        if (position >= text.length()) {
            return new Token(Kind.END, 0, 0);
        }
        int start = position;
        char c = text.charAt(position);
        if (isDigit(c)) {
            return number(start);
        }
        if (c == ':' || c == '-' || c == '+' || c == '.' || c == ')') {
            position++;
            return new Token(Kind.SYMBOL, c, 1);
        }
        if (c >= 'A' && !WhiteSpace.isWhiteSpace(c)) {
            return word(start);
        }
        if (WhiteSpace.isWhiteSpace(c)) {
            position++;
            return new Token(Kind.WHITE_SPACE, 0, 1);
        }
        if (c == '(') {
            skipParentheses();
            return new Token(Kind.UNKNOWN, 0, position - start);
        }
        position++;
        return new Token(Kind.UNKNOWN, 0, 1);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Token number(int start) {
        while (position < text.length() && text.charAt(position) == '0') {
            position++;
        }
        int value = 0;
        for (int digits = 0; position < text.length() && isDigit(text.charAt(position)); digits++) {
            if (digits < MAX_SIGNIFICANT_DIGITS) {
                value = value * 10 + text.charAt(position) - '0';
            }
            position++;
        }
        return new Token(Kind.NUMBER, value, position - start);
    }

    private Token word(int start) {
        while (position < text.length()
                && text.charAt(position) >= 'A'
                && !WhiteSpace.isWhiteSpace(text.charAt(position))) {
            position++;
        }
        int length = position - start;
        StringBuilder prefix = new StringBuilder(3);
        for (int i = start; i < position && i < start + 3; i++) {
            char c = text.charAt(i);
            prefix.append(c <= 'Z' ? (char) (c + 32) : c);
        }
        String word = prefix.toString();
        if (word.length() == 3) {
            int month = MONTHS.indexOf(word);
            if (month >= 0 && month % 3 == 0) {
                return new Token(Kind.MONTH, month / 3 + 1, length);
            }
        }
        return length > 3 ? new Token(Kind.WORD, 0, length) : shortWord(word, length);
    }

    private static Token shortWord(String word, int length) {
        return switch (word) {
            case "am" -> new Token(Kind.AM_PM, 0, length);
            case "pm" -> new Token(Kind.AM_PM, 12, length);
            case "ut", "utc", "gmt", "z" -> new Token(Kind.ZONE, 0, length);
            case "edt" -> new Token(Kind.ZONE, -4, length);
            case "est", "cdt" -> new Token(Kind.ZONE, -5, length);
            case "cst", "mdt" -> new Token(Kind.ZONE, -6, length);
            case "mst", "pdt" -> new Token(Kind.ZONE, -7, length);
            case "pst" -> new Token(Kind.ZONE, -8, length);
            case "t" -> new Token(Kind.TIME_SEPARATOR, 0, length);
            default -> new Token(Kind.WORD, 0, length);
        };
    }

    private void skipParentheses() {
        int depth = 0;
        do {
            char c = text.charAt(position++);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
        } while (depth > 0 && position < text.length());
    }
}
