/**
 * Source text to a resolved, immutable AST, and regular expression patterns to theirs. Knows
 * nothing of JavaScript values.
 *
 * <p>Packages in reading order: {@code lexer} (tokens), {@code ast} (the tree), {@code parser}
 * (text to tree, early errors), {@code scope} (which binding lives where), {@code regexp} (pattern
 * syntax).
 *
 * <p>Allowed dependencies: none but the JDK.
 */
@NullMarked
package dev.jsj.parser;

import org.jspecify.annotations.NullMarked;
