/**
 * The native halves of Node's modules: what the runtime's own JavaScript gets from {@code
 * internalBinding(name)}. Each is one table of functions; {@link
 * dev.jsj.node.bindings.BindingRegistry} knows them all.
 *
 * <p>The functions trust their arguments: the JavaScript beside them has checked what programs
 * passed.
 */
@NullMarked
package dev.jsj.node.bindings;

import org.jspecify.annotations.NullMarked;
