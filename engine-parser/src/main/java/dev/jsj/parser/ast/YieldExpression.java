package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

/** {@code yield argument} or {@code yield* argument}. */
public record YieldExpression(int start, int end, @Nullable Expression argument, boolean delegate)
        implements Expression {}
