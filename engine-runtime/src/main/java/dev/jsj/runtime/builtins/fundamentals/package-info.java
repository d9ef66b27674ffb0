/**
 * 20 Fundamental Objects: Object, Function, Boolean, Symbol and the errors.
 *
 * <p>{@link dev.jsj.runtime.builtins.fundamentals.FundamentalsIntrinsics} makes them.
 */
@NullMarked
package dev.jsj.runtime.builtins.fundamentals;

import org.jspecify.annotations.NullMarked;
