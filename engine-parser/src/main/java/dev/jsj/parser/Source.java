package dev.jsj.parser;

import dev.jsj.parser.lexer.NameTable;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;

/** A source text with its name, and where its lines are. */
public final class Source {
    private final String name;
    private final @Nullable Supplier<String> reader;
    private @Nullable String text;
    private final Object referrer;
    private final NameTable names = new NameTable();
    private int[] lineStarts = {};

    /** A source; the name is what stack traces show. */
    public Source(String name, String text) {
        this(name, text, name);
    }

    /**
     * A source whose imports are relative to {@code referrer}: of a source made while another ran,
     * that of the other; a name, or what the host knows it by.
     */
    public Source(String name, String text, Object referrer) {
        this.name = name;
        this.text = text;
        this.referrer = referrer;
        reader = null;
    }

    /** A source that has been compiled before; its text is read when something shows it. */
    public Source(String name, Supplier<String> reader) {
        this.name = name;
        this.reader = reader;
        referrer = name;
    }

    /** The name shown in stack traces, often a path or URL. */
    public String name() {
        return name;
    }

    /**
     * The script or module that imports are relative to: its name, or what the host has given in
     * place of it.
     */
    public Object referrer() {
        return referrer;
    }

    /** The whole text. */
    public String text() {
        String known = text;
        if (known == null) {
            known = Objects.requireNonNull(reader).get();
            text = known;
        }
        return known;
    }

    /** The names found in the text so far. */
    NameTable names() {
        return names;
    }

    /** The text from start (inclusive) to end (exclusive). */
    public String substring(int start, int end) {
        return text().substring(start, end);
    }

    /** The line an offset is in, counted from 1. */
    public int line(int offset) {
        int index = Arrays.binarySearch(lineStarts(), offset);
        return index >= 0 ? index + 1 : -index - 1;
    }

    /** The column of an offset in its line, counted from 1, in UTF-16 units. */
    public int column(int offset) {
        return offset - lineStarts()[line(offset) - 1] + 1;
    }

    /** The offset at which a line (counted from 1) starts. */
    public int lineStart(int line) {
        return lineStarts()[line - 1];
    }

    /** The number of lines. */
    public int lineCount() {
        return lineStarts().length;
    }

    /** The text of a line (counted from 1) without its terminator. */
    public String lineText(int line) {
        String text = text();
        int start = lineStart(line);
        int end = start;
        while (end < text.length() && !isLineTerminator(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isLineTerminator(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }

    private int[] lineStarts() {
        if (lineStarts.length == 0) {
            lineStarts = findLineStarts(text());
        }
        return lineStarts;
    }

    private static int[] findLineStarts(String text) {
        int[] starts = new int[16 + text.length() / 32];
        int count = 1;
        for (int i = 0, n = text.length(); i < n; i++) {
            char c = text.charAt(i);
            if (!isLineTerminator(c) || c == '\r' && i + 1 < n && text.charAt(i + 1) == '\n') {
                continue;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
        return Arrays.copyOf(starts, count);
    }
}
