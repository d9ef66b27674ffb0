/** Why compiled code is left. */
@NullMarked
package dev.jsj.jit.deopt;

import org.jspecify.annotations.NullMarked;
