package dev.jsj.parser.ast;

/** {@code /pattern/flags}; the pattern has been checked by the parser. */
public record RegExpLiteral(int start, int end, String pattern, String flags) implements Literal {}
