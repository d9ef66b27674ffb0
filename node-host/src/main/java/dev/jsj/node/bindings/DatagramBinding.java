package dev.jsj.node.bindings;

import dev.jsj.node.bindings.Arguments.Bytes;
import dev.jsj.node.fs.SystemError;
import dev.jsj.node.net.Addresses;
import dev.jsj.node.net.DatagramSocket;
import dev.jsj.node.net.SocketErrors;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.Permissions;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** {@code dgram}: UDP sockets. Operations answer 0, or a negative error number. */
final class DatagramBinding extends BindingTable {
    private static final String[] NAMES = {
        "open",
        "bind",
        "connect",
        "disconnect",
        "send",
        "close",
        "reference",
        "address",
        "remoteAddress",
        "setMembership",
        "setBroadcast",
        "setMulticastTtl",
        "setMulticastLoopback",
        "setMulticastInterface",
        "bufferSize",
        "setBufferSize",
        "setReuseAddress",
    };

    static final DatagramBinding TABLE = new DatagramBinding();

    private DatagramBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    /** A socket as JavaScript holds it; tells (bytes, address, family, port) or an error number. */
    private static final class SocketObject extends JSObject implements DatagramSocket.Listener {
        private final NodeRuntime runtime;
        private final boolean ipv6;
        private final JSObject onMessage;
        private final Object context;
        private final DatagramSocket socket;

        SocketObject(NodeRuntime runtime, boolean ipv6, JSObject onMessage) throws IOException {
            super(runtime.realm().agent().root(null));
            this.runtime = runtime;
            this.ipv6 = ipv6;
            this.onMessage = onMessage;
            context = runtime.startOperation("UDPWRAP", this);
            DatagramChannel channel =
                    DatagramChannel.open(
                            ipv6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
            socket = new DatagramSocket(runtime.loop(), channel, ipv6, this);
        }

        @Override
        public void onMessage(ByteBuffer data, InetSocketAddress sender) {
            runtime.enterOperation(context);
            String address = Addresses.format(sender.getAddress(), ipv6);
            onMessage.call(
                    Undefined.UNDEFINED,
                    new Object[] {
                        Buffers.of(runtime).copy(data),
                        address,
                        ipv6 ? "IPv6" : "IPv4",
                        sender.getPort()
                    });
        }

        @Override
        public void onFailure(SystemError error) {
            runtime.enterOperation(context);
            onMessage.call1(Undefined.UNDEFINED, error.errno());
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (id == 0) {
            NodeRuntime.of(realm).requireAccess(Permissions.Scope.NET, "");
            return open(NodeRuntime.of(realm), arguments);
        }
        DatagramSocket socket = Arguments.handle(arguments, 0, SocketObject.class).socket;
        return switch (NAMES[id]) {
            case "bind" -> result(socket.bind(address(arguments, 1)));
            case "connect" -> result(socket.connect(address(arguments, 1)));
            case "disconnect" -> {
                socket.disconnect();
                yield 0;
            }
            case "send" -> {
                Bytes bytes = Arguments.bytes(arguments, 1);
                ByteBuffer data = ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length());
                yield result(
                        socket.send(
                                data,
                                Arguments.isMissing(arguments, 2) ? null : address(arguments, 2)));
            }
            case "close" -> {
                socket.close();
                JSObject done = (JSObject) arguments[1];
                NodeRuntime.of(realm).loop().postClose(() -> done.call0(Undefined.UNDEFINED));
                yield 0;
            }
            case "reference" -> {
                socket.setReferenced(Arguments.truth(arguments, 1));
                yield 0;
            }
            case "address" -> NetBinding.address(realm, socket.localAddress(), socket.isIpv6());
            case "remoteAddress" ->
                    NetBinding.address(realm, socket.remoteAddress(), socket.isIpv6());
            case "setMembership" -> membership(socket, arguments);
            default -> option(id, socket, arguments);
        };
    }

    private static Object open(NodeRuntime runtime, Object[] arguments) {
        try {
            return new SocketObject(
                    runtime, Arguments.truth(arguments, 0), (JSObject) arguments[1]);
        } catch (IOException failure) {
            return SocketErrors.of(failure).errno();
        }
    }

    private static Object result(@Nullable SystemError error) {
        return error == null ? 0 : error.errno();
    }

    private static InetSocketAddress address(Object[] arguments, int index) {
        InetAddress address = Addresses.parse(Arguments.string(arguments, index));
        return new InetSocketAddress(address, Arguments.integer(arguments, index + 1));
    }

    /** (socket, group, interface's address or undefined, member). */
    private static Object membership(DatagramSocket socket, Object[] arguments) {
        InetAddress group = Addresses.parse(Arguments.string(arguments, 1));
        InetAddress local =
                Arguments.isMissing(arguments, 2)
                        ? null
                        : Addresses.parse(Arguments.string(arguments, 2));
        return group == null
                ? SystemError.EINVAL.errno()
                : result(socket.setMembership(group, local, Arguments.truth(arguments, 3)));
    }

    private static Object option(int id, DatagramSocket socket, Object[] arguments) {
        return switch (NAMES[id]) {
            case "setBroadcast" ->
                    result(
                            socket.setOption(
                                    StandardSocketOptions.SO_BROADCAST,
                                    Arguments.truth(arguments, 1)));
            case "setReuseAddress" ->
                    result(socket.setOption(StandardSocketOptions.SO_REUSEADDR, true));
            case "setMulticastTtl" ->
                    result(
                            socket.setOption(
                                    StandardSocketOptions.IP_MULTICAST_TTL,
                                    Arguments.integer(arguments, 1)));
            case "setMulticastLoopback" ->
                    result(
                            socket.setOption(
                                    StandardSocketOptions.IP_MULTICAST_LOOP,
                                    Arguments.truth(arguments, 1)));
            case "setMulticastInterface" -> multicastInterface(socket, arguments);
            case "bufferSize" -> {
                int size =
                        socket.option(
                                Arguments.truth(arguments, 1)
                                        ? StandardSocketOptions.SO_SNDBUF
                                        : StandardSocketOptions.SO_RCVBUF);
                yield size;
            }
            case "setBufferSize" ->
                    result(
                            socket.setOption(
                                    Arguments.truth(arguments, 1)
                                            ? StandardSocketOptions.SO_SNDBUF
                                            : StandardSocketOptions.SO_RCVBUF,
                                    Arguments.integer(arguments, 2)));
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static Object multicastInterface(DatagramSocket socket, Object[] arguments) {
        InetAddress address = Addresses.parse(Arguments.string(arguments, 1));
        try {
            NetworkInterface network =
                    address == null ? null : NetworkInterface.getByInetAddress(address);
            return network == null
                    ? SystemError.EADDRNOTAVAIL.errno()
                    : result(socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, network));
        } catch (IOException failure) {
            return SocketErrors.of(failure).errno();
        }
    }
}
