package dev.jsj.parser.ast;

/** {@code &&}, {@code ||} or {@code ??}. Chains may be nested very deeply to the left. */
public record LogicalExpression(
        int start, int end, LogicalOperator operator, Expression left, Expression right)
        implements Expression {}
