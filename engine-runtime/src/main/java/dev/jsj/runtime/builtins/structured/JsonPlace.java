package dev.jsj.runtime.builtins.structured;

/**
 * The origin of an error of JSON.parse: a place in the text, which V8 takes for a script without a
 * name.
 *
 * @param position its index, or the text's length
 */
public record JsonPlace(String text, int position) {
    /** The line's number, from 1. */
    public int line() {
        return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
    }

    /** The text of the line. */
    public String lineText() {
        int end = text.indexOf('\n', position);
        String line = text.substring(lineStart(), end < 0 ? text.length() : end);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** The index in the line. */
    public int column() {
        return position - lineStart();
    }

    private int lineStart() {
        return text.lastIndexOf('\n', position - 1) + 1;
    }
}
