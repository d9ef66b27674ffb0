/**
 * What the interpreter learns about running code, and the inline caches that make it fast: {@link
 * dev.jsj.interp.feedback.OperandTypes} (bits of arithmetic and compare sites), {@link
 * dev.jsj.interp.feedback.PropertyCache} (named properties), {@link
 * dev.jsj.interp.feedback.ElementFeedback} (element kinds), {@link
 * dev.jsj.interp.feedback.CallFeedback} (call targets).
 *
 * <p>A function literal's feedback is two arrays, numbered by the FEEDBACK operands of its code:
 * {@code int[]} counters and {@code Object[]} caches. Allowed dependencies: {@code bytecode} and
 * the runtime's {@code value}, {@code object}, {@code realm} and {@code function}, and its typed
 * arrays.
 */
@NullMarked
package dev.jsj.interp.feedback;

import org.jspecify.annotations.NullMarked;
