/**
 * From typed blocks to a JVM class with ASM: {@link dev.jsj.jit.emit.ClassEmitter} is the entry,
 * {@link dev.jsj.jit.emit.FunctionEmitter} the driver, one emitter class for each family of ops. An
 * emitter is a guard, a fast path, and else a call of the interpreter's helper.
 */
@NullMarked
package dev.jsj.jit.emit;

import org.jspecify.annotations.NullMarked;
