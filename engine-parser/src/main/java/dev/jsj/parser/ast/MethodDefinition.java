package dev.jsj.parser.ast;

/**
 * A method, accessor or constructor of a class. The key is an {@link Expression} (computed), or as
 * in {@link Property}, or a {@link PrivateName}.
 */
public record MethodDefinition(
        int start,
        int end,
        MethodKind kind,
        Expression key,
        FunctionNode value,
        boolean computed,
        boolean isStatic)
        implements ClassElement {}
