package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

/**
 * A field of a class. The initializer runs in {@link ClassNode#instanceInitializer} or {@link
 * ClassNode#staticInitializer}, a computed key in the scope of the class.
 */
public record PropertyDefinition(
        int start,
        int end,
        Expression key,
        @Nullable Expression value,
        boolean computed,
        boolean isStatic)
        implements ClassElement {}
