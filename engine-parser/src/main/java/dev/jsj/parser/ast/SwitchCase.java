package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** {@code case test: body}; the test is null for {@code default}. */
public record SwitchCase(int start, int end, @Nullable Expression test, List<Statement> body)
        implements Node {}
