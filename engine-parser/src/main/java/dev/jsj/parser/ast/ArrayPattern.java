package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** {@code [a, , b = 1, ...c]}; an element is null for a hole. */
public record ArrayPattern(int start, int end, List<@Nullable Pattern> elements)
        implements Pattern {}
