/**
 * Random regular expressions: {@link dev.jsj.conformance.regexpfuzz.RegExpFuzz} runs what {@code
 * PatternGenerator} makes in the matcher and as compiled classes.
 */
@NullMarked
package dev.jsj.conformance.regexpfuzz;

import org.jspecify.annotations.NullMarked;
