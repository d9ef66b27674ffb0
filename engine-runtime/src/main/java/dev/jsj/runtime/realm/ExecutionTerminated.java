package dev.jsj.runtime.realm;

/**
 * Ends running JavaScript from outside (time limit, worker termination). No JavaScript handler ever
 * sees it.
 */
public final class ExecutionTerminated extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ExecutionTerminated() {
        super("Script execution was terminated", null, false, false);
    }
}
