package dev.jsj.runtime.object;

import java.util.HashSet;
import java.util.Set;

/**
 * Which properties of an agent's objects may be kept in {@link MutableDouble}s. Compiled code that
 * reads a slot expects one only where the property's key has been used so before; a key that was
 * read without this check once stays as it is, for that code may run for ever.
 */
public final class MutableDoubleKeys {
    private final Set<Object> mutable = new HashSet<>();
    private final Set<Object> plain = new HashSet<>();

    /**
     * Asked by code that reads a slot: whether a property with the key may be mutable. After the
     * answer no, it never will be.
     */
    public synchronized boolean contains(Object key) {
        if (mutable.contains(key)) {
            return true;
        }
        plain.add(key);
        return false;
    }

    /** Asked by code that stores a double: whether properties with the key are mutable now. */
    public synchronized boolean add(Object key) {
        if (plain.contains(key)) {
            return false;
        }
        mutable.add(key);
        return true;
    }
}
