package dev.jsj.runtime.object;

/**
 * Makes the value of a property on its first read, so that built-in functions and globals which
 * nobody touches cost nothing.
 */
public interface LazySlots {
    /**
     * The value (or {@link Accessor}) of {@code property} of {@code object}; stored by the caller.
     */
    Object materialize(JSObject object, Property property);
}
