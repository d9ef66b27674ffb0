package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Sorting of arrays; {@link MergeSort} does the work on a copy of the elements. */
final class ArraySorting {
    private ArraySorting() {}

    /** 23.1.3.30 Array.prototype.sort ( comparator ). */
    static Object sort(Realm realm, JSObject object, Object comparator) {
        JSObject function = comparator(comparator); // 1
        long length = ObjectOperations.lengthOfArrayLike(object); // 3
        List<Object> present = new ArrayList<>((int) Math.min(length, 1024)); // 5
        for (long k = 0; k < length; k++) { // 23.1.3.30.1 SortIndexedProperties, skip-holes
            Object value = Arrays.getIfPresent(object, k);
            if (value != null) {
                present.add(value);
            }
        }
        Object[] sorted = sorted(present.toArray(), function);
        int count = sorted.length; // 6
        JSArray array = Arrays.dense(realm, object);
        if (array != null && array.length() >= count) {
            for (int j = 0; j < count; j++) {
                array.putElement(j, sorted[j]); // FAST PATH: dense, Set runs no user code
            }
        } else {
            for (int j = 0; j < count; j++) { // 8
                ObjectOperations.set(object, (long) j, sorted[j]);
            }
        }
        for (long j = count; j < length; j++) { // 10
            if (array != null && array.elements == null) {
                break; // nothing to delete
            }
            Arrays.delete(object, j);
        }
        return object;
    }

    /** 23.1.3.34 Array.prototype.toSorted ( comparator ). */
    static Object toSorted(Realm realm, JSObject object, Object comparator) {
        JSObject function = comparator(comparator); // 1
        long length = ObjectOperations.lengthOfArrayLike(object); // 3
        if (length > Arrays.MAX_LENGTH) {
            throw Errors.rangeError("Invalid array length"); // 4
        }
        List<Object> values = new ArrayList<>((int) Math.min(length, 1024));
        for (long k = 0; k < length; k++) { // 6: read-through-holes
            values.add(Arrays.get(object, k));
        }
        return realm.newArray(sorted(values.toArray(), function)); // 7-9
    }

    private static @Nullable JSObject comparator(Object value) {
        if (value == Undefined.UNDEFINED) {
            return null;
        }
        if (value instanceof JSObject function && function.isCallable()) {
            return function;
        }
        throw Errors.typeError("The comparison function must be either a function or undefined");
    }

    /** The values in the order of 23.1.3.30.2 CompareArrayElements: undefined comes last. */
    private static Object[] sorted(Object[] values, @Nullable JSObject comparator) {
        int defined = 0;
        for (Object value : values) {
            if (value != Undefined.UNDEFINED) {
                values[defined++] = value;
            }
        }
        java.util.Arrays.fill(values, defined, values.length, Undefined.UNDEFINED); // 1-3
        if (comparator != null) {
            MergeSort.sort(values, defined, (x, y) -> compare(comparator, x, y)); // 4
        } else if (areStrings(values, defined)) {
            MergeSort.sort(values, defined, (x, y) -> ((String) x).compareTo((String) y));
        } else if (arePrimitive(values, defined)) {
            sortPrimitives(values, defined);
        } else {
            MergeSort.sort(values, defined, ArraySorting::compareAsStrings); // 5-11
        }
        return values;
    }

    private static int compare(JSObject comparator, Object x, Object y) {
        Object result = comparator.call2(Undefined.UNDEFINED, x, y);
        if (result instanceof Integer order) {
            return order;
        }
        double order = TypeConversion.toNumber(result);
        return order < 0 ? -1 : order > 0 ? 1 : 0;
    }

    private static int compareAsStrings(Object x, Object y) {
        String xString = TypeConversion.toJavaString(x);
        return xString.compareTo(TypeConversion.toJavaString(y));
    }

    /** FAST PATH: whether the values are the strings to compare. */
    private static boolean areStrings(Object[] values, int length) {
        for (int i = 0; i < length; i++) {
            if (!(values[i] instanceof String)) {
                return false;
            }
        }
        return true;
    }

    private static boolean arePrimitive(Object[] values, int length) {
        for (int i = 0; i < length; i++) {
            if (values[i] instanceof JSObject || values[i] instanceof Symbol) {
                return false;
            }
        }
        return true;
    }

    /** FAST PATH: values whose ToString nobody can see is called once for each. */
    private static void sortPrimitives(Object[] values, int length) {
        Object[] keyed = new Object[length];
        for (int i = 0; i < length; i++) {
            keyed[i] = new Keyed(TypeConversion.toJavaString(values[i]), values[i]);
        }
        MergeSort.sort(keyed, length, (x, y) -> ((Keyed) x).key.compareTo(((Keyed) y).key));
        for (int i = 0; i < length; i++) {
            values[i] = ((Keyed) keyed[i]).value;
        }
    }

    private record Keyed(String key, Object value) {}
}
