package dev.jsj.node.bindings;

import dev.jsj.node.fs.SystemError;
import dev.jsj.node.http.HttpHead;
import dev.jsj.node.http.HttpParseException;
import dev.jsj.node.http.HttpParser;
import dev.jsj.node.net.ByteStream;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.builtins.binary.JSTypedArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A parser as JavaScript holds it. It takes its bytes straight from a stream ({@link #consume}) or
 * from JavaScript ({@link #execute}), and calls functions of the library with its owner as {@code
 * this}.
 */
final class ParserObject extends JSObject implements HttpParser.Listener, ByteStream.Listener {
    // Bits of what onHead is told.
    private static final int KEEP_ALIVE = 1;
    private static final int HAS_BODY = 2;
    private static final int UPGRADE = 4;
    private static final int HAS_HOST = 8;
    private static final int HTTP_1_0 = 16;
    private static final int EXPECT = 32;

    /** How many header lines Node's parser hands over with the head. */
    private static final int HEADER_BATCH = 31;

    private static final int SCRATCH_SIZE = 64 * 1024;

    private final NodeRuntime runtime;
    private final HttpParser parser;
    private final Object owner;
    private final JSObject onHead;
    private final JSObject onBody;
    private final JSObject onComplete;
    private final JSObject onError;
    private final JSObject onUpgrade;
    private final boolean request;
    private @Nullable StreamObject source;
    private @Nullable HttpParseException failure;
    private boolean upgraded;
    private boolean freed;
    private boolean batches;

    /** When the message under way began, the first one with the connection; negative for none. */
    private long messageStart;

    private boolean headDone;
    private boolean lateTold;

    /** The bytes that are being parsed; one array for all parsers of a program. */
    private static final class Scratch {
        final byte[] bytes = new byte[SCRATCH_SIZE];
    }

    /**
     * (is request, max header size, max headers, owner, onHead, onBody, onComplete, onError,
     * onUpgrade, lenient).
     */
    ParserObject(NodeRuntime runtime, Object[] arguments) {
        super(runtime.realm().agent().root(null));
        this.runtime = runtime;
        request = Arguments.truth(arguments, 0);
        parser =
                new HttpParser(
                        request,
                        Arguments.integer(arguments, 1),
                        Arguments.integer(arguments, 2),
                        Arguments.truth(arguments, 9),
                        this);
        owner = arguments[3];
        onHead = (JSObject) arguments[4];
        onBody = (JSObject) arguments[5];
        onComplete = (JSObject) arguments[6];
        onError = (JSObject) arguments[7];
        onUpgrade = (JSObject) arguments[8];
        messageStart = runtime.loop().now();
    }

    // ---- where bytes come from

    void consume(StreamObject handle) {
        source = handle;
        handle.stream.setListener(this);
    }

    void unconsume() {
        StreamObject handle = source;
        if (handle != null) {
            source = null;
            handle.stream.setListener(handle);
        }
    }

    /** Nothing is called any more. */
    void free() {
        unconsume();
        freed = true;
    }

    @Override
    public void onData(ByteBuffer data) {
        byte[] scratch = runtime.part(Scratch.class, unused -> new Scratch()).bytes;
        int length = data.remaining();
        if (length > scratch.length) {
            scratch = new byte[length];
        }
        data.get(scratch, 0, length);
        StreamObject handle = source;
        if (handle != null) {
            handle.enterContext();
        }
        execute(scratch, 0, length);
    }

    @Override
    public void onEnd() {
        StreamObject handle = source;
        if (handle != null) {
            handle.onEnd();
        }
    }

    @Override
    public void onFailure(SystemError error) {
        StreamObject handle = source;
        if (handle != null) {
            handle.onFailure(error);
        }
    }

    @Override
    public void onDrained() {
        StreamObject handle = source;
        if (handle != null) {
            handle.onDrained();
        }
    }

    void execute(byte[] bytes, int start, int end) {
        if (upgraded || freed) {
            return;
        }
        if (failure != null) { // whatever follows is refused for the same reason
            fail(failure, Buffers.of(runtime).wrap(Arrays.copyOfRange(bytes, start, end)));
            return;
        }
        try {
            int stopped = parser.execute(bytes, start, end);
            if (messageStart < 0 && parser.isInMessage()) {
                messageStart = runtime.loop().now();
                headDone = !parser.isInHead();
            }
            if (upgraded && !freed) {
                byte[] rest = Arrays.copyOfRange(bytes, stopped, end);
                onUpgrade.call1(owner, Buffers.of(runtime).wrap(rest));
            }
        } catch (HttpParseException refused) {
            failure = refused;
            byte[] packet = Arrays.copyOfRange(bytes, start, end);
            fail(refused, Buffers.of(runtime).wrap(packet));
        }
    }

    private void fail(HttpParseException reason, Object packet) {
        if (!freed) {
            onError.call3(owner, reason.code(), reason.getMessage(), packet);
        }
    }

    /** The stream is over. */
    void finish() {
        if (failure != null || upgraded || freed) {
            return;
        }
        try {
            parser.finish();
        } catch (HttpParseException refused) {
            failure = refused;
            fail(refused, Undefined.UNDEFINED);
        }
    }

    // ---- what the parser finds

    @Override
    public HttpParser.Body onHead(HttpHead head) {
        headDone = true;
        if (batches || head.rawCount() > HEADER_BATCH) {
            handInBatches();
        }
        if (freed) {
            return HttpParser.Body.AS_SENT;
        }
        int flags =
                (head.keepAlive() ? KEEP_ALIVE : 0)
                        | (head.hasBody() ? HAS_BODY : 0)
                        | (head.upgrade() ? UPGRADE : 0)
                        | (head.hasHost() ? HAS_HOST : 0)
                        | (head.hasExpect() ? EXPECT : 0)
                        | (head.majorVersion() == 1 && head.minorVersion() == 0 ? HTTP_1_0 : 0);
        Object answer =
                onHead.call(
                        owner,
                        new Object[] {
                            new HeadObject(runtime.realm(), head),
                            request ? head.method() : (Object) head.status(),
                            request ? head.url() : head.statusMessage(),
                            flags,
                            head.majorVersion() * 10 + head.minorVersion()
                        });
        if (answer instanceof Integer code && code == 2) {
            upgraded = true;
            return HttpParser.Body.UPGRADE;
        }
        return answer instanceof Integer code && code == 1
                ? HttpParser.Body.NONE
                : HttpParser.Body.AS_SENT;
    }

    /**
     * Node hands over trailers and headers beyond the first batch in a callback of their own,
     * before the rest of the message; from then on all headers of the connection.
     */
    private void handInBatches() {
        batches = true;
        if (source != null && !freed) {
            runtime.ticks().drain();
        }
    }

    @Override
    public void onBody(byte[] bytes, int start, int length) {
        if (!freed) {
            byte[] copy = Arrays.copyOfRange(bytes, start, start + length);
            JSTypedArray buffer = Buffers.of(runtime).wrap(copy);
            onBody.call1(owner, buffer);
            if (source != null) {
                runtime.ticks().drain(); // a callback of its own, as in Node
            }
        }
    }

    @Override
    public void onComplete(@Nullable HttpHead trailers) {
        messageStart = -1;
        if (trailers != null) {
            handInBatches();
        }
        if (!freed) {
            onComplete.call1(
                    owner,
                    trailers == null
                            ? Undefined.UNDEFINED
                            : new HeadObject(runtime.realm(), trailers));
        }
    }

    /**
     * Whether a message takes longer than allowed (milliseconds; 0 allows any time). Said once of
     * each.
     */
    boolean isLate(long headersTimeout, long requestTimeout) {
        if (messageStart < 0 || lateTold || failure != null || upgraded) {
            return false;
        }
        long elapsed = runtime.loop().now() - messageStart;
        boolean late =
                headersTimeout > 0 && !headDone && elapsed >= headersTimeout
                        || requestTimeout > 0 && elapsed >= requestTimeout;
        lateTold = late;
        return late;
    }

    boolean isInMessage() {
        return parser.isInMessage();
    }
}
