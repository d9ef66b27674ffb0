package dev.jsj.jit.emit;

/**
 * Properties at sites that have met too many shapes for code of their own: the cache that the
 * function has for all such sites is asked, which needs no frame.
 */
final class MegamorphicAccess {
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String CACHE_AND_OBJECT =
            "(L" + RuntimeMethods.MEGAMORPHIC_CACHE + ";" + OBJECT;

    private final FunctionEmitter f;
    private final String helpers;

    /**
     * @param helpers the class of the interpreter that has the {@code quickGet} and {@code
     *     quickSet} for such keys
     */
    MegamorphicAccess(FunctionEmitter f, String helpers) {
        this.f = f;
        this.helpers = helpers;
    }

    /** Pushes the property's value; null where the cache does not know it. */
    void get(int object, Runnable key) {
        pushOperands(object, key);
        f.runtime.helper(f.mv, helpers, "quickGet", CACHE_AND_OBJECT + OBJECT + ")" + OBJECT);
    }

    /** Stores a register that is boxed, and pushes whether that could be done. */
    void set(int object, Runnable key, int value) {
        pushOperands(object, key);
        f.registers.pushAny(value);
        f.runtime.helper(f.mv, helpers, "quickSet", CACHE_AND_OBJECT + OBJECT + OBJECT + ")Z");
    }

    private void pushOperands(int object, Runnable key) {
        f.constants.push(
                f.mv,
                f.activation.current().code().megamorphic(),
                RuntimeMethods.MEGAMORPHIC_CACHE);
        f.registers.pushAny(object);
        key.run();
    }
}
