package dev.jsj.conformance.jitfuzz;

import dev.jsj.runtime.realm.Agent;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Ends a run whose thread has used up its time on the processor, or has waited for very long. Time
 * on the clock would end programs because the machine is busy with others.
 */
final class CpuLimit implements AutoCloseable {
    private static final Timer WATCHDOG = new Timer("jitfuzz watchdog", true);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** How many times the limit a run may take that does not use the processor. */
    private static final int MOST_PERIODS = 50;

    private final Agent agent;
    private final long thread = Thread.currentThread().threadId();
    private final long end;
    private final TimerTask task;
    private volatile boolean passed;

    /** Starts to watch the current thread, which is about to run the agent. */
    CpuLimit(Agent agent, long millis) {
        this.agent = agent;
        end = THREADS.getThreadCpuTime(thread) + millis * 1_000_000;
        task =
                new TimerTask() {
                    private int periods;

                    @Override
                    public void run() {
                        periods++;
                        if (periods > MOST_PERIODS || THREADS.getThreadCpuTime(thread) > end) {
                            passed = true;
                            CpuLimit.this.agent.requestTermination();
                            cancel();
                        }
                    }
                };
        WATCHDOG.schedule(task, millis, millis);
    }

    /** Whether the run was ended. */
    boolean passed() {
        return passed;
    }

    @Override
    public void close() {
        task.cancel();
    }
}
