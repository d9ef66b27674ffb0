package dev.jsj.node.bindings;

import dev.jsj.node.bindings.Arguments.Bytes;
import dev.jsj.node.fs.SystemError;
import dev.jsj.node.net.Addresses;
import dev.jsj.node.net.SocketErrors;
import dev.jsj.node.net.SocketListener;
import dev.jsj.node.net.SocketStream;
import dev.jsj.node.processes.PipeStream;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.Permissions;
import dev.jsj.node.text.Utf8;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import jdk.net.ExtendedSocketOptions;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * {@code net}: sockets and listeners. Operations answer 0 for done, 1 for "{@code onDrained}
 * follows", or a negative error number.
 */
final class NetBinding extends BindingTable {
    /** Says that {@code onDrained} follows. */
    static final int PENDING = 1;

    static final int WRITE = 0;
    static final int WRITE_TEXT = 1;
    static final int READ_START = 2;
    static final int READ_STOP = 3;
    static final int SET_CALLBACKS = 4;
    static final int SHUTDOWN = 5;
    static final int CLOSE = 6;
    static final int RESET = 7;
    private static final int CONNECT_TCP = 8;
    private static final int CONNECT_PIPE = 9;
    private static final int LISTEN_TCP = 10;
    private static final int LISTEN_PIPE = 11;
    private static final int CLOSE_LISTENER = 12;
    static final int REFERENCE = 13;
    static final int HAS_REFERENCE = 14;
    static final int LOCAL_ADDRESS = 15;
    static final int REMOTE_ADDRESS = 16;
    static final int SET_NO_DELAY = 17;
    static final int SET_KEEP_ALIVE = 18;
    static final int BYTES_READ = 19;
    static final int BYTES_WRITTEN = 20;
    static final int PENDING_BYTES = 21;
    static final int IDLE_TIME = 22;
    private static final int ADDRESS_FAMILY = 23;
    private static final int ADDRESS_BYTES = 24;

    private static final int IS_STREAM = 25;

    static final NetBinding TABLE = new NetBinding();

