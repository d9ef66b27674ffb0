package dev.jsj.runtime.operations;

import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/**
 * An iterator object of the engine's own, which can be stepped without an iterator result object:
 * where nobody sees that, because its next method is the original one.
 */
public interface SteppingIterator {
    /** Whether a next method is the one that comes with such iterators, of whatever realm. */
    boolean hasNextMethod(Object method);

    /**
     * The next value; null at the end.
     *
     * @param realm the one of the next method
     */
    @Nullable Object step(Realm realm);
}
