package dev.jsj.node.compression;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bits of data that arrives in pieces, the lowest of each byte first. Reading past what has come
 * throws {@link #MORE}; the reader goes back to a position it has kept, and tries again when there
 * is more.
 */
final class BitInput {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** There is not enough input yet. */
    static final NeedsMore MORE = new NeedsMore();

    /** Thrown where input runs out; it says nothing about where. */
    static final class NeedsMore extends RuntimeException {
        private static final long serialVersionUID = 1;

        private NeedsMore() {
            super(null, null, false, false);
        }
    }

    private byte[] data = new byte[0];
    private long position;
    private long limit;

    /** Adds a piece, and drops what has been read. */
    void append(byte[] piece) {
        int read = (int) (position >> 3);
        int rest = (int) (limit >> 3) - read;
        byte[] joined = Arrays.copyOfRange(data, read, read + rest + piece.length);
        System.arraycopy(piece, 0, joined, rest, piece.length);
        data = joined;
        position &= 7;
        limit = 8L * joined.length;
    }

    /** In bits from the beginning of what is kept. */
    long position() {
        return position;
    }

    void seek(long kept) {
        position = kept;
    }

    /** Whole bytes that have not been read. */
    int bytesLeft() {
        return (int) (limit - position >> 3);
    }

    /** The next {@code count} bits, at most 24. */
    int read(int count) {
        if (position + count > limit) {
            throw MORE;
        }
        int bits = peek() & (1 << count) - 1;
        position += count;
        return bits;
    }

    /** At least 25 of the next bits; zeros stand for those that are missing. */
    int peek() {
        int index = (int) (position >> 3);
        int shift = (int) position & 7;
        if (index + Long.BYTES <= data.length) {
            return (int) ((long) LONGS.get(data, index) >>> shift); // FAST PATH: not near the end
        }
        long bits = 0;
        for (int i = Math.min(data.length - index, 4) - 1; i >= 0; i--) {
            bits = bits << 8 | data[index + i] & 0xFF;
        }
        return (int) (bits >>> shift);
    }

    void skip(int count) {
        if (position + count > limit) {
            throw MORE;
        }
        position += count;
    }

    /** Goes on at the next byte; answers whether the bits in between were zeros. */
    boolean align() {
        int count = (int) (-position & 7);
        return read(count) == 0;
    }

    /** Moves up to {@code count} bytes to a target; answers how many. */
    int copy(byte[] target, int at, int count) {
        int moved = Math.min(count, bytesLeft());
        System.arraycopy(data, (int) (position >> 3), target, at, moved);
        position += 8L * moved;
        return moved;
    }
}
