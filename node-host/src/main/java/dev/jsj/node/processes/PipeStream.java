package dev.jsj.node.processes;

import dev.jsj.node.eventloop.EventLoop;
import dev.jsj.node.eventloop.LoopHold;
import dev.jsj.node.fs.SystemError;
import dev.jsj.node.net.ByteStream;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A pipe to or from another program. The JDK's streams block, so a thread reads while reading is
 * asked for, and another writes while something is pending; what they bring are tasks of the event
 * loop. The loop stays alive while the pipe is read or written.
 */
public final class PipeStream implements ByteStream {
    private static final int CHUNK = 64 * 1024;

    private final EventLoop loop;
    private final @Nullable InputStream input;
    private final @Nullable OutputStream output;
    private final LoopHold hold;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by the lock.
    private final ArrayDeque<byte[]> pending = new ArrayDeque<>();
    private boolean wantsData;
    private boolean readerRuns;
    private boolean writerRuns;
    private boolean shutdownRequested;
    private boolean closed;

    // Of the event loop's thread.
    private @Nullable Listener listener;
    private boolean ended;
    private int pendingBytes;
    private long bytesRead;
    private long bytesWritten;

    /** For one direction; the other stream is null. */
    public PipeStream(EventLoop loop, @Nullable InputStream input, @Nullable OutputStream output) {
        this.loop = loop;
        this.input = input;
        this.output = output;
        hold = new LoopHold(loop, "PipeWrap", true);
    }

    @Override
    public void setListener(Listener newListener) {
        listener = newListener;
    }

    /** Whether the pipe keeps the event loop alive while it is in use. */
    public void setReferenced(boolean on) {
        hold.setReferenced(on);
    }

    /** Whether the pipe may keep the event loop alive. */
    public boolean isReferenced() {
        return hold.isReferenced();
    }

    private void updateHold() {
        if (!closed && ((wantsData && !ended && input != null) || pendingBytes > 0)) {
            hold.start();
        } else {
            hold.stop();
        }
    }

    // ---- reading

    @Override
    public void readStart() {
        if (input == null) {
            return;
        }
        lock.lock();
        try {
            wantsData = true;
            changed.signalAll();
            if (!readerRuns && !closed && !ended) {
                readerRuns = true;
                Thread.ofVirtual().start(this::readAll);
            }
        } finally {
            lock.unlock();
        }
        updateHold();
    }

    @Override
    public void readStop() {
        lock.lock();
        try {
            wantsData = false;
        } finally {
            lock.unlock();
        }
        updateHold();
    }

    /** The reading thread: one chunk at a time, each when the one before it has been delivered. */
    private void readAll() {
        byte[] chunk = new byte[CHUNK];
        try {
            while (awaitDemand()) {
                int count = input.read(chunk);
                if (count < 0) {
                    break;
                }
                byte[] bytes = Arrays.copyOf(chunk, count);
                Delivery delivery = new Delivery(bytes);
                loop.post(delivery);
                delivery.await();
            }
        } catch (IOException gone) {
            loop.post(this::end); // like the end of the stream
            return;
        }
        loop.post(this::end);
    }

    /** Waits until data is wanted; false when the pipe is closed. */
    private boolean awaitDemand() {
        lock.lock();
        try {
            while (!wantsData && !closed) {
                changed.awaitUninterruptibly();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** A chunk on its way to the listener. */
    private final class Delivery implements Runnable {
        private final byte[] bytes;
        private boolean done;

        Delivery(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void run() {
            bytesRead += bytes.length;
            try {
                if (listener != null && !closed) {
                    listener.onData(ByteBuffer.wrap(bytes));
                }
            } finally {
                lock.lock();
                try {
                    done = true;
                    changed.signalAll();
                } finally {
                    lock.unlock();
                }
            }
        }

        void await() {
            lock.lock();
            try {
                while (!done && !closed) {
                    changed.awaitUninterruptibly();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private void end() {
        if (closed || ended) {
            return;
        }
        ended = true;
        updateHold();
        if (listener != null) {
            listener.onEnd();
        }
    }

    // ---- writing

    @Override
    public @Nullable SystemError write(byte[] bytes, int offset, int length) {
        if (closed || output == null) {
            return SystemError.EBADF;
        }
        if (shutdownRequested) {
            return SystemError.EPIPE;
        }
        if (length == 0) {
            return null;
        }
        pendingBytes += length;
        lock.lock();
        try {
            pending.add(Arrays.copyOfRange(bytes, offset, offset + length));
            startWriter();
        } finally {
            lock.unlock();
        }
        updateHold();
        return null;
    }

    private void startWriter() {
        if (!writerRuns) {
            writerRuns = true;
            Thread.ofVirtual().start(this::writeAll);
        }
    }

    /** The writing thread: ends when nothing is pending. */
    private void writeAll() {
        int written = 0;
        try {
            for (byte[] next; (next = nextPending()) != null; ) {
                output.write(next);
                output.flush();
                written += next.length;
            }
        } catch (IOException gone) {
            loop.post(this::writeFailed);
            return;
        }
        int total = written;
        loop.post(() -> drained(total));
    }

    private byte @Nullable [] nextPending() throws IOException {
        lock.lock();
        try {
            byte[] next = closed ? null : pending.poll();
            if (next == null) {
                writerRuns = false;
                if (shutdownRequested || closed) {
                    output.close();
                }
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void drained(int written) {
        bytesWritten += written;
        pendingBytes -= written;
        updateHold();
        if (pendingBytes == 0 && listener != null && !closed) {
            listener.onDrained();
        }
    }

    private void writeFailed() {
        pendingBytes = 0;
        updateHold();
        if (listener != null && !closed) {
            listener.onFailure(SystemError.EPIPE);
        }
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
        if (output == null) {
            return null; // this half was never there
        }
        lock.lock();
        try {
            shutdownRequested = true;
            if (!writerRuns) {
                closeQuietly(output);
            }
        } finally {
            lock.unlock();
        }
        return null;
    }

    // ---- the end

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            pending.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        listener = null;
        hold.stop();
        // A thread in the middle of a read or write keeps the stream's lock: not this one's to
        // wait.
        Thread.ofVirtual()
                .start(
                        () -> {
                            closeQuietly(input);
                            closeQuietly(output);
                        });
    }

    private static void closeQuietly(@Nullable Closeable stream) {
        if (stream == null) {
            return;
        }
        try {
            stream.close();
        } catch (IOException gone) {
            return; // the other program has closed its end already
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
