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

    /** By index: the hash of the computed access that the tables did not know last. */
    private final int[] missed = new int[SIZE];

    private static int hash(Shape shape, Object key) {
        int hash = shape.id() * 0x9E3779B9 ^ key.hashCode();
        return hash ^ hash >>> 15;
    }

    private static int index(Shape shape, Object key) {
        return hash(shape, key) & SIZE - 1;
    }

    /**
     * Notes that a table did not know a computed key. Whether that has happened before: an access
     * that does not come back, as those that fill a map, is not worth an entry.
     */
    boolean hasMissedBefore(Shape shape, Object key) {
        int hash = hash(shape, key);
        int index = hash & SIZE - 1;
        boolean before = missed[index] == hash;
        missed[index] = hash;
        return before;
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
