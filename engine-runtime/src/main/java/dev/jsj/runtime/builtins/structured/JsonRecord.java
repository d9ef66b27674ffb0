package dev.jsj.runtime.builtins.structured;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 25.5.1.2 JSON Parse Records: a parsed value, its source text, and the records of its parts. */
final class JsonRecord {
    private Object value;
    private final String source;
    private @Nullable List<JsonRecord> elements;
    private @Nullable Map<Object, JsonRecord> entries;

    JsonRecord(Object value, String source) {
        this.value = value;
        this.source = source;
    }

    /** [[Value]]. */
    Object value() {
        return value;
    }

    void setValue(Object container) {
        value = container;
    }

    /** The source text of a primitive. */
    String source() {
        return source;
    }

    void addElement(JsonRecord element) {
        if (elements == null) {
            elements = new ArrayList<>();
        }
        elements.add(element);
    }

    void addEntry(Object key, JsonRecord entry) {
        if (entries == null) {
            entries = new LinkedHashMap<>();
        }
        entries.put(key, entry);
    }

    /** The record of an array element, or null. */
    @Nullable JsonRecord element(int index) {
        return elements != null && index < elements.size() ? elements.get(index) : null;
    }

    /** The record of a property, or null. */
    @Nullable JsonRecord entry(Object key) {
        return entries == null ? null : entries.get(key);
    }
}
