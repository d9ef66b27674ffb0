package dev.jsj.interp.bytecode;

/**
 * A place in code that is being built, bound by {@link BytecodeBuilder#bind}; jumps to it may come
 * before.
 */
public final class Label {

    private static final int[] NONE = {};

    int offset = -1;

    /** Code indices of TARGET operands to patch when the label is bound. */
    int[] uses = NONE;

    int useCount;

    public boolean isBound() {
        return offset >= 0;
    }

    /** Whether any jump refers to it. */
    public boolean isUsed() {
        return useCount > 0;
    }
}
