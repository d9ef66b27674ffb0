package dev.jsj.runtime.operations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.runtime.TestRealm;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.junit.jupiter.api.Test;

class IterationTest {
    private final Realm realm = TestRealm.create();
    private final JSArray array = realm.newArray(new Object[] {1, "a"});

    @Test
    void readingTheIteratorMethodsKeepsArraysPristine() {
        assertTrue(Iteration.isPristineArray(realm, array));
        assertArrayEquals(
                new Object[] {1, "a"},
                Iteration.iteratorToList(Iteration.getIterator(realm, array)).toArray());
        assertTrue(Iteration.isPristineArray(realm, array));
    }

    @Test
    void changesOfThePrototypesAreSeen() {
        assertTrue(Iteration.isPristineArray(realm, array));
        JSObject prototype = realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE);
        ObjectOperations.set(prototype, "polyfill", 1);
        assertTrue(Iteration.isPristineArray(realm, array));
        Object values = ObjectOperations.get(prototype, Symbol.ITERATOR);
        ObjectOperations.set(prototype, Symbol.ITERATOR, 1);
        assertFalse(Iteration.isPristineArray(realm, array));
        ObjectOperations.set(prototype, Symbol.ITERATOR, values);
        assertTrue(Iteration.isPristineArray(realm, array));
        ObjectOperations.set(realm.objectPrototype(), 3L, "x");
        assertFalse(Iteration.isPristineArray(realm, array));
    }

    @Test
    void changesOfTheIteratorPrototypeAreSeen() {
        Iteration.getIterator(realm, array);
        assertTrue(Iteration.isPristineArray(realm, array));
        JSObject prototype = realm.intrinsic(Intrinsic.ARRAY_ITERATOR_PROTOTYPE);
        ObjectOperations.set(prototype, "next", Undefined.UNDEFINED);
        assertFalse(Iteration.isPristineArray(realm, array));
    }
}
