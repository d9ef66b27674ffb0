package dev.jsj.node.eventloop;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One thread's event loop, with Node's phases.
 *
 * <p>Each turn: callbacks of finished work and I/O (poll), {@code setImmediate} (check), close
 * callbacks, timers. Timers also run once before the first turn. The loop ends when nothing
 * <em>referenced</em> is left: operations in progress, open handles, timers and immediates each
 * count while they are referenced.
 *
 * <p>Timers and immediates keep their own lists (in JavaScript, with Node's order); the loop only
 * knows when the earliest timer is due and whether immediates wait, and calls {@link Phases} at the
 * right moment. Every piece of work is run by the {@link TaskRunner}, which drains {@code
 * process.nextTick} and promise jobs after it and deals with exceptions.
 *
 * <p>A program without sockets waits by parking its thread; {@link #sockets} replaces that.
 *
 * <p>All methods belong to the loop's thread but {@link #post} and {@link #stop}.
 */
public final class EventLoop {

    /** Runs one callback from the outside world and whatever must follow it at once. */
    @FunctionalInterface
    public interface TaskRunner {
        void run(Runnable task);
    }

    /** The phases that have lists of their own. */
    public interface Phases {
        /**
         * Runs the timers that are due at {@code now} (milliseconds of {@link EventLoop#now}).
         *
         * @return when the next one is due; negated if no remaining timer is referenced; 0 for none
         */
        double runTimers(double now);

        /** Runs the immediates waiting at the start of the phase. */
        void runImmediates();
    }

    private static final long NANOS_PER_MILLISECOND = 1_000_000;
    private static final long FOREVER = Long.MAX_VALUE;

    private final TaskRunner runner;
    private final long startNanos = System.nanoTime();
    private final ConcurrentLinkedQueue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<Runnable> closing = new ArrayDeque<>();
    private volatile Poller poller = new ParkingPoller(Thread.currentThread());
    private @Nullable NettyPoller sockets;
    private @Nullable Phases phases;
    private long now;
    private int activeCount;

    /** How many of the referenced handles are of which kind. */
    private final Map<String, Integer> resources = new TreeMap<>();

    private double timerExpiry;
    private boolean timerReferenced = true;
    private boolean immediatesWaiting;
    private boolean immediatesReferenced;
    private volatile boolean stopped;

    /** A loop of the current thread. */
    public EventLoop(TaskRunner runner) {
        this.runner = runner;
        updateTime();
    }

    /** Plugs in timers and immediates, on first use of either. */
    public void setPhases(Phases newPhases) {
        phases = newPhases;
    }

    /** Milliseconds since the loop was made, as of the start of this phase. */
    public long now() {
        return now;
    }

    public void updateTime() {
        now = (System.nanoTime() - startNanos) / NANOS_PER_MILLISECOND;
    }

    /** Lets {@link Phases#runTimers} run {@code milliseconds} from now at the earliest. */
    public void scheduleTimers(double milliseconds) {
        updateTime();
        timerExpiry = now + Math.max(1, milliseconds);
    }

    /** Whether the timers keep the loop alive. */
    public void referenceTimers(boolean referenced) {
        timerReferenced = referenced;
    }

    /** Says that immediates wait for the check phase. */
    public void requestImmediates() {
        immediatesWaiting = true;
    }

    /** Whether the waiting immediates keep the loop alive. */
    public void referenceImmediates(boolean referenced) {
        immediatesReferenced = referenced;
    }

    /**
     * Counts an operation in progress or a referenced handle: the loop goes on until {@link
     * #release}.
     */
    public void retain() {
        activeCount++;
    }

    /** Undoes one {@link #retain}. */
    public void release() {
        activeCount--;
        if (activeCount < 0) {
            throw new AssertionError("The event loop was released more often than retained");
        }
    }

    /** {@link #retain()} for a handle of that kind. */
    void retain(String resource) {
        retain();
        resources.merge(resource, 1, Integer::sum);
    }

    /** Undoes one {@link #retain(String)}. */
    void release(String resource) {
        resources.merge(resource, -1, Integer::sum);
        release();
    }

    /** The kinds of the referenced handles, each as often as it is there. */
    public List<String> resources() {
        List<String> all = new ArrayList<>();
        resources.forEach((resource, count) -> all.addAll(Collections.nCopies(count, resource)));
        return all;
    }

    /** Hands a callback to the loop's thread, to run in the next poll phase. Thread safe. */
    public void post(Runnable task) {
        posted.add(task);
        poller.wakeup();
    }

    /**
     * Runs {@code task} in the next close phase, before those that wait already (as libuv does).
     */
    public void postClose(Runnable task) {
        closing.addFirst(task);
    }

    /**
     * What watches sockets. The first use loads Netty, and the loop waits in its selector from then
     * on.
     */
    public NettyPoller sockets() {
        NettyPoller known = sockets;
        if (known == null) {
            known = new NettyPoller(Thread.currentThread());
            sockets = known;
            poller = known;
        }
        return known;
    }

    /** Runs a callback of something that the poller watches; poll phase only. */
    public void runNow(Runnable task) {
        if (!stopped) {
            runner.run(task);
        }
    }

    /** Makes {@link #run} return after the callback under way. Thread safe. */
    public void stop() {
        stopped = true;
        poller.wakeup();
    }

    public boolean isStopped() {
        return stopped;
    }

    /** Whether anything referenced is left. */
    public boolean isAlive() {
        return activeCount > 0
                || (timerExpiry > 0 && timerReferenced)
                || (immediatesWaiting && immediatesReferenced)
                || !closing.isEmpty()
                || !posted.isEmpty();
    }

    /** Turns until nothing referenced is left or {@link #stop} is called. */
    public void run() {
        updateTime();
        if (isAlive() && !stopped) {
            runTimers();
        }
        while (isAlive() && !stopped) {
            poll();
            runPosted();
            if (immediatesWaiting && phases != null && !stopped) {
                immediatesWaiting = false;
                runner.run(phases::runImmediates);
            }
            runClosing();
            updateTime();
            runTimers();
        }
    }

    private void poll() {
        poller.poll(pollTimeout());
        updateTime();
    }

    private long pollTimeout() {
        if (immediatesWaiting || !closing.isEmpty() || !posted.isEmpty() || !isAlive()) {
            return 0;
        }
        if (timerExpiry == 0) {
            return FOREVER;
        }
        long due = startNanos + (long) (timerExpiry * NANOS_PER_MILLISECOND) - System.nanoTime();
        return Math.max(0, due);
    }

    /** Runs the callbacks that are there now; what they post waits for the next turn. */
    private void runPosted() {
        int count = posted.isEmpty() ? 0 : posted.size();
        for (int i = 0; i < count && !stopped; i++) {
            Runnable task = posted.poll();
            if (task != null) {
                runner.run(task);
            }
        }
    }

    private void runClosing() {
        if (closing.isEmpty()) {
            return;
        }
        Runnable[] tasks = closing.toArray(new Runnable[0]);
        closing.clear();
        for (int i = 0; i < tasks.length && !stopped; i++) {
            runner.run(tasks[i]);
        }
    }

    private void runTimers() {
        if (phases == null || timerExpiry == 0 || now < timerExpiry || stopped) {
            return;
        }
        timerExpiry = 0;
        Phases current = phases;
        runner.run(
                () -> {
                    double next = current.runTimers(now);
                    if (next != 0) {
                        timerReferenced = next > 0;
                        timerExpiry = Math.max(Math.abs(next), now + 1);
                    }
                }); // jobs that follow may start earlier timers
    }
}
