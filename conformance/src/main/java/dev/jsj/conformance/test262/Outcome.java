package dev.jsj.conformance.test262;

import java.util.List;

/** How one run of a test ended. */
sealed interface Outcome {

    /**
     * No error escaped.
     *
     * @param printed the arguments of the calls of {@code print}
     */
    record Completed(List<String> printed) implements Outcome {}

    /**
     * A JavaScript error escaped.
     *
     * @param phase {@code parse}, {@code resolution}, {@code runtime}, or {@code harness} when a
     *     harness file threw
     * @param type name of the error's constructor
     */
    record Threw(String phase, String type, String message) implements Outcome {}

    /** The time limit passed; {@code hung} when the engine did not even react to being told so. */
    record TimedOut(boolean hung) implements Outcome {}

    /** The engine itself failed: a Java exception, a dead process. */
    record Crashed(String message) implements Outcome {}
}
