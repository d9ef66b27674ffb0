package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.Iteration.IteratorRecord;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;

/** The functions of Set.prototype that combine or compare a Set with a set-like object. */
final class SetAlgebra {
    private SetAlgebra() {}

    /** 24.2.1.1 Set Records: a set-like object as these functions see it. */
    private record SetRecord(JSObject object, double size, JSObject has, JSObject keys) {
        /** 24.2.1.2 GetSetRecord ( obj ). */
        static SetRecord of(Object value) {
            if (!(value instanceof JSObject object)) { // 1
                throw Errors.typeError(ErrorText.of(value) + " is not an object");
            }
            double size = TypeConversion.toNumber(object.get("size", object)); // 2, 4
            if (Double.isNaN(size)) { // 5
                throw Errors.typeError("The 'size' property must be a number");
            }
            double integer = TypeConversion.toIntegerOrInfinity(size); // 6
            if (integer < 0) { // 7
                throw Errors.rangeError("'" + ErrorText.of(size) + "' is an invalid size");
            }
            JSObject has = method(object, "has"); // 8, 9
            JSObject keys = method(object, "keys"); // 10, 11
            return new SetRecord(object, integer, has, keys);
        }

        private static JSObject method(JSObject object, String name) {
            if (object.get(name, object) instanceof JSObject function && function.isCallable()) {
                return function;
            }
            throw Errors.typeError("The '" + name + "' property must be a function");
        }

        /** 24.2.1.3 SetDataHas on the other side: Call(otherRec.[[Has]], ...). */
        boolean contains(Object value) {
            return TypeConversion.toBoolean(has.call1(object, value));
        }

        /** 7.4.3 GetIteratorFromMethod ( otherRec.[[SetObject]], otherRec.[[Keys]] ). */
        IteratorRecord iterator() {
            Object iterator = keys.call0(object);
            if (!(iterator instanceof JSObject keysIterator)) {
                throw Errors.typeError(ErrorText.of(iterator) + " is not an object");
            }
            return Iteration.getIteratorDirect(keysIterator);
        }
    }

    private static JSSet newSet(Realm realm) {
        return new JSSet(realm.agent().root(realm.intrinsic(Intrinsic.SET_PROTOTYPE)));
    }

    private static JSSet copy(Realm realm, JSSet set) {
        JSSet copy = newSet(realm);
        OrderedTable.Cursor cursor = set.table().cursor();
        while (cursor.advance()) {
            copy.table().put(cursor.key(), null);
        }
        return copy;
    }

    /** 24.2.4.16 Set.prototype.union ( other ). */
    static Object union(Realm realm, JSSet set, Object other) {
        SetRecord record = SetRecord.of(other); // 3
        IteratorRecord keys = record.iterator(); // 4
        JSSet result = copy(realm, set); // 5
        for (Object next; (next = Iteration.stepValue(keys)) != null; ) { // 7
            result.table().put(next, null);
        }
        return result;
    }

    /** 24.2.4.9 Set.prototype.intersection ( other ). */
    static Object intersection(Realm realm, JSSet set, Object other) {
        SetRecord record = SetRecord.of(other); // 3
        JSSet result = newSet(realm); // 4
        if (set.table().size() <= record.size()) { // 5
            OrderedTable.Cursor cursor = set.table().cursor();
            while (cursor.advance()) {
                Object element = cursor.key();
                if (record.contains(element)) {
                    result.table().put(element, null);
                }
            }
            return result;
        }
        IteratorRecord keys = record.iterator(); // 6
        for (Object next; (next = Iteration.stepValue(keys)) != null; ) {
            if (set.table().has(next)) {
                result.table().put(next, null);
            }
        }
        return result;
    }

    /** 24.2.4.5 Set.prototype.difference ( other ). */
    static Object difference(Realm realm, JSSet set, Object other) {
        SetRecord record = SetRecord.of(other); // 3
        JSSet result = copy(realm, set); // 4
        if (set.table().size() <= record.size()) { // 5
            OrderedTable.Cursor cursor = set.table().cursor();
            while (cursor.advance()) {
                Object element = cursor.key();
                if (record.contains(element)) {
                    result.table().remove(element);
                }
            }
            return result;
        }
        IteratorRecord keys = record.iterator(); // 6
        for (Object next; (next = Iteration.stepValue(keys)) != null; ) {
            result.table().remove(next);
        }
        return result;
    }

    /** 24.2.4.15 Set.prototype.symmetricDifference ( other ). */
    static Object symmetricDifference(Realm realm, JSSet set, Object other) {
        SetRecord record = SetRecord.of(other); // 3
        IteratorRecord keys = record.iterator(); // 4
        JSSet result = copy(realm, set); // 5
        for (Object next; (next = Iteration.stepValue(keys)) != null; ) { // 7
            if (set.table().has(next)) {
                result.table().remove(next);
            } else {
                result.table().put(next, null);
            }
        }
        return result;
    }

    /** 24.2.4.11 Set.prototype.isSubsetOf ( other ). */
    static Object isSubsetOf(JSSet set, Object other) {
        SetRecord record = SetRecord.of(other); // 3
        if (set.table().size() > record.size()) {
            return false; // 4
        }
        OrderedTable.Cursor cursor = set.table().cursor();
        while (cursor.advance()) { // 7
            if (!record.contains(cursor.key())) {
                return false;
            }
        }
        return true;
    }

    /** 24.2.4.12 Set.prototype.isSupersetOf ( other ). */
    static Object isSupersetOf(JSSet set, Object other) {
        SetRecord record = SetRecord.of(other); // 3
        if (set.table().size() < record.size()) {
            return false; // 4
        }
        IteratorRecord keys = record.iterator(); // 5
        for (Object next; (next = Iteration.stepValue(keys)) != null; ) { // 7
            if (!set.table().has(next)) {
                Iteration.close(keys);
                return false;
            }
        }
        return true;
    }

    /** 24.2.4.10 Set.prototype.isDisjointFrom ( other ). */
    static Object isDisjointFrom(JSSet set, Object other) {
        SetRecord record = SetRecord.of(other); // 3
        if (set.table().size() <= record.size()) { // 4
            OrderedTable.Cursor cursor = set.table().cursor();
            while (cursor.advance()) {
                if (record.contains(cursor.key())) {
                    return false;
                }
            }
            return true;
        }
        IteratorRecord keys = record.iterator(); // 5
        for (Object next; (next = Iteration.stepValue(keys)) != null; ) {
            if (set.table().has(next)) {
                Iteration.close(keys);
                return false;
            }
        }
        return true;
    }
}
