package dev.jsj.runtime.operations;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Undefined;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 7.3.36 GroupBy, shared by Object.groupBy and Map.groupBy. */
public final class GroupBy {
    private GroupBy() {}

    /** How the callback's results become keys. */
    public enum KeyCoercion {
        /** Object.groupBy. */
        PROPERTY,
        /** Map.groupBy. */
        COLLECTION
    }

    /** 7.3.36 GroupBy ( items, callback, keyCoercion ): the groups in the order of their keys. */
    public static Map<Object, List<Object>> groupBy(
            Realm realm, Object items, Object callback, KeyCoercion keyCoercion) {
        TypeConversion.requireObjectCoercible(items); // 1
        JSObject function = ObjectOperations.requireCallable(callback); // 2
        Map<Object, List<Object>> groups = new LinkedHashMap<>(); // 3
        Iteration.IteratorRecord record = Iteration.getIterator(realm, items); // 4
        long k = 0; // 5
        for (Object value; (value = Iteration.stepValue(record)) != null; k++) { // 6
            try {
                Object key = function.call2(Undefined.UNDEFINED, value, JsNumber.of(k));
                Object canonical =
                        keyCoercion == KeyCoercion.PROPERTY
                                ? TypeConversion.toPropertyKey(key)
                                : canonicalKey(key);
                groups.computeIfAbsent(canonical, none -> new ArrayList<>()).add(value);
            } catch (JSThrow completion) {
                throw Iteration.closeOnThrow(record, completion);
            }
        }
        return groups;
    }

    /** 24.5.1 CanonicalizeKeyedCollectionKey, and one representation for equal primitives. */
    public static Object canonicalKey(Object key) {
        if (key instanceof Double number) {
            double value = number;
            int integer = (int) value;
            return integer == value ? (Object) integer : key;
        }
        return key instanceof Rope ? key.toString() : key;
    }
}
