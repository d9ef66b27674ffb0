package dev.jsj.parser.regexp;

/**
 * An early error of a pattern or of its flags; the message is the text that the JavaScript
 * SyntaxError carries.
 */
public final class RegExpSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int index;

    RegExpSyntaxException(String message, int index) {
        super(message, null, false, false);
        this.index = index;
    }

    /**
     * Where in the pattern the parser stood, counted in UTF-16 code units; -1 when the flags are
     * wrong.
     */
    public int index() {
        return index;
    }
}