    private NetBinding() {
        method(WRITE, "write", 2);
        method(WRITE_TEXT, "writeText", 3);
        method(READ_START, "readStart", 1);
        method(READ_STOP, "readStop", 1);
        method(SET_CALLBACKS, "setCallbacks", 6);
        method(SHUTDOWN, "shutdown", 1);
        method(CLOSE, "close", 2);
        method(RESET, "reset", 2);
        method(CONNECT_TCP, "connectTcp", 5);
        method(CONNECT_PIPE, "connectPipe", 2);
        method(LISTEN_TCP, "listenTcp", 5);
        method(LISTEN_PIPE, "listenPipe", 3);
        method(CLOSE_LISTENER, "closeListener", 2);
        method(REFERENCE, "reference", 2);
        method(HAS_REFERENCE, "hasReference", 1);
        method(LOCAL_ADDRESS, "localAddress", 1);
        method(REMOTE_ADDRESS, "remoteAddress", 1);
        method(SET_NO_DELAY, "setNoDelay", 2);
        method(SET_KEEP_ALIVE, "setKeepAlive", 3);
        method(BYTES_READ, "bytesRead", 1);
        method(BYTES_WRITTEN, "bytesWritten", 1);
        method(PENDING_BYTES, "pendingBytes", 1);
        method(IDLE_TIME, "idleTime", 1);
        method(ADDRESS_FAMILY, "addressFamily", 1);
        method(ADDRESS_BYTES, "addressBytes", 1);
        method(IS_STREAM, "isStream", 1);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (takesHandle(id)
                && !(arguments[0] instanceof StreamObject)
                && arguments[0] instanceof JSObject object
                && !(object instanceof ListenerObject)) {
            return ProgramHandle.call(realm, id, object, arguments);
        }
        switch (id) {
            case WRITE -> {
                Bytes bytes = Arguments.bytes(arguments, 1);
                return write(stream(arguments), bytes.array(), bytes.offset(), bytes.length());
            }
            case WRITE_TEXT -> {
                byte[] bytes = encode(Arguments.string(arguments, 1), arg(arguments, 2));
                return write(stream(arguments), bytes, 0, bytes.length);
            }
            case READ_START -> stream(arguments).stream.readStart();
            case READ_STOP -> stream(arguments).stream.readStop();
            case SET_CALLBACKS -> stream(arguments).setCallbacks(arguments);
            case SHUTDOWN -> {
                StreamObject handle = stream(arguments);
                return result(handle.stream.shutdown(), handle);
            }
            case CLOSE -> close(NodeRuntime.of(realm), arguments, false);
            case RESET -> close(NodeRuntime.of(realm), arguments, true);
            case CONNECT_TCP -> {
                return connectTcp(NodeRuntime.of(realm), arguments);
            }
            case CONNECT_PIPE -> {
                return connectPipe(NodeRuntime.of(realm), arguments);
            }
            case LISTEN_TCP -> {
                return listenTcp(NodeRuntime.of(realm), arguments);
            }
            case LISTEN_PIPE -> {
                return listenPipe(NodeRuntime.of(realm), arguments);
            }
            case CLOSE_LISTENER -> {
                JSObject done = (JSObject) arguments[1];
                Arguments.handle(arguments, 0, ListenerObject.class)
                        .listener
                        .close(() -> done.call0(Undefined.UNDEFINED));
            }
            case REFERENCE -> reference(arguments[0], Arguments.truth(arguments, 1));
            case HAS_REFERENCE -> {
                return hasReference(arguments[0]);
            }
            case LOCAL_ADDRESS -> {
                return localAddress(realm, arguments[0]);
            }
            case REMOTE_ADDRESS -> {
                SocketStream socket = stream(arguments).socket();
                return socket == null
                        ? Undefined.UNDEFINED
                        : address(realm, socket.remoteAddress(), socket.inIpv6Socket());
            }
            case SET_NO_DELAY -> {
                return setOption(
                        arguments,
                        StandardSocketOptions.TCP_NODELAY,
                        Arguments.truth(arguments, 1));
            }
            case SET_KEEP_ALIVE -> {
                return setKeepAlive(arguments);
            }
            case BYTES_READ -> {
                return Arguments.number(stream(arguments).stream.bytesRead());
            }
            case BYTES_WRITTEN -> {
                return Arguments.number(stream(arguments).stream.bytesWritten());
            }
            case PENDING_BYTES -> {
                return stream(arguments).stream.pendingBytes();
            }
            case IDLE_TIME -> {
                return idleTime(NodeRuntime.of(realm), stream(arguments));
            }
            case ADDRESS_FAMILY -> {
                return Addresses.family(Arguments.string(arguments, 0));
            }
            case ADDRESS_BYTES -> {
                byte[] bytes = Addresses.bytes(Arguments.string(arguments, 0));
                return bytes == null ? Undefined.UNDEFINED : Arguments.uint8Array(realm, bytes);
            }
            case IS_STREAM -> {
                return arguments[0] instanceof StreamObject;
            }
            default -> throw new AssertionError("No row " + id);
        }
        return Undefined.UNDEFINED;
    }

    private static boolean takesHandle(int id) {
        return id <= RESET || (id >= REFERENCE && id <= IDLE_TIME);
    }

    private static StreamObject stream(Object[] arguments) {
        return Arguments.handle(arguments, 0, StreamObject.class);
    }

    // ---- streams

    private static Object write(StreamObject handle, byte[] bytes, int offset, int length) {
        return result(handle.stream.write(bytes, offset, length), handle);
    }

    private static Object result(@Nullable SystemError error, StreamObject handle) {
        if (error != null) {
            return error.errno();
        }
        return handle.stream.pendingBytes() > 0 ? PENDING : 0;
    }

    private static byte[] encode(String text, Object encoding) {
        if ("latin1".equals(encoding)) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        byte[] bytes = new byte[Utf8.length(text)];
        Utf8.encode(text, bytes, 0, bytes.length);
        return bytes;
    }

    /** (handle, callback or undefined): the callback runs in the close phase. */
    private static void close(NodeRuntime runtime, Object[] arguments, boolean reset) {
        StreamObject handle = stream(arguments);
        SocketStream socket = handle.socket();
        if (reset && socket != null) {
            socket.reset();
        } else {
            handle.stream.close();
        }
        JSObject done = Arguments.function(arguments, 1);
        if (done != null) {
            runtime.loop()
                    .postClose(
                            () -> {
                                handle.enterContext();
                                handle.end();
                                done.call0(Undefined.UNDEFINED);
                            });
        }
    }

