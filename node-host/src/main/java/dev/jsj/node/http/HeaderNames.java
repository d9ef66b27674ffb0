package dev.jsj.node.http;

import org.jspecify.annotations.Nullable;

/** Names of header fields: which characters they may have, and the usual ones in lower case. */
public final class HeaderNames {
    private static final boolean[] TOKEN = new boolean[256];
    private static final int TABLE_SIZE = 1024;
    private static final String[] KNOWN = new String[TABLE_SIZE];

    static {
        for (int c = '0'; c <= '9'; c++) {
            TOKEN[c] = true;
        }
        for (int c = 'a'; c <= 'z'; c++) {
            TOKEN[c] = true;
            TOKEN[c - 32] = true;
        }
        String others = "!#$%&'*+-.^_`|~";
        for (int i = 0; i < others.length(); i++) {
            TOKEN[others.charAt(i)] = true;
        }
        String names =
                "accept accept-charset accept-encoding accept-language accept-ranges"
                        + " access-control-allow-credentials access-control-allow-headers"
                        + " access-control-allow-methods access-control-allow-origin"
                        + " access-control-expose-headers access-control-max-age"
                        + " access-control-request-headers access-control-request-method age allow"
                        + " authorization cache-control connection content-disposition"
                        + " content-encoding content-language content-length content-location"
                        + " content-range content-security-policy content-type cookie date dnt etag"
                        + " expect expires forwarded from host if-match if-modified-since"
                        + " if-none-match if-range if-unmodified-since keep-alive last-modified"
                        + " link location max-forwards origin pragma proxy-authenticate"
                        + " proxy-authorization range referer referrer-policy retry-after"
                        + " sec-websocket-accept sec-websocket-extensions sec-websocket-key"
                        + " sec-websocket-protocol sec-websocket-version server set-cookie"
                        + " strict-transport-security te trailer transfer-encoding upgrade"
                        + " upgrade-insecure-requests user-agent vary via warning www-authenticate"
                        + " x-content-type-options x-forwarded-for x-forwarded-host"
                        + " x-forwarded-proto x-frame-options x-powered-by x-real-ip"
                        + " x-request-id x-requested-with";
        for (String name : names.split(" ", -1)) {
            int slot = 0;
            for (int i = 0; i < name.length(); i++) {
                slot = slot * 31 + name.charAt(i);
            }
            KNOWN[slot & TABLE_SIZE - 1] = name; // of two in one slot the later one is found
        }
    }

    private HeaderNames() {}

    static boolean isToken(int character) {
        return character < 256 && TOKEN[character];
    }

    /** Whether the text may be the name of a header field, or a method. */
    public static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isToken(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether every character may stand in the value of a header field. */
    public static boolean isValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' || c == 127 || c > 255) {
                return false;
            }
        }
        return true;
    }

    /** The usual name that the bytes spell in any case; null if they spell another. */
    static @Nullable String find(byte[] bytes, int start, int end) {
        int slot = 0;
        for (int i = start; i < end; i++) {
            slot = slot * 31 + lower(bytes[i]);
        }
        String known = KNOWN[slot & TABLE_SIZE - 1];
        return known != null && matches(bytes, start, end, known) ? known : null;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }

    /** Whether the bytes spell a lower-case text in any case. */
    static boolean matches(byte[] bytes, int start, int end, String lowerCase) {
        if (end - start != lowerCase.length()) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (lower(bytes[i]) != lowerCase.charAt(i - start)) {
                return false;
            }
        }
        return true;
    }

    /** The name in lower case; names are ASCII. */
    public static String lowerCase(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return name.toLowerCase(java.util.Locale.ROOT);
            }
        }
        return name;
    }
}
