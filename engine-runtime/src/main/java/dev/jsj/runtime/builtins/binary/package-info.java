/**
 * 23.2, 25.1 to 25.4: ArrayBuffer, SharedArrayBuffer, typed arrays, DataView and Atomics. Reading
 * order: {@link dev.jsj.runtime.builtins.binary.ElementType} (raw bytes), {@link
 * dev.jsj.runtime.builtins.binary.JSArrayBuffer}, {@link
 * dev.jsj.runtime.builtins.binary.JSTypedArray}, then the tables. Depends on the operations and
 * what is below them.
 */
@NullMarked
package dev.jsj.runtime.builtins.binary;

import org.jspecify.annotations.NullMarked;
