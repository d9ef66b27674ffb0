package dev.jsj.parser.ast;

import java.util.List;

/**
 * {@code var}, {@code let}, {@code const}, {@code using} or {@code await using} with its
 * declarators.
 */
public record VariableDeclaration(
        int start, int end, DeclarationKind kind, List<VariableDeclarator> declarators)
        implements Statement {}
