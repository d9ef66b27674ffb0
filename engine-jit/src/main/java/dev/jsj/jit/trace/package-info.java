/**
 * What the optimizing tier tells about itself. Reading order: {@link dev.jsj.jit.trace.TierEvent},
 * {@link dev.jsj.jit.trace.TierTrace} (who hears of it), then its listeners: text lines, flight
 * recorder events, {@link dev.jsj.jit.trace.TracePage}; {@link dev.jsj.jit.trace.IrText} and {@link
 * dev.jsj.jit.trace.FeedbackText} describe functions. Uses the {@code ir} and {@code passes}
 * packages.
 */
@NullMarked
package dev.jsj.jit.trace;

import org.jspecify.annotations.NullMarked;
