package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code import(source, options)}, or {@code import.defer(source)} and {@code
 * import.source(source)}.
 */
public record ImportExpression(
        int start, int end, ImportPhase phase, Expression source, @Nullable Expression options)
        implements Expression {}
