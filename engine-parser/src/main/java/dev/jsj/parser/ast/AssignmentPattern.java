package dev.jsj.parser.ast;

/** A target with a default: {@code left = right}. */
public record AssignmentPattern(int start, int end, Pattern left, Expression right)
        implements Pattern {

    /**
     * Whether an anonymous function or class on the right takes its name from the identifier on the
     * left.
     */
    public boolean namesAnonymousFunction() {
        return left instanceof Identifier && left.start() == start;
    }
}
