package dev.jsj.node.http;

/**
 * What may stand between method and version: a path, {@code *}, a URL with scheme and host, or for
 * CONNECT a host. Only visible ASCII characters.
 */
final class RequestTarget {
    private RequestTarget() {}

    /** Checks a target that is not empty. */
    static void check(byte[] data, int start, int end, boolean connect) throws HttpParseException {
        int first = data[start];
        if (connect) {
            host(data, start, end);
        } else if (first == '/' || first == '*') {
            path(data, start, end);
        } else if (isLetter(first)) {
            scheme(data, start, end);
        } else {
            throw invalid("Unexpected start char in url");
        }
    }

    private static void scheme(byte[] data, int start, int end) throws HttpParseException {
        int at = start;
        while (at < end && isLetter(data[at])) {
            at++;
        }
        boolean host =
                at + 2 < end && data[at] == ':' && data[at + 1] == '/' && data[at + 2] == '/';
        if (!host) {
            throw invalid("Unexpected char in url schema");
        }
        host(data, at + 3, end);
    }

    /** User, host and port: these are told apart by who reads the URL. */
    private static void host(byte[] data, int start, int end) throws HttpParseException {
        for (int at = start; at < end; at++) {
            int c = data[at];
            switch (c) {
                case '/' -> {
                    path(data, at, end);
                    return;
                }
                case '?' -> {
                    query(data, at + 1, end);
                    return;
                }
                case '@' -> {
                    if (at > start && data[at - 1] == '@') {
                        throw invalid("Double @ in url");
                    }
                }
                default -> {
                    boolean allowed =
                            isLetter(c)
                                    || c >= '0' && c <= '9'
                                    || "-_.!~*'();:&=+$,[]%".indexOf(c) >= 0;
                    if (!allowed) {
                        throw invalid("Unexpected char in url server");
                    }
                }
            }
        }
    }

    private static void path(byte[] data, int start, int end) throws HttpParseException {
        for (int at = start; at < end; at++) {
            int c = data[at];
            if (c == '?') {
                query(data, at + 1, end);
                return;
            }
            if (c == '#') {
                fragment(data, at + 1, end);
                return;
            }
            if (!isVisible(c)) {
                throw invalid("Invalid char in url path");
            }
        }
    }

    private static void query(byte[] data, int start, int end) throws HttpParseException {
        for (int at = start; at < end; at++) {
            int c = data[at];
            if (c == '#') {
                fragment(data, at + 1, end);
                return;
            }
            if (!isVisible(c)) {
                throw invalid("Invalid char in url query");
            }
        }
    }

    private static void fragment(byte[] data, int start, int end) throws HttpParseException {
        for (int at = start; at < end; at++) {
            if (!isVisible(data[at])) {
                throw invalid("Invalid char in url fragment start");
            }
        }
    }

    private static boolean isVisible(int c) {
        return c > ' ' && c < 0x7F;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static HttpParseException invalid(String message) {
        return new HttpParseException("HPE_INVALID_URL", message);
    }
}
