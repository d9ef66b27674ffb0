package dev.jsj.node.http;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Reads HTTP/1 messages from bytes as they come.
 *
 * <p>Lines are read whole: an incomplete one waits in {@link #rest} for more bytes. What is no HTTP
 * is refused as llhttp does in its strict mode, with its codes: no bare line feeds, no folded
 * headers, no second length. After a failure the parser is of no more use.
 *
 * <p>A lenient parser lets pass what {@code insecureHTTPParser} does in Node: control characters
 * and folded lines in headers, bare line feeds, both kinds of length, unknown transfer codings and
 * versions, chunks without an end of line, and messages after the last one.
 */
public final class HttpParser {

    /** What a parser finds. */
    public interface Listener {
        /** The head of a message is complete. */
        Body onHead(HttpHead head);

        /** A part of the body; the bytes are good during the call only. */
        void onBody(byte[] bytes, int start, int length);

        /** The message is over; trailers are null where there are none. */
        void onComplete(@Nullable HttpHead trailers);
    }

    /** What follows a head, as its reader decides. */
    public enum Body {
        /** What the headers say. */
        AS_SENT,
        /** None, whatever the headers say (the answer to HEAD). */
        NONE,
        /** Another protocol: parsing stops. */
        UPGRADE
    }

    private enum State {
        START,
        HEADERS,
        BODY,
        BODY_TO_END,
        CHUNK_SIZE,
        CHUNK_DATA,
        CHUNK_END,
        TRAILERS,
        UPGRADED,
        CLOSED
    }

    private static final Set<String> METHODS =
            Set.of(
                    "ACL",
                    "BIND",
                    "CHECKOUT",
                    "CONNECT",
                    "COPY",
                    "DELETE",
                    "GET",
                    "HEAD",
                    "LINK",
                    "LOCK",
                    "M-SEARCH",
                    "MERGE",
                    "MKACTIVITY",
                    "MKCALENDAR",
                    "MKCOL",
                    "MOVE",
                    "NOTIFY",
                    "OPTIONS",
                    "PATCH",
                    "POST",
                    "PROPFIND",
                    "PROPPATCH",
                    "PURGE",
                    "PUT",
                    "QUERY",
                    "REBIND",
                    "REPORT",
                    "SEARCH",
                    "SOURCE",
                    "SUBSCRIBE",
                    "TRACE",
                    "UNBIND",
                    "UNLINK",
                    "UNLOCK",
                    "UNSUBSCRIBE");

    private static final int LONGEST_METHOD = 11;
    private static final int MAX_CHUNK_EXTENSIONS = 16 * 1024;
    private static final String HTTP = "HTTP/";
    private static final int HEADER_BATCH = 31;

    /** How much blank space, which does not count, a line that is not complete may have. */
    private static final int MAX_BLANKS = 64 * 1024;

    private static final byte[] NOTHING = {};

    private final boolean request;
    private final boolean lenient;
    private final Listener listener;
    private final FramingHeaders framingHeaders;
    private final int maxHeaderSize;
    private final int maxHeaders;
    private final int keptHeaders;
    private State state = State.START;
    private byte[] rest = NOTHING;
    private HttpHead head = new HttpHead();
    private int headSize;
    private long remaining;
    private boolean lastKeepAlive = true;
    private boolean inMessage;

    /** Whether the last header decides how the message goes on, so that it cannot be folded. */
    private boolean framing;

    /**
     * @param request whether requests are read, not responses
     * @param maxHeaderSize how many bytes of target, names and values a head may have
     * @param maxHeaders how many header lines count; more are dropped. 0 for all
     * @param lenient whether unsafe deviations are let pass
     */
    public HttpParser(
            boolean request,
            int maxHeaderSize,
            int maxHeaders,
            boolean lenient,
            Listener listener) {
        this.request = request;
        this.lenient = lenient;
        framingHeaders = new FramingHeaders(request, lenient);
        this.maxHeaderSize = maxHeaderSize;
        this.maxHeaders = maxHeaders == 0 ? Integer.MAX_VALUE : maxHeaders;
        // As many lines as whole batches of Node's parser bring: the rest of the last batch is seen
        // in rawHeaders.
        keptHeaders =
                this.maxHeaders > Integer.MAX_VALUE - HEADER_BATCH
                        ? Integer.MAX_VALUE
                        : (this.maxHeaders + HEADER_BATCH - 1) / HEADER_BATCH * HEADER_BATCH;
        this.listener = listener;
    }

    /** Whether a message has begun and is not over. */
    public boolean isInMessage() {
        return inMessage;
    }

    /** Whether the head of a message has begun and is not complete. */
    public boolean isInHead() {
        return inMessage && (state == State.START || state == State.HEADERS);
    }

    /**
     * Reads bytes.
     *
     * @return the first byte that is not HTTP any more after an upgrade, else {@code end}
     */
    public int execute(byte[] data, int start, int end) throws HttpParseException {
        if (rest.length == 0) {
            return run(data, start, end);
        }
        byte[] before = rest;
        byte[] joined = Arrays.copyOf(before, before.length + end - start);
        System.arraycopy(data, start, joined, before.length, end - start);
        rest = NOTHING;
        int stopped = run(joined, 0, joined.length);
        return end - (joined.length - stopped);
    }

    /** The stream is over. */
    public void finish() throws HttpParseException {
        if (state == State.BODY_TO_END) {
            complete(null);
        } else if (inMessage && state != State.UPGRADED) {
            throw new HttpParseException("HPE_INVALID_EOF_STATE", "Invalid EOF state");
        }
    }

    private int run(byte[] data, int start, int end) throws HttpParseException {
        int at = start;
        while (at < end) {
            switch (state) {
                case BODY, CHUNK_DATA -> {
                    int count = (int) Math.min(remaining, end - at);
                    remaining -= count;
                    listener.onBody(data, at, count);
                    at += count;
                    if (remaining == 0) {
                        if (state == State.BODY) {
                            complete(null);
                        } else {
                            state = State.CHUNK_END;
                        }
                    }
                }
                case BODY_TO_END -> {
                    listener.onBody(data, at, end - at);
                    return end;
                }
                case UPGRADED -> {
                    return at;
                }
                case CLOSED -> {
                    if (data[at] != '\r' && data[at] != '\n') {
                        throw new HttpParseException(
                                "HPE_CLOSED_CONNECTION", "Data after `Connection: close`");
                    }
                    at++;
                }
                default -> {
                    if (state == State.START && data[at] == '\r') {
                        at++; // empty lines before a message
                        continue;
                    }
                    if (lenient && state == State.CHUNK_END && data[at] != '\r') {
                        state = State.CHUNK_SIZE;
                        continue;
                    }
                    int lineEnd = indexOfLineFeed(data, at, end);
                    if (lineEnd < 0) {
                        checkIncomplete(data, at, end);
                        rest = Arrays.copyOfRange(data, at, end);
                        return end;
                    }
                    line(data, at, lineEnd);
                    at = lineEnd + 1;
                }
            }
        }
        return at;
    }

    private static int indexOfLineFeed(byte[] data, int start, int end) {
        for (int i = start; i < end; i++) {
            if (data[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Refuses early what cannot become a good line any more. */
    private void checkIncomplete(byte[] data, int start, int end) throws HttpParseException {
        inMessage = true;
        if (state == State.CHUNK_SIZE) {
            if (end - start > MAX_CHUNK_EXTENSIONS) {
                throw chunkExtensionsOverflow();
            }
            return;
        }
        int counted = start;
        if (state == State.START) {
            counted = checkIncompleteStart(data, start, end);
        } else if (state == State.CHUNK_END && (data[start] != '\r' || end - start > 1)) {
            throw chunkDataEnd(data[start]);
        }
        checkCarriageReturn(data, counted, end);
        int blanks = state == State.START ? 0 : blanks(data, start, end);
        if (headSize + end - counted - blanks >= maxHeaderSize || blanks > MAX_BLANKS) {
            throw headerOverflow();
        }
    }

    /**
     * @return where the target of a request begins, or the line of a response
     */
    private int checkIncompleteStart(byte[] data, int start, int end) throws HttpParseException {
        for (int i = start; i < end; i++) {
            int c = data[i];
            if (request) {
                if (c == ' ') {
                    checkMethod(text(data, start, i));
                    checkIncompleteTarget(
                            data, skipSpaces(data, i, end), end, text(data, start, i));
                    return i + 1;
                }
                if (i - start >= LONGEST_METHOD || !(c >= 'A' && c <= 'Z' || c == '-')) {
                    throw invalidMethod();
                }
            } else if (i - start < HTTP.length() && c != HTTP.charAt(i - start)) {
                throw invalidConstant();
            }
        }
        return start;
    }

    private static void checkIncompleteTarget(byte[] data, int start, int end, String method)
            throws HttpParseException {
        int targetEnd = start;
        while (targetEnd < end && data[targetEnd] != ' ' && data[targetEnd] != '\r') {
            targetEnd++;
        }
        if (targetEnd == end || targetEnd == start) {
            return; // it may go on
        }
        RequestTarget.check(data, start, targetEnd, method.equals("CONNECT"));
        int version = skipSpaces(data, targetEnd, end);
        for (int i = version; i < end && i < version + HTTP.length(); i++) {
            if (data[i] != HTTP.charAt(i - version)) {
                throw invalidConstant();
            }
        }
        if (end > version + HTTP.length() + 1 && data[version + HTTP.length() + 1] != '.') {
            throw new HttpParseException("HPE_INVALID_VERSION", "Expected dot");
        }
    }

    private void checkCarriageReturn(byte[] data, int start, int end) throws HttpParseException {
        boolean inTarget = state == State.START && request;
        for (int i = start; i < end - 1; i++) {
            if (data[i] == ' ') {
                inTarget = false;
            } else if (data[i] == '\r') {
                throw inTarget
                        ? new HttpParseException("HPE_INVALID_URL", "Invalid characters in url")
                        : bareCarriageReturn();
            }
        }
    }

    private HttpParseException bareCarriageReturn() {
        return state == State.START
                ? expectedLineFeed()
                : new HttpParseException(
                        "HPE_LF_EXPECTED", "Missing expected LF after header value");
    }

    /** How much of an incomplete header line is space before its value. */
    private static int blanks(byte[] data, int start, int end) {
        int nameEnd = start;
        while (nameEnd < end && data[nameEnd] != ':') {
            nameEnd++;
        }
        int valueStart = Math.min(nameEnd + 1, end);
        while (valueStart < end && isBlank(data[valueStart])) {
            valueStart++;
        }
        return valueStart - nameEnd;
    }

    private static HttpParseException headerOverflow() {
        return new HttpParseException("HPE_HEADER_OVERFLOW", "Header overflow");
    }

    private static HttpParseException chunkDataEnd(int found) {
        return found == '\n'
                ? new HttpParseException("HPE_CR_EXPECTED", "Missing expected CR after chunk data")
                : new HttpParseException("HPE_STRICT", "Expected LF after chunk data");
    }

    private static HttpParseException chunkExtensionsOverflow() {
        return new HttpParseException("HPE_CHUNK_EXTENSIONS_OVERFLOW", "Chunk extensions overflow");
    }

    private static HttpParseException invalidMethod() {
        return new HttpParseException("HPE_INVALID_METHOD", "Invalid method encountered");
    }

    private static HttpParseException invalidConstant() {
        return new HttpParseException("HPE_INVALID_CONSTANT", "Expected HTTP/, RTSP/ or ICE/");
    }

    static String text(byte[] data, int start, int end) {
        return new String(data, start, end - start, StandardCharsets.ISO_8859_1);
    }

    // ---- lines

    /** A line that ends with the line feed at {@code lineEnd}. */
    private void line(byte[] data, int start, int lineEnd) throws HttpParseException {
        boolean carriageReturn = lineEnd > start && data[lineEnd - 1] == '\r';
        int end = carriageReturn ? lineEnd - 1 : lineEnd;
        switch (state) {
            case START -> {
                if (end == start) {
                    return; // empty lines before a message
                }
                inMessage = true;
                startLine(data, start, end);
                if (!carriageReturn && !lenient) {
                    throw request
                            ? expectedLineEnd()
                            : new HttpParseException(
                                    "HPE_CR_EXPECTED", "Missing expected CR after response line");
                }
                state = State.HEADERS;
            }
            case HEADERS, TRAILERS -> {
                if (end > start && lenient && isBlank(data[start])) {
                    folded(data, start, end);
                } else if (end > start) {
                    header(data, start, end);
                }
                if (!carriageReturn && !lenient) {
                    throw end == start
                            ? invalidHeaderToken()
                            : new HttpParseException(
                                    "HPE_CR_EXPECTED", "Missing expected CR after header value");
                }
                if (end == start) {
                    endOfHeaders();
                }
            }
            case CHUNK_SIZE -> chunkSize(data, start, end, carriageReturn);
            case CHUNK_END -> {
                if (end != start || !carriageReturn) {
                    throw chunkDataEnd(data[start]);
                }
                state = State.CHUNK_SIZE;
            }
            default -> throw new AssertionError("No lines in state " + state);
        }
    }

    private void size(int bytes) throws HttpParseException {
        headSize += bytes;
        if (headSize >= maxHeaderSize) {
            throw headerOverflow();
        }
    }

    private void startLine(byte[] data, int start, int end) throws HttpParseException {
        if (request) {
            requestLine(data, start, end);
        } else {
            statusLine(data, start, end);
        }
    }

    private static HttpParseException expectedLineEnd() {
        return new HttpParseException("HPE_INVALID_VERSION", "Expected CRLF after version");
    }

    private static HttpParseException expectedLineFeed() {
        return new HttpParseException("HPE_STRICT", "Expected CRLF after version");
    }

    private void checkMethod(String method) throws HttpParseException {
        if (!METHODS.contains(method)) {
            throw invalidMethod();
        }
    }

    private void requestLine(byte[] data, int start, int end) throws HttpParseException {
        int space = start;
        while (space < end && data[space] != ' ') {
            space++;
        }
        head.method = knownMethod(data, start, space);
        if (space == end) {
            throw invalidMethod();
        }
        int urlStart = skipSpaces(data, space, end);
        int urlEnd = urlStart;
        while (urlEnd < end && data[urlEnd] != ' ') {
            urlEnd++;
        }
        if (urlEnd == urlStart) {
            throw new HttpParseException("HPE_INVALID_URL", "Unexpected start char in url");
        }
        RequestTarget.check(data, urlStart, urlEnd, head.method.equals("CONNECT"));
        if (urlEnd == end) {
            throw invalidConstant(); // HTTP/0.9
        }
        size(urlEnd - urlStart);
        head.url = text(data, urlStart, urlEnd);
        int versionStart = skipSpaces(data, urlEnd, end);
        version(data, versionStart, end);
        if (end != versionStart + 8) {
            throw data[versionStart + 8] == '\r' ? expectedLineFeed() : expectedLineEnd();
        }
    }

    private static int skipSpaces(byte[] data, int start, int end) {
        int at = start;
        while (at < end && data[at] == ' ') {
            at++;
        }
        return at;
    }

    private String knownMethod(byte[] data, int start, int end) throws HttpParseException {
        if (end - start == 3
                && data[start] == 'G'
                && data[start + 1] == 'E'
                && data[start + 2] == 'T') {
            return "GET";
        }
        String method = text(data, start, end);
        checkMethod(method);
        return method;
    }

    private void version(byte[] data, int start, int end) throws HttpParseException {
        if (end - start < 5
                || data[start] != 'H'
                || data[start + 1] != 'T'
                || data[start + 2] != 'T'
                || data[start + 3] != 'P'
                || data[start + 4] != '/') {
            throw invalidConstant();
        }
        if (end - start < 8 || data[start + 6] != '.') {
            throw new HttpParseException("HPE_INVALID_VERSION", "Expected dot");
        }
        int major = data[start + 5] - '0';
        int minor = data[start + 7] - '0';
        boolean known =
                (lenient && isDigit(major) && isDigit(minor)
                        || major == 1 && (minor == 0 || minor == 1)
                        || major == 2 && minor == 0
                        || major == 0 && minor == 9);
        if (!known) {
            throw new HttpParseException("HPE_INVALID_VERSION", "Invalid HTTP version");
        }
        head.majorVersion = major;
        head.minorVersion = minor;
    }

    private static boolean isDigit(int value) {
        return value >= 0 && value <= 9;
    }

    private void statusLine(byte[] data, int start, int end) throws HttpParseException {
        version(data, start, end);
        int at = start + 8;
        if (at + 4 > end || data[at] != ' ') {
            throw new HttpParseException("HPE_INVALID_STATUS", "Invalid status code");
        }
        int status = 0;
        for (int i = at + 1; i <= at + 3; i++) {
            if (data[i] < '0' || data[i] > '9') {
                throw new HttpParseException("HPE_INVALID_STATUS", "Invalid status code");
            }
            status = status * 10 + data[i] - '0';
        }
        if (at + 4 < end && data[at + 4] != ' ') {
            throw new HttpParseException("HPE_INVALID_STATUS", "Invalid response status");
        }
        head.status = status;
        head.statusMessage = at + 5 <= end ? text(data, at + 5, end) : "";
    }

    private void header(byte[] data, int start, int end) throws HttpParseException {
        int nameEnd = start;
        while (nameEnd < end && HeaderNames.isToken(data[nameEnd] & 0xFF)) {
            nameEnd++;
        }
        if (nameEnd == start || nameEnd == end || data[nameEnd] != ':') {
            throw data[start] == ' ' && state == State.HEADERS && head.rawCount() == 0
                    ? new HttpParseException(
                            "HPE_UNEXPECTED_SPACE", "Unexpected space after start line")
                    : invalidHeaderToken();
        }
        int valueStart = nameEnd + 1;
        while (valueStart < end && isBlank(data[valueStart])) {
            valueStart++;
        }
        for (int i = valueStart; i < end; i++) {
            int c = data[i];
            if (c == '\r') {
                throw bareCarriageReturn();
            }
            if ((c >= 0 && c < ' ' && c != '\t' || c == 0x7F) && !lenient) {
                throw new HttpParseException(
                        "HPE_INVALID_HEADER_TOKEN", "Invalid header value char");
            }
        }
        size(nameEnd - start + end - valueStart);
        int valueEnd = end;
        while (valueEnd > valueStart && isBlank(data[valueEnd - 1])) {
            valueEnd--;
        }
        framing = framingHeaders.notice(head, data, start, nameEnd, valueStart, valueEnd, end);
        if (head.rawCount() < keptHeaders) {
            head.add(data, start, nameEnd, valueStart, valueEnd, head.rawCount() < maxHeaders);
        }
    }

    /** A line that continues the value of the header before it. */
    private void folded(byte[] data, int start, int end) throws HttpParseException {
        if (head.rawCount() == 0) { // nothing to continue: the blanks do not count
            int first = start;
            while (first < end && isBlank(data[first])) {
                first++;
            }
            header(data, first, end);
            return;
        }
        if (framing) {
            throw invalidHeaderToken();
        }
        size(end - start);
        int valueEnd = end;
        while (valueEnd > start && isBlank(data[valueEnd - 1])) {
            valueEnd--;
        }
        if (head.rawCount() < keptHeaders) {
            head.extend(data, start, valueEnd);
        }
    }

    private static HttpParseException invalidHeaderToken() {
        return new HttpParseException("HPE_INVALID_HEADER_TOKEN", "Invalid header token");
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    // ---- between head and body

    private void endOfHeaders() throws HttpParseException {
        if (state == State.TRAILERS) {
            lastKeepAlive &= !head.connectionClose;
            complete(head.rawCount() > 0 ? head : null);
            return;
        }
        HttpHead complete = head;
        boolean unknownCoding = request && complete.transferEncoding && !complete.chunked;
        if (unknownCoding && !lenient) {
            throw FramingHeaders.invalidTransferEncoding();
        }
        boolean isHttp11 =
                complete.majorVersion > 1
                        || complete.majorVersion == 1 && complete.minorVersion > 0;
        complete.upgrade =
                complete.method.equals("CONNECT")
                        || complete.connectionUpgrade
                                && complete.upgradeHeader
                                && (request || complete.status == 101);
        boolean bodyless = !request && isBodyless(complete.status);
        boolean toEnd =
                unknownCoding
                        || !request && !bodyless && !complete.chunked && complete.contentLength < 0;
        complete.keepAlive =
                !toEnd && !complete.connectionClose && (isHttp11 || complete.connectionKeepAlive);
        lastKeepAlive = complete.keepAlive;
        headSize = 0;
        Body body = listener.onHead(complete);
        if (body == Body.UPGRADE) {
            head = new HttpHead();
            state = State.UPGRADED;
            inMessage = false;
            return;
        }
        if (body == Body.NONE || bodyless) {
            lastKeepAlive = !complete.connectionClose && (isHttp11 || complete.connectionKeepAlive);
            complete(null);
        } else if (complete.chunked) {
            state = State.CHUNK_SIZE;
        } else if (toEnd) {
            state = State.BODY_TO_END;
        } else if (complete.contentLength > 0) {
            remaining = complete.contentLength;
            state = State.BODY;
        } else {
            complete(null);
        }
    }

    private static boolean isBodyless(int status) {
        return status / 100 == 1 || status == 204 || status == 304;
    }

    private void complete(@Nullable HttpHead trailers) {
        head = new HttpHead();
        headSize = 0;
        inMessage = false;
        state = lastKeepAlive || lenient ? State.START : State.CLOSED;
        listener.onComplete(trailers);
    }

    // ---- chunks

    private void chunkSize(byte[] data, int start, int end, boolean carriageReturn)
            throws HttpParseException {
        long size = 0;
        int at = start;
        for (; at < end; at++) {
            int digit = Character.digit(data[at], 16);
            if (digit < 0) {
                break;
            }
            if (size > Long.MAX_VALUE >> 5) {
                throw new HttpParseException("HPE_INVALID_CHUNK_SIZE", "Chunk size overflow");
            }
            size = size * 16 + digit;
        }
        while (lenient && at > start && at < end && isBlank(data[at])) {
            at++;
        }
        if (at > start && at < end && data[at] == '\r') {
            throw expectedLineFeed();
        }
        if (at == start || at < end && data[at] != ';') {
            throw new HttpParseException(
                    "HPE_INVALID_CHUNK_SIZE", "Invalid character in chunk size");
        }
        if (end - at > MAX_CHUNK_EXTENSIONS) {
            throw chunkExtensionsOverflow();
        }
        ChunkExtensions.check(data, at, end);
        if (!carriageReturn && (!lenient || size > 0)) {
            throw new HttpParseException("HPE_CR_EXPECTED", "Missing expected CR after chunk size");
        }
        remaining = size;
        if (size == 0) {
            head = new HttpHead();
            head.transferEncoding = true;
            head.chunked = true;
            state = State.TRAILERS;
        } else {
            state = State.CHUNK_DATA;
        }
    }
}
