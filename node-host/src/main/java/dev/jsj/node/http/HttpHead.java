package dev.jsj.node.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The head of a message, or its trailers: the header lines stay bytes until somebody asks for their
 * text.
 */
public final class HttpHead {
    /** Four numbers per header: where the name and the value begin and end. */
    private static final int SPAN = 4;

    private byte[] bytes = new byte[512];
    private int length;
    private int[] spans = new int[16 * SPAN];
    private int count;
    private int rawCount;

    String method = "";
    String url = "";
    int status;
    String statusMessage = "";
    int majorVersion = 1;
    int minorVersion = 1;
    boolean keepAlive;
    boolean upgrade;
    boolean chunked;
    boolean transferEncoding;
    boolean host;
    boolean expect;
    boolean connectionClose;
    boolean connectionKeepAlive;
    boolean connectionUpgrade;
    boolean upgradeHeader;
    long contentLength = -1;

    /**
     * Takes a header line over; the offsets are into {@code source}.
     *
     * @param counts whether it is more than a raw line
     */
    void add(
            byte[] source,
            int nameStart,
            int nameEnd,
            int valueStart,
            int valueEnd,
            boolean counts) {
        int nameLength = nameEnd - nameStart;
        int valueLength = valueEnd - valueStart;
        int needed = length + nameLength + valueLength;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
        int span = rawCount * SPAN;
        if (span == spans.length) {
            spans = Arrays.copyOf(spans, 2 * span);
        }
        System.arraycopy(source, nameStart, bytes, length, nameLength);
        spans[span] = length;
        length += nameLength;
        spans[span + 1] = length;
        System.arraycopy(source, valueStart, bytes, length, valueLength);
        spans[span + 2] = length;
        length += valueLength;
        spans[span + 3] = length;
        rawCount++;
        if (counts) {
            count = rawCount;
        }
    }

    /** Adds a folded line to the value of the last header; blanks alone are no value yet. */
    void extend(byte[] source, int start, int end) {
        int valueStart = spans[(rawCount - 1) * SPAN + 2];
        int from = start;
        while (length == valueStart
                && from < end
                && (source[from] == ' ' || source[from] == '\t')) {
            from++;
        }
        if (length + end - from > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + end - from, 2 * bytes.length));
        }
        System.arraycopy(source, from, bytes, length, end - from);
        length += end - from;
        spans[(rawCount - 1) * SPAN + 3] = length;
    }

    /** How many header lines count: the first ones. */
    public int count() {
        return count;
    }

    /** How many header lines there are. */
    public int rawCount() {
        return rawCount;
    }

    /** A header's name as it was sent. */
    public String name(int index) {
        int start = spans[index * SPAN];
        return text(start, spans[index * SPAN + 1]);
    }

    /** A header's name in lower case. */
    public String lowerName(int index) {
        int start = spans[index * SPAN];
        int end = spans[index * SPAN + 1];
        String known = HeaderNames.find(bytes, start, end);
        return known != null ? known : HeaderNames.lowerCase(text(start, end));
    }

    public String value(int index) {
        return text(spans[index * SPAN + 2], spans[index * SPAN + 3]);
    }

    private String text(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    public String method() {
        return method;
    }

    public String url() {
        return url;
    }

    public int status() {
        return status;
    }

    public String statusMessage() {
        return statusMessage;
    }

    public int majorVersion() {
        return majorVersion;
    }

    public int minorVersion() {
        return minorVersion;
    }

    /** Whether the connection may carry another message after this one. */
    public boolean keepAlive() {
        return keepAlive;
    }

    /** Whether the sender asks for another protocol (Upgrade, CONNECT). */
    public boolean upgrade() {
        return upgrade;
    }

    /** Whether a Host header is there. */
    public boolean hasHost() {
        return host;
    }

    /** Whether an Expect header is there. */
    public boolean hasExpect() {
        return expect;
    }

    /** Whether a body follows a request with this head. */
    public boolean hasBody() {
        return transferEncoding || contentLength > 0;
    }
}
