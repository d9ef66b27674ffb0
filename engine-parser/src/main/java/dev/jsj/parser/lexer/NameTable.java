package dev.jsj.parser.lexer;

import org.jspecify.annotations.Nullable;

/**
 * The names of one source, keywords included: an open-addressing hash table that needs no String to
 * look a name up.
 */
public final class NameTable {
    private @Nullable Name[] slots = new Name[1024];
    private int size;
    private int lastMark;

    /** A table that knows the keywords. */
    public NameTable() {
        for (TokenType type : TokenType.values()) {
            if (type.isReservedWord() || type.isIdentifier() && type != TokenType.IDENTIFIER) {
                insert(new Name(type.text(), type.text().hashCode(), type));
            }
        }
    }

    /**
     * The name spelled as the given chars, whose {@link String#hashCode} the caller has computed.
     */
    Name find(char[] buffer, int from, int to, int hash) {
        int mask = slots.length - 1;
        int index = spread(hash) & mask;
        for (Name name = slots[index]; name != null; name = slots[index]) {
            if (name.hash() == hash && name.matches(buffer, from, to)) {
                return name;
            }
            index = index + 1 & mask;
        }
        return insert(new Name(new String(buffer, from, to - from), hash, TokenType.IDENTIFIER));
    }

    /** The name with that spelling. */
    public Name find(String text) {
        int hash = text.hashCode();
        int mask = slots.length - 1;
        int index = spread(hash) & mask;
        for (Name name = slots[index]; name != null; name = slots[index]) {
            if (name.hash() == hash && name.text().equals(text)) {
                return name;
            }
            index = index + 1 & mask;
        }
        return insert(new Name(text, hash, TokenType.IDENTIFIER));
    }

    /** A number never handed out before, to mark names with. */
    public int nextMark() {
        return ++lastMark;
    }

    private Name insert(Name name) {
        if (++size * 2 > slots.length) {
            Name[] old = slots;
            slots = new Name[old.length * 2];
            for (Name each : old) {
                if (each != null) {
                    place(each);
                }
            }
        }
        place(name);
        return name;
    }

    private void place(Name name) {
        int mask = slots.length - 1;
        int index = spread(name.hash()) & mask;
        while (slots[index] != null) {
            index = index + 1 & mask;
        }
        slots[index] = name;
    }

    private static int spread(int hash) {
        return hash * 0x9E3779B9 >>> 12;
    }
}
