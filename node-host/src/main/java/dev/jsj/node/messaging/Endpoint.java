package dev.jsj.node.messaging;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;

/**
 * One end of a channel with the messages that wait for it. Belongs to no agent: it outlives being
 * handed from one to another. Thread safe.
 */
public final class Endpoint {
    private final Channel channel;
    private final ArrayDeque<Message> queue = new ArrayDeque<>();
    private @Nullable Runnable listener;
    private @Nullable Runnable closeListener;
    private boolean disconnected;

    Endpoint(Channel channel) {
        this.channel = channel;
    }

    /** Sends a message to the other end, or to all others of a group. */
    public void post(Message message) {
        channel.send(this, message);
    }

    /**
     * Says what to call, on the sender's thread, when there is something to {@link #poll} or when
     * the other end has gone; at once where that is so already. Null for nothing.
     */
    public void setListener(@Nullable Runnable newListener) {
        synchronized (channel) {
            listener = newListener;
            if (!queue.isEmpty() || disconnected) {
                wake();
            }
        }
    }

    /** Says what to call, on the other end's thread, when that end goes; at once where it has. */
    void setCloseListener(@Nullable Runnable newListener) {
        synchronized (channel) {
            closeListener = newListener;
            if (disconnected && newListener != null) {
                newListener.run();
            }
        }
    }

    /** Whether this is an end of the same channel. */
    public boolean sharesChannel(Endpoint other) {
        return other.channel == channel;
    }

    private void wake() {
        if (listener != null) {
            listener.run();
        }
    }

    void enqueue(Message message) {
        queue.add(message);
        wake();
    }

    void disconnected() {
        disconnected = true;
        wake();
        if (closeListener != null) {
            closeListener.run();
        }
    }

    /** The next message; null for none. */
    public @Nullable Message poll() {
        synchronized (channel) {
            return queue.poll();
        }
    }

    public int queueSize() {
        synchronized (channel) {
            return queue.size();
        }
    }

    /** Whether the other end has gone and nothing is left to read. */
    public boolean isFinished() {
        synchronized (channel) {
            return disconnected && queue.isEmpty();
        }
    }

    /** Ends the channel; what waits here is dropped, what waits at the other end is not. */
    public void close() {
        synchronized (channel) {
            listener = null;
            closeListener = null;
            queue.clear();
            channel.leave(this);
        }
    }
}
