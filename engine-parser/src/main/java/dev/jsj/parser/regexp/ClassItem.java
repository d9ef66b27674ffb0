package dev.jsj.parser.regexp;

import java.util.List;

/** What may stand in a character class. */
public sealed interface ClassItem
        permits ClassItem.Range,
                ClassItem.Escape,
                ClassItem.Property,
                ClassItem.Strings,
                RegExpNode.CharacterClass {

    /**
     * The characters from {@code first} to {@code last}, both included; a single character is a
     * range of one.
     */
    record Range(int first, int last) implements ClassItem {}

    /** The character class escapes without operand. */
    enum EscapeKind {
        DIGIT,
        NOT_DIGIT,
        SPACE,
        NOT_SPACE,
        WORD,
        NOT_WORD
    }

    /** {@code \d \D \s \S \w \W}. */
    record Escape(EscapeKind kind) implements ClassItem {}

    /** {@code \p{...}} or, negated, {@code \P{...}}. */
    record Property(UnicodeProperty property, boolean negated) implements ClassItem {}

    /** {@code \q{...|...}}, each alternative as code points. */
    record Strings(List<int[]> alternatives) implements ClassItem {}
}
