package dev.jsj.runtime.builtins.binary;

import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.ExecutionTerminated;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * 25.4.1 WaiterLists of one Shared Data Block: who waits at which byte, first come first served.
 */
final class WaiterLists {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ReentrantLock criticalSection = new ReentrantLock();
    private final Map<Integer, ArrayDeque<Waiter>> lists = new HashMap<>();

    /** One waiting agent, or one promise of Atomics.waitAsync. */
    private final class Waiter {
        final Condition condition = criticalSection.newCondition();
        final Runnable onNotify;
        boolean notified;

        Waiter(Runnable onNotify) {
            this.onNotify = onNotify;
        }
    }

    /** The lock that makes the comparison in Atomics.wait and the enqueueing one step. */
    ReentrantLock criticalSection() {
        return criticalSection;
    }

    /**
     * Suspends the calling thread; the critical section must be held.
     *
     * @param timeoutMillis may be infinite
     * @return true when notified, false when timed out
     */
    boolean await(Agent agent, int byteIndex, double timeoutMillis) {
        Waiter waiter = new Waiter(() -> {});
        add(byteIndex, waiter);
        boolean forever = timeoutMillis > Long.MAX_VALUE / 2e6;
        long deadline = forever ? 0 : System.nanoTime() + (long) (timeoutMillis * 1e6);
        try {
            while (!waiter.notified) {
                long wait = POLL_NANOS;
                if (!forever) {
                    wait = Math.min(wait, deadline - System.nanoTime());
                    if (wait <= 0) {
                        return false;
                    }
                }
                waiter.condition.awaitNanos(wait);
                if (agent.isTerminationRequested()) {
                    throw new ExecutionTerminated();
                }
            }
            return true;
        } catch (InterruptedException interrupted) {
            throw new ExecutionTerminated();
        } finally {
            remove(byteIndex, waiter);
        }
    }

    /**
     * Enqueues without suspending; the critical section must be held.
     *
     * @param onNotify runs on the notifying thread
     * @return a handle for {@link #cancel}
     */
    Object enqueue(int byteIndex, Runnable onNotify) {
        Waiter waiter = new Waiter(onNotify);
        add(byteIndex, waiter);
        return waiter;
    }

    /** Removes an async waiter; false where it has been notified already. */
    boolean cancel(int byteIndex, Object handle) {
        criticalSection.lock();
        try {
            return remove(byteIndex, (Waiter) handle);
        } finally {
            criticalSection.unlock();
        }
    }

    /** 25.4.1.6 and on: wakes up to {@code count} waiters; returns how many. */
    int notify(int byteIndex, double count) {
        criticalSection.lock();
        try {
            ArrayDeque<Waiter> list = lists.get(byteIndex);
            int woken = 0;
            if (list != null) {
                for (Iterator<Waiter> waiters = list.iterator();
                        waiters.hasNext() && woken < count;
                        woken++) {
                    Waiter waiter = waiters.next();
                    waiters.remove();
                    waiter.notified = true;
                    waiter.condition.signal();
                    waiter.onNotify.run();
                }
                if (list.isEmpty()) {
                    lists.remove(byteIndex);
                }
            }
            return woken;
        } finally {
            criticalSection.unlock();
        }
    }

    private void add(int byteIndex, Waiter waiter) {
        lists.computeIfAbsent(byteIndex, index -> new ArrayDeque<>()).add(waiter);
    }

    private boolean remove(int byteIndex, Waiter waiter) {
        ArrayDeque<Waiter> list = lists.get(byteIndex);
        boolean removed = list != null && list.remove(waiter);
        if (removed && list.isEmpty()) {
            lists.remove(byteIndex);
        }
        return removed;
    }
}
