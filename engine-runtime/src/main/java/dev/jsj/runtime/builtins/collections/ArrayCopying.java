package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** The functions of Array.prototype that make a new array out of the receiver's elements. */
final class ArrayCopying {
    private ArrayCopying() {}

    /** 23.1.3.2 Array.prototype.concat ( ...items ). */
    static Object concat(Realm realm, JSObject object, Object[] items) {
        JSObject result = Arrays.arraySpeciesCreate(realm, object, 0); // 2
        long length = 0; // 3
        length = append(realm, result, length, object); // 4, 5
        for (Object item : items) {
            length = append(realm, result, length, item);
        }
        Arrays.setLength(result, length); // 6
        return result;
    }

    private static long append(Realm realm, JSObject result, long length, Object item) {
        if (!(item instanceof JSObject source) || !isConcatSpreadable(source)) { // 5.a, 5.c
            if (length >= JsNumber.MAX_SAFE_INTEGER) {
                throw ArrayMutation.tooLong();
            }
            ObjectOperations.createDataPropertyOrThrow(result, length, item);
            return length + 1;
        }
        long count = ObjectOperations.lengthOfArrayLike(source); // 5.b.i
        if (length + count > JsNumber.MAX_SAFE_INTEGER) {
            throw ArrayMutation.tooLong();
        }
        if (appendDense(realm, result, length, source)) {
            return length + count;
        }
        for (long k = 0; k < count; k++) { // 5.b.iv
            Object value = Arrays.getIfPresent(source, k);
            if (value != null) {
                ObjectOperations.createDataPropertyOrThrow(result, length + k, value);
            }
        }
        return length + count;
    }

    /** FAST PATH: the elements of a dense array behind a dense result of just that length. */
    private static boolean appendDense(Realm realm, JSObject result, long length, JSObject source) {
        JSArray from = Arrays.dense(realm, source);
        JSArray to = Arrays.dense(realm, result);
        if (from == null || to == null || to == from || to.length() > length) {
            return false;
        }
        if (length + from.length() > Integer.MAX_VALUE / 2) {
            return false;
        }
        to.setLength(length); // holes at the end have not been counted yet
        to.replaceElements(to.concatElements(from), (int) (length + from.length()));
        return true;
    }

    /** 23.1.3.2.1 IsConcatSpreadable ( O ). */
    private static boolean isConcatSpreadable(JSObject object) {
        Object spreadable = object.get(Symbol.IS_CONCAT_SPREADABLE, object); // 2
        return spreadable != Undefined.UNDEFINED
                ? TypeConversion.toBoolean(spreadable) // 3
                : Comparison.isArray(object); // 4
    }

