package dev.jsj.node.eventloop;

import java.util.concurrent.locks.LockSupport;

/** Waits for other threads' wake-ups and the clock only. */
final class ParkingPoller implements Poller {
    private final Thread thread;
    private volatile boolean woken;

    ParkingPoller(Thread thread) {
        this.thread = thread;
    }

    @Override
    public void poll(long timeoutNanos) {
        if (timeoutNanos > 0 && !woken) {
            LockSupport.parkNanos(this, timeoutNanos);
        }
        woken = false;
    }

    @Override
    public void wakeup() {
        woken = true;
        LockSupport.unpark(thread);
    }
}
