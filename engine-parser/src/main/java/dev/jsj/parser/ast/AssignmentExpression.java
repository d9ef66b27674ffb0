package dev.jsj.parser.ast;

/**
 * {@code left = right} or a compound assignment. Only {@code =} has an {@link ArrayPattern} or
 * {@link ObjectPattern} on the left.
 */
public record AssignmentExpression(
        int start, int end, AssignmentOperator operator, Pattern left, Expression right)
        implements Expression {

    /**
     * Whether an anonymous function or class on the right takes its name from the identifier on the
     * left: not so when the identifier is parenthesized.
     */
    public boolean namesAnonymousFunction() {
        return left instanceof Identifier && left.start() == start;
    }
}
