package dev.jsj.parser.ast;

import java.util.List;

/** {@code new callee(arguments)}. */
public record NewExpression(int start, int end, Expression callee, List<Expression> arguments)
        implements Expression {}
