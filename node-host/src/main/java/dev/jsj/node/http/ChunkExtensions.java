package dev.jsj.node.http;

/**
 * What may follow the size of a chunk: {@code ;name=value;name="quoted value"} (RFC 9112, 7.1.1).
 */
final class ChunkExtensions {
    private static final String PLACE = "Invalid character in chunk extensions";

    private ChunkExtensions() {}

    /** Checks the bytes from the first semicolon to the end of the line. */
    static void check(byte[] data, int start, int end) throws HttpParseException {
        int at = start;
        while (at < end) {
            at = extension(data, at + 1, end);
        }
    }

    /**
     * @return where the next semicolon stands, or the end
     */
    private static int extension(byte[] data, int start, int end) throws HttpParseException {
        int at = token(data, start, end);
        if (at < end && data[at] == '=') {
            return value(data, at + 1, end);
        }
        if (at == start) {
            throw invalid("");
        }
        if (at < end && data[at] != ';') {
            throw invalid(" name");
        }
        return at;
    }

    private static int value(byte[] data, int start, int end) throws HttpParseException {
        int at = token(data, start, end);
        if (at < end && data[at] == '"') {
            at = quoted(data, at + 1, end);
            if (at < end && data[at] != ';') {
                throw invalid(" quote value");
            }
        } else if (at < end && data[at] != ';') {
            throw invalid(" value");
        }
        return at;
    }

    /**
     * @return what follows the closing quote
     */
    private static int quoted(byte[] data, int start, int end) throws HttpParseException {
        for (int at = start; at < end; at++) {
            int c = data[at];
            if (c == '"') {
                return at + 1;
            }
            if (c == '\\') {
                at++;
                if (at == end || isControl(data[at])) {
                    throw strict("Invalid quoted-pair in chunk extensions quoted value");
                }
            } else if (isControl(c)) {
                break;
            }
        }
        throw invalid(" quoted value");
    }

    private static int token(byte[] data, int start, int end) {
        int at = start;
        while (at < end && HeaderNames.isToken(data[at] & 0xFF)) {
            at++;
        }
        return at;
    }

    private static boolean isControl(int c) {
        return c >= 0 && c < ' ' && c != '\t' || c == 0x7F;
    }

    private static HttpParseException invalid(String where) {
        return strict(PLACE + where);
    }

    private static HttpParseException strict(String message) {
        return new HttpParseException("HPE_STRICT", message);
    }
}
