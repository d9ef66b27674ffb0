package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

/**
 * An expression as a statement; {@code directive} is the raw text between the quotes for a member
 * of a directive prologue.
 */
public record ExpressionStatement(
        int start, int end, Expression expression, @Nullable String directive)
        implements Statement {}
