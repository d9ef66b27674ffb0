package dev.jsj.node.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class EventLoopTest {
    private final List<String> log = new ArrayList<>();
    private final EventLoop loop = new EventLoop(Runnable::run);

    private final class Recorder implements EventLoop.Phases {
        @Override
        public double runTimers(double now) {
            log.add("timers");
            return 0;
        }

        @Override
        public void runImmediates() {
            log.add("immediates");
        }
    }

    @Test
    void endsAtOnceWithNothingToDo() {
        loop.run();
        assertFalse(loop.isAlive());
    }

    @Test
    void runsImmediatesOfAnIoCallbackBeforeItsTimers() {
        loop.setPhases(new Recorder());
        loop.post(
                () -> {
                    log.add("io");
                    loop.scheduleTimers(0);
                    loop.referenceTimers(true);
                    loop.requestImmediates();
                    loop.referenceImmediates(true);
                });
        loop.run();
        assertEquals(List.of("io", "immediates", "timers"), log);
    }

    @Test
    void goesOnWhileAnOperationIsInProgress() {
        loop.retain();
        Thread other =
                new Thread(
                        () ->
                                loop.post(
                                        () -> {
                                            log.add("done");
                                            loop.release();
                                        }));
        other.start();
        loop.run();
        assertEquals(List.of("done"), log);
    }

    @Test
    void doesNotWaitForUnreferencedTimers() {
        loop.setPhases(new Recorder());
        loop.scheduleTimers(60_000);
        loop.referenceTimers(false);
        loop.run();
        assertEquals(List.of(), log);
    }

    @Test
    void bringsBlockingWorkBackToItsThread() {
        Thread home = Thread.currentThread();
        BlockingPool pool = new BlockingPool(loop);
        pool.submit(
                () -> log.add(Thread.currentThread() == home ? "wrong" : "pool"),
                () -> log.add(Thread.currentThread() == home ? "home" : "wrong"));
        loop.run();
        assertEquals(List.of("pool", "home"), log);
    }
}
