package dev.jsj.runtime.object;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Array-index properties with gaps, accessors or other than default attributes, in index order.
 *
 * <p>A frozen or sealed array is dense inside: all its elements have the same attributes. The first
 * change makes it a map.
 */
public final class SparseElements {
    private @Nullable TreeMap<Integer, Element> entries;

    // While entries is null: the elements (null is a gap) and their common attributes.
    private Object[] uniform = JSObject.NO_ARGUMENTS;
    private int uniformFlags = Property.DEFAULT;

    /** One element: a value or an {@link Accessor}, and the attribute bits of {@link Property}. */
    static final class Element {
        Object value;
        int flags;

        Element(Object value, int flags) {
            this.value = value;
            this.flags = flags;
        }
    }

    /** The same elements as any other storage holds. */
    static SparseElements from(@Nullable Object elements) {
        if (elements instanceof SparseElements sparse) {
            return sparse;
        }
        SparseElements sparse = new SparseElements();
        sparse.uniform = Elements.toObjects(elements);
        return sparse;
    }

    /** The value or {@link Accessor} at {@code index}, or null. */
    @Nullable Object value(int index) {
        if (entries == null) {
            return index < uniform.length ? uniform[index] : null;
        }
        Element element = entries.get(index);
        return element == null ? null : element.value;
    }

    /** The attributes of the element at {@code index}, which there is. */
    int flags(int index) {
        return entries == null ? uniformFlags : entries.get(index).flags;
    }

    SparseElements putDefault(int index, Object value) {
        if (entries == null && value(index) != null) {
            uniform[index] = value;
            return this;
        }
        Element element = entries().get(index);
        if (element == null) {
            entries().put(index, new Element(value, Property.DEFAULT));
        } else {
            element.value = value;
        }
        return this;
    }

    void put(int index, Object value, int flags) {
        entries().put(index, new Element(value, flags));
    }

    void remove(int index) {
        entries().remove(index);
    }

    /** Makes all elements non-configurable, and data elements read-only where they freeze. */
    void restrict(boolean freeze) {
        int removed = Property.CONFIGURABLE | (freeze ? Property.WRITABLE : 0);
        if (entries == null) {
            uniformFlags &= ~removed;
            return;
        }
        for (Element element : entries.values()) {
            element.flags &= element.value instanceof Accessor ? ~Property.CONFIGURABLE : ~removed;
        }
    }

    void addKeys(Collection<Object> keys) {
        if (entries != null) {
            keys.addAll(entries.keySet());
            return;
        }
        for (int i = 0; i < uniform.length; i++) {
            if (uniform[i] != null) {
                keys.add(i);
            }
        }
    }

    /** The elements by index, to be changed at will. */
    NavigableMap<Integer, Element> entries() {
        TreeMap<Integer, Element> map = entries;
        if (map == null) {
            map = new TreeMap<>();
            for (int i = 0; i < uniform.length; i++) {
                if (uniform[i] != null) {
                    map.put(i, new Element(uniform[i], uniformFlags));
                }
            }
            entries = map;
            uniform = JSObject.NO_ARGUMENTS;
        }
        return map;
    }

    /** The first {@code length} values where all are dense data elements, else null. */
    Object @Nullable [] toDense(int length) {
        return entries == null ? Arrays.copyOf(uniform, length, Object[].class) : null;
    }
}
