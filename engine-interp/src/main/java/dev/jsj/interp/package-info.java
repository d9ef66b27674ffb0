/**
 * Bytecode, its compiler, the profiling interpreter and the policy that decides when a function is
 * worth optimizing.
 *
 * <p>Packages in reading order: {@code bytecode} (op table, code unit, disassembler), {@code
 * compiler} (AST to bytecode), {@code feedback} (inline caches, counters), {@code interpreter}
 * (frames, steps), {@code modules} (module records), {@code tiering} (when to compile).
 *
 * <p>Allowed dependencies: the parser and the runtime. Never {@code dev.jsj.jit}: that tier plugs
 * itself in.
 */
@NullMarked
package dev.jsj.interp;

import org.jspecify.annotations.NullMarked;
