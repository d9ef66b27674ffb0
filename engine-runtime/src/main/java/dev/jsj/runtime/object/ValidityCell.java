package dev.jsj.runtime.object;

/**
 * The promise that a prototype, and every object further up its chain, has not changed since the
 * cell was made. A cached look-up through the chain checks the receiver's shape and this one flag.
 * A cell that became invalid never becomes valid again.
 */
public final class ValidityCell {
    private boolean valid = true;
    private Runnable[] dependents = NONE;
    private static final Runnable[] NONE = {};

    /** Whether nothing behind the cell has changed. */
    public boolean isValid() {
        return valid;
    }

    /**
     * Runs {@code dependent} once, on the agent's thread, when the cell becomes invalid: how
     * compiled code is thrown away.
     */
    public void addDependent(Runnable dependent) {
        Runnable[] grown = java.util.Arrays.copyOf(dependents, dependents.length + 1);
        grown[dependents.length] = dependent;
        dependents = grown;
    }

    void invalidate() {
        valid = false;
        Runnable[] notified = dependents;
        dependents = NONE;
        for (Runnable dependent : notified) {
            dependent.run();
        }
    }
}
