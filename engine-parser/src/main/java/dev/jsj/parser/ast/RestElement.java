package dev.jsj.parser.ast;

/** {@code ...argument} in a pattern or parameter list. */
public record RestElement(int start, int end, Pattern argument) implements Pattern, PatternMember {}
