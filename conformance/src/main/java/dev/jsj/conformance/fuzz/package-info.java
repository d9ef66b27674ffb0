/**
 * Hostile input: mutated and random sources through parser and engine, each with a time limit. A
 * JavaScript error is a fine answer; a Java exception or a hang is not.
 */
@NullMarked
package dev.jsj.conformance.fuzz;

import org.jspecify.annotations.NullMarked;
