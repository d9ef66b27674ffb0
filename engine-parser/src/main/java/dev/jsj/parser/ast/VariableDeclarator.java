package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

/** {@code id = init}. */
public record VariableDeclarator(int start, int end, Pattern id, @Nullable Expression init)
        implements Node {}
