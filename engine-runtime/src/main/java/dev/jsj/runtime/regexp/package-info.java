/**
 * Regular expressions: from the syntax tree of a pattern to a program, and the matcher that runs it
 * (22.2.2).
 *
 * <p>Reading order: {@link dev.jsj.runtime.regexp.RegExpCompiler} (entry), {@code Lowering} (flags
 * and case are resolved: {@code ClassResolver}, {@code CaseFolding}), {@code MatchNode} (the
 * lowered tree and what can be known about it), {@code Emitter} (tree to {@code int[]} code),
 * {@code RegExpOpcode} (the instructions), {@link dev.jsj.runtime.regexp.RegExpProgram} (search for
 * a start) and {@code Matcher} (one attempt). Allowed dependency: {@code dev.jsj.parser.regexp}.
 */
package dev.jsj.runtime.regexp;
