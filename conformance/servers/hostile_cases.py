"""The conversations of hostile.py: groups of cases, each group with the options of its server.

A case's steps are bytes to send, seconds to wait, "end" (half-close), "reset", or ("read", seconds of silence to wait for).
"""

HOST = b"Host: x\r\n"
NEXT = b"GET /next HTTP/1.1\r\nHost: x\r\n\r\n"


def case(name, *steps, **more):
    return {"name": name, "steps": list(steps), **more}


# What Node lets pass and jsj refuses: no version at all (HTTP/0.9), the versions of other protocols, lengths beyond 2^63.
STRICTER = (b"GET /\r\nHost", b"/ RTSP/1.0", b"/ ICE/1.0", b"Content-Length: 18446744073709551615", b"Content-Length: 9223372036854775808",
            b"\r\nFFFFFFFFFFFFFFFF\r\n", b"\r\n7FFFFFFFFFFFFFFF\r\n",
            # Node shows these to the program before it refuses them.
            b"Encoding: identity\r\n\r\n", b"gzip\r\n\r\n", b"xchunked", b"chunkedx", b'"chunked"', b"chunked;a")


# Refused by both, but what the program is told comes at another moment, or under another code.
TOLD_DIFFERENTLY = (b"GET /\tHTTP", b"HTTP/a.b", b"PRI * HTTP", b"GET /\r HTTP")


def whole_and_split(name, data):
    """Once in one piece, once in two: what the parser knows must survive the gap."""
    middle = len(data) // 2
    stricter = any(part in data for part in STRICTER)
    loose = ("events",) if any(part in data for part in TOLD_DIFFERENTLY) else ()
    if len(data) > 60000:
        loose += ("state",)  # bytes under way meet a closed socket, or not
    more = {"stricter": stricter, "loose": loose}
    return [case(name, data, **more), case(f"{name}, split", data[:middle], 0.1, data[middle:], **more)]


def many(prefix, requests):
    return [one for i, data in enumerate(requests) for one in whole_and_split(f"{prefix} {i} {data[:60]!r}", data)]


