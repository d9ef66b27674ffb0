package dev.jsj.runtime.object;

/**
 * Where a shape keeps one property: its slot and attributes. Immutable, and shared by all shapes of
 * a transition chain; a change of attributes makes a new one.
 */
public final class Property {
    public static final int WRITABLE = 1;
    public static final int ENUMERABLE = 2;
    public static final int CONFIGURABLE = 4;

    /** The slot holds an {@link Accessor} rather than a value. */
    public static final int ACCESSOR = 8;

    /** Writable, enumerable, configurable: what assignment creates. */
    public static final int DEFAULT = WRITABLE | ENUMERABLE | CONFIGURABLE;

    /** Writable, configurable, not enumerable: what built-in methods and class methods have. */
    public static final int HIDDEN = WRITABLE | CONFIGURABLE;

    /** Neither writable, nor enumerable, nor configurable. */
    public static final int FROZEN = 0;

    private final Object key;
    private final int slot;
    private final int flags;

    Property(Object key, int slot, int flags) {
        this.key = key;
        this.slot = slot;
        this.flags = flags;
    }

    /** A String that is not an array index, or a Symbol. */
    public Object key() {
        return key;
    }

    /** Index for {@link JSObject#getSlot(int)}. */
    public int slot() {
        return slot;
    }

    /** The attribute bits declared in this class. */
    public int flags() {
        return flags;
    }

    public boolean isWritable() {
        return (flags & WRITABLE) != 0;
    }

    public boolean isEnumerable() {
        return (flags & ENUMERABLE) != 0;
    }

    public boolean isConfigurable() {
        return (flags & CONFIGURABLE) != 0;
    }

    public boolean isAccessor() {
        return (flags & ACCESSOR) != 0;
    }

    /** A data property that assignment may change without further checks. */
    public boolean isWritableData() {
        return (flags & (WRITABLE | ACCESSOR)) == WRITABLE;
    }

    Property withFlags(int newFlags) {
        return new Property(key, slot, newFlags);
    }

    @Override
    public String toString() {
        return key + "@" + slot + ":" + flags;
    }
}
