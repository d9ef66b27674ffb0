package dev.jsj.parser.ast;

/**
 * The extent of one optional chain: an {@code optional} link inside that finds undefined or null
 * makes the value of this whole expression undefined.
 */
public record ChainExpression(int start, int end, Expression expression) implements Expression {}
