package dev.jsj.parser.ast;

/**
 * {@code object.name}, {@code object[property]}, {@code object.#name}, with {@code optional} for
 * {@code ?.}. The property is an {@link Identifier} or {@link PrivateName} unless computed. The
 * object may be {@link Super}. Chains may be nested very deeply to the left.
 */
public record MemberExpression(
        int start,
        int end,
        Expression object,
        Expression property,
        boolean computed,
        boolean optional)
        implements Expression, Pattern {}
