package dev.jsj.runtime.operations;

/** 12.2 White Space and 12.3 Line Terminators: what numeric conversion and trimming strip. */
public final class WhiteSpace {
    private WhiteSpace() {}

    /** Whether {@code c} is a WhiteSpace or LineTerminator code unit. */
    public static boolean isWhiteSpace(char c) {
        if (c < 128) {
            return c == ' ' || c >= '\t' && c <= '\r';
        }
        return c == '\u00A0'
                || c == '\uFEFF'
                || c == '\u2028'
                || c == '\u2029'
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** The index of the first code unit at or after {@code start} that is not white space. */
    public static int skip(CharSequence text, int start, int end) {
        int index = start;
        while (index < end && isWhiteSpace(text.charAt(index))) {
            index++;
        }
        return index;
    }

    /** The index behind the last code unit before {@code end} that is not white space. */
    public static int skipBackward(CharSequence text, int start, int end) {
        int index = end;
        while (index > start && isWhiteSpace(text.charAt(index - 1))) {
            index--;
        }
        return index;
    }

    /** 22.1.3.32.1 TrimString, both ends. */
    public static String trim(String text) {
        int start = skip(text, 0, text.length());
        return text.substring(start, skipBackward(text, start, text.length()));
    }
}
