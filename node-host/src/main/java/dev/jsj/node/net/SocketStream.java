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
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A connected (or connecting) socket: TCP or Unix domain.
 *
 * <p>Writes go to the system at once as far as it takes them; the rest waits in {@link #pending} in
 * order. While it is referenced the event loop stays alive.
 */
public final class SocketStream extends NioSelectableChannelIoHandle<SocketChannel>
        implements ByteStream {
    /** Reads of one turn, so that one fast sender does not keep the others waiting. */
    private static final int READS_PER_TURN = 8;

    private final EventLoop loop;
    private final NettyPoller poller;
    private final SocketChannel channel;
    private final boolean inIpv6Socket;
    private final ArrayDeque<ByteBuffer> pending = new ArrayDeque<>();
    private final IoRegistration registration;
    private @Nullable Listener listener;
    private @Nullable Consumer<@Nullable SystemError> connecting;
    private int operations;
    private int pendingBytes;
    private long bytesRead;
    private long bytesWritten;
    private long lastActivity;
    private boolean shutdownRequested;
    private final LoopHold hold;

    /** What is pending keeps the loop alive even if the socket itself does not. */
    private final LoopHold writing;

    private boolean closed;

    /**
     * @param inIpv6Socket whether IPv4 addresses are shown as mapped ones
     */
    public SocketStream(EventLoop loop, SocketChannel channel, boolean inIpv6Socket)
            throws IOException {
        super(channel);
        this.loop = loop;
        this.poller = loop.sockets();
        this.channel = channel;
        this.inIpv6Socket = inIpv6Socket;
        channel.configureBlocking(false);
        registration = poller.register(this);
        hold = new LoopHold(loop, "TCPSocketWrap", true);
        hold.start();
        writing = new LoopHold(loop, "WriteWrap", true);
    }

    // ---- what the selector reports

    @Override
    protected void handle(SocketChannel ready, SelectionKey key) {
        try {
            int readyOperations = key.readyOps();
            if ((readyOperations & SelectionKey.OP_CONNECT) != 0) {
                finishConnect();
            }
            if ((readyOperations & SelectionKey.OP_WRITE) != 0 && !closed) {
                flush();
            }
            if ((readyOperations & SelectionKey.OP_READ) != 0 && isReading()) {
                read();
            }
        } catch (CancelledKeyException closedMeanwhile) {
            operations = 0;
        } catch (Throwable failure) {
            poller.fail(failure);
        }
    }

    private boolean isReading() {
        return !closed && (operations & SelectionKey.OP_READ) != 0;
    }

    private void read() {
        ByteBuffer buffer = poller.readBuffer();
        for (int i = 0; i < READS_PER_TURN && isReading(); i++) {
            buffer.clear();
            int count;
            try {
                count = channel.read(buffer);
            } catch (IOException failure) {
                fail(SocketErrors.of(failure));
                return;
            }
            if (count == 0) {
                return;
            }
            if (count < 0) {
                watch(operations & ~SelectionKey.OP_READ);
                tell(Listener::onEnd);
                return;
            }
            bytesRead += count;
            buffer.flip();
            tell(current -> current.onData(buffer));
            lastActivity = loop.now();
            if (count < buffer.capacity()) {
                return;
            }
        }
    }

    private void tell(Consumer<Listener> event) {
        Listener current = listener;
        if (current != null && !closed) {
            loop.runNow(() -> event.accept(current));
        }
    }

    private void fail(SystemError error) {
        pending.clear();
        pendingBytes = 0;
        writing.stop();
        watch(0);
        tell(current -> current.onFailure(error));
    }

    private void watch(int newOperations) {
        if (newOperations != operations && !closed) {
            operations = newOperations;
            registration.submit(NioIoOps.valueOf(newOperations));
        }
    }

    // ---- connecting

    /**
     * Connects; {@code done} gets null or the error, as a task of the event loop.
     *
     * @param local what to bind to first
     * @return an error that shows at once: {@code done} is not called then
     */
    public @Nullable SystemError connect(
            SocketAddress remote,
            @Nullable SocketAddress local,
            Consumer<@Nullable SystemError> done) {
        try {
            if (local != null) {
                channel.bind(local);
            }
            connecting = done;
            if (channel.connect(remote)) {
                loop.post(this::finishConnect);
            } else {
                watch(operations | SelectionKey.OP_CONNECT);
            }
            return null;
        } catch (IOException failure) {
            SystemError error = SocketErrors.of(failure);
            if (local == null && error != SystemError.EACCES && error != SystemError.EINVAL) {
                loop.post(() -> connected(error));
                return null;
            }
            return error;
        } catch (IllegalArgumentException refused) {
            return SocketErrors.of(refused);
        }
    }

    private void finishConnect() {
        if (closed) {
            return;
        }
        try {
            if (!channel.isConnected() && !channel.finishConnect()) {
                return;
            }
        } catch (IOException failure) {
            SystemError error = SocketErrors.of(failure);
            loop.runNow(() -> connected(error));
            return;
        }
        watch(operations & ~SelectionKey.OP_CONNECT);
        loop.runNow(() -> connected(null));
    }

    private void connected(@Nullable SystemError error) {
        Consumer<@Nullable SystemError> done = connecting;
        connecting = null;
        if (done != null && !closed) {
            if (error != null) {
                watch(0);
            }
            done.accept(error);
        }
    }

    // ---- the stream

    @Override
    public void setListener(Listener newListener) {
        listener = newListener;
    }

    @Override
    public void readStart() {
        watch(operations | SelectionKey.OP_READ);
    }

    @Override
    public void readStop() {
        watch(operations & ~SelectionKey.OP_READ);
    }

    @Override
    public @Nullable SystemError write(byte[] bytes, int offset, int length) {
        if (closed) {
            return SystemError.EBADF;
        }
        if (shutdownRequested) {
            return SystemError.EPIPE;
        }
        int sent = 0;
        if (pending.isEmpty()) {
            try {
                sent = channel.write(ByteBuffer.wrap(bytes, offset, length));
            } catch (IOException failure) {
                return SocketErrors.of(failure);
            } catch (NotYetConnectedException early) {
                return SystemError.ENOTCONN;
            }
            bytesWritten += sent;
            lastActivity = loop.now();
        }
        if (sent < length) {
            int from = offset + sent;
            pending.add(ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, offset + length)));
            pendingBytes += length - sent;
            writing.start();
            watch(operations | SelectionKey.OP_WRITE);
        }
        return null;
    }

    private void flush() {
        try {
            ByteBuffer first;
            while ((first = pending.peek()) != null) {
                int sent = channel.write(first);
                bytesWritten += sent;
                lastActivity = loop.now();
                pendingBytes -= sent;
                if (first.hasRemaining()) {
                    return;
                }
                pending.remove();
            }
            writing.stop();
            watch(operations & ~SelectionKey.OP_WRITE);
            if (shutdownRequested) {
                channel.shutdownOutput();
            }
        } catch (IOException failure) {
            fail(SocketErrors.of(failure));
            return;
        }
        tell(Listener::onDrained);
    }

    @Override
    public int pendingBytes() {
        return pendingBytes;
    }

    @Override
    public @Nullable SystemError shutdown() {
        if (closed) {
            return SystemError.EBADF;
        }
        shutdownRequested = true;
        if (pending.isEmpty()) {
            try {
                channel.shutdownOutput();
            } catch (IOException failure) {
                return SocketErrors.of(failure);
            } catch (NotYetConnectedException early) {
                return SystemError.ENOTCONN;
            }
        }
        return null;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        listener = null;
        connecting = null;
        pending.clear();
        pendingBytes = 0;
        writing.stop();
        hold.stop();
        registration.cancel();
        closeChannel();
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException failure) {
            return; // the descriptor is gone all the same
        }
    }

    /** Closes so that the other side sees a reset. */
    public void reset() {
        if (!closed) {
            try {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException | UnsupportedOperationException notTcp) {
                close();
                return;
            }
        }
        close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public long bytesWritten() {
        return bytesWritten;
    }

    /** When bytes last moved, on the clock of {@link EventLoop#now}. */
    public long lastActivity() {
        return lastActivity;
    }

    // ---- settings

    /** Whether the open socket keeps the event loop alive. */
    public void setReferenced(boolean on) {
        hold.setReferenced(on);
    }

    public boolean isReferenced() {
        return hold.isReferenced();
    }

    /** Sets an option of the socket; null or the error. */
    public <T> @Nullable SystemError setOption(SocketOption<T> option, T value) {
        if (closed) {
            return SystemError.EBADF;
        }
        try {
            channel.setOption(option, value);
            return null;
        } catch (IOException failure) {
            return SocketErrors.of(failure);
        } catch (UnsupportedOperationException notTcp) {
            return SystemError.ENOTSUP;
        }
    }

    /** This end's address; null while there is none. */
    public @Nullable SocketAddress localAddress() {
        try {
            return channel.getLocalAddress();
        } catch (IOException closedAlready) {
            return null;
        }
    }

    /** The other end's address; null while there is none. */
    public @Nullable SocketAddress remoteAddress() {
        try {
            return channel.getRemoteAddress();
        } catch (IOException closedAlready) {
            return null;
        }
    }

    public boolean inIpv6Socket() {
        return inIpv6Socket;
    }
}
