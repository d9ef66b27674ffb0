package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.GroupBy;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 24.1.3 Properties of the Map Prototype Object. */
final class MapPrototype extends BuiltinTable {
    private static final int GET = 0;
    private static final int SET = 1;
    private static final int HAS = 2;
    private static final int DELETE = 3;
    private static final int CLEAR = 4;
    private static final int ENTRIES = 5;
    private static final int FOR_EACH = 6;
    private static final int KEYS = 7;
    private static final int SIZE = 8;
    private static final int VALUES = 9;
    private static final int GET_OR_INSERT = 10;
    private static final int GET_OR_INSERT_COMPUTED = 11;

    private static final String[] NAMES = {
        "Map.prototype.get",
        "Map.prototype.set",
        "Map.prototype.has",
        "Map.prototype.delete",
        "Map.prototype.clear",
        "Map.prototype.entries",
        "Map.prototype.forEach",
        "Map.prototype.keys",
        "get Map.prototype.size",
        "Map.prototype.values",
        "Map.prototype.getOrInsert",
        "Map.prototype.getOrInsertComputed"
    };

    private static final MapPrototype TABLE = new MapPrototype();

    private MapPrototype() {
        intrinsic("constructor", Intrinsic.MAP, Property.HIDDEN);
        method(GET, "get", 1);
        method(SET, "set", 2);
        method(HAS, "has", 1);
        method(DELETE, "delete", 1);
        method(CLEAR, "clear", 0);
        method(ENTRIES, "entries", 0);
        method(FOR_EACH, "forEach", 1);
        method(KEYS, "keys", 0);
        getter(SIZE, "size");
        method(VALUES, "values", 0);
        method(GET_OR_INSERT, "getOrInsert", 2);
        method(GET_OR_INSERT_COMPUTED, "getOrInsertComputed", 2);
        toStringTag("Map");
        alias(Symbol.ITERATOR, "entries");
    }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.newObject();
        realm.setIntrinsic(Intrinsic.MAP_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    protected boolean isInStackTraces(int id) {
        return id == FOR_EACH || id == GET_OR_INSERT_COMPUTED;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (!(self instanceof JSMap map)) { // RequireInternalSlot(M, [[MapData]])
            throw Errors.typeError(
                    "Method "
                            + NAMES[id]
                            + " called on incompatible receiver "
                            + ErrorText.of(self));
        }
        Object key = arg(arguments, 0);
        return switch (id) {
            case GET -> get(map, key);
            case SET -> set(map, key, arg(arguments, 1));
            case HAS -> map.table().has(key); // 24.1.3.7
            case DELETE -> map.table().remove(key); // 24.1.3.3
            case CLEAR -> clear(map);
            case ENTRIES -> TableIterator.create(realm, map, ArrayIterator.Kind.KEY_AND_VALUE);
            case FOR_EACH -> forEach(map, key, arg(arguments, 1));
            case KEYS -> TableIterator.create(realm, map, ArrayIterator.Kind.KEY);
            case SIZE -> map.table().size(); // 24.1.3.10
            case VALUES -> TableIterator.create(realm, map, ArrayIterator.Kind.VALUE);
            case GET_OR_INSERT -> getOrInsert(map, key, arg(arguments, 1));
            case GET_OR_INSERT_COMPUTED -> getOrInsertComputed(map, key, arg(arguments, 1));
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 24.1.3.6 Map.prototype.get ( key ). */
    private static Object get(JSMap map, Object key) {
        Object value = map.table().get(key);
        return value == null ? Undefined.UNDEFINED : value;
    }

    /** 24.1.3.9 Map.prototype.set ( key, value ). */
    private static Object set(JSMap map, Object key, Object value) {
        map.table().put(key, value);
        return map;
    }

    /** 24.1.3.1 Map.prototype.clear ( ). */
    private static Object clear(JSMap map) {
        map.table().clear();
        return Undefined.UNDEFINED;
    }

    /** 24.1.3.5 Map.prototype.forEach ( callback [ , thisArg ] ). */
    private static Object forEach(JSMap map, Object callback, Object thisArg) {
        JSObject function = CollectionErrors.requireCallback(callback); // 3
        OrderedTable.Cursor cursor = map.table().cursor();
        while (cursor.advance()) { // 6
            function.call3(thisArg, cursor.value(), cursor.key(), map);
        }
        return Undefined.UNDEFINED;
    }

    /** Map.prototype.getOrInsert ( key, value ). */
    private static Object getOrInsert(JSMap map, Object key, Object value) {
        Object existing = map.table().get(key);
        if (existing != null) {
            return existing;
        }
        map.table().put(key, value);
        return value;
    }

    /** Map.prototype.getOrInsertComputed ( key, callback ). */
    private static Object getOrInsertComputed(JSMap map, Object key, Object callback) {
        JSObject function = ObjectOperations.requireCallable(callback); // 3
        Object existing = map.table().get(key);
        if (existing != null) {
            return existing;
        }
        Object value = function.call1(Undefined.UNDEFINED, GroupBy.canonicalKey(key));
        map.table().put(key, value);
        return value;
    }
}
