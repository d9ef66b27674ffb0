package dev.jsj.parser.ast;

import dev.jsj.parser.scope.Scope;

import org.jspecify.annotations.Nullable;

/**
 * {@code for (left in right) body}. The left side is a {@link VariableDeclaration} with one
 * declarator or a {@link Pattern}. The scope holds its lexical declarations: while {@code right} is
 * evaluated they are uninitialized, then there is one copy per iteration.
 */
public record ForInStatement(
        int start, int end, Node left, Expression right, Statement body, @Nullable Scope scope)
        implements Statement {}
