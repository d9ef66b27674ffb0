package dev.jsj.parser.ast;

/** A numeric literal. */
public record NumberLiteral(int start, int end, double value) implements Literal {}
