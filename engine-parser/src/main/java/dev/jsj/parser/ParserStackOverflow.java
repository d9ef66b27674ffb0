package dev.jsj.parser;

/** The source is nested too deeply to be parsed; the engine makes a RangeError of it. */
public final class ParserStackOverflow extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The overflow; it has no stack trace, since none would help. */
    public ParserStackOverflow() {
        super("Maximum call stack size exceeded", null, false, false);
    }
}
