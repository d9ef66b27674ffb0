package dev.jsj.conformance.test262;

import java.time.Duration;

/** An engine that can run tests; used by one worker thread each. */
interface EngineUnderTest {

    /**
     * Runs the test in a fresh realm, with {@code print} and {@code $262} defined, until nothing is
     * left to do or, for an asynchronous test, until it has printed its result. Keeps the time
     * limit itself where it can.
     */
    Outcome run(TestFile file, TestMode mode, Harness harness, Duration limit);

    /**
     * Makes the run that is under way on another thread end soon; does nothing when there is none.
     */
    void interrupt();
}
