package dev.jsj.node.net;

import dev.jsj.node.eventloop.EventLoop;
import dev.jsj.node.eventloop.LoopHold;
import dev.jsj.node.eventloop.NettyPoller;
import dev.jsj.node.fs.SystemError;

import io.netty.channel.IoRegistration;
import io.netty.channel.nio.NioIoOps;
import io.netty.channel.nio.NioSelectableChannelIoHandle;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.nio.channels.SelectionKey;
import java.util.HashMap;
import java.util.Map;

/** A UDP socket. While it is bound and referenced the event loop stays alive. */
public final class DatagramSocket extends NioSelectableChannelIoHandle<DatagramChannel> {

    /** What comes in; each call is a task of the event loop. */
    public interface Listener {
        /** A datagram has come; the bytes are good during the call only. */
        void onMessage(ByteBuffer data, InetSocketAddress sender);

        void onFailure(SystemError error);
    }

    private static final int DATAGRAMS_PER_TURN = 32;

    private final EventLoop loop;
    private final NettyPoller poller;
    private final DatagramChannel channel;
    private final boolean ipv6;
    private final Listener listener;
    private final Map<InetAddress, MembershipKey> groups = new HashMap<>();
    private final IoRegistration registration;
    private final LoopHold hold;
    private boolean closed;

    public DatagramSocket(EventLoop loop, DatagramChannel channel, boolean ipv6, Listener listener)
            throws IOException {
        super(channel);
        this.loop = loop;
        this.poller = loop.sockets();
        this.channel = channel;
        this.ipv6 = ipv6;
        this.listener = listener;
        channel.configureBlocking(false);
        registration = poller.register(this);
        hold = new LoopHold(loop, "UDPWrap", true);
    }

    @Override
    protected void handle(DatagramChannel ready, SelectionKey key) {
        try {
            receive();
        } catch (IOException failure) {
            SystemError error = SocketErrors.of(failure);
            loop.runNow(() -> listener.onFailure(error));
        } catch (Throwable failure) {
            poller.fail(failure);
        }
    }

    private void receive() throws IOException {
        ByteBuffer buffer = poller.readBuffer();
        for (int i = 0; i < DATAGRAMS_PER_TURN && !closed && !loop.isStopped(); i++) {
            buffer.clear();
            if (!(channel.receive(buffer) instanceof InetSocketAddress sender)) {
                return;
            }
            buffer.flip();
            loop.runNow(() -> listener.onMessage(buffer, sender));
        }
    }

    /** Binds and begins to receive; null or the error. */
    public @Nullable SystemError bind(SocketAddress address) {
        try {
            channel.bind(address);
        } catch (IOException failure) {
            return SocketErrors.of(failure);
        } catch (IllegalArgumentException refused) {
            return SocketErrors.of(refused);
        }
        registration.submit(NioIoOps.READ);
        hold.start();
        return null;
    }

    /** Fixes the other side; null or the error. */
    public @Nullable SystemError connect(SocketAddress remote) {
        try {
            channel.connect(remote);
            return null;
        } catch (IOException failure) {
            return SocketErrors.of(failure);
        } catch (IllegalArgumentException refused) {
            return SocketErrors.of(refused);
        }
    }

    public void disconnect() {
        try {
            channel.disconnect();
        } catch (IOException failure) {
            loop.post(() -> listener.onFailure(SocketErrors.of(failure)));
        }
    }

    /** Sends a datagram, to the connected side where {@code remote} is null; null or the error. */
    public @Nullable SystemError send(ByteBuffer data, @Nullable SocketAddress remote) {
        try {
            int length = data.remaining();
            int sent = remote == null ? channel.write(data) : channel.send(data, remote);
            return sent == 0 && length > 0 ? SystemError.EAGAIN : null;
        } catch (IOException failure) {
            return SocketErrors.of(failure);
        } catch (IllegalArgumentException refused) {
            return SocketErrors.of(refused);
        }
    }

    /** Joins or leaves a multicast group; null or the error. */
    public @Nullable SystemError setMembership(
            InetAddress group, @Nullable InetAddress local, boolean member) {
        try {
            if (!member) {
                MembershipKey key = groups.remove(group);
                if (key == null) {
                    return SystemError.EADDRNOTAVAIL;
                }
                key.drop();
                return null;
            }
            NetworkInterface network =
                    local == null ? defaultInterface() : NetworkInterface.getByInetAddress(local);
            if (network == null) {
                return SystemError.ENODEV;
            }
            groups.put(group, channel.join(group, network));
            return null;
        } catch (IOException failure) {
            return SocketErrors.of(failure);
        } catch (IllegalArgumentException notMulticast) {
            return SystemError.EINVAL;
        }
    }

    private static @Nullable NetworkInterface defaultInterface() throws IOException {
        for (NetworkInterface network :
                java.util.Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (network.isUp() && network.supportsMulticast() && !network.isLoopback()) {
                return network;
            }
        }
        return NetworkInterface.getByIndex(1);
    }

    /** Sets an option of the socket; null or the error. */
    public <T> @Nullable SystemError setOption(SocketOption<T> option, T value) {
        try {
            channel.setOption(option, value);
            return null;
        } catch (IOException failure) {
            return SocketErrors.of(failure);
        } catch (IllegalArgumentException | UnsupportedOperationException refused) {
            return SystemError.EINVAL;
        }
    }

    /** An option's number; -1 if it cannot be had. */
    public int option(SocketOption<Integer> option) {
        try {
            return channel.getOption(option);
        } catch (IOException closedAlready) {
            return -1;
        }
    }

    public @Nullable SocketAddress localAddress() {
        try {
            return channel.getLocalAddress();
        } catch (IOException closedAlready) {
            return null;
        }
    }

    public @Nullable SocketAddress remoteAddress() {
        try {
            return channel.getRemoteAddress();
        } catch (IOException closedAlready) {
            return null;
        }
    }

    public boolean isIpv6() {
        return ipv6;
    }

    public void setReferenced(boolean on) {
        hold.setReferenced(on);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        hold.stop();
        registration.cancel();
        closeChannel();
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException failure) {
            return; // nothing comes in any more all the same
        }
    }
}
