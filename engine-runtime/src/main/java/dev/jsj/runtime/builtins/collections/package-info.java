/**
 * 23.1 Array, 24 Keyed Collections and 26.1, 26.2 the objects that manage memory.
 *
 * <p>{@link dev.jsj.runtime.builtins.collections.CollectionsIntrinsics} makes them.
 */
@NullMarked
package dev.jsj.runtime.builtins.collections;

import org.jspecify.annotations.NullMarked;
