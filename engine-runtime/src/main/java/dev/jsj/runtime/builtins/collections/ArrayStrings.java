package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.builtins.fundamentals.ObjectPrototype;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Undefined;

/**
 * The functions of Array.prototype that make a string.
 *
 * <p>NON-STANDARD: an array that contains itself is the empty string there, as in all engines.
 */
final class ArrayStrings {
    private ArrayStrings() {}

    /** 23.1.3.18 Array.prototype.join ( separator ). */
    static Object join(Realm realm, JSObject object, Object separator) {
        if (!realm.agent().enterCycle(object)) {
            return "";
        }
        try {
            long length = ObjectOperations.lengthOfArrayLike(object); // 2
            String between =
                    separator == Undefined.UNDEFINED
                            ? ","
                            : TypeConversion.toJavaString(separator); // 3, 4
            checkLength((length - 1) * between.length());
            StringBuilder result = new StringBuilder(); // 5
            for (long k = 0; k < length; k++) { // 7
                if (k > 0) {
                    result.append(between);
                }
                Object element = Arrays.get(object, k);
                if (element != Undefined.UNDEFINED && element != Null.NULL) {
                    append(result, TypeConversion.toString(element));
                }
            }
            return result.toString();
        } finally {
            realm.agent().leaveCycle(object);
        }
    }

    private static void append(StringBuilder result, CharSequence text) {
        checkLength((long) result.length() + text.length());
        Rope.append(result, text);
    }

    private static void checkLength(long length) {
        if (length > Rope.MAX_LENGTH) {
            throw Errors.rangeError("Invalid string length");
        }
    }

    /** 23.1.3.32 Array.prototype.toLocaleString ( ). */
    static Object toLocaleString(Realm realm, JSObject object) {
        Agent agent = realm.agent();
        if (!agent.enterCycle(object)) {
            return "";
        }
        try {
            long length = ObjectOperations.lengthOfArrayLike(object); // 2
            StringBuilder result = new StringBuilder(); // 4
            for (long k = 0; k < length; k++) { // 6
                if (k > 0) {
                    checkLength(result.length());
                    result.append(',');
                }
                Object element = Arrays.get(object, k);
                if (element != Undefined.UNDEFINED && element != Null.NULL) {
                    Object text = ObjectOperations.invoke(realm, element, "toLocaleString");
                    append(result, TypeConversion.toString(text));
                }
            }
            return result.toString();
        } finally {
            agent.leaveCycle(object);
        }
    }

    /** 23.1.3.36 Array.prototype.toString ( ). */
    static Object toString(Realm realm, JSObject object) {
        Object join = object.get("join", object); // 2
        if (join instanceof JSObject function && function.isCallable()) {
            return function.call0(object); // 4
        }
        return ObjectPrototype.toString(realm, object); // 3
    }
}
