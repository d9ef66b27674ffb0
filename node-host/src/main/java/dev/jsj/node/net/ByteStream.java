package dev.jsj.node.net;

import dev.jsj.node.fs.SystemError;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/**
 * Bytes in both directions without blocking: a socket, or the encrypted side of one. Event loop's
 * thread only.
 */
public interface ByteStream {

    /** What happens to a stream; each call is a task of the event loop. */
    interface Listener {
        /** Bytes have come; they are good during the call only. */
        void onData(ByteBuffer data);

        /** The other side has ended its half. */
        void onEnd();

        /** Reading or writing has failed; nothing more will come. */
        void onFailure(SystemError error);

        /** Everything written has been handed to the system. */
        void onDrained();
    }

    /** Replaces who hears of what happens. */
    void setListener(Listener listener);

    void readStart();

    void readStop();

    /**
     * Writes bytes, which are copied if they cannot be sent at once.
     *
     * @return null where they could be taken, else why not; {@link #pendingBytes} tells whether
     *     {@link Listener#onDrained} will follow
     */
    @Nullable SystemError write(byte[] bytes, int offset, int length);

    /** How many bytes wait to be sent. */
    int pendingBytes();

    /**
     * Ends this side's half after what is pending; {@link Listener#onDrained} follows if any is.
     */
    @Nullable SystemError shutdown();

    /** Gives up the stream and what is pending; the listener hears nothing more. */
    void close();

    boolean isClosed();

    /** Bytes received so far. */
    long bytesRead();

    /** Bytes handed to the system so far. */
    long bytesWritten();
}
