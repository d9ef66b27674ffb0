package dev.jsj.interp.tiering;

/**
 * Decides when a function is worth the optimizing tier.
 *
 * @param budgetStep how many calls and loop iterations a function gets between two looks at it
 */
public record TierPolicy(int budgetStep) {
    /** What programs run with. */
    public static final TierPolicy DEFAULT = new TierPolicy(1000);

    /** A look at every call and loop iteration. */
    public static final TierPolicy EVERY_CALL = new TierPolicy(0);
}
