package dev.jsj.node.bindings;

import dev.jsj.node.bindings.Arguments.Bytes;
import dev.jsj.node.fs.SystemError;
import dev.jsj.node.http.ByteSink;
import dev.jsj.node.http.HeaderNames;
import dev.jsj.node.http.HttpDate;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.text.Utf8;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** {@code http}: parsers, headers of outgoing messages, and their bytes. */
final class HttpBinding extends BindingTable {
    // Why a header is refused.
    private static final int BAD_NAME = 1;
    private static final int MISSING_VALUE = 2;
    private static final int BAD_VALUE = 3;

    // How data is framed: 0 as it is, odd as a chunk.
    private static final int LAST_CHUNK = 2;

    private static final int PENDING = 1;
    private static final int LAST = 2;
    private static final int FORCE_KEEP_ALIVE = 4;

    private static final int CREATE_HEAD = 0;
    private static final int SET_HEADER = 1;
    private static final int APPEND_HEADER = 2;
    private static final int ADD_HEADER = 3;
    private static final int GET_HEADER = 4;
    private static final int HAS_HEADER = 5;
    private static final int REMOVE_HEADER = 6;
    private static final int HEADER_NAMES = 7;
    private static final int HEADERS_OBJECT = 8;
    private static final int COMPOSE = 9;
    private static final int HEAD_TEXT = 10;
    private static final int SEND = 11;
    private static final int RESPOND = 12;
    private static final int CREATE_PARSER = 13;
    private static final int CONSUME = 14;
    private static final int UNCONSUME = 15;
    private static final int EXECUTE = 16;
    private static final int FINISH = 17;
    private static final int FREE = 18;
    private static final int HEADERS = 19;
    private static final int RAW_HEADERS = 20;
    private static final int DISTINCT_HEADERS = 21;
    private static final int IS_LATE = 22;
    private static final int IS_IN_MESSAGE = 23;
    private static final int IS_TOKEN = 24;
    private static final int IS_VALUE = 25;
    private static final int DECLARED_LENGTH = 26;
    private static final int DATE = 27;

    static final HttpBinding TABLE = new HttpBinding();

    private HttpBinding() {
        method(CREATE_HEAD, "createHead", 0);
        method(SET_HEADER, "setHeader", 3);
        method(APPEND_HEADER, "appendHeader", 3);
        method(ADD_HEADER, "addHeader", 3);
        method(GET_HEADER, "getHeader", 2);
        method(HAS_HEADER, "hasHeader", 2);
        method(REMOVE_HEADER, "removeHeader", 2);
        method(HEADER_NAMES, "headerNames", 2);
        method(HEADERS_OBJECT, "headersObject", 1);
        method(COMPOSE, "compose", 6);
        method(HEAD_TEXT, "headText", 1);
        method(SEND, "send", 5);
        method(RESPOND, "respond", 8);
        method(CREATE_PARSER, "createParser", 9);
        method(CONSUME, "consume", 2);
        method(UNCONSUME, "unconsume", 1);
        method(EXECUTE, "execute", 2);
        method(FINISH, "finish", 1);
        method(FREE, "free", 1);
        method(HEADERS, "headers", 2);
        method(RAW_HEADERS, "rawHeaders", 1);
        method(DISTINCT_HEADERS, "distinctHeaders", 1);
        method(IS_LATE, "isLate", 3);
        method(IS_IN_MESSAGE, "isInMessage", 1);
        method(IS_TOKEN, "isToken", 1);
        method(IS_VALUE, "isValue", 1);
        method(DECLARED_LENGTH, "declaredLength", 1);
        method(DATE, "date", 0);
    }

    /** What all messages of a program share. */
    private static final class Writer {
        final ByteSink sink = new ByteSink(16 * 1024);
        final HttpDate date = new HttpDate();

