/**
 * Source text to a syntax tree with scopes, with all early errors. Read {@link
 * dev.jsj.parser.Parser} first.
 */
@NullMarked
package dev.jsj.parser;

import org.jspecify.annotations.NullMarked;
