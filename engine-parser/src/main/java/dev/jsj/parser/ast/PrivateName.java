package dev.jsj.parser.ast;

/**
 * {@code #name}; the name is interned and includes the {@code #}. As the left side of {@code #x in
 * o} it stands as an expression.
 */
public record PrivateName(int start, int end, String name) implements Expression {}
