/**
 * The regular expression pattern syntax (ECMA-262, clause 22.2.1 and Annex B.1.2).
 *
 * <p>Reading order: {@link dev.jsj.parser.regexp.RegExpSyntax} (entry), {@link
 * dev.jsj.parser.regexp.RegExpPattern} and {@link dev.jsj.parser.regexp.RegExpNode} (the result),
 * {@code PatternParser}, {@code ClassParser}, {@code ClassSetParser}, {@code EscapeParser}, {@link
 * dev.jsj.parser.regexp.UnicodeProperty}. The package depends on nothing else in jsj: the
 * JavaScript parser uses it for early errors of literals, the runtime to compile patterns.
 */
package dev.jsj.parser.regexp;
