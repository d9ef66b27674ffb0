package dev.jsj.runtime.builtins.structured;

import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;

/** 19.2.6 URI Handling Functions: percent encoding of UTF-8; and B.2.1, the same of code units. */
final class UriCoding {
    static final String RESERVED = ";/?:@&=+$,";
    static final String UNESCAPED_IN_COMPONENT = "-_.!~*'()";
    static final String UNESCAPED_IN_URI = RESERVED + UNESCAPED_IN_COMPONENT + "#";
    private static final String UNESCAPED_BY_ESCAPE = "@*_+-./";
    private static final String HEX_DIGITS = "0123456789ABCDEF";

    private UriCoding() {}

    private static JSThrow malformed() {
        return Errors.uriError("URI malformed");
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** 19.2.6.5 Encode ( string, extraUnescaped ), letters and digits being unescaped always. */
    static String encode(String text, String unescaped) {
        StringBuilder result = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isAlphanumeric(c) || unescaped.indexOf(c) >= 0) {
                result.append(c);
                continue;
            }
            int codePoint = text.codePointAt(i);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                throw malformed();
            }
            i += Character.charCount(codePoint) - 1;
            appendUtf8(result, codePoint);
        }
        return result.toString();
    }

    private static void appendUtf8(StringBuilder result, int codePoint) {
        if (codePoint < 0x80) {
            appendOctet(result, codePoint);
            return;
        }
        int trailing = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
        int lead = 0xFF00 >> trailing + 1 & 0xFF; // 110xxxxx, 1110xxxx, 11110xxx
        appendOctet(result, lead | codePoint >> 6 * trailing);
        for (int i = trailing - 1; i >= 0; i--) {
            appendOctet(result, 0x80 | codePoint >> 6 * i & 0x3F);
        }
    }

    private static void appendOctet(StringBuilder result, int octet) {
        result.append('%')
                .append(HEX_DIGITS.charAt(octet >> 4))
                .append(HEX_DIGITS.charAt(octet & 0xF));
    }

    /** 19.2.6.6 Decode ( string, preserveEscapeSet ). */
    static String decode(String text, String preserved) {
        int percent = text.indexOf('%');
        if (percent < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int from = 0;
        while (percent >= 0) {
            result.append(text, from, percent);
            from = appendDecoded(result, text, percent, preserved);
            percent = text.indexOf('%', from);
        }
        return result.append(text, from, text.length()).toString();
    }

    /** Decodes one code point from its escapes; the index behind them. */
    private static int appendDecoded(
            StringBuilder result, String text, int start, String preserved) {
        int lead = octet(text, start);
        int end = start + 3;
        if (lead < 0x80) {
            if (preserved.indexOf(lead) >= 0) {
                result.append(text, start, end);
            } else {
                result.append((char) lead);
            }
            return end;
        }
        int trailing = Integer.numberOfLeadingZeros(~(lead << 24)) - 1;
        if (trailing < 1 || trailing > 3) {
            throw malformed();
        }
        int codePoint = lead & 0x3F >> trailing;
        for (int i = 0; i < trailing; i++) {
            int next = octet(text, end);
            if ((next & 0xC0) != 0x80) {
                throw malformed();
            }
            codePoint = codePoint << 6 | next & 0x3F;
            end += 3;
        }
        int minimum = trailing == 1 ? 0x80 : trailing == 2 ? 0x800 : 0x10000;
        if (codePoint < minimum
                || codePoint > Character.MAX_CODE_POINT
                || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            throw malformed();
        }
        result.appendCodePoint(codePoint);
        return end;
    }

    private static int octet(String text, int at) {
        if (at + 3 > text.length() || text.charAt(at) != '%') {
            throw malformed();
        }
        int value = hex(text, at + 1, at + 3);
        if (value < 0) {
            throw malformed();
        }
        return value;
    }

    /** The value of hexadecimal digits, or -1. */
    private static int hex(String text, int start, int end) {
        if (end > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** B.2.1.1 escape ( string ). */
    static String escape(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isAlphanumeric(c) || UNESCAPED_BY_ESCAPE.indexOf(c) >= 0) {
                result.append(c);
            } else if (c < 256) {
                appendOctet(result, c);
            } else {
                result.append("%u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    result.append(HEX_DIGITS.charAt(c >> shift & 0xF));
                }
            }
        }
        return result.toString();
    }

    /** B.2.1.2 unescape ( string ). */
    static String unescape(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                boolean wide = i + 1 < text.length() && text.charAt(i + 1) == 'u';
                int start = wide ? i + 2 : i + 1;
                int end = start + (wide ? 4 : 2);
                int value = hex(text, start, end);
                if (value >= 0) {
                    result.append((char) value);
                    i = end - 1;
                    continue;
                }
            }
            result.append(c);
        }
        return result.toString();
    }
}
