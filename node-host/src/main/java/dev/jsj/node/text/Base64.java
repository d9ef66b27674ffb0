package dev.jsj.node.text;

/**
 * Base64 as Node reads it: both alphabets at once, white space and anything foreign skipped, ended
 * by the first '='.
 */
public final class Base64 {
    private static final byte[] VALUES = values();

    private Base64() {}

    private static byte[] values() {
        byte[] values = new byte[128];
        java.util.Arrays.fill(values, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        values['-'] = 62;
        values['_'] = 63;
        return values;
    }

    /** Decodes into {@code target}; answers the number of bytes written. */
    public static int decode(String text, byte[] target, int at, int room) {
        int bits = 0;
        int count = 0;
        int position = at;
        for (int i = 0; i < text.length() && position < at + room; i++) {
            char c = text.charAt(i);
            if (c == '=') {
                break;
            }
            int value = c < 128 ? VALUES[c] : -1;
            if (value < 0) {
                continue;
            }
            bits = bits << 6 | value;
            count += 6;
            if (count >= 8) {
                count -= 8;
                target[position++] = (byte) (bits >> count);
            }
        }
        return position - at;
    }

    public static String encode(byte[] bytes, int from, int length, boolean forUrls) {
        java.util.Base64.Encoder encoder =
                forUrls
                        ? java.util.Base64.getUrlEncoder().withoutPadding()
                        : java.util.Base64.getEncoder();
        byte[] part = java.util.Arrays.copyOfRange(bytes, from, from + length);
        return new String(encoder.encode(part), java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
