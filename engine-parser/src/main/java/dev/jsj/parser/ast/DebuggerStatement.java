package dev.jsj.parser.ast;

/** {@code debugger}. */
public record DebuggerStatement(int start, int end) implements Statement {}
