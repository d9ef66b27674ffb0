package dev.jsj.interp.feedback;

import dev.jsj.runtime.object.Shape;

import org.jspecify.annotations.Nullable;

/**
 * The agent's one cache behind all sites that have seen too many shapes: a direct-mapped table by
 * (shape, key), for loads and for stores.
 */
public final class MegamorphicCache {
    private static final int SIZE = 2048;

    private final @Nullable PropertyCache[] loads = new PropertyCache[SIZE];
    private final @Nullable PropertyCache[] stores = new PropertyCache[SIZE];

    private static int index(Shape shape, Object key) {
        int hash = shape.id() * 0x9E3779B9 ^ key.hashCode();
        return (hash ^ hash >>> 15) & SIZE - 1;
    }

    private static @Nullable PropertyCache find(
            @Nullable PropertyCache[] table, Shape shape, Object key) {
        PropertyCache entry = table[index(shape, key)];
        return entry != null && entry.shape == shape && (entry.key == key || entry.key.equals(key))
                ? entry
                : null;
    }

    @Nullable PropertyCache find(Shape shape, Object key) {
        return find(loads, shape, key);
    }

    @Nullable PropertyCache findStore(Shape shape, Object key) {
        return find(stores, shape, key);
    }

    void putLoad(PropertyCache entry) {
        loads[index(entry.shape, entry.key)] = entry;
    }

    void putStore(PropertyCache entry) {
        stores[index(entry.shape, entry.key)] = entry;
    }
}
