/**
 * The outside world of a program: event loop, module loading from disk, console, process, Node
 * modules, Web APIs.
 *
 * <p>Allowed dependencies: the engine modules (but not {@code dev.jsj.jit}) and Netty, which no
 * other module may use.
 */
@NullMarked
package dev.jsj.node;

import org.jspecify.annotations.NullMarked;