    private static Object idleTime(NodeRuntime runtime, StreamObject handle) {
        SocketStream socket = handle.socket();
        runtime.loop().updateTime();
        return socket == null
                ? Undefined.UNDEFINED
                : Arguments.number(runtime.loop().now() - socket.lastActivity());
    }

    private static <T> Object setOption(
            Object[] arguments, java.net.SocketOption<T> option, T value) {
        SocketStream socket = stream(arguments).socket();
        return socket == null ? 0 : result(socket.setOption(option, value));
    }

    private static Object result(@Nullable SystemError error) {
        return error == null ? 0 : error.errno();
    }

    /** (handle, on, seconds before the first probe; 0 leaves it as it is). */
    private static Object setKeepAlive(Object[] arguments) {
        int seconds = Arguments.integer(arguments, 2);
        boolean on = Arguments.truth(arguments, 1);
        Object done = setOption(arguments, StandardSocketOptions.SO_KEEPALIVE, on);
        if (on && seconds > 0) {
            return setOption(arguments, ExtendedSocketOptions.TCP_KEEPIDLE, seconds);
        }
        return done;
    }

    // ---- connecting

    /**
     * (address, port, local address, local port, done(error number or 0)): the handle, or an error
     * number.
     */
    private static Object connectTcp(NodeRuntime runtime, Object[] arguments) {
        runtime.requireAccess(Permissions.Scope.NET, Arguments.string(arguments, 0));
        InetAddress address = Addresses.parse(Arguments.string(arguments, 0));
        if (address == null) {
            return SystemError.EINVAL.errno();
        }
        InetSocketAddress remote = new InetSocketAddress(address, Arguments.integer(arguments, 1));
        boolean ipv6 = address instanceof java.net.Inet6Address;
        SocketAddress local = null;
        if (!Arguments.isMissing(arguments, 2) || !Arguments.isMissing(arguments, 3)) {
            int port = Arguments.isMissing(arguments, 3) ? 0 : Arguments.integer(arguments, 3);
            InetAddress localAddress =
                    Arguments.isMissing(arguments, 2)
                            ? Addresses.parse(ipv6 ? "::" : "0.0.0.0")
                            : Addresses.parse(Arguments.string(arguments, 2));
            local = new InetSocketAddress(localAddress, port);
        }
        ProtocolFamily family = ipv6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
        return connect(runtime, family, remote, local, (JSObject) arguments[4]);
    }

    /** (path, done). */
    private static Object connectPipe(NodeRuntime runtime, Object[] arguments) {
        runtime.requireAccess(Permissions.Scope.NET, Arguments.string(arguments, 0));
        UnixDomainSocketAddress remote = UnixDomainSocketAddress.of(Arguments.string(arguments, 0));
        return connect(runtime, StandardProtocolFamily.UNIX, remote, null, (JSObject) arguments[1]);
    }

    private static Object connect(
            NodeRuntime runtime,
            ProtocolFamily family,
            SocketAddress remote,
            @Nullable SocketAddress local,
            JSObject done) {
        SocketStream socket;
        try {
            SocketChannel channel = SocketChannel.open(family);
            boolean ipv6 = family == StandardProtocolFamily.INET6;
            socket = new SocketStream(runtime.loop(), channel, ipv6);
        } catch (IOException failure) {
            return SocketErrors.of(failure).errno();
        }
        StreamObject handle = new StreamObject(runtime, socket);
        SystemError error =
                socket.connect(
                        remote,
                        local,
                        outcome -> {
                            handle.enterContext();
                            done.call1(Undefined.UNDEFINED, outcome == null ? 0 : outcome.errno());
                        });
        if (error != null) {
            socket.close();
            return error.errno();
        }
        return handle;
    }

    // ---- listening

