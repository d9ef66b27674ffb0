package dev.jsj.jit.trace;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The tier's events in flight recordings. */
final class FlightRecorderEvents {
    private FlightRecorderEvents() {}

    /**
     * Whether there is, or was, a recording. The first event that is made loads most of the flight
     * recorder, which takes 0.1 to 0.3 seconds.
     */
    private static boolean isRecorderUsed() {
        return FlightRecorder.isInitialized();
    }

    /** Writes the event where a recording wants it. */
    static void commit(TierEvent event) {
        if (!isRecorderUsed()) {
            return;
        }
        switch (event.kind()) {
            case COMPILED -> {
                Compile compile = new Compile();
                if (compile.isEnabled()) {
                    compile.function = event.code().toString();
                    compile.position = event.position();
                    compile.microseconds = event.nanoseconds() / 1000;
                    compile.codeSize = event.codeSize();
                    compile.onLoop = event.pc() >= 0;
                    compile.commit();
                }
            }
            case DEOPTIMIZED -> Deoptimize.write(event);
            case INVALIDATED -> Invalidate.write(event);
            case MARKED, ABORTED -> {}
        }
    }

    /** As {@link #commit}, for a pattern that has been compiled. */
    static void commitPattern(String pattern, long nanoseconds, int codeSize) {
        if (!isRecorderUsed()) {
            return;
        }
        Compile compile = new Compile();
        if (compile.isEnabled()) {
            compile.function = pattern;
            compile.microseconds = nanoseconds / 1000;
            compile.codeSize = codeSize;
            compile.commit();
        }
    }

    @Name("dev.jsj.Compile")
    @Label("JavaScript Compilation")
    @Category({"jsj", "Optimizing Tier"})
    @StackTrace(false)
    static final class Compile extends Event {
        @Label("Function")
        String function = "";

        @Label("Position")
        String position = "";

        @Label("Duration in Microseconds")
        long microseconds;

        @Label("Code Size")
        int codeSize;

        @Label("On-Stack Replacement")
        boolean onLoop;
    }

    /** An event with a reason. */
    abstract static class Reasoned extends Event {
        @Label("Function")
        String function = "";

        @Label("Position")
        String position = "";

        @Label("Reason")
        String reason = "";

        /** Writes the event where a recording wants it. */
        final void commit(TierEvent event) {
            if (isEnabled()) {
                function = event.code().toString();
                position = event.position();
                reason = event.detail();
                commit();
            }
        }
    }

    @Name("dev.jsj.Deoptimize")
    @Label("JavaScript Deoptimization")
    @Category({"jsj", "Optimizing Tier"})
    static final class Deoptimize extends Reasoned {
        static void write(TierEvent event) {
            new Deoptimize().commit(event);
        }
    }

    @Name("dev.jsj.Invalidate")
    @Label("JavaScript Code Invalidation")
    @Category({"jsj", "Optimizing Tier"})
    static final class Invalidate extends Reasoned {
        static void write(TierEvent event) {
            new Invalidate().commit(event);
        }
    }
}
