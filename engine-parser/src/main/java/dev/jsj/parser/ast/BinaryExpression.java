package dev.jsj.parser.ast;

/**
 * An arithmetic, relational or bitwise operation. The left operand is a {@link PrivateName} in
 * {@code #x in o}. Chains ({@code a + b + c + ...}) may be nested very deeply to the left: walk the
 * left spine iteratively.
 */
public record BinaryExpression(
        int start, int end, BinaryOperator operator, Expression left, Expression right)
        implements Expression {}
