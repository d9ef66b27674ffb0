/**
 * 25.5 JSON, and the function properties of the global object (19.2, B.2.1) except {@code eval}.
 *
 * <p>{@link dev.jsj.runtime.builtins.structured.StructuredIntrinsics} makes them. JSON: {@link
 * dev.jsj.runtime.builtins.structured.JsonParser} and its errors, {@code JsonReviver}, {@code
 * JsonSerializer}.
 */
@NullMarked
package dev.jsj.runtime.builtins.structured;

import org.jspecify.annotations.NullMarked;
