package dev.jsj.parser.lexer;

/** A name found in a source text; there is one per spelling and source. */
public final class Name {
    private final String text;

    Name(String text) {
        this.text = text;
    }

    /** The spelling, interned. */
    public String text() {
        return text;
    }
}
