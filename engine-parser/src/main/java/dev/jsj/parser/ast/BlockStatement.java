package dev.jsj.parser.ast;

import dev.jsj.parser.scope.Scope;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * {@code { body }}. The scope is null where the block declares nothing. As the body of a function
 * it has neither scope nor functions: see {@link FunctionNode}.
 */
public record BlockStatement(
        int start,
        int end,
        List<Statement> body,
        @Nullable Scope scope,
        List<FunctionDeclaration> functions)
        implements Statement {}
