package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

/** {@code return argument}. */
public record ReturnStatement(int start, int end, @Nullable Expression argument)
        implements Statement {}
