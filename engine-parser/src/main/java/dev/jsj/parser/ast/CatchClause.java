package dev.jsj.parser.ast;

import dev.jsj.parser.scope.Scope;

import org.jspecify.annotations.Nullable;

/**
 * {@code catch (parameter) body}. The scope holds the names of the parameter and is null without
 * one; the body has its own inside it.
 */
public record CatchClause(
        int start, int end, @Nullable Pattern parameter, BlockStatement body, @Nullable Scope scope)
        implements Node {}
