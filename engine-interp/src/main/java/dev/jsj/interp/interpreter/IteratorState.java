package dev.jsj.interp.interpreter;

import dev.jsj.runtime.function.JSFunction;
import dev.jsj.runtime.object.Elements;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.Iteration.IteratorRecord;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * What GET_ITERATOR leaves in a register: a 7.4.1 Iterator Record, or for an array whose iteration
 * is the original one a cursor, which becomes a record when somebody could see the iterator object.
 */
final class IteratorState {
    final Realm realm;
    private @Nullable IteratorRecord record;
    private final @Nullable JSArray array;

    /** The iterator where it is a generator with the original next method of the realm. */
    final @Nullable GeneratorObject generator;

    /**
     * What a yield* gets from {@link #generator} next, which was resumed without it: an iterator
     * result or a {@link JSThrow}; null for nothing.
     */
    @Nullable Object pending;

    /** The iterator result made last for a yield*, which no program has seen; null for none. */
    @Nullable JSObject fresh;

    /** The array while its elements from {@link #index} on are what is iterated; else null. */
    @Nullable JSArray cursor;

    int index;
    private boolean done;

    IteratorState(Realm realm, IteratorRecord record) {
        this.realm = realm;
        this.record = record;
        this.array = null;
        this.generator =
                record.iterator() instanceof GeneratorObject iterator
                                && record.nextMethod() instanceof JSFunction next
                                && next.realm() == realm
                                && iterator.hasNextMethod(next)
                        ? iterator
                        : null;
    }

    /** A cursor over a pristine array. */
    IteratorState(Realm realm, JSArray array) {
        this.realm = realm;
        this.array = array;
        this.cursor = array;
        this.generator = null;
    }

    boolean isDone() {
        return done;
    }

    void setDone() {
        cursor = null;
        done = true;
    }

    /** The record; a cursor must not have been moved. */
    IteratorRecord record() {
        if (record == null) {
            cursor = null;
            record = Iteration.getIterator(realm, array);
        }
        return record;
    }

    /** {@link #close} where that runs no other code; else false, and nothing has happened. */
    boolean quickClose() {
        if (done) {
            return true;
        }
        if (record != null || arrayIteratorHasReturn()) {
            return false;
        }
        setDone();
        return true;
    }

    /** 7.4.10 IteratorStepValue; null for done. When it throws, the iterator counts as done. */
    @Nullable Object step() {
        if (done) {
            return null;
        }
        if (record == null) {
            return stepArray();
        }
        try {
            Object value = generator == null ? Iteration.stepValue(record) : generator.step(realm);
            done = value == null;
            return value;
        } catch (JSThrow completion) {
            done = true;
            throw completion;
        }
    }

    /** FAST PATH of {@link #step} for a cursor: null where that has to decide. */
    @Nullable Object stepCursor() {
        if (array == null || record != null || done || index >= array.length()) {
            return null;
        }
        Object value = Elements.get(array.elements, index);
        if (value != null) {
            index++;
        }
        return value;
    }

    private @Nullable Object stepArray() {
        if (index >= array.length()) {
            setDone();
            return null;
        }
        return array.get(index++);
    }

    /** 7.4.11 IteratorClose for a completion that is no throw. */
    void close() {
        if (done) {
            return;
        }
        setDone();
        if (record != null || arrayIteratorHasReturn()) {
            Iteration.close(record());
        }
    }

    /** IteratorClose for a throw completion, which wins over what closing throws. */
    void closeSilently() {
        if (done) {
            return;
        }
        setDone();
        if (record != null || arrayIteratorHasReturn()) {
            Iteration.closeOnThrow(record(), new JSThrow(Undefined.UNDEFINED));
        }
    }

    private boolean arrayIteratorHasReturn() {
        return Iteration.arrayIteratorsHaveReturn(realm);
    }
}
