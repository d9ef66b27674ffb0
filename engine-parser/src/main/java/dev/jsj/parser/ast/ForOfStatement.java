package dev.jsj.parser.ast;

import dev.jsj.parser.scope.Scope;

import org.jspecify.annotations.Nullable;

/**
 * {@code for (left of right) body}, or with {@code await}. Left side and scope as in {@link
 * ForInStatement}.
 */
public record ForOfStatement(
        int start,
        int end,
        boolean await,
        Node left,
        Expression right,
        Statement body,
        @Nullable Scope scope)
        implements Statement {}
