package dev.jsj.parser.ast;

/** {@code key: value} in an object pattern; the value may be an {@link AssignmentPattern}. */
public record AssignmentProperty(
        int start, int end, Expression key, Pattern value, boolean computed, boolean shorthand)
        implements PatternMember {}
