package dev.jsj.node.http;

/**
 * The headers that decide how a message goes on: its length, its connection, an upgrade (RFC 9112,
 * sections 6 and 9). Refuses what contradicts itself, as llhttp does.
 */
final class FramingHeaders {
    private final boolean request;
    private final boolean lenient;

    /**
     * @param request whether the heads are those of requests
     * @param lenient whether contradictions are let pass
     */
    FramingHeaders(boolean request, boolean lenient) {
        this.request = request;
        this.lenient = lenient;
    }

    /**
     * Looks at a header, and notes in the head what it decides.
     *
     * @param start where the name begins, which ends at {@code nameEnd}
     * @param valueStart where the value begins, without the blanks around it
     * @param end where the line ends
     * @return whether the line must not be continued by a folded one
     */
    boolean notice(
            HttpHead head,
            byte[] data,
            int start,
            int nameEnd,
            int valueStart,
            int valueEnd,
            int end)
            throws HttpParseException {
        switch (nameEnd - start) {
            case 4 -> head.host |= HeaderNames.matches(data, start, nameEnd, "host");
            case 6 -> head.expect |= HeaderNames.matches(data, start, nameEnd, "expect");
            case 7 -> head.upgradeHeader |= HeaderNames.matches(data, start, nameEnd, "upgrade");
            case 10 -> {
                if (HeaderNames.matches(data, start, nameEnd, "connection")) {
                    connection(head, HttpParser.text(data, valueStart, valueEnd));
                    return true;
                }
            }
            case 14 -> {
                if (HeaderNames.matches(data, start, nameEnd, "content-length")) {
                    if (valueEnd < end && data[end - 1] == '\t') {
                        throw invalidLength("Invalid character in Content-Length");
                    }
                    contentLength(head, data, valueStart, valueEnd);
                    return true;
                }
            }
            case 16 -> {
                if (HeaderNames.matches(data, start, nameEnd, "proxy-connection")) {
                    connection(head, HttpParser.text(data, valueStart, valueEnd));
                }
            }
            case 17 -> {
                if (HeaderNames.matches(data, start, nameEnd, "transfer-encoding")) {
                    transferEncoding(head, HttpParser.text(data, valueStart, valueEnd));
                    return true;
                }
            }
            default -> {
                return false;
            }
        }
        return false;
    }

    private static void connection(HttpHead head, String value) {
        for (String option : value.split(",", -1)) {
            switch (HeaderNames.lowerCase(option.trim())) {
                case "close" -> head.connectionClose = true;
                case "keep-alive" -> head.connectionKeepAlive = true;
                case "upgrade" -> head.connectionUpgrade = true;
                default -> {
                    continue;
                }
            }
        }
    }

    private static HttpParseException invalidLength(String message) {
        return new HttpParseException("HPE_INVALID_CONTENT_LENGTH", message);
    }

    private void contentLength(HttpHead head, byte[] data, int start, int end)
            throws HttpParseException {
        if (head.transferEncoding && !lenient) {
            throw invalidLength("Content-Length can't be present with Transfer-Encoding");
        }
        if (head.contentLength >= 0) {
            throw new HttpParseException(
                    "HPE_UNEXPECTED_CONTENT_LENGTH", "Duplicate Content-Length");
        }
        long length = 0;
        for (int i = start; i < end; i++) {
            int digit = data[i] - '0';
            if (digit < 0 || digit > 9) {
                throw invalidLength("Invalid character in Content-Length");
            }
            if (length > (Long.MAX_VALUE - digit) / 10) {
                throw invalidLength("Content-Length overflow");
            }
            length = length * 10 + digit;
        }
        if (start == end) {
            throw invalidLength("Empty Content-Length");
        }
        head.contentLength = length;
    }

    private void transferEncoding(HttpHead head, String value) throws HttpParseException {
        if (head.contentLength >= 0 && !lenient) {
            throw new HttpParseException(
                    "HPE_INVALID_TRANSFER_ENCODING",
                    "Transfer-Encoding can't be present with Content-Length");
        }
        head.transferEncoding = true;
        String[] codings = value.split(",", -1);
        if (head.chunked && request && !lenient) {
            throw invalidTransferEncoding();
        }
        for (int i = 0; i < codings.length; i++) {
            boolean chunked = HeaderNames.lowerCase(codings[i].trim()).equals("chunked");
            if (chunked && i < codings.length - 1 && request && !lenient) {
                throw invalidTransferEncoding();
            }
            head.chunked = chunked;
        }
    }

    static HttpParseException invalidTransferEncoding() {
        return new HttpParseException(
                "HPE_INVALID_TRANSFER_ENCODING", "Request has invalid `Transfer-Encoding`");
    }
}
