package dev.jsj.interp.bytecode;

import java.util.Arrays;

/** A source text with its name (a path or URL), which finds lines and columns of positions. */
public final class SourceText {

    private final String name;
    private final String text;
    private int[] lineStarts;

    public SourceText(String name, String text) {
        this.name = name;
        this.text = text;
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** 1-based line of a position. */
    public int line(int position) {
        return lineIndex(position) + 1;
    }

    /** 1-based column of a position, in UTF-16 code units. */
    public int column(int position) {
        return position - lineStarts()[lineIndex(position)] + 1;
    }

    /** The text of a 1-based line, without its terminator. */
    public String lineText(int line) {
        int[] starts = lineStarts();
        int start = starts[line - 1];
        int end = start;
        while (end < text.length() && !isLineTerminator(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private int lineIndex(int position) {
        int index = Arrays.binarySearch(lineStarts(), position);
        return index >= 0 ? index : -index - 2;
    }

    private int[] lineStarts() {
        if (lineStarts == null) {
            int[] starts = new int[16];
            int count = 1;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (!isLineTerminator(c)
                        || (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
                    continue;
                }
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
            lineStarts = Arrays.copyOf(starts, count);
        }
        return lineStarts;
    }

    private static boolean isLineTerminator(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }
}
