package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Undefined;

/** The functions of Array.prototype that change their receiver, except sort. */
final class ArrayMutation {
    private ArrayMutation() {}

    /** 23.1.3.4 Array.prototype.copyWithin ( target, start [ , end ] ). */
    static Object copyWithin(JSObject object, Object target, Object start, Object end) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        long to = Arrays.relativeIndex(target, length); // 3-6
        long from = Arrays.relativeIndex(start, length); // 7-10
        long finalIndex = Arrays.relativeEnd(end, length); // 11-14
        long count = Math.min(finalIndex - from, length - to); // 15
        int direction = 1;
        if (from < to && to < from + count) { // 16
            direction = -1;
            from += count - 1;
            to += count - 1;
        }
        for (; count > 0; count--) { // 18
            Object value = Arrays.getIfPresent(object, from);
            if (value != null) {
                ObjectOperations.set(object, to, value);
            } else {
                Arrays.delete(object, to);
            }
            from += direction;
            to += direction;
        }
        return object;
    }

    /** 23.1.3.7 Array.prototype.fill ( value [ , start [ , end ] ] ). */
    static Object fill(Realm realm, JSObject object, Object value, Object start, Object end) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        long k = Arrays.relativeIndex(start, length); // 3-6
        long last = Arrays.relativeEnd(end, length); // 7-10
        JSArray array = Arrays.dense(realm, object);
        if (array != null && last <= array.length()) {
            // FAST PATH: a dense array, on which Set runs no user code
            for (int i = (int) k; i < last; i++) {
                array.putElement(i, value);
            }
            return object;
        }
        for (; k < last; k++) { // 11
            Arrays.pollTermination(object, k);
            ObjectOperations.set(object, k, value);
        }
        return object;
    }

    /** 23.1.3.22 Array.prototype.pop ( ). */
    static Object pop(Realm realm, JSObject object) {
        JSArray array = Arrays.dense(realm, object);
        if (array != null) {
            Object last = array.removeLast(); // FAST PATH: a dense array that ends in no hole
            if (last != null) {
                return last;
            }
        }
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        if (length == 0) { // 3
            Arrays.setLength(object, 0);
            return Undefined.UNDEFINED;
        }
        Object value = Arrays.get(object, length - 1); // 4.c
        Arrays.delete(object, length - 1); // 4.d
        Arrays.setLength(object, length - 1); // 4.e
        return value;
    }

    /** 23.1.3.23 Array.prototype.push ( ...items ). */
    static Object push(Realm realm, JSObject object, Object[] items) {
        JSArray array = Arrays.dense(realm, object);
        if (array != null) {
            for (Object item : items) {
                array.append(item); // FAST PATH: a dense array
            }
            return array.lengthValue();
        }
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        if (length + items.length > JsNumber.MAX_SAFE_INTEGER) { // 4
            throw Errors.typeError(
                    "Pushing "
                            + items.length
                            + " elements on an array-like of length "
                            + length
                            + " is disallowed, as the total surpasses 2**53-1");
        }
        for (Object item : items) { // 5
            ObjectOperations.set(object, length++, item);
        }
        Arrays.setLength(object, length); // 6
        return JsNumber.of(length);
    }

    /** 23.1.3.26 Array.prototype.reverse ( ). */
    static Object reverse(Realm realm, JSObject object) {
        JSArray array = Arrays.dense(realm, object);
        if (array != null) {
            array.reverseElements(); // FAST PATH: a dense array; holes stay holes
            return object;
        }
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        long middle = length / 2; // 3
        for (long lower = 0; lower != middle; lower++) { // 5
            long upper = length - lower - 1;
            Object lowerValue = Arrays.getIfPresent(object, lower);
            Object upperValue = Arrays.getIfPresent(object, upper);
            if (upperValue != null) {
                ObjectOperations.set(object, lower, upperValue);
            } else if (lowerValue != null) {
                Arrays.delete(object, lower);
            }
            if (lowerValue != null) {
                ObjectOperations.set(object, upper, lowerValue);
            } else if (upperValue != null) {
                Arrays.delete(object, upper);
            }
        }
        return object;
    }

    /** 23.1.3.27 Array.prototype.shift ( ). */
    static Object shift(Realm realm, JSObject object) {
        JSArray array = Arrays.dense(realm, object);
        if (array != null && array.length() > 0) {
            Object first = array.get(0, array); // FAST PATH: a dense array
            array.removeElements(0, 1);
            return first;
        }
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        if (length == 0) { // 3
            Arrays.setLength(object, 0);
            return Undefined.UNDEFINED;
        }
        Object first = Arrays.get(object, 0); // 4
        for (long k = 1; k < length; k++) { // 6
            move(object, k, k - 1);
        }
        Arrays.delete(object, length - 1); // 7
        Arrays.setLength(object, length - 1); // 8
        return first;
    }

    private static void move(JSObject object, long from, long to) {
        Object value = Arrays.getIfPresent(object, from);
        if (value != null) {
            ObjectOperations.set(object, to, value);
        } else {
            Arrays.delete(object, to);
        }
    }

    /** 23.1.3.37 Array.prototype.unshift ( ...items ). */
    static Object unshift(Realm realm, JSObject object, Object[] items) {
        JSArray array = Arrays.dense(realm, object);
        if (array != null) {
            array.insertElements(0, items, 0); // FAST PATH: a dense array
            return array.lengthValue();
        }
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        int count = items.length; // 3
        if (count > 0) { // 4
            if (length + count > JsNumber.MAX_SAFE_INTEGER) {
                throw tooLong();
            }
            for (long k = length; k > 0; k--) {
                move(object, k - 1, k - 1 + count);
            }
            for (int j = 0; j < count; j++) {
                ObjectOperations.set(object, (long) j, items[j]);
            }
        }
        Arrays.setLength(object, length + count); // 5
        return JsNumber.of(length + count);
    }

    static JSThrow tooLong() {
        return Errors.typeError("Invalid array length");
    }

    /** 23.1.3.31 Array.prototype.splice ( start, deleteCount, ...items ). */
    static Object splice(Realm realm, JSObject object, Object[] arguments) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        long start =
                Arrays.relativeIndex(
                        arguments.length > 0 ? arguments[0] : Undefined.UNDEFINED, length); // 3-6
        int itemCount = Math.max(arguments.length - 2, 0); // 7
        long deleteCount = deleteCount(arguments, length, start); // 8-10
        if (length + itemCount - deleteCount > JsNumber.MAX_SAFE_INTEGER) {
            throw tooLong(); // 11
        }
        JSArray array = Arrays.dense(realm, object);
        if (array != null && array.length() == length && Arrays.hasOriginalSpecies(realm, object)) {
            return spliceDense(realm, array, (int) start, (int) deleteCount, arguments);
        }
        JSObject removed = Arrays.arraySpeciesCreate(realm, object, deleteCount); // 12
        for (long k = 0; k < deleteCount; k++) { // 14
            Object value = Arrays.getIfPresent(object, start + k);
            if (value != null) {
                ObjectOperations.createDataPropertyOrThrow(removed, k, value);
            }
        }
        Arrays.setLength(removed, deleteCount); // 15
        if (itemCount < deleteCount) { // 17
            for (long k = start; k < length - deleteCount; k++) {
                move(object, k + deleteCount, k + itemCount);
            }
            for (long k = length; k > length - deleteCount + itemCount; k--) {
                Arrays.delete(object, k - 1);
            }
        } else if (itemCount > deleteCount) { // 18
            for (long k = length - deleteCount; k > start; k--) {
                move(object, k + deleteCount - 1, k + itemCount - 1);
            }
        }
        for (int i = 0; i < itemCount; i++) { // 20
            ObjectOperations.set(object, start + i, arguments[i + 2]);
        }
        Arrays.setLength(object, length - deleteCount + itemCount); // 21
        return removed;
    }

    /** How many elements splice and toSpliced leave out. */
    static long deleteCount(Object[] arguments, long length, long start) {
        if (arguments.length == 0) {
            return 0;
        }
        if (arguments.length == 1) {
            return length - start;
        }
        double count = TypeConversion.toIntegerOrInfinity(arguments[1]);
        return (long) Math.min(Math.max(count, 0), length - start);
    }

    /** FAST PATH: a dense array, and the result is a plain array. */
    private static Object spliceDense(
            Realm realm, JSArray array, int start, int deleteCount, Object[] arguments) {
        JSArray removed =
                new JSArray(
                        realm.arrayShape(),
                        array.copyElements(start, start + deleteCount),
                        deleteCount);
        int itemCount = Math.max(arguments.length - 2, 0);
        int replaced = Math.min(itemCount, deleteCount);
        for (int i = 0; i < replaced; i++) {
            array.putElement(start + i, arguments[i + 2]);
        }
        if (deleteCount > replaced) {
            array.removeElements(start + replaced, deleteCount - replaced);
        } else if (itemCount > replaced) {
            array.insertElements(start + replaced, arguments, 2 + replaced);
        }
        return removed;
    }
}