    /**
     * (address or "", port, backlog, IPv6 only, onConnection(handle or error number)): the
     * listener, or an error number. Without an address it listens on every address, IPv6 and IPv4.
     */
    private static Object listenTcp(NodeRuntime runtime, Object[] arguments) {
        runtime.requireAccess(Permissions.Scope.NET, Arguments.string(arguments, 0));
        InetAddress address = Addresses.parse(Arguments.string(arguments, 0));
        if (address == null) {
            return SystemError.EINVAL.errno();
        }
        boolean ipv6 = address instanceof java.net.Inet6Address;
        return listen(
                runtime,
                ipv6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET,
                new InetSocketAddress(address, Arguments.integer(arguments, 1)),
                Arguments.integer(arguments, 2),
                (JSObject) arguments[4]);
    }

    /** (path, backlog, onConnection). */
    private static Object listenPipe(NodeRuntime runtime, Object[] arguments) {
        runtime.requireAccess(Permissions.Scope.NET, Arguments.string(arguments, 0));
        return listen(
                runtime,
                StandardProtocolFamily.UNIX,
                UnixDomainSocketAddress.of(Arguments.string(arguments, 0)),
                Arguments.integer(arguments, 1),
                (JSObject) arguments[2]);
    }

    private static Object listen(
            NodeRuntime runtime,
            ProtocolFamily family,
            SocketAddress address,
            int backlog,
            JSObject onConnection) {
        Object context =
                runtime.startOperation(
                        family == StandardProtocolFamily.UNIX ? "PIPESERVERWRAP" : "TCPSERVERWRAP",
                        null);
        ServerSocketChannel channel = null;
        try {
            channel = ServerSocketChannel.open(family);
            channel.bind(address, backlog);
            SocketListener listener =
                    new SocketListener(
                            runtime.loop(),
                            channel,
                            family == StandardProtocolFamily.INET6,
                            (stream, error) -> {
                                runtime.enterOperation(context);
                                Object accepted =
                                        stream != null
                                                ? new StreamObject(runtime, stream)
                                                : result(error);
                                onConnection.call1(Undefined.UNDEFINED, accepted);
                            });
            return new ListenerObject(runtime.realm(), listener);
        } catch (IOException failure) {
            closeQuietly(channel);
            return SocketErrors.of(failure).errno();
        } catch (IllegalArgumentException refused) {
            closeQuietly(channel);
            return SocketErrors.of(refused).errno();
        }
    }

    private static void closeQuietly(@Nullable ServerSocketChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException failure) {
            return; // the failure that led here is the one to report
        }
    }

    // ---- both

    private static void reference(Object handle, boolean on) {
        if (handle instanceof ListenerObject listener) {
            listener.listener.setReferenced(on);
        } else if (Arguments.handle(handle, StreamObject.class).stream instanceof PipeStream pipe) {
            pipe.setReferenced(on);
        } else if (Arguments.handle(handle, StreamObject.class).socket()
                instanceof SocketStream socket) {
            socket.setReferenced(on);
        }
    }

    private static boolean hasReference(Object handle) {
        if (handle instanceof ListenerObject listener) {
            return listener.listener.isReferenced();
        }
        if (Arguments.handle(handle, StreamObject.class).stream instanceof PipeStream pipe) {
            return pipe.isReferenced();
        }
        return Arguments.handle(handle, StreamObject.class).socket() instanceof SocketStream socket
                && socket.isReferenced();
    }

    private static Object localAddress(Realm realm, Object handle) {
        if (handle instanceof ListenerObject listener) {
            return address(realm, listener.listener.localAddress(), listener.listener.isIpv6());
        }
        SocketStream socket = Arguments.handle(handle, StreamObject.class).socket();
        return socket == null
                ? Undefined.UNDEFINED
                : address(realm, socket.localAddress(), socket.inIpv6Socket());
    }

    /** [address, family, port], a path, or undefined. */
    static Object address(Realm realm, @Nullable SocketAddress address, boolean inIpv6Socket) {
        return switch (address) {
            case InetSocketAddress inet -> {
                String text = Addresses.format(inet.getAddress(), inIpv6Socket);
                yield realm.newArray(
                        new Object[] {
                            text, text.indexOf(':') >= 0 ? "IPv6" : "IPv4", inet.getPort()
                        });
            }
            case UnixDomainSocketAddress unix -> unix.getPath().toString();
            case null, default -> Undefined.UNDEFINED;
        };
    }
}
