package dev.jsj.node.eventloop;

import io.netty.channel.IoRegistration;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.nio.NioIoHandle;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Waits in Netty's selector, which the JavaScript thread drives itself: I/O callbacks run on it
 * without a hand-over.
 */
public final class NettyPoller implements Poller {
    private static final int READ_BUFFER_SIZE = 64 * 1024;
    private static final long LONGEST_WAIT = TimeUnit.HOURS.toNanos(1);

    private final Thread thread;
    private final ManualIoEventLoop loop;
    private final AtomicBoolean waking = new AtomicBoolean();
    private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(READ_BUFFER_SIZE);
    private @Nullable Throwable failure;

    NettyPoller(Thread thread) {
        this.thread = thread;
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        loop = new ManualIoEventLoop(thread, NioIoHandler.newFactory());
    }

    /** Starts to watch a channel; what it waits for is set on the registration. */
    public IoRegistration register(NioIoHandle handle) {
        return loop.register(handle).getNow();
    }

    /** What every channel reads into; its content is good until the next read. */
    public ByteBuffer readBuffer() {
        return readBuffer;
    }

    /**
     * Keeps a failure that must leave the loop, such as the end of the program: Netty's own loop
     * must not see it.
     */
    public void fail(Throwable newFailure) {
        if (failure == null) {
            failure = newFailure;
        }
    }

    @Override
    public void poll(long timeoutNanos) {
        if (timeoutNanos <= 0) {
            loop.runNow();
        } else {
            loop.run(Math.min(timeoutNanos, LONGEST_WAIT));
        }
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            switch (thrown) {
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                default -> throw new AssertionError(thrown);
            }
        }
    }

    @Override
    public void wakeup() {
        if (Thread.currentThread() != thread && waking.compareAndSet(false, true)) {
            // A task, not only a wake-up: Netty looks for tasks again before it waits.
            loop.execute(() -> waking.set(false));
        }
    }
}