        static Writer of(Realm realm) {
            Writer writer = NodeRuntime.of(realm).part(Writer.class, unused -> new Writer());
            writer.sink.clear();
            return writer;
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case CREATE_HEAD -> new OutgoingHead(realm);
            case SET_HEADER, APPEND_HEADER, ADD_HEADER -> putHeader(id, realm, arguments);
            case GET_HEADER -> head(arguments).get(Arguments.string(arguments, 1));
            case HAS_HEADER -> head(arguments).has(Arguments.string(arguments, 1));
            case REMOVE_HEADER -> head(arguments).remove(Arguments.string(arguments, 1));
            case HEADER_NAMES -> head(arguments).names(realm, Arguments.truth(arguments, 1));
            case HEADERS_OBJECT -> head(arguments).toObject(realm);
            case COMPOSE -> compose(Writer.of(realm), arguments);
            case HEAD_TEXT -> head(arguments).text();
            case SEND -> send(realm, arguments);
            case RESPOND -> respond(Writer.of(realm), arguments);
            case CREATE_PARSER -> new ParserObject(NodeRuntime.of(realm), arguments);
            case CONSUME -> {
                if (!(arguments[1] instanceof StreamObject handle)) {
                    yield false;
                }
                parser(arguments).consume(handle);
                yield true;
            }
            case UNCONSUME -> {
                parser(arguments).unconsume();
                yield Undefined.UNDEFINED;
            }
            case EXECUTE -> {
                Bytes bytes = Arguments.bytes(arguments, 1);
                parser(arguments)
                        .execute(bytes.array(), bytes.offset(), bytes.offset() + bytes.length());
                yield Undefined.UNDEFINED;
            }
            case FINISH -> {
                parser(arguments).finish();
                yield Undefined.UNDEFINED;
            }
            case FREE -> {
                parser(arguments).free();
                yield Undefined.UNDEFINED;
            }
            case HEADERS ->
                    Arguments.handle(arguments, 0, HeadObject.class)
                            .headers(realm, Arguments.truth(arguments, 1));
            case RAW_HEADERS -> Arguments.handle(arguments, 0, HeadObject.class).raw(realm);
            case DISTINCT_HEADERS ->
                    Arguments.handle(arguments, 0, HeadObject.class).distinct(realm);
            case IS_LATE ->
                    parser(arguments)
                            .isLate(
                                    Arguments.longInteger(arguments, 1),
                                    Arguments.longInteger(arguments, 2));
            case IS_IN_MESSAGE -> parser(arguments).isInMessage();
            case IS_TOKEN -> HeaderNames.isToken(Arguments.string(arguments, 0));
            case IS_VALUE -> HeaderNames.isValue(Arguments.string(arguments, 0));
            case DECLARED_LENGTH -> Arguments.number(head(arguments).declaredLength());
            case DATE -> Writer.of(realm).date.now();
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static OutgoingHead head(Object[] arguments) {
        return Arguments.handle(arguments, 0, OutgoingHead.class);
    }

    private static ParserObject parser(Object[] arguments) {
        return Arguments.handle(arguments, 0, ParserObject.class);
    }

    // ---- headers

    /** (head, name, value): 0, or why it is refused. */
    private static Object putHeader(int id, Realm realm, Object[] arguments) {
        if (!(arguments[1] instanceof CharSequence)) {
            return BAD_NAME;
        }
        String name = Arguments.string(arguments, 1);
        if (!HeaderNames.isToken(name)) {
            return BAD_NAME;
        }
        Object value = arg(arguments, 2);
        if (value == Undefined.UNDEFINED || value == Null.NULL) {
            return MISSING_VALUE;
        }
        if (!isValue(value)) {
            return BAD_VALUE;
        }
        OutgoingHead head = head(arguments);
        switch (id) {
            case SET_HEADER -> head.set(name, value);
            case APPEND_HEADER -> head.append(realm, name, value);
            default -> head.addRaw(name, value);
        }
        return 0;
    }

    private static boolean isValue(Object value) {
        if (value instanceof Integer) {
            return true;
        }
        if (value instanceof JSArray array) {
            for (Object part : ObjectOperations.createListFromArrayLike(array)) {
                if (!HeaderNames.isValue(TypeConversion.toJavaString(part))) {
                    return false;
                }
            }
            return true;
        }
        return HeaderNames.isValue(TypeConversion.toJavaString(value));
    }

    /** (head, first line, wants, length or -1, keep-alive seconds, max requests): what came out. */
    private static Object compose(Writer writer, Object[] arguments) {
        return head(arguments)
                .compose(
                        writer.sink,
                        writer.date,
                        Arguments.string(arguments, 1),
                        Arguments.integer(arguments, 2),
                        Arguments.longInteger(arguments, 3),
                        Arguments.integer(arguments, 4),
                        Arguments.integer(arguments, 5));
    }

    // ---- bytes

    /**
     * (stream or undefined, head or undefined, data or undefined, encoding, framing, trailers):
     * sends the head and the framed data; without a stream answers them as a Buffer.
     */
    private static Object send(Realm realm, Object[] arguments) {
        ByteSink sink = Writer.of(realm).sink;
        if (arguments[1] instanceof OutgoingHead head) {
            byte[] bytes = head.bytes();
            sink.append(bytes, 0, bytes.length);
        }
        int framing = Arguments.integer(arguments, 4);
        Object data = arguments[2];
        if (framing == 0) {
            appendData(sink, data, arguments[3]);
        } else {
            int length = dataLength(data, arguments[3]);
            if (length > 0) {
                sink.hexadecimal(length).crlf();
                appendData(sink, data, arguments[3]);
                sink.crlf();
            }
            if ((framing & LAST_CHUNK) != 0) {
                sink.latin1("0\r\n");
                if (!Arguments.isMissing(arguments, 5)) {
                    sink.latin1(Arguments.string(arguments, 5));
                }
                sink.crlf();
            }
        }
        if (arguments[0] instanceof StreamObject handle) {
            return write(handle, sink);
        }
        return Buffers.of(NodeRuntime.of(realm)).wrap(sink.toByteArray());
    }

    private static int write(StreamObject handle, ByteSink sink) {
        SystemError error = handle.stream.write(sink.array(), 0, sink.length());
        if (error != null) {
            return error.errno();
        }
        return handle.stream.pendingBytes() > 0 ? PENDING : 0;
    }

    private static int dataLength(Object data, Object encoding) {
        if (data instanceof CharSequence) {
            String text = data.toString();
            return isLatin1(encoding) ? text.length() : Utf8.length(text);
        }
        return data == Undefined.UNDEFINED ? 0 : Arguments.bytes(data).length();
    }

    private static void appendData(ByteSink sink, Object data, Object encoding) {
        if (data instanceof CharSequence) {
            String text = data.toString();
            if (isLatin1(encoding)) {
                sink.latin1(text);
            } else {
                int length = Utf8.length(text);
                int start = sink.reserve(length);
                Utf8.encode(text, sink.array(), start, length);
            }
        } else if (data != Undefined.UNDEFINED) {
            Bytes bytes = Arguments.bytes(data);
            sink.append(bytes.array(), bytes.offset(), bytes.length());
        }
    }

    private static boolean isLatin1(Object encoding) {
        return "latin1".equals(encoding);
    }

    /**
     * (stream, head, first line, wants, keep-alive seconds, max requests, data or undefined,
     * encoding): a whole message at once. Answers an error number, or bits: pending, last.
     */
    private static Object respond(Writer writer, Object[] arguments) {
        OutgoingHead head = Arguments.handle(arguments, 1, OutgoingHead.class);
        Object data = arguments[6];
        int length = dataLength(data, arguments[7]);
        int wants = Arguments.integer(arguments, 3);
        int result =
                head.compose(
                        writer.sink,
                        writer.date,
                        Arguments.string(arguments, 2),
                        wants,
                        length,
                        Arguments.integer(arguments, 4),
                        Arguments.integer(arguments, 5));
        if ((wants & OutgoingHead.HAS_BODY) != 0) {
            if ((result & OutgoingHead.CHUNKED) == 0) {
                appendData(writer.sink, data, arguments[7]);
            } else {
                if (length > 0) {
                    writer.sink.hexadecimal(length).crlf();
                    appendData(writer.sink, data, arguments[7]);
                    writer.sink.crlf();
                }
                writer.sink.latin1("0\r\n\r\n");
            }
        }
        int written = write(Arguments.handle(arguments, 0, StreamObject.class), writer.sink);
        if (written < 0) {
            return written;
        }
        return written
                | ((result & OutgoingHead.LAST) != 0 ? LAST : 0)
                | ((result & OutgoingHead.FORCE_KEEP_ALIVE) != 0 ? FORCE_KEEP_ALIVE : 0);
    }
}
