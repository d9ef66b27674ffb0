package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

/** {@code continue label}. */
public record ContinueStatement(int start, int end, @Nullable Identifier label)
        implements Statement {}
