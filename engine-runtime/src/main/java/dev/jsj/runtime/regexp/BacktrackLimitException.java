package dev.jsj.runtime.regexp;

/**
 * A match needs more room for its choices than the matcher grants; JavaScript code sees a
 * RangeError.
 */
public final class BacktrackLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BacktrackLimitException() {
        super(
                "The backtrack stack of a regular expression has reached its limit.",
                null,
                false,
                false);
    }
}
