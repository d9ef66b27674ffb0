/**
 * What the compiler knows of a function: its instructions, basic blocks and value types. Depends on
 * the bytecode only.
 */
@NullMarked
package dev.jsj.jit.ir;

import org.jspecify.annotations.NullMarked;
