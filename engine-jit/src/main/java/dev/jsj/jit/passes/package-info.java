/**
 * The analyses, each over the whole function: liveness, then types. Depend on {@code ir} and the
 * interpreter's feedback.
 */
@NullMarked
package dev.jsj.jit.passes;

import org.jspecify.annotations.NullMarked;
