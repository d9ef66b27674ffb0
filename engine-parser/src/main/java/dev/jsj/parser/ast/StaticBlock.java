package dev.jsj.parser.ast;

import dev.jsj.parser.scope.DeclarationScope;

import java.util.List;

/**
 * {@code static { body }}. Its scope holds its own var and lexical declarations and lies inside
 * {@link ClassNode#staticInitializer}.
 */
public record StaticBlock(
        int start,
        int end,
        List<Statement> body,
        DeclarationScope scope,
        List<FunctionDeclaration> functions)
        implements ClassElement {}
