package dev.jsj.node.bindings;

import dev.jsj.node.fs.SystemError;
import dev.jsj.node.net.ByteStream;
import dev.jsj.node.net.SocketStream;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.tls.TlsStream;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;

/**
 * A stream as JavaScript holds it: {@code socket._handle}. What happens to the stream is told to
 * functions of the library, called with the owner (a {@code net.Socket}) as {@code this} and in the
 * async context in which the stream was made.
 */
final class StreamObject extends JSObject implements ByteStream.Listener {
    final NodeRuntime runtime;
    final ByteStream stream;
    private final Object context;
    private Object owner = Undefined.UNDEFINED;
    private @Nullable JSObject onData;
    private @Nullable JSObject onEnd;
    private @Nullable JSObject onFailure;
    private @Nullable JSObject onDrained;

    StreamObject(NodeRuntime runtime, ByteStream stream) {
        super(runtime.realm().agent().root(null));
        this.runtime = runtime;
        this.stream = stream;
        context = runtime.startOperation(runtime.isTracking() ? type(stream) : "", this);
        stream.setListener(this);
    }

    private static String type(ByteStream stream) {
        return switch (stream) {
            case SocketStream socket
                    when socket.localAddress() instanceof UnixDomainSocketAddress ->
                    "PIPEWRAP";
            case SocketStream _ -> "TCPWRAP";
            case TlsStream _ -> "TLSWRAP";
            default -> "PIPEWRAP";
        };
    }

    /** The stream is closed. */
    void end() {
        runtime.endOperation(context);
    }

    /** (handle, owner, onData, onEnd, onFailure, onDrained). */
    void setCallbacks(Object[] arguments) {
        owner = arguments[1];
        onData = (JSObject) arguments[2];
        onEnd = (JSObject) arguments[3];
        onFailure = (JSObject) arguments[4];
        onDrained = (JSObject) arguments[5];
    }

    /** The socket below, where there is one. */
    @Nullable SocketStream socket() {
        return switch (stream) {
            case SocketStream socket -> socket;
            case TlsStream tls -> tls.socket();
            default -> null;
        };
    }

    /** What code that runs on behalf of this stream finds in AsyncLocalStorage. */
    void enterContext() {
        runtime.enterOperation(context);
    }

    @Override
    public void onData(ByteBuffer data) {
        if (onData != null) {
            enterContext();
            onData.call1(owner, Buffers.of(runtime).copy(data));
        }
    }

    @Override
    public void onEnd() {
        if (onEnd != null) {
            enterContext();
            onEnd.call0(owner);
        }
    }

    @Override
    public void onFailure(SystemError error) {
        if (onFailure != null) {
            enterContext();
            onFailure.call1(owner, error.errno());
        }
    }

    @Override
    public void onDrained() {
        if (onDrained != null) {
            enterContext();
            onDrained.call0(owner);
        }
    }
}
