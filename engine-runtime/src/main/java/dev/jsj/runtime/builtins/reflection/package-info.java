/**
 * 28 Reflection: Reflect and Proxy.
 *
 * <p>{@link dev.jsj.runtime.builtins.reflection.JSProxy} is the exotic object itself.
 */
@NullMarked
package dev.jsj.runtime.builtins.reflection;

import org.jspecify.annotations.NullMarked;
