/**
 * The built-in objects of ECMA-262, by clause: {@code fundamentals} (20), {@code numbers} (21),
 * {@code text} (22), {@code collections} (23, 24, and clause 26's weak references), {@code binary}
 * and {@code structured} (25), {@code control} (27), {@code reflection} (28).
 *
 * <p>Start at {@link dev.jsj.runtime.builtins.Builtins}, which knows every package. Inside a
 * package, {@code <Group>Intrinsics} makes the intrinsic objects; each constructor, prototype and
 * namespace is one {@code BuiltinTable}.
 */
@NullMarked
package dev.jsj.runtime.builtins;

import org.jspecify.annotations.NullMarked;
