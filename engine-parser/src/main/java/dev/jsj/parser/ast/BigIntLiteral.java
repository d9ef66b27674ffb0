package dev.jsj.parser.ast;

import java.math.BigInteger;

/** A BigInt literal such as {@code 10n}. */
public record BigIntLiteral(int start, int end, BigInteger value) implements Literal {}
