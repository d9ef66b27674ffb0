package dev.jsj.parser.ast;

import dev.jsj.parser.scope.Scope;

import org.jspecify.annotations.Nullable;

/**
 * {@code for (init; test; update) body}. The initializer is a {@link VariableDeclaration} or an
 * {@link Expression}. The scope holds its lexical declarations, one copy of which exists per
 * iteration, and is null if there are none.
 */
public record ForStatement(
        int start,
        int end,
        @Nullable Node init,
        @Nullable Expression test,
        @Nullable Expression update,
        Statement body,
        @Nullable Scope scope)
        implements Statement {}
