/**
 * One running program: its agent and realm, its event loop, its files, and the runtime's own
 * JavaScript.
 *
 * <p>Reading order: {@link dev.jsj.node.runtime.NodeRuntime}, {@link
 * dev.jsj.node.runtime.TickQueue}, {@link dev.jsj.node.runtime.InternalModules}, {@link
 * dev.jsj.node.runtime.UncaughtErrors}. The native halves of Node's modules are in {@code
 * dev.jsj.node.bindings}; they use this package, which does not know them.
 */
@NullMarked
package dev.jsj.node.runtime;

import org.jspecify.annotations.NullMarked;
