package dev.jsj.runtime.object;

import org.jspecify.annotations.Nullable;

/**
 * A Number in a slot that compiled code overwrites in place, instead of making a box for each value
 * stored. It belongs to exactly one slot and is no JavaScript value: {@link JSObject#getSlot} gives
 * the Number, and so does compiled code that reads slots itself.
 */
public final class MutableDouble {
    /** The Number. Public for compiled code. */
    public double value;

    public MutableDouble(double value) {
        this.value = value;
    }

    /** The value of a slot with this content. */
    static @Nullable Object valueOf(@Nullable Object content) {
        return content instanceof MutableDouble number ? number.boxed() : content;
    }

    private Object boxed() {
        return value;
    }
}
