package dev.jsj.runtime.builtins.collections;

import static dev.jsj.runtime.operations.GroupBy.canonicalKey;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The hash table of Map and Set: entries in insertion order, keys compared by SameValueZero.
 *
 * <p>Entries lie one after the other in arrays; a deleted entry leaves a gap until the table is
 * rebuilt. A {@link Cursor} is a position in those arrays. It survives every change: a rebuilt
 * table leaves behind, in the storage it gives up, a link to the new storage and the positions of
 * the gaps that were closed, by which a cursor finds its place again.
 */
public final class OrderedTable {
    private static final int INITIAL_CAPACITY = 4;
    private static final int[] NO_GAPS = {};

    /** So many entries with one hash are no accident. */
    private static final int MAX_COLLISIONS = 40;

    private Storage storage = new Storage(INITIAL_CAPACITY);
    private int size;

    /**
     * The factor of the table's own string hash; 0 while it uses {@link String#hashCode}, whose
     * collisions are easy to make.
     */
    private int secretFactor;

    private static final class Storage {
        /** Null is a gap. */
        final @Nullable Object[] keys;

        final @Nullable Object[] values;
        final int[] hashes;

        /** The next entry with the same bucket, or -1. */
        final int[] chain;

        /** The first entry of each bucket, or -1; twice as many as entries. */
        final int[] buckets;

        /** How many entries are used, gaps included. */
        int used;

        /** Where the entries went, once this storage is given up. */
        @Nullable Storage successor;

        /** The gaps that were closed then, ascending; null when all entries were removed. */
        int @Nullable [] closedGaps = NO_GAPS;

        Storage(int capacity) {
            keys = new Object[capacity];
            values = new Object[capacity];
            hashes = new int[capacity];
            chain = new int[capacity];
            buckets = new int[capacity * 2];
            Arrays.fill(buckets, -1);
        }

        int bucket(int hash) {
            return hash & buckets.length - 1;
        }

        void append(Object key, @Nullable Object value, int hash) {
            int at = used++;
            int bucket = bucket(hash);
            keys[at] = key;
            values[at] = value;
            hashes[at] = hash;
            chain[at] = buckets[bucket];
            buckets[bucket] = at;
        }
    }

    /** A position in the table that stays right whatever is added or removed. */
    public final class Cursor {
        private Storage at = storage;
        private int next;

        /** Moves to the next entry; false at the end. A later call may find new entries. */
        public boolean advance() {
            if (at.successor != null) {
                relocate();
            }
            while (next < at.used) {
                if (at.keys[next++] != null) {
                    return true;
                }
            }
            return false;
        }

        /** A cursor at the same position that moves on its own. */
        public Cursor copy() {
            Cursor copy = new Cursor();
            copy.at = at;
            copy.next = next;
            return copy;
        }

        private void relocate() {
            for (Storage successor; (successor = at.successor) != null; at = successor) {
                int[] gaps = at.closedGaps;
                if (gaps == null) {
                    next = 0;
                    continue;
                }
                int closed = Arrays.binarySearch(gaps, next);
                next -= closed < 0 ? -closed - 1 : closed;
            }
        }

        /** The key of the entry that {@link #advance} has moved to. */
        public Object key() {
            return at.keys[next - 1];
        }

        /** The value of that entry. */
        public Object value() {
            return at.values[next - 1];
        }
    }

    public int size() {
        return size;
    }

    public Cursor cursor() {
        return new Cursor();
    }

    private int hash(Object key) {
        if (secretFactor != 0 && key instanceof String text) {
            return secretHash(text);
        }
        int hash =
                key instanceof String
                                || key instanceof Integer
                                || key instanceof Double
                                || key instanceof BigInteger
                                || key instanceof Boolean
                        ? key.hashCode()
                        : System.identityHashCode(key);
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    private int secretHash(String text) {
        int hash = secretFactor;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * secretFactor + text.charAt(i);
            hash ^= hash >>> 13;
        }
        return hash ^ hash >>> 16;
    }

    /** Whether so many keys have this hash that somebody chose them to. */
    private boolean isAttacked(int hash) {
        int collisions = 0;
        for (int at = storage.buckets[storage.bucket(hash)]; at >= 0; at = storage.chain[at]) {
            if (storage.hashes[at] == hash && ++collisions > MAX_COLLISIONS) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameKey(Object a, Object b) {
        if (a == b) {
            return true;
        }
        return switch (a) {
            case String text -> text.equals(b);
            case Integer number -> number.equals(b);
            case Double number -> number.equals(b); // NaN equals NaN; there is no -0
            case BigInteger number -> number.equals(b);
            case Boolean truth -> truth.equals(b);
            default -> false;
        };
    }

    private static int find(Storage in, Object key, int hash) {
        for (int at = in.buckets[in.bucket(hash)]; at >= 0; at = in.chain[at]) {
            if (in.hashes[at] == hash && in.keys[at] != null && sameKey(in.keys[at], key)) {
                return at;
            }
        }
        return -1;
    }

    public boolean has(Object key) {
        Object canonical = canonicalKey(key);
        return find(storage, canonical, hash(canonical)) >= 0;
    }

    /** The value of the key, or null. */
    public @Nullable Object get(Object key) {
        Object canonical = canonicalKey(key);
        int at = find(storage, canonical, hash(canonical));
        return at < 0 ? null : storage.values[at];
    }

    /** Adds an entry or gives the existing one another value. */
    public void put(Object key, @Nullable Object value) {
        Object canonical = canonicalKey(key);
        int hash = hash(canonical);
        int at = find(storage, canonical, hash);
        if (at >= 0) {
            storage.values[at] = value;
            return;
        }
        if (storage.used == storage.keys.length) {
            rebuild(size * 2 > storage.used ? storage.used * 2 : storage.used);
        }
        if (secretFactor == 0 && canonical instanceof String && isAttacked(hash)) {
            secretFactor = ThreadLocalRandom.current().nextInt() | 1;
            rebuild(storage.keys.length);
            hash = hash(canonical);
        }
        storage.append(canonical, value, hash);
        size++;
    }

    /** Removes an entry; false where there was none. */
    public boolean remove(Object key) {
        Object canonical = canonicalKey(key);
        int at = find(storage, canonical, hash(canonical));
        if (at < 0) {
            return false;
        }
        storage.keys[at] = null;
        storage.values[at] = null;
        size--;
        if (storage.keys.length > 16 && size < storage.keys.length / 4) {
            rebuild(storage.keys.length / 2);
        }
        return true;
    }

    public void clear() {
        if (storage.used == 0) {
            return;
        }
        Storage empty = new Storage(INITIAL_CAPACITY);
        storage.successor = empty;
        storage.closedGaps = null;
        storage = empty;
        size = 0;
    }

    private void rebuild(int capacity) {
        Storage old = storage;
        Storage built = new Storage(capacity);
        int[] gaps = new int[old.used - size];
        int gapCount = 0;
        for (int i = 0; i < old.used; i++) {
            Object key = old.keys[i];
            if (key == null) {
                gaps[gapCount++] = i;
            } else {
                built.append(key, old.values[i], secretFactor == 0 ? old.hashes[i] : hash(key));
            }
        }
        old.successor = built;
        old.closedGaps = gaps;
        storage = built;
    }
}
