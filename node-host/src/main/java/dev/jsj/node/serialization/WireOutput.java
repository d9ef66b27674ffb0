package dev.jsj.node.serialization;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes, with the encodings of the wire format. */
final class WireOutput {
    private byte[] bytes = new byte[64];
    private int size;

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    void writeByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    /** An unsigned number in base 128, the lowest digits first. */
    void writeVarint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        writeByte((int) rest);
    }

    void writeZigZag(int value) {
        writeVarint(((value << 1) ^ (value >> 31)) & 0xFFFFFFFFL);
    }

    void writeDouble(double value) {
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = 0; shift < 64; shift += 8) {
            writeByte((int) (bits >>> shift));
        }
    }

    void writeBytes(byte[] source, int from, int length) {
        ensure(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    void writeString(String text) {
        if (isOneByte(text)) {
            byte[] encoded = text.getBytes(StandardCharsets.ISO_8859_1);
            writeByte(WireTag.ONE_BYTE_STRING);
            writeVarint(encoded.length);
            writeBytes(encoded, 0, encoded.length);
            return;
        }
        int byteLength = text.length() * 2;
        if (((size + 1 + varintSize(byteLength)) & 1) != 0) {
            writeByte(WireTag.PADDING); // aligns the characters
        }
        writeByte(WireTag.TWO_BYTE_STRING);
        writeVarint(byteLength);
        ensure(byteLength);
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            bytes[size++] = (byte) unit;
            bytes[size++] = (byte) (unit >> 8);
        }
    }

    private static boolean isOneByte(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    private static int varintSize(int value) {
        int count = 1;
        for (int rest = value >>> 7; rest != 0; rest >>>= 7) {
            count++;
        }
        return count;
    }

    /** Sign and length in bytes, then the magnitude in digits of 64 bits, the lowest first. */
    void writeBigInt(BigInteger value) {
        BigInteger magnitude = value.abs();
        int digits = (magnitude.bitLength() + 63) / 64;
        writeVarint(((long) digits * 8) << 1 | (value.signum() < 0 ? 1 : 0));
        for (int i = 0; i < digits; i++) {
            long digit = magnitude.shiftRight(64 * i).longValue();
            for (int shift = 0; shift < 64; shift += 8) {
                writeByte((int) (digit >>> shift));
            }
        }
    }
}
