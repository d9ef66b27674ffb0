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
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.function.BiConsumer;

/**
 * Accepts connections. While it is referenced the event loop stays alive.
 *
 * <p>A listener begins to accept as soon as it is made.
 */
public final class SocketListener extends NioSelectableChannelIoHandle<ServerSocketChannel> {
    private static final int ACCEPTS_PER_TURN = 64;

    private final EventLoop loop;
    private final NettyPoller poller;
    private final ServerSocketChannel channel;
    private final boolean ipv6;
    private final BiConsumer<@Nullable SocketStream, @Nullable SystemError> onConnection;
    private final IoRegistration registration;
    private final LoopHold hold;
    private boolean closed;

    /**
     * @param channel bound already
     * @param onConnection gets each new connection, or why it could not be accepted, as a task of
     *     the event loop
     */
    public SocketListener(
            EventLoop loop,
            ServerSocketChannel channel,
            boolean ipv6,
            BiConsumer<@Nullable SocketStream, @Nullable SystemError> onConnection)
            throws IOException {
        super(channel);
        this.loop = loop;
        this.poller = loop.sockets();
        this.channel = channel;
        this.ipv6 = ipv6;
        this.onConnection = onConnection;
        channel.configureBlocking(false);
        registration = poller.register(this);
        registration.submit(NioIoOps.ACCEPT);
        hold = new LoopHold(loop, "TCPServerWrap", true);
        hold.start();
    }

    @Override
    protected void handle(ServerSocketChannel ready, SelectionKey key) {
        try {
            for (int i = 0; i < ACCEPTS_PER_TURN && !closed && !loop.isStopped(); i++) {
                SocketChannel accepted = channel.accept();
                if (accepted == null) {
                    return;
                }
                SocketStream stream = new SocketStream(loop, accepted, ipv6);
                loop.runNow(() -> onConnection.accept(stream, null));
            }
        } catch (IOException failure) {
            SystemError error = SocketErrors.of(failure);
            loop.runNow(() -> onConnection.accept(null, error));
        } catch (Throwable failure) {
            poller.fail(failure);
        }
    }

    /** Stops listening; {@code done} runs in a close phase, when the address is free again. */
    public void close(Runnable done) {
        if (closed) {
            return;
        }
        closed = true;
        SocketAddress address = localAddress();
        registration.cancel();
        closeChannel(address);
        // The selector lets go of the socket the next time it looks: one turn later.
        loop.post(() -> loop.postClose(done));
        hold.stop();
    }

    private void closeChannel(@Nullable SocketAddress address) {
        try {
            channel.close();
            if (address instanceof UnixDomainSocketAddress unix) {
                Files.deleteIfExists(unix.getPath());
            }
        } catch (IOException failure) {
            return; // nobody listens any more all the same
        }
    }

    @Override
    public void close() {
        close(() -> {});
    }

    public boolean isClosed() {
        return closed;
    }

    /** Whether the open listener keeps the event loop alive. */
    public void setReferenced(boolean on) {
        hold.setReferenced(on);
    }

    public boolean isReferenced() {
        return hold.isReferenced();
    }

    /** Where it listens. */
    public @Nullable SocketAddress localAddress() {
        try {
            return channel.getLocalAddress();
        } catch (IOException closedAlready) {
            return null;
        }
    }

    public boolean isIpv6() {
        return ipv6;
    }
}
