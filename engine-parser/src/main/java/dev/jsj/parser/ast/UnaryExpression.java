package dev.jsj.parser.ast;

/** A prefix operator applied to a value. Chains may be nested deeply. */
public record UnaryExpression(int start, int end, UnaryOperator operator, Expression argument)
        implements Expression {}
