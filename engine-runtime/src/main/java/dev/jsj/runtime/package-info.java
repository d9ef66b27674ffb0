/**
 * What a JavaScript value is and what can be done with it, without knowing how code is run.
 *
 * <p>Packages in reading order: {@code value} (primitives, errors), {@code object} (shapes,
 * property storage), {@code realm} (agent, realm, jobs), {@code operations} (the abstract
 * operations of ECMA-262), {@code builtins} (one class per constructor, prototype, namespace),
 * {@code regexp} (compiler and matcher).
 *
 * <p>Allowed dependencies: {@code dev.jsj.parser.regexp} of the parser, ICU4J (loaded on first
 * need).
 */
@NullMarked
package dev.jsj.runtime;

import org.jspecify.annotations.NullMarked;
