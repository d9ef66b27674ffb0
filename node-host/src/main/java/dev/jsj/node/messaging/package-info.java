/**
 * Messages between agents, and within one (HTML Standard, 9.4): what {@code postMessage} and {@code
 * structuredClone} carry.
 *
 * <p>{@link dev.jsj.node.messaging.MessageWriter} makes a {@link dev.jsj.node.messaging.Message} of
 * a value, which belongs to no agent; {@link dev.jsj.node.messaging.MessageReader} makes a value of
 * it in another. {@link dev.jsj.node.messaging.Endpoint}s are the thread-safe ends of channels, and
 * {@link dev.jsj.node.messaging.PortHandle} is an end as one agent holds it.
 */
@NullMarked
package dev.jsj.node.messaging;

import org.jspecify.annotations.NullMarked;