    /** 23.1.3.28 Array.prototype.slice ( start, end ). */
    static Object slice(Realm realm, JSObject object, Object start, Object end) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        long k = Arrays.relativeIndex(start, length); // 3-6
        long last = Arrays.relativeEnd(end, length); // 7-10
        long count = Math.max(last - k, 0); // 11
        JSArray array = Arrays.dense(realm, object);
        if (array != null && last <= array.length() && Arrays.hasOriginalSpecies(realm, object)) {
            return new JSArray( // FAST PATH: a dense array, and the result is a plain array
                    realm.arrayShape(),
                    array.copyElements((int) k, (int) (k + count)),
                    (int) count);
        }
        JSObject result = Arrays.arraySpeciesCreate(realm, object, count); // 12
        long n = 0; // 13
        for (; k < last; k++, n++) { // 14
            Object value = Arrays.getIfPresent(object, k);
            if (value != null) {
                ObjectOperations.createDataPropertyOrThrow(result, n, value);
            }
        }
        Arrays.setLength(result, n); // 15
        return result;
    }

    /** 23.1.3.13 Array.prototype.flat ( [ depth ] ). */
    static Object flat(Realm realm, JSObject object, Object depth) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        double levels =
                depth == Undefined.UNDEFINED
                        ? 1
                        : Math.max(TypeConversion.toIntegerOrInfinity(depth), 0); // 3, 4
        JSObject result = Arrays.arraySpeciesCreate(realm, object, 0); // 5
        flattenIntoArray(realm, result, object, length, 0, levels, null, null); // 6
        return result;
    }

    /** 23.1.3.14 Array.prototype.flatMap ( mapperFunction [ , thisArg ] ). */
    static Object flatMap(Realm realm, JSObject object, Object mapper, Object thisArg) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        if (!(mapper instanceof JSObject function) || !function.isCallable()) { // 3
            throw Errors.typeError("flatMap mapper function is not callable");
        }
        JSObject result = Arrays.arraySpeciesCreate(realm, object, 0); // 4
        flattenIntoArray(realm, result, object, length, 0, 1, function, thisArg); // 5
        return result;
    }

    /** 23.1.3.13.1 FlattenIntoArray. */
    private static long flattenIntoArray(
            Realm realm,
            JSObject target,
            JSObject source,
            long sourceLength,
            long start,
            double depth,
            @Nullable JSObject mapper,
            @Nullable Object thisArg) {
        Agent agent = realm.agent();
        agent.enter();
        try {
            long targetIndex = start; // 1
            for (long k = 0; k < sourceLength; k++) { // 3
                Object element = Arrays.getIfPresent(source, k);
                if (element == null) {
                    continue;
                }
                if (mapper != null) { // 3.b.ii
                    element = mapper.callOnElement(thisArg, element, k, source);
                }
                if (depth > 0 && Comparison.isArray(element)) { // 3.b.v
                    JSObject nested = (JSObject) element;
                    long length = ObjectOperations.lengthOfArrayLike(nested);
                    targetIndex =
                            flattenIntoArray(
                                    realm,
                                    target,
                                    nested,
                                    length,
                                    targetIndex,
                                    depth - 1,
                                    null,
                                    null);
                } else { // 3.b.vi
                    if (targetIndex >= JsNumber.MAX_SAFE_INTEGER) {
                        throw ArrayMutation.tooLong();
                    }
                    ObjectOperations.createDataPropertyOrThrow(target, targetIndex++, element);
                }
            }
            return targetIndex;
        } finally {
            agent.leave();
        }
    }

    /** 23.1.3.33 Array.prototype.toReversed ( ). */
    static Object toReversed(Realm realm, JSObject object) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        JSArray result = Arrays.arrayCreate(realm, length); // 3
        for (long k = 0; k < length; k++) { // 5
            ObjectOperations.createDataPropertyOrThrow(
                    result, k, Arrays.get(object, length - k - 1));
        }
        return result;
    }

    /** 23.1.3.35 Array.prototype.toSpliced ( start, skipCount, ...items ). */
    static Object toSpliced(Realm realm, JSObject object, Object[] arguments) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        long start =
                Arrays.relativeIndex(
                        arguments.length > 0 ? arguments[0] : Undefined.UNDEFINED, length); // 3-6
        int insertCount = Math.max(arguments.length - 2, 0); // 7
        long skipCount = ArrayMutation.deleteCount(arguments, length, start); // 8-10
        long newLength = length + insertCount - skipCount; // 11
        if (newLength > JsNumber.MAX_SAFE_INTEGER) {
            throw ArrayMutation.tooLong(); // 12
        }
        JSArray result = Arrays.arrayCreate(realm, newLength); // 13
        long i = 0; // 14
        for (; i < start; i++) { // 16
            ObjectOperations.createDataPropertyOrThrow(result, i, Arrays.get(object, i));
        }
        for (int item = 0; item < insertCount; item++, i++) { // 17
            ObjectOperations.createDataPropertyOrThrow(result, i, arguments[item + 2]);
        }
        long r = start + skipCount; // 15
        for (; i < newLength; i++, r++) { // 18
            ObjectOperations.createDataPropertyOrThrow(result, i, Arrays.get(object, r));
        }
        return result;
    }

    /** 23.1.3.39 Array.prototype.with ( index, value ). */
    static Object with(Realm realm, JSObject object, Object index, Object value) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        double relative = TypeConversion.toIntegerOrInfinity(index); // 3
        double actual = relative >= 0 ? relative : length + relative; // 4, 5
        if (actual >= length || actual < 0) { // 6
            throw Errors.rangeError(
                    "Invalid index : " + TypeConversion.toString(JsNumber.of(relative)));
        }
        JSArray result = Arrays.arrayCreate(realm, length); // 7
        for (long k = 0; k < length; k++) { // 9
            ObjectOperations.createDataPropertyOrThrow(
                    result, k, k == actual ? value : Arrays.get(object, k));
        }
        return result;
    }
}
