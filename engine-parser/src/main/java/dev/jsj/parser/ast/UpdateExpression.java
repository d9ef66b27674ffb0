package dev.jsj.parser.ast;

/** {@code ++} or {@code --}. */
public record UpdateExpression(
        int start, int end, UpdateOperator operator, boolean prefix, Expression argument)
        implements Expression {}
