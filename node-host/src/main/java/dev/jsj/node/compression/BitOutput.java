package dev.jsj.node.compression;

import java.util.Arrays;

/** Bits in brotli's order: the lowest bit of a number first, the lowest bit of a byte first. */
final class BitOutput {
    private byte[] bytes = new byte[1024];
    private long length;

    /** Writes the lowest {@code count} bits of a number; at most 32. */
    void write(int count, long bits) {
        int last = (int) (length + count >> 3) + 1;
        if (last >= bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(last + 1, 2 * bytes.length));
        }
        long rest = bits & (1L << count) - 1;
        long at = length;
        for (int left = count; left > 0; ) {
            int offset = (int) (at & 7);
            int taken = Math.min(left, 8 - offset);
            bytes[(int) (at >> 3)] |= (byte) (rest << offset);
            rest >>>= taken;
            at += taken;
            left -= taken;
        }
        length = at;
    }

    void align() {
        length = length + 7 & ~7L;
    }

    /** Writes whole bytes; the output is aligned. */
    void writeBytes(byte[] source, int start, int count) {
        int at = (int) (length >> 3);
        if (at + count >= bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(at + count + 1, 2 * bytes.length));
        }
        System.arraycopy(source, start, bytes, at, count);
        length += 8L * count;
    }

    /** How many bits there are. */
    long length() {
        return length;
    }

    /** Forgets what was written behind a place. */
    void rewind(long newLength) {
        int end = (int) (length + 7 >> 3);
        int at = (int) (newLength >> 3);
        if ((newLength & 7) != 0) {
            bytes[at] &= (byte) ((1 << (newLength & 7)) - 1);
            at++;
        }
        Arrays.fill(bytes, at, end, (byte) 0);
        length = newLength;
    }

    /** Takes the whole bytes out; the bits of an unfinished byte stay. */
    byte[] take() {
        int whole = (int) (length >> 3);
        byte[] taken = Arrays.copyOf(bytes, whole);
        byte rest = bytes[whole];
        Arrays.fill(bytes, 0, whole + 1, (byte) 0);
        bytes[0] = rest;
        length &= 7;
        return taken;
    }
}
