package dev.jsj.node.tls;

import dev.jsj.node.fs.SystemError;
import dev.jsj.node.net.ByteStream;
import dev.jsj.node.net.SocketStream;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/**
 * The readable side of an encrypted stream. What is written before the handshake is over waits in
 * {@link #early}.
 */
public final class TlsStream implements ByteStream, ByteStream.Listener {

    /** What happens beyond bytes. */
    public interface Events {
        /** The handshake is over. */
        void onSecure();

        /** TLS has failed; the stream is of no more use. */
        void onTlsFailure(SSLException failure);
    }

    private final ByteStream transport;
    private final SSLEngine engine;
    private final Events events;
    private final ArrayDeque<byte[]> early = new ArrayDeque<>();
    private ByteBuffer encrypted;
    private ByteBuffer plain;
    private ByteBuffer outgoing;
    private @Nullable Listener listener;
    private int earlyBytes;
    private boolean secure;
    private boolean shutdownRequested;
    private boolean failed;
    private boolean ended;
    private boolean closed;
    private long bytesRead;
    private long bytesWritten;

    public TlsStream(ByteStream transport, SSLEngine engine, Events events) {
        this.transport = transport;
        this.engine = engine;
        this.events = events;
        int packet = engine.getSession().getPacketBufferSize();
        encrypted = ByteBuffer.allocate(packet);
        plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        outgoing = ByteBuffer.allocate(packet);
        transport.setListener(this);
    }

    /** Begins the handshake; its bytes are read whether or not anybody reads. */
    public void start() {
        try {
            engine.beginHandshake();
            process();
            transport.readStart();
        } catch (SSLException failure) {
            fail(failure);
        }
    }

    public SSLEngine engine() {
        return engine;
    }

    /** The socket below, where there is one. */
    public @Nullable SocketStream socket() {
        return switch (transport) {
            case SocketStream socket -> socket;
            case TlsStream below -> below.socket();
            default -> null;
        };
    }

    // ---- from the transport

    @Override
    public void onData(ByteBuffer data) {
        if (failed || closed) {
            return;
        }
        while (data.hasRemaining() && !failed && !closed) {
            int count = Math.min(data.remaining(), encrypted.remaining());
            if (count == 0) {
                encrypted = grow(encrypted);
                continue;
            }
            ByteBuffer part = data.slice(data.position(), count);
            data.position(data.position() + count);
            encrypted.put(part);
            try {
                process();
            } catch (SSLException failure) {
                fail(failure);
            }
        }
    }

    private static ByteBuffer grow(ByteBuffer buffer) {
        ByteBuffer larger = ByteBuffer.allocate(2 * buffer.capacity());
        buffer.flip();
        return larger.put(buffer);
    }

