/**
 * Programs whose output Node has recorded: each {@code NAME.js} or {@code NAME.mjs} below {@code
 * src/test/js} has a {@code NAME.out} beside it, and jsj must print the same.
 *
 * <p>{@link dev.jsj.conformance.differential.Program} runs one, {@link
 * dev.jsj.conformance.differential.Transcript} says what counts of its output, {@link
 * dev.jsj.conformance.differential.Differential} is the command that runs or records all.
 */
@NullMarked
package dev.jsj.conformance.differential;

import org.jspecify.annotations.NullMarked;
