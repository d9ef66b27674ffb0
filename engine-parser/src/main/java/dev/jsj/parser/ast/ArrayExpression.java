package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** {@code [a, , ...b]}; an element is null for a hole. */
public record ArrayExpression(int start, int end, List<@Nullable Expression> elements)
        implements Expression {}
