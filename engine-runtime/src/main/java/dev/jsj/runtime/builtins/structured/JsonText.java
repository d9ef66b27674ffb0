package dev.jsj.runtime.builtins.structured;

/** 25.5.2.4 QuoteJSONString ( value ). */
final class JsonText {
    private static final String HEX_DIGITS = "0123456789abcdef";

    private JsonText() {}

    static void quote(StringBuilder out, String value) {
        out.append('"');
        int length = value.length();
        int from = 0;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && !isLoneSurrogate(value, i)) {
                if (Character.isHighSurrogate(c)) {
                    i++;
                }
                continue;
            }
            out.append(value, from, i);
            escape(out, c);
            from = i + 1;
        }
        out.append(value, from, length).append('"');
    }

    /** Whether the code unit at the start of a code point is half of a pair. */
    private static boolean isLoneSurrogate(String value, int at) {
        char c = value.charAt(at);
        return Character.isSurrogate(c)
                && !(Character.isHighSurrogate(c)
                        && at + 1 < value.length()
                        && Character.isLowSurrogate(value.charAt(at + 1)));
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX_DIGITS.charAt(c >> shift & 0xF));
                }
            }
        }
    }
}
