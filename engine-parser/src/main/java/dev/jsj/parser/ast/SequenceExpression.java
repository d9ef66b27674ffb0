package dev.jsj.parser.ast;

import java.util.List;

/** {@code a, b, c}. */
public record SequenceExpression(int start, int end, List<Expression> expressions)
        implements Expression {}
