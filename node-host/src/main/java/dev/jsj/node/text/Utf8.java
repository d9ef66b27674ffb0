package dev.jsj.node.text;

import java.nio.charset.StandardCharsets;

/**
 * UTF-8 as the web has it: a lone surrogate is written as U+FFFD, a malformed sequence is read as
 * U+FFFD.
 */
public final class Utf8 {
    private Utf8() {}

    public static byte[] encode(String text) {
        return (hasLoneSurrogate(text) ? toWellFormed(text) : text)
                .getBytes(StandardCharsets.UTF_8);
    }

    public static String decode(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : decodeMalformed(bytes, from, length);
    }

    /** The JDK reads an encoded surrogate (ED A0..BF xx) as one U+FFFD, the web as three. */
    private static String decodeMalformed(byte[] bytes, int from, int length) {
        StringBuilder text = new StringBuilder(length);
        int end = from + length;
        int start = from;
        for (int i = from; i + 1 < end; i++) {
            if (bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xE0) == 0xA0) {
                text.append(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                text.append('\uFFFD');
                start = i + 1;
            }
        }
        return text.append(new String(bytes, start, end - start, StandardCharsets.UTF_8))
                .toString();
    }

    /** How many bytes {@link #encode} gives. */
    public static int length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                length++;
            } else if (unit < 0x800) {
                length += 2;
            } else if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                length += 4;
                i++;
            } else {
                length += 3;
            }
        }
        return length;
    }

    /**
     * Writes as many whole characters as fit.
     *
     * @return the number of bytes written
     */
    public static int encode(String text, byte[] target, int at, int room) {
        int position = at;
        int end = at + room;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                if (position >= end) {
                    break;
                }
                target[position++] = (byte) unit;
                continue;
            }
            int code = unit;
            if (Character.isSurrogate(unit)) {
                boolean pair =
                        Character.isHighSurrogate(unit)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1));
                code = pair ? Character.toCodePoint(unit, text.charAt(i + 1)) : 0xFFFD;
            }
            int size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
            if (position + size > end) {
                break;
            }
            position = write(target, position, code, size);
            i += size == 4 ? 1 : 0;
        }
        return position - at;
    }

    private static int write(byte[] target, int position, int code, int size) {
        int lead = size == 2 ? 0xC0 : size == 3 ? 0xE0 : 0xF0;
        int shift = 6 * (size - 1);
        target[position] = (byte) (lead | code >> shift);
        for (int i = 1; i < size; i++) {
            shift -= 6;
            target[position + i] = (byte) (0x80 | code >> shift & 0x3F);
        }
        return position + size;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!Character.isSurrogate(unit)) {
                continue;
            }
            boolean pair =
                    Character.isHighSurrogate(unit)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) {
                return true;
            }
            i++;
        }
        return false;
    }

    private static String toWellFormed(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(unit)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                result.append(unit).append(text.charAt(++i));
            } else {
                result.append(Character.isSurrogate(unit) ? '\uFFFD' : unit);
            }
        }
        return result.toString();
    }

    /** Whether the bytes are well-formed. */
    public static boolean isValid(byte[] bytes, int from, int length) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes, from, length));
            return true;
        } catch (java.nio.charset.CharacterCodingException malformed) {
            return false;
        }
    }
}
