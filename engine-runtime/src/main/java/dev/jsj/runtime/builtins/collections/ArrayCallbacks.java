package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

/**
 * The functions of Array.prototype that call a function for each element that is present. An own
 * data element needs no further look-up: see {@link Arrays#getIfPresent}.
 */
final class ArrayCallbacks {
    private ArrayCallbacks() {}

    /** 23.1.3.15 Array.prototype.forEach ( callback [ , thisArg ] ). */
    static Object forEach(JSObject object, Object callback, Object thisArg) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        JSObject function = ObjectOperations.requireCallable(callback); // 3
        for (long k = 0; k < length; k++) { // 5
            Object value = Arrays.getIfPresent(object, k);
            if (value != null) {
                function.callOnElement(thisArg, value, k, object);
            }
        }
        return Undefined.UNDEFINED;
    }

    /** 23.1.3.21 Array.prototype.map ( callback [ , thisArg ] ). */
    static Object map(Realm realm, JSObject object, Object callback, Object thisArg) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        JSObject function = ObjectOperations.requireCallable(callback); // 3
        JSObject result = Arrays.arraySpeciesCreate(realm, object, length); // 4
        for (long k = 0; k < length; k++) { // 6
            Object value = Arrays.getIfPresent(object, k);
            if (value != null) {
                Object mapped = function.callOnElement(thisArg, value, k, object);
                ObjectOperations.createDataPropertyOrThrow(result, k, mapped);
            }
        }
        return result;
    }

    /** 23.1.3.8 Array.prototype.filter ( callback [ , thisArg ] ). */
    static Object filter(Realm realm, JSObject object, Object callback, Object thisArg) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        JSObject function = ObjectOperations.requireCallable(callback); // 3
        JSObject result = Arrays.arraySpeciesCreate(realm, object, 0); // 4
        long to = 0; // 6
        for (long k = 0; k < length; k++) { // 7
            Object value = Arrays.getIfPresent(object, k);
            if (value != null) {
                Object selected = function.callOnElement(thisArg, value, k, object);
                if (TypeConversion.toBoolean(selected)) {
                    ObjectOperations.createDataPropertyOrThrow(result, to++, value);
                }
            }
        }
        return result;
    }

    /** 23.1.3.6 Array.prototype.every ( callback [ , thisArg ] ). */
    static Object every(JSObject object, Object callback, Object thisArg) {
        return !search(object, callback, thisArg, false);
    }

    /** 23.1.3.29 Array.prototype.some ( callback [ , thisArg ] ). */
    static Object some(JSObject object, Object callback, Object thisArg) {
        return search(object, callback, thisArg, true);
    }

    /** Whether the callback gives {@code wanted} for any element. */
    private static boolean search(
            JSObject object, Object callback, Object thisArg, boolean wanted) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        JSObject function = ObjectOperations.requireCallable(callback); // 3
        for (long k = 0; k < length; k++) { // 5
            Object value = Arrays.getIfPresent(object, k);
            if (value != null) {
                Object result = function.callOnElement(thisArg, value, k, object);
                if (TypeConversion.toBoolean(result) == wanted) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 23.1.3.24 Array.prototype.reduce ( callback [ , initialValue ] ). */
    static Object reduce(JSObject object, Object[] arguments) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        JSObject function = callback(arguments); // 3
        long k = 0; // 5
        Object accumulator = arguments.length > 1 ? arguments[1] : null; // 6, 7
        for (; accumulator == null && k < length; k++) { // 8
            accumulator = Arrays.getIfPresent(object, k);
        }
        if (accumulator == null) {
            throw emptyReduction();
        }
        for (; k < length; k++) { // 9
            Object value = Arrays.getIfPresent(object, k);
            if (value != null) {
                accumulator = function.callOnElements(accumulator, value, k, object);
            }
        }
        return accumulator;
    }

    /** 23.1.3.25 Array.prototype.reduceRight ( callback [ , initialValue ] ). */
    static Object reduceRight(JSObject object, Object[] arguments) {
        long length = ObjectOperations.lengthOfArrayLike(object); // 2
        JSObject function = callback(arguments); // 3
        long k = length - 1; // 5
        Object accumulator = arguments.length > 1 ? arguments[1] : null; // 6, 7
        for (; accumulator == null && k >= 0; k--) { // 8
            accumulator = Arrays.getIfPresent(object, k);
        }
        if (accumulator == null) {
            throw emptyReduction();
        }
        for (; k >= 0; k--) { // 9
            Object value = Arrays.getIfPresent(object, k);
            if (value != null) {
                accumulator = function.callOnElements(accumulator, value, k, object);
            }
        }
        return accumulator;
    }

    private static JSObject callback(Object[] arguments) {
        return ObjectOperations.requireCallable(
                arguments.length > 0 ? arguments[0] : Undefined.UNDEFINED);
    }

    private static JSThrow emptyReduction() {
        return Errors.typeError("Reduce of empty array with no initial value");
    }
}
