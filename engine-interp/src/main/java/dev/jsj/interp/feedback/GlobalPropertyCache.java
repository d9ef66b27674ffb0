package dev.jsj.interp.feedback;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.Shape;

import org.jspecify.annotations.Nullable;

/**
 * Where a global variable is among the data properties of the global object. The object gets
 * another shape when properties are added or redefined, and when a lexical declaration hides one.
 */
public final class GlobalPropertyCache {
    private final JSObject global;
    private final Shape shape;
    private final int slot;
    private final boolean writable;

    private GlobalPropertyCache(JSObject global, Property property) {
        this.global = global;
        this.shape = global.shape();
        this.slot = property.slot();
        this.writable = property.isWritable() && !shape.isPrototype();
    }

    /** The cache for a name, or null where the property is absent, inherited or an accessor. */
    public static @Nullable GlobalPropertyCache find(JSObject global, String name) {
        Shape shape = global.shape();
        if (shape.kind() == ObjectKind.EXOTIC) {
            return null;
        }
        Property property = shape.lookup(name);
        if (property == null || property.isAccessor()) {
            return null;
        }
        shape.markCached();
        return new GlobalPropertyCache(global, property);
    }

    /** The variable's value, or null where the cache does not know it (any more). */
    public @Nullable Object value() {
        return global.shape() == shape ? global.getSlot(slot) : null;
    }

    /** Assigns to the variable; false where nothing was done. */
    public boolean store(Object value) {
        if (!writable || global.shape() != shape) {
            return false;
        }
        global.setSlot(slot, value);
        return true;
    }
}
