/**
 * JMH benchmarks of single parts. Whole programs live in {@code bench/programs} and are compared by
 * {@code bench/run.py}.
 *
 * <p>Allowed dependencies: everything; nothing depends on this module.
 */
@NullMarked
package dev.jsj.bench;

import org.jspecify.annotations.NullMarked;
