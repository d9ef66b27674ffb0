package dev.jsj.parser;

/**
 * An early error. The message is V8's; the engine makes a SyntaxError (rarely a ReferenceError) of
 * it.
 */
public final class JsSyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Source source;
    private final int start;
    private final int end;

    /** An error about the source text from start to end. */
    public JsSyntaxError(String message, Source source, int start, int end) {
        super(message, null, false, false);
        this.source = source;
        this.start = start;
        this.end = end;
    }

    /** The source that has the error. */
    public Source source() {
        return source;
    }

    /** Offset of the first char at fault. */
    public int start() {
        return start;
    }

    /** Offset after the last char at fault. */
    public int end() {
        return end;
    }

    /** Line of the error, counted from 1. */
    public int line() {
        return source.line(start);
    }

    /** Column of the error, counted from 1. */
    public int column() {
        return source.column(start);
    }
}
