/**
 * 22 Text Processing: String, its iterators, RegExp, its iterators.
 *
 * <p>Reading order: {@code StringPrototype} (the table; the longer methods are in {@code
 * StringSearch}, {@code StringPatterns}, {@code StringForms}, {@code HtmlMethods}), then {@link
 * dev.jsj.runtime.builtins.text.JSRegExp}, {@code RegExpRealm} (what a realm knows about regular
 * expressions, and the guard of the fast paths), {@code RegExpExecution}, {@code RegExpPrototype},
 * {@code RegExpReplacement}, {@code RegExpSearching}. The matcher itself is the package {@code
 * dev.jsj.runtime.regexp}.
 */
package dev.jsj.runtime.builtins.text;
