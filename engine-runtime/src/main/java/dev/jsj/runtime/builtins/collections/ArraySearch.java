package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Undefined;

/** The functions of Array.prototype that look for an element. */
final class ArraySearch {
    private ArraySearch() {}

    /** 23.1.3.1 Array.prototype.at ( index ). */
    static Object at(JSObject object, Object index) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        double relative = TypeConversion.toIntegerOrInfinity(index); // 3
        double k = relative >= 0 ? relative : length + relative; // 4, 5
        return k < 0 || k >= length ? Undefined.UNDEFINED : Arrays.get(object, (long) k); // 6, 7
    }

    /**
     * 23.1.3.9 Array.prototype.find and 23.1.3.10 Array.prototype.findIndex ( predicate [ , thisArg
     * ] ).
     */
    static Object find(JSObject object, Object predicate, Object thisArg, boolean wantIndex) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        JSObject function = ObjectOperations.requireCallable(predicate);
        for (long k = 0; k < length; k++) { // 3
            Object value = Arrays.get(object, k);
            if (TypeConversion.toBoolean(function.callOnElement(thisArg, value, k, object))) {
                return wantIndex ? JsNumber.of(k) : value;
            }
        }
        return wantIndex ? -1 : Undefined.UNDEFINED; // 4
    }

    /**
     * 23.1.3.11 Array.prototype.findLast and 23.1.3.12 Array.prototype.findLastIndex ( predicate [
     * , thisArg ] ).
     */
    static Object findLast(JSObject object, Object predicate, Object thisArg, boolean wantIndex) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        JSObject function = ObjectOperations.requireCallable(predicate);
        for (long k = length - 1; k >= 0; k--) { // 3
            Object value = Arrays.get(object, k);
            if (TypeConversion.toBoolean(function.callOnElement(thisArg, value, k, object))) {
                return wantIndex ? JsNumber.of(k) : value;
            }
        }
        return wantIndex ? -1 : Undefined.UNDEFINED; // 4
    }

    /** 23.1.3.16 Array.prototype.includes ( searchElement [ , fromIndex ] ). */
    static Object includes(Realm realm, JSObject object, Object wanted, Object fromIndex) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        if (length == 0) {
            return false; // 3
        }
        long k = Arrays.relativeIndex(fromIndex, length); // 4-9
        JSArray array = Arrays.dense(realm, object);
        if (array != null && wanted != Undefined.UNDEFINED && !isNaN(wanted)) {
            return indexOfDense(array, wanted, k, length) >= 0; // FAST PATH: a dense array
        }
        for (; k < length; k++) { // 10
            if (Comparison.sameValueZero(Arrays.get(object, k), wanted)) {
                return true;
            }
        }
        return false; // 11
    }

    private static boolean isNaN(Object value) {
        return value instanceof Double number && number.isNaN();
    }

    /** 23.1.3.17 Array.prototype.indexOf ( searchElement [ , fromIndex ] ). */
    static Object indexOf(Realm realm, JSObject object, Object wanted, Object fromIndex) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        if (length == 0) {
            return -1; // 3
        }
        long k = Arrays.relativeIndex(fromIndex, length); // 4-9
        JSArray array = Arrays.dense(realm, object);
        if (array != null) {
            return indexOfDense(array, wanted, k, length); // FAST PATH: a dense array
        }
        for (; k < length; k++) { // 10
            Object value = Arrays.getIfPresent(object, k);
            if (value != null && Comparison.isStrictlyEqual(value, wanted)) {
                return JsNumber.of(k);
            }
        }
        return -1; // 11
    }

    /** The first element of dense storage that is strictly equal to {@code wanted}. */
    private static int indexOfDense(JSArray array, Object wanted, long from, long length) {
        if (array.elements instanceof Object[] objects) {
            int end = (int) Math.min(length, objects.length);
            for (int i = (int) from; i < end; i++) {
                Object value = objects[i];
                if (value == wanted && !isNaN(value)
                        || value != null && Comparison.isStrictlyEqual(value, wanted)) {
                    return i;
                }
            }
            return -1;
        }
        if (!JsNumber.isNumber(wanted)) {
            return -1;
        }
        double number = ((Number) wanted).doubleValue();
        if (array.elements instanceof int[] ints) {
            int integer = (int) number;
            int end = (int) Math.min(length, ints.length);
            if (integer != number || integer == dev.jsj.runtime.object.Elements.INT_HOLE) {
                return -1;
            }
            for (int i = (int) from; i < end; i++) {
                if (ints[i] == integer) {
                    return i;
                }
            }
        } else if (array.elements instanceof double[] doubles) {
            int end = (int) Math.min(length, doubles.length);
            for (int i = (int) from; i < end; i++) {
                if (doubles[i] == number) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** 23.1.3.20 Array.prototype.lastIndexOf ( searchElement [ , fromIndex ] ). */
    static Object lastIndexOf(JSObject object, Object[] arguments) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        if (length == 0) {
            return -1; // 3
        }
        Object wanted = arguments.length > 0 ? arguments[0] : Undefined.UNDEFINED;
        double from = // 4
                arguments.length > 1
                        ? TypeConversion.toIntegerOrInfinity(arguments[1])
                        : length - 1;
        double start = from >= 0 ? Math.min(from, length - 1) : length + from; // 5-7
        for (long k = (long) Math.max(start, -1); k >= 0; k--) { // 8
            Object value = Arrays.getIfPresent(object, k);
            if (value != null && Comparison.isStrictlyEqual(value, wanted)) {
                return JsNumber.of(k);
            }
        }
        return -1; // 9
    }
}
