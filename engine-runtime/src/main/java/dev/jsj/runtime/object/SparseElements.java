package dev.jsj.runtime.object;

import org.jspecify.annotations.Nullable;

import java.util.NavigableMap;
import java.util.TreeMap;

/** Array-index properties with gaps, accessors or other than default attributes, in index order. */
public final class SparseElements {
    private final TreeMap<Integer, Element> entries = new TreeMap<>();

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
        int capacity = Elements.capacity(elements);
        for (int i = 0; i < capacity; i++) {
            Object value = Elements.get(elements, i);
            if (value != null) {
                sparse.putDefault(i, value);
            }
        }
        return sparse;
    }

    @Nullable Element get(int index) {
        return entries.get(index);
    }

    SparseElements putDefault(int index, Object value) {
        Element element = entries.get(index);
        if (element == null) {
            entries.put(index, new Element(value, Property.DEFAULT));
        } else {
            element.value = value;
        }
        return this;
    }

    void put(int index, Object value, int flags) {
        entries.put(index, new Element(value, flags));
    }

    void remove(int index) {
        entries.remove(index);
    }

    NavigableMap<Integer, Element> entries() {
        return entries;
    }

    /** Index of the last element, or -1. */
    int lastIndex() {
        return entries.isEmpty() ? -1 : entries.lastKey();
    }
}
