package dev.jsj.conformance.test262;

import dev.jsj.runtime.realm.Agent;

import java.time.Duration;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The event loop of a test: tasks by time, each followed by the promise jobs it leaves. */
final class TaskQueue {

    private record Task(Runnable action, long dueNanos) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(
                    getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    private static final Duration TICK = Duration.ofMillis(20);

    private final DelayQueue<Task> tasks = new DelayQueue<>();

    /** Thread safe. */
    void post(Runnable action, double delayMillis) {
        double millis = Math.clamp(delayMillis, 0, 1e9);
        tasks.add(new Task(action, System.nanoTime() + (long) (millis * 1e6)));
    }

    /**
     * Runs jobs and tasks until {@code done}, or until there are none and {@code waits} is false.
     */
    void run(Agent agent, boolean waits, BooleanSupplier done) throws InterruptedException {
        agent.runJobs();
        while (!done.getAsBoolean() && !agent.isTerminationRequested()) {
            Task task = tasks.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
            if (task != null) {
                task.action().run();
                agent.runJobs();
            } else if (!waits && tasks.isEmpty()) {
                return;
            }
        }
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }
}