REQUEST_LINES = [line + b"\r\n" + HOST + b"\r\n" for line in (
    b"GET / HTTP/1.1", b"GARBAGE", b"get / HTTP/1.1", b"Get / HTTP/1.1", b"FOO / HTTP/1.1", b"GETT / HTTP/1.1", b"G / HTTP/1.1",
    b"GET /", b"GET / ", b"GET", b"GET ", b" GET / HTTP/1.1", b"GET  / HTTP/1.1", b"GET /  HTTP/1.1", b"GET / HTTP/1.1 ", b"GET\t/ HTTP/1.1",
    b"GET /\tHTTP/1.1", b"GET / HTTP/1.0", b"GET / HTTP/0.9", b"GET / HTTP/2.0", b"GET / HTTP/1.2", b"GET / HTTP/1.10", b"GET / HTTP/11",
    b"GET / HTTP/1", b"GET / HTTP/1.", b"GET / HTTP/.1", b"GET / HTTP/a.b", b"GET / HTTP/9.9", b"GET / http/1.1", b"GET / HTTPS/1.1",
    b"GET / XTTP/1.1", b"GET / RTSP/1.0", b"GET / ICE/1.0", b"SOURCE / ICE/1.0", b"DESCRIBE / RTSP/1.0", b"PRI * HTTP/2.0", b"* / HTTP/1.1",
    b"GET * HTTP/1.1", b"OPTIONS * HTTP/1.1", b"GET path HTTP/1.1", b"GET http://a.example/b?c#d HTTP/1.1", b"GET //a/b HTTP/1.1",
    b"GET /a#b HTTP/1.1", b"GET /a\x00b HTTP/1.1", b"GET /a\x7fb HTTP/1.1", b"GET /\xe4\xf6 HTTP/1.1", b"GET /a b HTTP/1.1", b"GET ?a HTTP/1.1",
    b"GET /\x01 HTTP/1.1", b"GET /\r HTTP/1.1", b"GET /a\xff?\xff#\xff HTTP/1.1", b"GET http:/ HTTP/1.1", b"GET http:// HTTP/1.1",
    b"GET http://[::1]:80/ HTTP/1.1", b"GET http://a@b@c/ HTTP/1.1", b"GET a:// HTTP/1.1", b"GET 1:// HTTP/1.1", b"GET http://a/b c HTTP/1.1",
    b"M-SEARCH * HTTP/1.1", b"QUERY / HTTP/1.1", b"PURGE / HTTP/1.1", b"MKCALENDAR / HTTP/1.1", b"PROPFIND / HTTP/1.1", b"BASELINE-CONTROL / HTTP/1.1",
    b"PO\x00ST / HTTP/1.1", b"POST / HTTP/1.1", b"PATCH / HTTP/1.1", b"DELETE / HTTP/1.1", b"TRACE / HTTP/1.1", b"PUT / HTTP/1.1",
    b"CONNECT a.example:443 HTTP/1.1", b"CONNECT / HTTP/1.1", b"CONNECT a.example HTTP/1.1", b"HEAD / HTTP/1.1",
    b"\r\nGET / HTTP/1.1", b"\r\n\r\n\r\nGET / HTTP/1.1", b"\nGET / HTTP/1.1", b"\n\nGET / HTTP/1.1", b"\rGET / HTTP/1.1", b"\x00GET / HTTP/1.1",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"A" * 500, b"GET /" + b"a" * 9000 + b" HTTP/1.1", b"GET / HTTP/1.1\r", b"HTTP/1.1 200 OK",
)] + [
    b"GET / HTTP/1.1\n" + HOST + b"\r\n", b"GET / HTTP/1.1\nHost: x\n\n", b"GET / HTTP/1.1\rHost: x\r\r", b"GET / HTTP/1.1\r\nHost: x\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\n\n", b"GET / HTTP/1.1\r\nHost: x\r\rA: b\r\n\r\n", b"GET / HTTP/1.1\n\r\n", b"\r\n\r\n", b"\n", b"\r",
]

HEADERS = [b"GET / HTTP/1.1\r\n" + HOST + lines + b"\r\n" for lines in (
    b"A\r\n", b"A:\r\n", b"A: \r\n", b"A:b\r\n", b"A:  b  \r\n", b"A:\tb\t\r\n", b"A : b\r\n", b"A\t: b\r\n", b": b\r\n", b" A: b\r\n", b"\tA: b\r\n",
    b"A: b\r\n c\r\n", b"A: b\r\n\tc\r\n", b"A: b\r\n  c\r\n d\r\n", b"A:\r\n b\r\n", b"A: \r\n \r\n", b"A b: c\r\n", b"A(b): c\r\n", b"A\x00: b\r\n", b"A: b\x00c\r\n",
    b"A: b\x01c\r\n", b"A: b\x7fc\r\n", b"A: b\x0bc\r\n", b"A: b\tc\r\n", b"A: b\rc\r\n", b"A: b\nc\r\n", b"A: b\nC: d\n", b"A: \xe4\xf6\xfc\r\n", b"\xe4: b\r\n", b"A\xe4: b\r\n",
    b"A: b\r\r\n", b"A\r: b\r\n", b"A\n: b\r\n", b"A@: b\r\n", b"A!#$%&'*+-.^_`|~1: b\r\n", b"\"A\": b\r\n", b"A:b:c\r\n", b"::\r\n", b"A;: b\r\n", b"A=b\r\n",
    b"Host: y\r\n", b"Cookie: a\r\nCookie: b\r\n", b"Connection: close\r\n", b"Connection: CLOSE\r\n", b"Connection: a, close\r\n", b"Connection: keep-alive, close\r\n",
    b"Connection: closed\r\n", b"Connection: close,keep-alive\r\n", b"Connection: upgrade\r\n", b"Upgrade: x\r\n", b"Connection: Upgrade\r\nUpgrade: websocket\r\n",
    b"Connection:\r\n", b"Connection: ,\r\n", b"Connection: close\r\nConnection: keep-alive\r\n", b"Keep-Alive: timeout=1\r\n", b"Proxy-Connection: close\r\n",
    b"Expect: 100-continue\r\n", b"Expect: 100-Continue, x\r\n", b"Expect: magic\r\n", b"Expect:\r\n", b"__proto__: x\r\n", b"constructor: x\r\n", b"A: " + b"b" * 3000 + b"\r\n",
    b"A: b\r\n" * 300, b"A: b\r\n\x0b\r\n", b"A: b\r\n:\r\n", b"\x0b: c\r\n", b"A: b\r\n\r\n\r\n",
)] + [
    b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.0\r\n\r\n", b"GET / HTTP/1.1\r\nHost:\r\n\r\n", b"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
    b"GET / HTTP/1.0\r\nConnection: close\r\n\r\n", b"GET / HTTP/1.1\r\n Host: x\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nhost: x\r\n\r\n",
    b"GET / HTTP/1.0\r\nExpect: 100-continue\r\n\r\n", b"GET / HTTP/1.1\r\nhOsT: x\r\n\r\n", b"GET / HTTP/1.1\r\nHost : x\r\n\r\n",
]


