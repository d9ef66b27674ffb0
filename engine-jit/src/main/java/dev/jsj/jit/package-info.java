/**
 * The optimizing tier: bytecode and feedback to typed IR to JVM classes, and the way back
 * (deoptimization).
 *
 * <p>Allowed dependencies: {@code dev.jsj.interp}, {@code dev.jsj.runtime} and ASM, which no other
 * module may use. The engine runs without this module, only slower.
 */
@NullMarked
package dev.jsj.jit;

import org.jspecify.annotations.NullMarked;