    /** Lets the engine do what it can with what is there. */
    private void process() throws SSLException {
        while (!closed) {
            HandshakeStatus status = engine.getHandshakeStatus();
            switch (status) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> wrap(ByteBuffer.allocate(0));
                default -> {
                    checkSecure(status);
                    if (!unwrap()) {
                        return;
                    }
                }
            }
        }
    }

    private void runTasks() {
        Runnable task;
        while ((task = engine.getDelegatedTask()) != null) {
            task.run();
        }
    }

    private void checkSecure(HandshakeStatus status) throws SSLException {
        if (!secure
                && status == HandshakeStatus.NOT_HANDSHAKING
                && !engine.getSession().getProtocol().equals("NONE")) {
            secure = true;
            byte[] waiting;
            while ((waiting = early.poll()) != null) {
                earlyBytes -= waiting.length;
                wrap(ByteBuffer.wrap(waiting));
            }
            events.onSecure();
            if (shutdownRequested && !closed) {
                closeOutbound();
            }
            tellIfDrained();
        }
    }

    /**
     * Decrypts one record.
     *
     * @return whether there may be more to do
     */
    private boolean unwrap() throws SSLException {
        encrypted.flip();
        SSLEngineResult result;
        try {
            result = engine.unwrap(encrypted, plain);
        } finally {
            encrypted.compact();
        }
        if (plain.position() > 0) {
            plain.flip();
            bytesRead += plain.remaining();
            Listener current = listener;
            if (current != null && !closed) {
                current.onData(plain);
            }
            plain.clear();
        }
        switch (result.getStatus()) {
            case BUFFER_OVERFLOW -> {
                plain = ByteBuffer.allocate(2 * plain.capacity());
                return true;
            }
            case CLOSED -> {
                end();
                return false;
            }
            case BUFFER_UNDERFLOW -> {
                return engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
            }
            default -> {
                HandshakeStatus next = engine.getHandshakeStatus();
                return result.bytesConsumed() > 0
                        || next == HandshakeStatus.NEED_WRAP
                        || next == HandshakeStatus.NEED_TASK;
            }
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            Listener current = listener;
            if (current != null && !closed) {
                current.onEnd();
            }
        }
    }

    private void fail(SSLException failure) {
        if (failed || closed) {
            return;
        }
        failed = true;
        try {
            while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) { // the alert
                wrap(ByteBuffer.allocate(0));
            }
        } catch (SSLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
        events.onTlsFailure(failure);
    }

    @Override
    public void onEnd() {
        end();
    }

    @Override
    public void onFailure(SystemError error) {
        Listener current = listener;
        if (current != null) {
            current.onFailure(error);
        }
    }

    @Override
    public void onDrained() {
        tellIfDrained();
    }

    private void tellIfDrained() {
        Listener current = listener;
        if (current != null && pendingBytes() == 0 && !closed) {
            current.onDrained();
        }
    }

    // ---- to the transport

    private void wrap(ByteBuffer source) throws SSLException {
        do {
            outgoing.clear();
            SSLEngineResult result = engine.wrap(source, outgoing);
            if (result.getStatus() == Status.BUFFER_OVERFLOW) {
                outgoing = ByteBuffer.allocate(2 * outgoing.capacity());
                continue;
            }
            if (outgoing.position() > 0) {
                SystemError error = transport.write(outgoing.array(), 0, outgoing.position());
                if (error != null) {
                    throw new SSLException(error.name());
                }
            }
            if (result.getStatus() == Status.CLOSED) {
                return;
            }
        } while (source.hasRemaining());
    }

    @Override
    public void setListener(Listener newListener) {
        listener = newListener;
    }

    @Override
    public void readStart() {
        transport.readStart();
    }

    @Override
    public void readStop() {
        if (secure) {
            transport.readStop();
        }
    }

    @Override
    public @Nullable SystemError write(byte[] bytes, int offset, int length) {
        if (closed || failed) {
            return SystemError.EBADF;
        }
        if (shutdownRequested) {
            return SystemError.EPIPE;
        }
        bytesWritten += length;
        if (!secure) {
            early.add(Arrays.copyOfRange(bytes, offset, offset + length));
            earlyBytes += length;
            return null;
        }
        if (length == 0) {
            return null;
        }
        try {
            wrap(ByteBuffer.wrap(bytes, offset, length));
            return null;
        } catch (SSLException failure) {
            return SystemError.EPIPE;
        }
    }

    @Override
    public int pendingBytes() {
        return earlyBytes + transport.pendingBytes();
    }

    @Override
    public @Nullable SystemError shutdown() {
        shutdownRequested = true;
        if (!secure && !failed) {
            return null;
        }
        return closeOutbound();
    }

    private @Nullable SystemError closeOutbound() {
        engine.closeOutbound();
        try {
            if (!failed) {
                wrap(ByteBuffer.allocate(0));
            }
        } catch (SSLException alreadyGone) {
            return transport.shutdown();
        }
        return transport.shutdown();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (secure && !shutdownRequested && !failed) {
                closeOutbound();
            }
            transport.close();
        }
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
}
