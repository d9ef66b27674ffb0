/**
 * Structured serialization (HTML Standard, 2.7) in V8's wire format, version 15: what {@code
 * v8.serialize} answers and what travels between agents.
 *
 * <p>{@link dev.jsj.node.serialization.ValueSerializer} writes, {@link
 * dev.jsj.node.serialization.ValueDeserializer} reads; what belongs to the host (shared memory,
 * objects of the runtime) is their delegates' business.
 */
@NullMarked
package dev.jsj.node.serialization;

import org.jspecify.annotations.NullMarked;
