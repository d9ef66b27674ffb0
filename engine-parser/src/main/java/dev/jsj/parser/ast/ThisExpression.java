package dev.jsj.parser.ast;

/** {@code this}. */
public record ThisExpression(int start, int end) implements Expression {}
