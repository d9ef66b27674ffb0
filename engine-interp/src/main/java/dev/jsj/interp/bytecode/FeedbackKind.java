package dev.jsj.interp.bytecode;

/**
 * What an op's feedback slot records. A slot is an index into one of the two arrays of the feedback
 * vector: {@link Storage#COUNTERS} ({@code int[]}, bit sets and counts) or {@link Storage#CACHES}
 * ({@code Object[]}, caches that start as null).
 */
public enum FeedbackKind implements OpTrait {
    /** Bit set of the operand types an arithmetic, bitwise or unary op has seen. */
    BINARY(Storage.COUNTERS, 1),
    /** Bit set of the operand types a relational or equality op has seen. */
    COMPARE(Storage.COUNTERS, 1),
    /** Two counts: how often the branch was taken (slot) and not taken (slot + 1). */
    BRANCH(Storage.COUNTERS, 2),
    /**
     * Operand types of a fused compare-and-branch (slot), times taken (slot + 1), not taken (slot +
     * 2).
     */
    COMPARE_BRANCH(Storage.COUNTERS, 3),
    /** How often a loop's back edge was taken. */
    LOOP(Storage.COUNTERS, 1),
    /** Operand types (slot) and times taken (slot + 1) of a fused compare-and-loop. */
    COMPARE_LOOP(Storage.COUNTERS, 2),
    /** Property cache: shapes seen and where each keeps the named property. */
    PROPERTY_LOAD(Storage.CACHES, 1),
    /** Property cache for stores, with the transitions that add the property. */
    PROPERTY_STORE(Storage.CACHES, 1),
    /** Cache of receiver kinds (elements kind, typed array, string) and of constant keys. */
    ELEMENT_LOAD(Storage.CACHES, 1),
    /** Like ELEMENT_LOAD, for stores; also remembers growth beyond the length. */
    ELEMENT_STORE(Storage.CACHES, 1),
    /** Cache of one global: a lexical cell, or a slot of the global object. */
    GLOBAL(Storage.CACHES, 1),
    /** Call targets seen. */
    CALL(Storage.CACHES, 1),
    /** Constructors seen, and the shape of what they construct. */
    CONSTRUCT(Storage.CACHES, 1),
    /** How iterables were iterated: the array fast path, or the iterator's caches. */
    ITERATION(Storage.CACHES, 1),
    /** Enumerated shapes of a for-in. */
    ENUMERATION(Storage.CACHES, 1),
    /**
     * Shape or elements kind to start an object or array literal with; the closure or template made
     * here.
     */
    LITERAL(Storage.CACHES, 1),
    /** Constructors on the right of instanceof. */
    INSTANCE_OF(Storage.CACHES, 1);

    /** The array of the feedback vector that holds a slot. */
    public enum Storage {
        COUNTERS,
        CACHES
    }

    private final Storage storage;
    private final int width;

    FeedbackKind(Storage storage, int width) {
        this.storage = storage;
        this.width = width;
    }

    public Storage storage() {
        return storage;
    }

    /** How many consecutive entries of its array a slot of this kind takes. */
    public int width() {
        return width;
    }
}
