package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

/**
 * A literal part of a template; {@code cooked} is null where a tagged template has an invalid
 * escape.
 */
public record TemplateElement(int start, int end, @Nullable String cooked, String raw)
        implements Node {}
