package dev.jsj.runtime.regexp;

/**
 * What may come next at a place of a pattern for the rest to have a chance: one of some characters,
 * or, when {@code end} is true, the end of the input. It may promise too much, never too little.
 */
record First(CodePointSet characters, boolean end) {
    static final First ANYTHING = new First(CodePointSet.ALL, true);
    static final First END = new First(CodePointSet.EMPTY, true);

    static First of(CodePointSet characters) {
        return new First(characters, false);
    }

    First union(First other) {
        return new First(characters.union(other.characters), end || other.end);
    }

    First intersect(First other) {
        if (this == ANYTHING) {
            return other;
        }
        return other == ANYTHING
                ? this
                : new First(characters.intersect(other.characters), end && other.end);
    }

    boolean isAnything() {
        return end && characters.equals(CodePointSet.ALL);
    }

    // Written out, since the ones that records get are made at run time, which takes a while once.

    @Override
    public boolean equals(Object other) {
        return other instanceof First first
                && end == first.end
                && characters.equals(first.characters);
    }

    @Override
    public int hashCode() {
        return characters.hashCode() + (end ? 1 : 0);
    }
}
