/** Runs the benchmark programs on other JavaScript engines for the JVM, for comparison. */
@NullMarked
package dev.jsj.bench.others;

import org.jspecify.annotations.NullMarked;
