package dev.jsj.runtime.object;

import org.jspecify.annotations.Nullable;

/**
 * The pair behind an accessor property. Null stands for undefined: no such function.
 *
 * @param getter [[Get]]
 * @param setter [[Set]]
 */
public record Accessor(@Nullable JSObject getter, @Nullable JSObject setter) {}
