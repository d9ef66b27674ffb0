package dev.jsj.node.eventloop;

/**
 * How the JavaScript thread waits. A program without sockets parks; the first socket brings a
 * poller that waits for I/O.
 */
public interface Poller {
    /**
     * Waits until there is I/O, {@link #wakeup} is called or the time is over; runs what I/O
     * brought. Loop thread only.
     */
    void poll(long timeoutNanos);

    /** Ends a {@link #poll} under way, or the next one at once. Thread safe. */
    void wakeup();
}
