package dev.jsj.runtime.builtins.binary;

/**
 * 6.2.9 A Shared Data Block: bytes that several agents see. Growable blocks reserve their maximum
 * at once, so the array never changes. Atomic operations and waiting threads synchronise on the
 * block.
 */
public final class SharedBlock {
    private final byte[] bytes;
    private volatile int length;
    private final WaiterLists waiters = new WaiterLists();

    public SharedBlock(int length, int maxLength) {
        bytes = new byte[Math.max(length, maxLength)];
        this.length = length;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** The lists of waiting agents (25.4.1), by byte index. */
    WaiterLists waiters() {
        return waiters;
    }

    /**
     * Grows to a length that is not beyond the maximum; false where another agent has made it
     * longer already.
     */
    synchronized boolean grow(int newLength) {
        if (newLength < length) {
            return false;
        }
        length = newLength;
        return true;
    }
}
