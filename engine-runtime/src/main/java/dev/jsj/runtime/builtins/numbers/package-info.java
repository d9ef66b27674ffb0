/**
 * 21 Numbers and Dates: Number, BigInt, Math and Date.
 *
 * <p>{@link dev.jsj.runtime.builtins.numbers.NumbersIntrinsics} makes them. Dates read from the
 * bottom: {@code DateMath} (time values and their parts), {@code DateParser}, {@code DateFormat},
 * {@code JSDate}, then the constructor and the prototype.
 */
@NullMarked
package dev.jsj.runtime.builtins.numbers;

import org.jspecify.annotations.NullMarked;
