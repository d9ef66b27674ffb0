package dev.jsj.parser.lexer;

import org.jspecify.annotations.Nullable;

/**
 * A name found in a source text; there is one per spelling and source.
 *
 * <p>The public fields are the notebook of the scope tracker, which needs a map from names that
 * costs nothing. They mean nothing outside of it.
 */
public final class Name {
    private final String text;
    private final char[] chars;
    private final int hash;
    private final TokenType type;

    /** What the name is bound to in the scope being closed, else null. */
    public @Nullable Object binding;

    /** Tells in which pass over the references the name was last seen. */
    public int mark;

    /** Where in that pass it was seen. */
    public int markIndex;

    Name(String text, int hash, TokenType type) {
        this.text = text.intern();
        this.chars = text.toCharArray();
        this.hash = hash;
        this.type = type;
    }

    /** The spelling, interned. */
    public String text() {
        return text;
    }

    /** The token type an unescaped occurrence has. */
    public TokenType type() {
        return type;
    }

    int hash() {
        return hash;
    }

    boolean matches(char[] buffer, int from, int to) {
        char[] own = chars;
        int length = own.length;
        if (to - from != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (own[i] != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