def post(headers, body=b"", version=b"1.1"):
    return b"POST / HTTP/" + version + b"\r\n" + HOST + headers + b"\r\n" + body


LENGTHS = [
    post(b"Content-Length: 5\r\n", b"hello"), post(b"Content-Length: 5\r\n", b"hello" + NEXT), post(b"Content-Length: 0\r\n", NEXT),
    post(b"Content-Length: 5\r\nContent-Length: 5\r\n", b"hello"), post(b"Content-Length: 5\r\nContent-Length: 6\r\n", b"hello"),
    post(b"Content-Length: 0\r\nContent-Length: 0\r\n"), post(b"Content-Length: 5, 5\r\n", b"hello"), post(b"Content-Length: 5,6\r\n", b"hello"),
    post(b"Content-Length: +5\r\n", b"hello"), post(b"Content-Length: -5\r\n", b"hello"), post(b"Content-Length: 5 \r\n", b"hello"),
    post(b"Content-Length:\t5\t\r\n", b"hello"), post(b"Content-Length: 5 5\r\n", b"hello"), post(b"Content-Length: 5x\r\n", b"hello"),
    post(b"Content-Length: 0x5\r\n", b"hello"), post(b"Content-Length: 005\r\n", b"hello"), post(b"Content-Length: 5.0\r\n", b"hello"),
    post(b"Content-Length:\r\n", b"hello"), post(b"Content-Length: \r\n", NEXT), post(b"Content-Length: 1e1\r\n", b"hello"),
    post(b"Content-Length: 18446744073709551615\r\n", b"hello"), post(b"Content-Length: 18446744073709551616\r\n", b"hello"),
    post(b"Content-Length: 9223372036854775808\r\n", b"hello"), post(b"Content-Length: 99999999999999999999999\r\n", b"hello"),
    post(b"Content-Length: 5\r\n 5\r\n", b"hello"), post(b"Content-Length : 5\r\n", b"hello"), post(b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n"),
    post(b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", b"0\r\n\r\n"), post(b"Content-Length: 5\r\nTransfer-Encoding: gzip, chunked\r\n", b"0\r\n\r\n"),
    post(b"Content-Length: 5\r\nTransfer-Encoding: identity\r\n", b"hello"), post(b"Content-Length: 5\r\nTransfer-Encoding:\r\n", b"hello"),
    post(b"Transfer-Encoding: identity\r\n", b"hello"), post(b"Transfer-Encoding: gzip\r\n", b"hello"), post(b"Transfer-Encoding: chunked, gzip\r\n", b"0\r\n\r\n"),
    post(b"Transfer-Encoding: gzip, chunked\r\n", b"5\r\nhello\r\n0\r\n\r\n"), post(b"Transfer-Encoding: chunked, chunked\r\n", b"5\r\nhello\r\n0\r\n\r\n"),
    post(b"Transfer-Encoding: xchunked\r\n", b"0\r\n\r\n"), post(b"Transfer-Encoding: chunkedx\r\n", b"0\r\n\r\n"), post(b"Transfer-Encoding: CHUNKED\r\n", b"5\r\nhello\r\n0\r\n\r\n"),
    post(b"Transfer-Encoding: chunked \r\n", b"5\r\nhello\r\n0\r\n\r\n"), post(b"Transfer-Encoding: \"chunked\"\r\n", b"0\r\n\r\n"), post(b"Transfer-Encoding: chunked;a=b\r\n", b"0\r\n\r\n"),
    post(b"Transfer-Encoding:\tchunked\r\n", b"5\r\nhello\r\n0\r\n\r\n"), post(b"Transfer-Encoding: \x0bchunked\r\n", b"0\r\n\r\n"), post(b"Transfer-Encoding: ,chunked\r\n", b"0\r\n\r\n"),
    post(b"Transfer-Encoding: chunked,\r\n", b"0\r\n\r\n"), post(b"Transfer-Encoding: identity, chunked\r\n", b"5\r\nhello\r\n0\r\n\r\n"),
    post(b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", b"5\r\nhello\r\n0\r\n\r\n"),
    post(b"Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n", b"5\r\nhello\r\n0\r\n\r\n"),
    post(b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", b"5\r\nhello\r\n0\r\n\r\n"),
    post(b"Transfer-Encoding:\r\n chunked\r\n", b"5\r\nhello\r\n0\r\n\r\n"), post(b"Transfer-Encoding : chunked\r\n", b"0\r\n\r\n"), post(b"Transfer-Encoding\r\n: chunked\r\n", b"0\r\n\r\n"),
    post(b"Transfer-Encoding: chunked\r\n", b"5\r\nhello\r\n0\r\n\r\n", b"1.0"), post(b"Transfer-Encoding: gzip\r\n", b"hello", b"1.0"), post(b"", b"hello", b"1.0"),
    post(b"", NEXT), b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello" + NEXT, b"HEAD / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello" + NEXT,
    b"GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n" + NEXT, b"DELETE / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab" + NEXT,
    b"POST /ignore HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello" + NEXT, b"POST /ignore HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nhello",
    b"POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\nhello" + NEXT, b"POST / HTTP/1.1\r\nHost: x\r\nExpect: x\r\nContent-Length: 5\r\n\r\nhello" + NEXT,
    b"CONNECT a:1 HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello",
    post(b"Content-Length: 5\r\nConnection: close\r\n", b"hello" + NEXT), post(b"Content-Length: 5\r\nConnection: close\r\n", b"hello\r\n\r\n"),
]

CHUNKS = [post(b"Transfer-Encoding: chunked\r\n", body) for body in (
    b"5\r\nhello\r\n0\r\n\r\n", b"5\r\nhello\r\n0\r\n\r\n" + NEXT, b"0\r\n\r\n" + NEXT, b"05\r\nhello\r\n0\r\n\r\n", b"000000000000000000005\r\nhello\r\n0\r\n\r\n", b"A\r\nhellohello\r\n0\r\n\r\n",
    b"a\r\nhellohello\r\n0\r\n\r\n", b"ZZ\r\n", b"\r\n", b"5", b"-5\r\nhello\r\n0\r\n\r\n", b"+5\r\nhello\r\n0\r\n\r\n", b"0x5\r\nhello\r\n0\r\n\r\n", b" 5\r\nhello\r\n0\r\n\r\n", b"5 \r\nhello\r\n0\r\n\r\n",
    b"5\t\r\nhello\r\n0\r\n\r\n", b"5\nhello\r\n0\r\n\r\n", b"5\rhello\r\n0\r\n\r\n", b"5\r\nhelloX\r\n0\r\n\r\n", b"5\r\nhello\n0\r\n\r\n", b"5\r\nhello\r0\r\n\r\n", b"5\r\nhello0\r\n\r\n", b"5\r\nhell\r\n0\r\n\r\n",
    b"5\r\n\r\nhello\r\n0\r\n\r\n", b"5;a=b\r\nhello\r\n0\r\n\r\n", b"5;a\r\nhello\r\n0\r\n\r\n", b"5;a=\"b\"\r\nhello\r\n0\r\n\r\n", b"5; a = b\r\nhello\r\n0\r\n\r\n", b"5;\r\nhello\r\n0\r\n\r\n", b"5;;\r\nhello\r\n0\r\n\r\n",
    b"5;a=\"b\\\"c\"\r\nhello\r\n0\r\n\r\n", b"5;a=\"b\r\nhello\r\n0\r\n\r\n", b"5;a=b;c=d\r\nhello\r\n0\r\n\r\n", b"5;a\x00=b\r\nhello\r\n0\r\n\r\n", b"5;a=b\nhello\r\n0\r\n\r\n", b"5;\xe4=b\r\nhello\r\n0\r\n\r\n",
    b"5;a=" + b"b" * 17000 + b"\r\nhello\r\n0\r\n\r\n", b"5,a\r\nhello\r\n0\r\n\r\n", b"FFFFFFFFFFFFFFFF\r\nhello", b"FFFFFFFFFFFFFFFFF\r\nhello", b"10000000000000000\r\nhello", b"7FFFFFFFFFFFFFFF\r\nhello",
    b"0\r\nA: b\r\n\r\n" + NEXT, b"0\r\nA: b\r\n\r\n", b"0\r\nA b\r\n\r\n", b"0\r\nA: b\r\n c\r\n\r\n", b"0\r\nContent-Length: 5\r\n\r\nhello", b"0\r\nTransfer-Encoding: chunked\r\n\r\n", b"0\r\n\n", b"0\n\r\n", b"0\r\nX",
    b"0;a=b\r\n\r\n", b"00\r\n\r\n", b"0\r\n\r\n\r\n" + NEXT, b"5\r\nhello\r\n" * 50 + b"0\r\n\r\n", b"0\r\nA: " + b"b" * 17000 + b"\r\n\r\n", b"0\r\nHost: y\r\nConnection: close\r\n\r\n" + NEXT, b"g\r\nhello", b"5\r\nhello\r\n\r\n0\r\n\r\n",
)]

SIZES = [
    b"GET / HTTP/1.1\r\nHost: x\r\nA: " + b"b" * size + b"\r\n\r\n" for size in (16000, 16330, 16340, 16350, 16360, 16370, 16384, 16500, 20000, 70000)
] + [
    b"GET /" + b"a" * size + b" HTTP/1.1\r\nHost: x\r\n\r\n" for size in (16000, 16350, 16384, 17000)
] + [
    b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A" * 17000 + b": b\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A: b\r\n" * 1900 + b"\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A: b\r\n" * 3500 + b"\r\n", b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A:\r\n" * 2500 + b"\r\n", b"GET / HTTP/1.1\r\nHost: x\r\n" + (b"A" * 100 + b": " + b"b" * 100 + b"\r\n") * 90 + b"\r\n",
    b"M" * 20000, b"GET / HTTP/1.1\r\nHost: x\r\nA:" + b" " * 17000 + b"b\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n" + b" c\r\n" * 5000 + b"\r\n",
    b"\r\n" * 20000 + b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
]

PIPELINES = [
    case("three at once", NEXT * 3), case("a late one first", b"GET /late HTTP/1.1\r\nHost: x\r\n\r\n" + NEXT * 2),
    case("close in the middle", NEXT + b"GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" + NEXT),
    case("close after a late one", b"GET /late HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" + NEXT),
    case("a late one last", NEXT + b"GET /late HTTP/1.1\r\nHost: x\r\n\r\n"), case("garbage after one", NEXT + b"GARBAGE\r\n\r\n"),
    case("garbage after a late one", b"GET /late HTTP/1.1\r\nHost: x\r\n\r\nGARBAGE\r\n\r\n", silence=3), case("garbage after two late ones", b"GET /late HTTP/1.1\r\nHost: x\r\n\r\n" * 2 + b"GARBAGE\r\n\r\n", silence=3),
    case("garbage while a late one waits", b"GET /late HTTP/1.1\r\nHost: x\r\n\r\n", 0.1, b"GARBAGE\r\n\r\n", silence=3),
    case("bodies", post(b"Content-Length: 5\r\n", b"hello") * 3 + NEXT), case("chunked bodies", post(b"Transfer-Encoding: chunked\r\n", b"5\r\nhello\r\n0\r\n\r\n") * 3 + NEXT),
    case("a body behind a late one", b"GET /late HTTP/1.1\r\nHost: x\r\n\r\n" + post(b"Content-Length: 5\r\n", b"hello") + NEXT),
    case("a thousand", NEXT * 1000), case("a thousand and the end", NEXT * 1000, "end"), case("two thousand small, one late", b"GET /late HTTP/1.1\r\nHost: x\r\n\r\n" + NEXT * 500, silence=3),
    case("big answers, nobody reads", b"GET /big HTTP/1.1\r\nHost: x\r\n\r\n" * 30, 1, loose=("events",), silence=3), case("an unanswered one first", b"GET /never HTTP/1.1\r\nHost: x\r\n\r\n" + NEXT * 3),
    case("bytes in a row", *[bytes([byte]) for byte in NEXT * 2]), case("destroyed", b"GET /destroy HTTP/1.1\r\nHost: x\r\n\r\n" + NEXT), case("destroyed after one", NEXT + b"GET /destroy HTTP/1.1\r\nHost: x\r\n\r\n"),
    case("1.0 without keep-alive", b"GET / HTTP/1.0\r\n\r\n" + NEXT), case("1.0 with keep-alive", b"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n" * 2),
]

ENDS = [
    case("nothing, end", "end"), case("nothing, reset", "reset", loose=("events",)), case("request, end", NEXT, "end"), case("request and end, later", NEXT, 0.1, "end"),
    case("half a head, end", NEXT[:20], "end"), case("a method, end", b"GET", "end"), case("blank lines, end", b"\r\n\r\n", "end"), case("half a body, end", post(b"Content-Length: 5\r\n", b"he"), "end"),
    case("half a chunk, end", post(b"Transfer-Encoding: chunked\r\n", b"5\r\nhe"), "end"), case("no last chunk, end", post(b"Transfer-Encoding: chunked\r\n", b"5\r\nhello\r\n"), "end"), case("late, end", b"GET /late HTTP/1.1\r\nHost: x\r\n\r\n", "end", silence=3),
    case("late and one more, end", b"GET /late HTTP/1.1\r\nHost: x\r\n\r\n" + NEXT, "end", silence=3), case("late, end in a while", b"GET /late HTTP/1.1\r\nHost: x\r\n\r\n", 0.1, "end", silence=3), case("never, end", b"GET /never HTTP/1.1\r\nHost: x\r\n\r\n", "end"),
    case("ignored half a body, end", b"POST /ignore HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nhello", "end"), case("late with half a body, end", b"POST /late HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nhello", "end", silence=3),
    case("half a head, reset", NEXT[:20], 0.05, "reset"), case("half a body, reset", post(b"Content-Length: 5\r\n", b"he"), 0.05, "reset"), case("never, reset", b"GET /never HTTP/1.1\r\nHost: x\r\n\r\n", 0.05, "reset"), case("late, reset", b"GET /late HTTP/1.1\r\nHost: x\r\n\r\n", 0.05, "reset", 0.5),
    case("garbage, end", b"GARBAGE\r\n\r\n", "end"), case("1.0 without length, end", b"POST / HTTP/1.0\r\n\r\nhello", "end"),
]

READERS = [
    case("reads at once", b"GET /flood HTTP/1.1\r\nHost: x\r\n\r\n", silence=3), case("reads after a second", b"GET /flood HTTP/1.1\r\nHost: x\r\n\r\n", 1, silence=3),
    case("asks for two, reads late", b"GET /flood HTTP/1.1\r\nHost: x\r\n\r\n" * 2, 0.5, silence=3), case("leaves in the middle", b"GET /flood HTTP/1.1\r\nHost: x\r\n\r\n", 0.3, "reset"),
]

SLOW = [
    case("no byte", silence=3), case("one byte", b"G", silence=3), case("header by header", NEXT[:20], *[step for _ in range(12) for step in (0.25, b"A: b\r\n")], silence=3),
    case("half a body", post(b"Content-Length: 5\r\n", b"he"), silence=4), case("byte by byte", b"GET / HTTP/1.1\r\n", *[step for _ in range(20) for step in (0.15, b"A")], silence=3),
    case("body byte by byte", post(b"Content-Length: 100\r\n"), *[step for _ in range(20) for step in (0.2, b"A")], silence=3), case("idle after one", NEXT, silence=3), case("idle, then the next in pieces", NEXT, 0.2, NEXT[:20], silence=3),
    case("chunk by chunk", post(b"Transfer-Encoding: chunked\r\n"), *[step for _ in range(20) for step in (0.2, b"1\r\nA\r\n")], silence=3), case("late answer", b"GET /late HTTP/1.1\r\nHost: x\r\n\r\n", silence=3), case("never an answer", b"GET /never HTTP/1.1\r\nHost: x\r\n\r\n", silence=3),
    case("blank lines", *[step for _ in range(10) for step in (0.25, b"\r\n")], silence=3), case("ignored half a body", b"POST /ignore HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nhello", silence=4),
]


def patient(cases):
    """Big cases keep a cold server busy: the client waits longer."""
    return [{"silence": 3, **one} for one in cases]


def renamed(cases, prefix):
    return [{**one, "name": f"{prefix} {one['name']}"} for one in cases]


def groups():
    """(name, options of the server, cases)."""
    malformed = many("line", REQUEST_LINES) + many("header", HEADERS) + many("length", LENGTHS) + many("chunk", CHUNKS) + many("size", SIZES)
    timeouts = {"headersTimeout": 1200, "requestTimeout": 2200, "connectionsCheckingInterval": 100, "keepAliveTimeout": 700}
    return [
        ("malformed", {}, malformed),
        ("malformed, seen by the program", {"clientError": True}, malformed),
        ("pipelines", {}, patient(PIPELINES)),
        ("pipelines, two requests each", {"maxRequestsPerSocket": 2}, patient(PIPELINES)),
        ("ends", {}, patient(ENDS)),
        ("ends, half open", {"halfOpen": True}, patient(ENDS)),
        ("ends, seen by the program", {"clientError": True}, patient(ENDS)),
        ("slow readers", {}, READERS),
        ("slow", timeouts, SLOW),
        ("slow, seen by the program", {**timeouts, "clientError": True}, SLOW),
        ("slow, socket timeout", {"timeout": 600}, SLOW),
        ("no host needed", {"requireHostHeader": False}, many("header", HEADERS)),
        ("small heads", {"maxHeaderSize": 300}, many("header", HEADERS) + many("line", REQUEST_LINES)),
        ("joined", {"joinDuplicateHeaders": True}, many("header", HEADERS)),
    ]
