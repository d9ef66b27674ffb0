package dev.jsj.node.messaging;

import dev.jsj.runtime.builtins.binary.SharedBlock;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A value on its way, independent of any agent.
 *
 * @param bytes the value in the wire format
 * @param buffers the ArrayBuffers handed over, by their number in the bytes
 * @param shared the memory of SharedArrayBuffers, by number
 * @param hosts the objects of the runtime, by number
 */
public record Message(
        byte[] bytes, List<Buffer> buffers, List<Shared> shared, List<HostObject> hosts) {

    /**
     * The bytes of a buffer that has been handed over.
     *
     * @param maxLength -1 for a buffer of fixed length
     */
    public record Buffer(byte[] bytes, int length, int maxLength) {}

    /** Memory that sender and receiver both see. */
    public record Shared(SharedBlock block, boolean growable) {}

    /**
     * An object of the runtime: the end of a channel, or what an object is made of again.
     *
     * @param endpoint null for all but ports
     * @param info which function makes the object
     * @param data its argument
     * @param transferred whether the object was in the transfer list
     */
    public record HostObject(
            @Nullable Endpoint endpoint,
            String info,
            @Nullable Message data,
            boolean transferred) {}
}
