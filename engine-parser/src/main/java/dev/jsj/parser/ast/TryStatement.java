package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

/** {@code try block catch finally}; at least one of handler and finalizer is there. */
public record TryStatement(
        int start,
        int end,
        BlockStatement block,
        @Nullable CatchClause handler,
        @Nullable BlockStatement finalizer)
        implements Statement {}
