package dev.jsj.node.crypto;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The little of ASN.1's DER that keys need. */
final class Der {
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int SEQUENCE = 0x30;

    private Der() {}

    /**
     * One element.
     *
     * @param encoded all of it, tag and length included
     * @param content without them
     */
    record Element(int tag, byte[] encoded, byte[] content) {
        List<Element> children() {
            return parseAll(content);
        }

        BigInteger integer() {
            return new BigInteger(content);
        }

        /** A bit string's bytes. */
        byte[] bits() {
            return Arrays.copyOfRange(content, 1, content.length);
        }
    }

    /** The first element; IllegalArgumentException when there is none. */
    static Element parse(byte[] bytes) {
        List<Element> all = parseAll(bytes);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("Empty DER data");
        }
        return all.getFirst();
    }

    private static List<Element> parseAll(byte[] bytes) {
        List<Element> elements = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int start = at;
            int tag = bytes[at++] & 0xFF;
            if (at >= bytes.length) {
                throw new IllegalArgumentException("Truncated DER data");
            }
            int length = bytes[at++] & 0xFF;
            if (length > 0x80) {
                int count = length - 0x80;
                length = 0;
                for (int i = 0; i < count && at < bytes.length; i++) {
                    length = length << 8 | bytes[at++] & 0xFF;
                }
            }
            if (length < 0 || length > bytes.length - at) {
                throw new IllegalArgumentException("Truncated DER data");
            }
            elements.add(
                    new Element(
                            tag,
                            Arrays.copyOfRange(bytes, start, at + length),
                            Arrays.copyOfRange(bytes, at, at + length)));
            at += length;
        }
        return elements;
    }

    static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(tag);
        int length = content.size();
        if (length >= 0x80) {
            int count = (32 - Integer.numberOfLeadingZeros(length) + 7) / 8;
            result.write(0x80 + count);
            for (int i = count - 1; i >= 0; i--) {
                result.write(length >> 8 * i);
            }
        } else {
            result.write(length);
        }
        result.writeBytes(content.toByteArray());
        return result.toByteArray();
    }

    static byte[] integer(BigInteger value) {
        return element(INTEGER, value.toByteArray());
    }

    static byte[] bitString(byte[] bytes) {
        return element(BIT_STRING, new byte[1], bytes);
    }
}
