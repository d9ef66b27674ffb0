package dev.jsj.node.http;

import java.util.Arrays;

/** A growing array of bytes that text and bytes are appended to. */
public final class ByteSink {
    private byte[] bytes;
    private int length;

    public ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    /** What has been appended is at its beginning. */
    public byte[] array() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public void clear() {
        length = 0;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
        }
    }

    /** Appends the low byte of every character. */
    @SuppressWarnings("deprecation") // exactly what is wanted: one byte per character
    public ByteSink latin1(String text) {
        int count = text.length();
        room(count);
        text.getBytes(0, count, bytes, length);
        length += count;
        return this;
    }

    public ByteSink append(byte[] source, int start, int count) {
        room(count);
        System.arraycopy(source, start, bytes, length, count);
        length += count;
        return this;
    }

    /** Makes room for bytes that the caller puts into {@link #array} from where this answers. */
    public int reserve(int count) {
        room(count);
        int start = length;
        length += count;
        return start;
    }

    public ByteSink crlf() {
        room(2);
        bytes[length++] = '\r';
        bytes[length++] = '\n';
        return this;
    }

    public ByteSink decimal(long value) {
        return latin1(Long.toString(value));
    }

    public ByteSink hexadecimal(int value) {
        return latin1(Integer.toHexString(value));
    }
}
