package dev.jsj.parser.ast;

import dev.jsj.parser.scope.Scope;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * {@code switch (discriminant) cases}. The scope is null if no case declares anything; the
 * discriminant is outside it.
 */
public record SwitchStatement(
        int start,
        int end,
        Expression discriminant,
        List<SwitchCase> cases,
        @Nullable Scope scope,
        List<FunctionDeclaration> functions)
        implements Statement {}
