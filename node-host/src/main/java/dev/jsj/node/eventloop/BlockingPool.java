package dev.jsj.node.eventloop;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A few threads for work that blocks (files, name look-up, hashing); results come back as tasks of
 * the event loop.
 */
public final class BlockingPool {
    private static final int DEFAULT_THREADS = 4;
    private static final int MAX_THREADS = 1024;

    private final EventLoop loop;
    private @Nullable ThreadPoolExecutor executor;

    public BlockingPool(EventLoop loop) {
        this.loop = loop;
    }

    /**
     * Runs {@code work} on a pool thread, then {@code done} on the loop's thread; the loop stays
     * alive meanwhile. {@code work} must keep its failures to itself: {@code done} is what reports
     * them.
     */
    public void submit(Runnable work, Runnable done) {
        loop.retain();
        executor()
                .execute(
                        () -> {
                            try {
                                work.run();
                            } finally {
                                loop.post(
                                        () -> {
                                            loop.release();
                                            done.run();
                                        });
                            }
                        });
    }

    /** Ends the threads; what has not begun never will. */
    public void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    private ThreadPoolExecutor executor() {
        ThreadPoolExecutor made = executor;
        if (made == null) {
            int threads = threadCount();
            made =
                    new ThreadPoolExecutor(
                            threads,
                            threads,
                            10,
                            TimeUnit.SECONDS,
                            new LinkedBlockingQueue<>(),
                            task -> {
                                Thread thread = new Thread(task, "jsj-blocking");
                                thread.setDaemon(true);
                                return thread;
                            });
            made.allowCoreThreadTimeOut(true);
            executor = made;
        }
        return made;
    }

    private static int threadCount() {
        String size = System.getenv("UV_THREADPOOL_SIZE");
        if (size == null) {
            return DEFAULT_THREADS;
        }
        try {
            return Math.clamp(Integer.parseInt(size), 1, MAX_THREADS);
        } catch (NumberFormatException notANumber) {
            return DEFAULT_THREADS;
        }
    }
}
