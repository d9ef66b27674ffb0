package dev.jsj.node.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class HttpParserTest {
    private static final String CHUNKED =
            "POST /a?b HTTP/1.1\r\nHost: x\r\nX-Name:  value \r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "3\r\nabc\r\nA;ext=1\r\n0123456789\r\n0\r\nX-Trailer: t\r\n\r\n";
    private static final String PIPELINED =
            "GET / HTTP/1.1\r\nHost: x\r\n\r\nPUT /p HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi";

    /** Writes down what the parser finds. */
    private static final class Transcript implements HttpParser.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public HttpParser.Body onHead(HttpHead head) {
            text.append(head.method()).append(' ').append(head.url());
            for (int i = 0; i < head.count(); i++) {
                text.append('|').append(head.lowerName(i)).append('=').append(head.value(i));
            }
            text.append('{');
            return HttpParser.Body.AS_SENT;
        }

        @Override
        public void onBody(byte[] bytes, int start, int length) {
            text.append(new String(bytes, start, length, StandardCharsets.ISO_8859_1));
        }

        @Override
        public void onComplete(@Nullable HttpHead trailers) {
            text.append('}').append(trailers == null ? "" : trailers.name(0)).append(';');
        }
    }

    private static String parse(String message, int step) throws HttpParseException {
        return parse(message, step, false);
    }

    private static String parse(String message, int step, boolean lenient)
            throws HttpParseException {
        Transcript transcript = new Transcript();
        HttpParser parser = new HttpParser(true, 16 * 1024, 0, lenient, transcript);
        byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < bytes.length; at += step) {
            parser.execute(bytes, at, Math.min(bytes.length, at + step));
        }
        parser.finish();
        return transcript.text.toString();
    }

    private static String refusal(String message) {
        return assertThrows(HttpParseException.class, () -> parse(message, 1000)).code();
    }

    @Test
    void findsTheSameHoweverTheBytesCome() throws HttpParseException {
        String chunked =
                "POST /a?b|host=x|x-name=value|transfer-encoding=chunked{abc0123456789}X-Trailer;";
        String pipelined = "GET /|host=x{};PUT /p|content-length=2{hi};";
        for (int step : new int[] {1, 2, 7, 1000}) {
            assertEquals(chunked, parse(CHUNKED, step));
            assertEquals(pipelined, parse(PIPELINED, step));
        }
    }

    @Test
    void letsPassWhatIsUnsafeWhenLenient() throws HttpParseException {
        String post = "POST / HTTP/1.1\r\n";
        String[][] cases = {
            {"GET / HTTP/1.1\nA: b\u0001c\n\n", "GET /|a=b\u0001c{};"},
            {"GET / HTTP/5.4\r\nA: b\r\n c\r\n\td\r\nE:\r\n f\r\n\r\n", "GET /|a=b c\td|e=f{};"},
            {
                post
                        + "Content-Length: 9\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "2 \r\n"
                        + "ab1\r\n"
                        + "c0\r\n\r\n",
                "POST /|content-length=9|transfer-encoding=chunked{abc};"
            },
            {post + "Transfer-Encoding: gzip\r\n\r\nabc", "POST /|transfer-encoding=gzip{abc};"},
            {
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\nGET /b HTTP/1.1\r\n\r\n",
                "GET /|connection=close{};GET /b{};"
            },
        };
        for (String[] one : cases) {
            assertThrows(HttpParseException.class, () -> parse(one[0], 1000, false), one[0]);
            for (int step : new int[] {1, 3, 1000}) {
                assertEquals(one[1], parse(one[0], step, true));
            }
        }
        assertThrows(
                HttpParseException.class,
                () -> parse(post + "Content-Length: 1\r\n 0\r\n\r\n", 1000, true));
    }

    @Test
    void refusesWhatCouldBeReadInTwoWays() {
        String head = "POST / HTTP/1.1\r\n";
        assertEquals(
                "HPE_INVALID_TRANSFER_ENCODING",
                refusal(head + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"));
        assertEquals(
                "HPE_UNEXPECTED_CONTENT_LENGTH",
                refusal(head + "Content-Length: 1\r\nContent-Length: 1\r\n\r\n"));
        assertEquals("HPE_CR_EXPECTED", refusal(head + "A: b\n\r\n"));
        assertEquals("HPE_INVALID_HEADER_TOKEN", refusal(head + "A : b\r\n\r\n"));
        assertEquals("HPE_INVALID_METHOD", refusal("NONSENSE / HTTP/1.1\r\n\r\n"));
        assertEquals("HPE_HEADER_OVERFLOW", refusal(head + "A: " + "b".repeat(17000) + "\r\n"));
        assertEquals("HPE_INVALID_EOF_STATE", refusal(head + "Content-Length: 5\r\n\r\nab"));
    }

    @Test
    void refusesTargetsAndChunkExtensionsThatAreNone() throws HttpParseException {
        for (String target : new String[] {"path", "http:/a", "/\u00e4", "http://a@@b/", "?a"}) {
            assertEquals("HPE_INVALID_URL", refusal("GET " + target + " HTTP/1.1\r\n\r\n"));
        }
        for (String target : new String[] {"*", "/a?b#c", "http://a@b:1/c", "//a"}) {
            assertEquals("GET " + target + "{};", parse("GET " + target + "  HTTP/1.1\r\n\r\n", 5));
        }
        String head = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (String extension : new String[] {";", ";a ", ";a= b", ";a=\"b", ";a=\"b\"c", ";a;"}) {
            assertEquals("HPE_STRICT", refusal(head + "1" + extension + "\r\nx\r\n0\r\n\r\n"));
        }
        for (String extension : new String[] {";a", ";a=", ";a=b;c", ";a=\"b\\\"c\";d=e"}) {
            assertEquals(
                    "POST /|transfer-encoding=chunked{x};",
                    parse(head + "1" + extension + "\r\nx\r\n0\r\n\r\n", 3));
        }
    }

    @Test
    void countsWhatHeadersSayNotTheirSpaces() throws HttpParseException {
        String head = "GET / HTTP/1.1\r\nA:";
        assertEquals("GET /|a=b{};", parse(head + " ".repeat(17000) + "b\r\n\r\n", 1000));
        assertEquals("HPE_HEADER_OVERFLOW", refusal(head + " ".repeat(70000)));
        assertEquals("HPE_HEADER_OVERFLOW", refusal(head + "b".repeat(16384) + "\r\n\r\n"));
        assertEquals("HPE_STRICT", refusal("GET / HTTP/1.1\rHost: x\r\r"));
    }
}
