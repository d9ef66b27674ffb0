package dev.jsj.parser.regexp;

import java.util.List;

/**
 * The abstract syntax of a pattern. Flags are not applied: {@link Modifiers} say where they change.
 */
public sealed interface RegExpNode {

    /** Alternatives separated by {@code |}; at least two. */
    record Disjunction(List<RegExpNode> alternatives) implements RegExpNode {}

    /** Terms one after the other; possibly none. */
    record Sequence(List<RegExpNode> terms) implements RegExpNode {}

    /** One pattern character: a code point with {@code u} or {@code v}, else a code unit. */
    record Literal(int codePoint) implements RegExpNode {}

    /** The dot. */
    record AnyCharacter() implements RegExpNode {}

    /** How the items of a class are put together. */
    enum SetOperation {
        UNION,
        INTERSECTION,
        SUBTRACTION
    }

    /** A class in brackets, or a class escape outside of brackets, which is a class of one item. */
    record CharacterClass(boolean negated, SetOperation operation, List<ClassItem> items)
            implements RegExpNode, ClassItem {}

    /**
     * {@code body{min,max}}; {@code max} is {@link #UNBOUNDED} for no limit. The captures of the
     * body are {@code [from, to)}.
     */
    record Quantifier(
            RegExpNode body, int min, int max, boolean greedy, int firstCapture, int endCapture)
            implements RegExpNode {}

    /** The value of an absent upper bound. */
    int UNBOUNDED = Integer.MAX_VALUE;

    /** A capture group; {@code name} is null for a group without a name. */
    record Group(int capture, String name, RegExpNode body) implements RegExpNode {}

    /** {@code (?add-remove:body)} with bits of {@link RegExpFlags}. */
    record Modifiers(int add, int remove, RegExpNode body) implements RegExpNode {}

    /** {@code \1}. */
    record BackReference(int capture) implements RegExpNode {}

    /**
     * {@code \k<name>}: refers to the one of the groups of that name that took part in the match.
     */
    record NamedReference(String name) implements RegExpNode {}

    /** The zero-width tests without a body. */
    enum AssertionKind {
        START,
        END,
        WORD_BOUNDARY,
        NOT_WORD_BOUNDARY
    }

    /** {@code ^ $ \b \B}. */
    record Assertion(AssertionKind kind) implements RegExpNode {}

    /** Look-ahead or look-behind. */
    record Lookaround(
            boolean behind, boolean negative, RegExpNode body, int firstCapture, int endCapture)
            implements RegExpNode {}
}
