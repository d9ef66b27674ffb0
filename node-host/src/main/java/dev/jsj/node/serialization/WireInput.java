package dev.jsj.node.serialization;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Reads what {@link WireOutput} writes; anything malformed is a {@link BadWireFormat}. */
final class WireInput {
    private final byte[] bytes;
    private final int end;
    private int position;

    /** The data are not what a serializer writes. */
    static final class BadWireFormat extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadWireFormat() {
            super("Unable to deserialize cloned data.", null, false, false);
        }
    }

    WireInput(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.position = offset;
        this.end = offset + length;
    }

    int position() {
        return position;
    }

    boolean isAtEnd() {
        return position >= end;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The next byte without reading it; -1 at the end. */
    int peek() {
        return position < end ? bytes[position] & 0xFF : -1;
    }

    int readByte() {
        if (position >= end) {
            throw new BadWireFormat();
        }
        return bytes[position++] & 0xFF;
    }

    /** The next byte that is no padding. */
    int readTag() {
        int tag;
        do {
            tag = readByte();
        } while (tag == WireTag.PADDING);
        return tag;
    }

    /** The tag that {@link #readTag} would answer; -1 at the end. */
    int peekTag() {
        int at = position;
        while (at < end && bytes[at] == WireTag.PADDING) {
            at++;
        }
        return at < end ? bytes[at] & 0xFF : -1;
    }

    long readVarint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = readByte();
            if (shift < 64) {
                value |= (next & 0x7FL) << shift;
            }
            if ((next & 0x80) == 0) {
                return value;
            }
        }
    }

    /** A length or index that must fit what is possible here. */
    int readCount() {
        long value = readVarint() & 0xFFFFFFFFL;
        if (value > Integer.MAX_VALUE) {
            throw new BadWireFormat();
        }
        return (int) value;
    }

    int readZigZag() {
        int value = (int) readVarint();
        return (value >>> 1) ^ -(value & 1);
    }

    double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    private long readLong() {
        long bits = 0;
        for (int shift = 0; shift < 64; shift += 8) {
            bits |= (long) readByte() << shift;
        }
        return bits;
    }

    /** Skips bytes; answers where they start. */
    int skip(int length) {
        if (length < 0 || length > end - position) {
            throw new BadWireFormat();
        }
        int start = position;
        position += length;
        return start;
    }

    String readOneByteString() {
        int length = readCount();
        return new String(bytes, skip(length), length, StandardCharsets.ISO_8859_1);
    }

    String readUtf8String() {
        int length = readCount();
        return new String(bytes, skip(length), length, StandardCharsets.UTF_8);
    }

    String readTwoByteString() {
        int length = readCount();
        if ((length & 1) != 0) {
            throw new BadWireFormat();
        }
        int at = skip(length);
        char[] units = new char[length / 2]; // lone surrogates must survive
        for (int i = 0; i < units.length; i++, at += 2) {
            units[i] = (char) ((bytes[at] & 0xFF) | bytes[at + 1] << 8);
        }
        return new String(units);
    }

    /** A string with its tag. */
    String readString() {
        return switch (readTag()) {
            case WireTag.ONE_BYTE_STRING -> readOneByteString();
            case WireTag.TWO_BYTE_STRING -> readTwoByteString();
            case WireTag.UTF8_STRING -> readUtf8String();
            default -> throw new BadWireFormat();
        };
    }

    BigInteger readBigInt() {
        int head = readCount();
        int length = head >>> 1;
        int start = skip(length);
        byte[] magnitude = new byte[length];
        for (int i = 0; i < length; i++) {
            magnitude[length - 1 - i] = bytes[start + i];
        }
        return new BigInteger((head & 1) != 0 ? -1 : 1, magnitude);
    }
}
