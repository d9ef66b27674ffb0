package dev.jsj.interp.tiering;

/** Decides when a function is worth the optimizing tier. */
public final class TierPolicy {
    private static final int BUDGET_STEP = 1000;

    /** How many calls and loop iterations a function gets between two looks at it. */
    public int budgetStep() {
        return BUDGET_STEP;
    }
}
