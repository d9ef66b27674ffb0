package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

/** {@code break label}. */
public record BreakStatement(int start, int end, @Nullable Identifier label) implements Statement {}
