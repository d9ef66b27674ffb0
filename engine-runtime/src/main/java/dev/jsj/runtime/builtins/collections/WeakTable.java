package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The contents of a WeakMap or WeakSet. A value may refer to its key without keeping it alive
 * (ephemerons): so the entry is not held by the table, but by the key object, in a hidden property;
 * it goes when the key goes. What entries know of their table is a {@link Token}, so that they do
 * not keep it alive either.
 *
 * <p>Symbols cannot hold entries; their values are held by the table.
 */
public final class WeakTable {
    private static final Symbol ENTRIES = Symbol.createPrivateName("#weakEntries");

    private final Token token = new Token(this);
    private @Nullable Map<Symbol, Object> symbols;

    /** Stands for the table among the entries of a key. */
    private static final class Token extends WeakReference<WeakTable> {
        Token(WeakTable table) {
            super(table);
        }
    }

    /** One entry, in the list of all entries of its key. */
    private static final class Entry {
        final Token token;
        Object value;
        @Nullable Entry next;

        Entry(Token token, Object value, @Nullable Entry next) {
            this.token = token;
            this.value = value;
            this.next = next;
        }
    }

    /** What the hidden property of a key holds. */
    private static final class Entries {
        @Nullable Entry first;
    }

    /** 9.13 CanBeHeldWeakly ( v ). */
    public static boolean canBeHeldWeakly(Agent agent, Object value) {
        return value instanceof JSObject
                || value instanceof Symbol symbol && agent.keyForSymbol(symbol) == null;
    }

    private static @Nullable Entries entries(JSObject key) {
        Property hidden = key.shape().lookup(ENTRIES);
        return hidden == null ? null : (Entries) key.getSlot(hidden.slot());
    }

    private @Nullable Entry find(JSObject key) {
        Entries entries = entries(key);
        Entry entry = entries == null ? null : entries.first;
        while (entry != null && entry.token != token) {
            entry = entry.next;
        }
        return entry;
    }

    /** The value of the key, or null. Any value may be asked for. */
    public @Nullable Object get(Object key) {
        if (key instanceof JSObject object) {
            Entry entry = find(object);
            return entry == null ? null : entry.value;
        }
        return key instanceof Symbol && symbols != null ? symbols.get(key) : null;
    }

    /** Adds an entry or gives the existing one another value; the key can be held weakly. */
    public void put(Object key, Object value) {
        if (!(key instanceof JSObject object)) {
            if (symbols == null) {
                symbols = new WeakHashMap<>();
            }
            symbols.put((Symbol) key, value);
            return;
        }
        Entry existing = find(object);
        if (existing != null) {
            existing.value = value;
            return;
        }
        Entries entries = entries(object);
        if (entries == null) {
            entries = new Entries();
            object.addProperty(ENTRIES, entries, Property.FROZEN);
        } else {
            expunge(entries);
        }
        entries.first = new Entry(token, value, entries.first);
    }

    /** Drops the entries of tables that are gone. */
    private static void expunge(Entries entries) {
        Entry previous = null;
        for (Entry entry = entries.first; entry != null; entry = entry.next) {
            if (entry.token.refersTo(null)) {
                if (previous == null) {
                    entries.first = entry.next;
                } else {
                    previous.next = entry.next;
                }
            } else {
                previous = entry;
            }
        }
    }

    /** Removes an entry; false where there was none. */
    public boolean remove(Object key) {
        if (!(key instanceof JSObject object)) {
            return key instanceof Symbol && symbols != null && symbols.remove(key) != null;
        }
        Entries entries = entries(object);
        if (entries == null) {
            return false;
        }
        Entry previous = null;
        for (Entry entry = entries.first; entry != null; entry = entry.next) {
            if (entry.token == token) {
                if (previous == null) {
                    entries.first = entry.next;
                } else {
                    previous.next = entry.next;
                }
                return true;
            }
            previous = entry;
        }
        return false;
    }
}
