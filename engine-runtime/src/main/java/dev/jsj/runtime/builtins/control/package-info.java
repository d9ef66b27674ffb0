/**
 * Clause 27: iterators and their helpers, generators as their prototypes see them, promises, async
 * functions, disposable stacks. Start with {@link dev.jsj.runtime.builtins.control.Promises}.
 * Depends on the operations and what is below them.
 */
@NullMarked
package dev.jsj.runtime.builtins.control;

import org.jspecify.annotations.NullMarked;
