package dev.jsj.parser.ast;

/**
 * {@code super}, only ever the object of a {@link MemberExpression} or the callee of a {@link
 * CallExpression}.
 */
public record Super(int start, int end) implements Expression {}
