/**
 * Hot regular expressions as JVM classes.
 *
 * <p>Reading order: {@link dev.jsj.jit.regexp.RegExpJit} (when), {@code PatternFlow} (what can be
 * known about the matcher's code before it runs), {@code PatternEmitter} (the class and its search
 * for a start), {@code AttemptEmitter} (instruction by instruction: {@code Attempt} is what its
 * {@code CharacterEmitter}, {@code TextEmitter}, {@code BranchEmitter}, {@code LoopEmitter} and
 * {@code AssertionEmitter} share), {@code SetEmitter} and {@code TrieEmitter} (methods for sets of
 * characters and lists of texts). Allowed dependencies: {@code dev.jsj.runtime.regexp}, {@code
 * jit.emit}, {@code jit.trace}.
 */
package dev.jsj.jit.regexp;
