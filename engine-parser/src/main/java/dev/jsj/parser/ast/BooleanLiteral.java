package dev.jsj.parser.ast;

/** {@code true} or {@code false}. */
public record BooleanLiteral(int start, int end, boolean value) implements Literal {}
