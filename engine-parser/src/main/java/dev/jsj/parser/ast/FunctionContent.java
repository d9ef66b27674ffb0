package dev.jsj.parser.ast;

import dev.jsj.parser.scope.DeclarationScope;

import java.util.List;

/**
 * The part of a function that a lazy function lacks.
 *
 * @param parameters identifiers, patterns, {@link AssignmentPattern}s and at the end perhaps a
 *     {@link RestElement}
 * @param body a {@link BlockStatement} or, for a concise arrow function, an {@link Expression}
 * @param bodyScope the scope of the body's var and lexical declarations: that of the parameters, or
 *     a child of it if there are parameter expressions
 * @param functions the functions to initialize on entry, the last of each name, in source order
 */
public record FunctionContent(
        List<Pattern> parameters,
        Node body,
        DeclarationScope bodyScope,
        List<FunctionDeclaration> functions) {}
