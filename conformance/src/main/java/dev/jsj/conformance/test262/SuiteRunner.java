package dev.jsj.conformance.test262;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs tests on worker threads. The calling thread is the watchdog: a run over its limit is
 * interrupted; a worker that does not react within the grace period is abandoned and replaced, its
 * test recorded as a hang.
 */
final class SuiteRunner {

    /** Deep recursion must end in a RangeError before it ends the thread's stack. */
    private static final long STACK_BYTES = 512L << 20;

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration TICK = Duration.ofMillis(100);

    private final Path testFolder;
    private final Harness harness;
    private final Supplier<EngineUnderTest> engines;
    private final Duration limit;
    private final Results results = new Results();
    private final Queue<Path> queue = new ConcurrentLinkedQueue<>();
    private CountDownLatch running = new CountDownLatch(0);

    SuiteRunner(
            Path testFolder, Harness harness, Supplier<EngineUnderTest> engines, Duration limit) {
        this.testFolder = testFolder;
        this.harness = harness;
        this.engines = engines;
        this.limit = limit;
    }

    Results run(List<Path> tests, int threads, Runnable onTick) throws InterruptedException {
        queue.addAll(tests);
        running = new CountDownLatch(threads);
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(Worker.start(this));
        }
        while (!running.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
            workers.replaceAll(this::watch);
            onTick.run();
        }
        return results;
    }

    Results results() {
        return results;
    }

    /**
     * Interrupts an overdue run; returns the worker, or its successor when it had to be abandoned.
     */
    private Worker watch(Worker worker) {
        Worker.Run run = worker.current;
        if (run == null) {
            return worker;
        }
        long overdue = System.nanoTime() - run.startedAt - limit.toNanos();
        if (overdue > GRACE.toNanos()) {
            if (worker.abandon()) {
                run.failures.put(run.mode, "HANG");
                results.add(run.file, run.failures);
                return Worker.start(this);
            }
        } else if (overdue > 0) {
            worker.engine.interrupt();
        }
        return worker;
    }

    /** One thread with its engine. */
    private static final class Worker implements Runnable {

        /** What the watchdog needs to know of the run under way. */
        private record Run(
                TestFile file, TestMode mode, EnumMap<TestMode, String> failures, long startedAt) {}

        private final SuiteRunner suite;
        private final EngineUnderTest engine;
        private volatile Run current;
        private boolean abandoned;

        private Worker(SuiteRunner suite) {
            this.suite = suite;
            this.engine = suite.engines.get();
        }

        static Worker start(SuiteRunner suite) {
            Worker worker = new Worker(suite);
            Thread thread = new Thread(null, worker, "test262 worker", STACK_BYTES);
            thread.setDaemon(true);
            thread.start();
            return worker;
        }

        @Override
        public void run() {
            for (Path path; (path = suite.queue.poll()) != null; ) {
                if (!runFile(path)) {
                    return;
                }
            }
            suite.running.countDown();
        }

        /** False when this worker has been abandoned meanwhile. */
        private boolean runFile(Path path) {
            TestFile file;
            try {
                file = TestFile.read(suite.testFolder, path);
            } catch (IOException exception) {
                throw new java.io.UncheckedIOException(exception);
            }
            EnumMap<TestMode, String> failures = new EnumMap<>(TestMode.class);
            for (TestMode mode : file.modes()) {
                current = new Run(file, mode, failures, System.nanoTime());
                Outcome outcome = runGuarded(file, mode);
                if (!finish()) {
                    return false;
                }
                String failure = Judge.failure(file, outcome);
                if (failure != null) {
                    // The data file must not depend on where the checkout is.
                    failures.put(mode, failure.replace(suite.testFolder + "/", ""));
                }
            }
            suite.results.add(file, failures);
            return true;
        }

        private Outcome runGuarded(TestFile file, TestMode mode) {
            try {
                return engine.run(file, mode, suite.harness, suite.limit);
            } catch (RuntimeException | Error failure) {
                return new Outcome.Crashed(CrashText.of(failure));
            }
        }

        private synchronized boolean finish() {
            current = null;
            return !abandoned;
        }

        /** False when the run has just finished after all. */
        synchronized boolean abandon() {
            abandoned = current != null;
            return abandoned;
        }
    }
}
