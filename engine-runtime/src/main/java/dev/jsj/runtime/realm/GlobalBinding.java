package dev.jsj.runtime.realm;

import org.jspecify.annotations.Nullable;

/**
 * A let, const or class binding of the global environment. Inline caches hold on to it: it is never
 * replaced.
 */
public final class GlobalBinding {
    private final String name;
    private final boolean mutable;

    /** The value, or null in the temporal dead zone. */
    public @Nullable Object value;

    public GlobalBinding(String name, boolean mutable) {
        this.name = name;
        this.mutable = mutable;
    }

    public String name() {
        return name;
    }

    /** False for const. */
    public boolean isMutable() {
        return mutable;
    }
}
