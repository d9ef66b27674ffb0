package dev.jsj.jit.deopt;

/**
 * Makes guards fail that would hold ({@code --stress-deopt N}): generated code asks it after every
 * guard that held. One per agent, used on its thread.
 */
public final class GuardStress {
    private final int interval;
    private int countdown;
    private boolean forced;

    /** Fails every {@code interval}-th guard. */
    public GuardStress(int interval) {
        this.interval = interval;
        countdown = interval;
    }

    /** Whether the guard that has just held shall fail. */
    public boolean fails() {
        if (--countdown > 0) {
            return false;
        }
        countdown = interval;
        forced = true;
        return true;
    }

    /** Whether the exit that was just taken was forced; asked once for each exit. */
    public boolean takeForced() {
        boolean was = forced;
        forced = false;
        return was;
    }
}
