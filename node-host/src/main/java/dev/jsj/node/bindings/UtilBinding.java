package dev.jsj.node.bindings;

import dev.jsj.runtime.builtins.collections.ArrayIterator;
import dev.jsj.runtime.builtins.collections.JSMap;
import dev.jsj.runtime.builtins.collections.JSSet;
import dev.jsj.runtime.builtins.collections.OrderedTable;
import dev.jsj.runtime.builtins.collections.TableIterator;
import dev.jsj.runtime.builtins.control.JSPromise;
import dev.jsj.runtime.builtins.reflection.JSProxy;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** {@code util}: what {@code util.inspect} must see and no JavaScript can. */
final class UtilBinding extends BindingTable {
    private static final int GET_PROXY_DETAILS = 0;
    private static final int GET_PROMISE_DETAILS = 1;
    private static final int PREVIEW_ENTRIES = 2;
    private static final int GET_OWN_NON_INDEX_PROPERTIES = 3;
    private static final int GET_CONSTRUCTOR_NAME = 4;
    private static final int GET_STRING_WIDTH = 5;
    private static final int DESCRIBE = 6;

    private static final int ALL_PROPERTIES = 0;
    private static final int ONLY_ENUMERABLE = 2;
    private static final int SKIP_SYMBOLS = 16;

    static final UtilBinding TABLE = new UtilBinding();

    private UtilBinding() {
        method(GET_PROXY_DETAILS, "getProxyDetails", 2);
        method(GET_PROMISE_DETAILS, "getPromiseDetails", 1);
        method(PREVIEW_ENTRIES, "previewEntries", 2);
        method(GET_OWN_NON_INDEX_PROPERTIES, "getOwnNonIndexProperties", 2);
        method(GET_CONSTRUCTOR_NAME, "getConstructorName", 1);
        method(GET_STRING_WIDTH, "getStringWidth", 1);
        method(DESCRIBE, "describe", 1);
    }

    @Override
    void addValues(JSObject object, Realm realm) {
        JSObject constants =
                Arguments.object(
                        realm,
                        "kPending",
                        0,
                        "kFulfilled",
                        1,
                        "kRejected",
                        2,
                        "ALL_PROPERTIES",
                        ALL_PROPERTIES,
                        "ONLY_ENUMERABLE",
                        ONLY_ENUMERABLE,
                        "SKIP_SYMBOLS",
                        SKIP_SYMBOLS);
        object.addProperty("constants", constants, Property.DEFAULT);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case DESCRIBE -> ErrorText.of(arg(arguments, 0)); // as error messages show it
            case GET_PROXY_DETAILS -> proxyDetails(realm, arg(arguments, 0));
            case GET_PROMISE_DETAILS -> promiseDetails(realm, (JSPromise) arguments[0]);
            case PREVIEW_ENTRIES ->
                    previewEntries(realm, arguments[0], Arguments.truth(arguments, 1));
            case GET_OWN_NON_INDEX_PROPERTIES ->
                    nonIndexProperties(
                            realm, (JSObject) arguments[0], Arguments.integer(arguments, 1));
            case GET_CONSTRUCTOR_NAME -> constructorName((JSObject) arguments[0]);
            case GET_STRING_WIDTH -> TextWidth.of(Arguments.string(arguments, 0));
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** [target, handler], nulls for a revoked proxy, undefined for anything else. */
    private static Object proxyDetails(Realm realm, Object value) {
        if (!(value instanceof JSProxy proxy)) {
            return Undefined.UNDEFINED;
        }
        return realm.newArray(
                new Object[] {orNull(proxy.proxyTarget()), orNull(proxy.proxyHandler())});
    }

    private static Object orNull(@Nullable Object value) {
        return value == null ? Null.NULL : value;
    }

    private static Object promiseDetails(Realm realm, JSPromise promise) {
        return realm.newArray(new Object[] {promise.state().ordinal(), promise.result()});
    }

    /**
     * The entries of a collection or of what is left of an iterator; with {@code detailed} also
     * whether they are pairs.
     */
    private static Object previewEntries(Realm realm, Object value, boolean detailed) {
        List<Object> entries = new ArrayList<>();
        boolean pairs = false;
        switch (value) {
            case TableIterator iterator -> {
                pairs = iterator.kind() == ArrayIterator.Kind.KEY_AND_VALUE;
                addRest(iterator, entries);
            }
            case JSMap map -> {
                pairs = true;
                add(map.table().cursor(), true, true, entries);
            }
            case JSSet set -> add(set.table().cursor(), true, false, entries);
            default -> {
                // Weak collections cannot be enumerated: their entries belong to their keys.
            }
        }
        Object list = Arguments.array(realm, entries);
        return detailed ? realm.newArray(new Object[] {list, pairs}) : list;
    }

    private static void addRest(TableIterator iterator, List<Object> entries) {
        OrderedTable.Cursor cursor = iterator.peek();
        if (cursor == null) {
            return;
        }
        ArrayIterator.Kind kind = iterator.kind();
        boolean keys = kind != ArrayIterator.Kind.VALUE || !iterator.isOfMap();
        boolean values =
                kind == ArrayIterator.Kind.KEY_AND_VALUE
                        || (kind == ArrayIterator.Kind.VALUE && iterator.isOfMap());
        while (cursor.advance()) {
            if (keys) {
                entries.add(cursor.key());
            }
            if (values) {
                entries.add(iterator.isOfMap() ? cursor.value() : cursor.key());
            }
        }
    }

    private static void add(
            OrderedTable.Cursor cursor, boolean keys, boolean values, List<Object> entries) {
        while (cursor.advance()) {
            if (keys) {
                entries.add(cursor.key());
            }
            if (values) {
                entries.add(cursor.value());
            }
        }
    }

    private static Object nonIndexProperties(Realm realm, JSObject object, int filter) {
        List<Object> keys = new ArrayList<>();
        for (Object key : object.ownPropertyKeys()) {
            if (key instanceof Integer || ((filter & SKIP_SYMBOLS) != 0 && key instanceof Symbol)) {
                continue;
            }
            if ((filter & ONLY_ENUMERABLE) != 0) {
                PropertyDescriptor descriptor = object.getOwnProperty(key);
                if (descriptor == null || !descriptor.enumerable()) {
                    continue;
                }
            }
            keys.add(key);
        }
        return ObjectOperations.createArrayFromList(realm, keys);
    }

    /** The class an object was made by, whatever its prototype says now. */
    private static String constructorName(JSObject object) {
        String name = ErrorText.constructorName(object);
        return name.isEmpty() ? object.builtinTag() : name;
    }
}
