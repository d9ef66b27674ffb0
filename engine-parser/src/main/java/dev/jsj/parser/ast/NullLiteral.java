package dev.jsj.parser.ast;

/** {@code null}. */
public record NullLiteral(int start, int end) implements Literal {}
