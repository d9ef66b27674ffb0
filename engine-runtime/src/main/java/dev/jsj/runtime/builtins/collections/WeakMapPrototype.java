package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 24.3.3 Properties of the WeakMap Prototype Object. */
final class WeakMapPrototype extends BuiltinTable {
    private static final int DELETE = 0;
    private static final int GET = 1;
    private static final int SET = 2;
    private static final int HAS = 3;
    private static final int GET_OR_INSERT = 4;
    private static final int GET_OR_INSERT_COMPUTED = 5;

    private static final String[] NAMES = {
        "delete", "get", "set", "has", "getOrInsert", "getOrInsertComputed"
    };

    private static final WeakMapPrototype TABLE = new WeakMapPrototype();

    private WeakMapPrototype() {
        intrinsic("constructor", Intrinsic.WEAK_MAP, Property.HIDDEN);
        method(DELETE, "delete", 1);
        method(GET, "get", 1);
        method(SET, "set", 2);
        method(HAS, "has", 1);
        method(GET_OR_INSERT, "getOrInsert", 2);
        method(GET_OR_INSERT_COMPUTED, "getOrInsertComputed", 2);
        toStringTag("WeakMap");
    }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.newObject();
        realm.setIntrinsic(Intrinsic.WEAK_MAP_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (!(self instanceof JSWeakMap map)) { // RequireInternalSlot(M, [[WeakMapData]])
            throw Errors.typeError(
                    "Method WeakMap.prototype."
                            + NAMES[id]
                            + " called on incompatible receiver "
                            + ErrorText.of(self));
        }
        Object key = arg(arguments, 0);
        return switch (id) {
            case DELETE -> map.table().remove(key); // 24.3.3.2
            case GET -> get(map, key);
            case SET -> set(realm, map, key, arg(arguments, 1));
            case HAS -> map.table().get(key) != null; // 24.3.3.4
            case GET_OR_INSERT -> getOrInsert(realm, map, key, arg(arguments, 1));
            case GET_OR_INSERT_COMPUTED -> getOrInsertComputed(realm, map, key, arg(arguments, 1));
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static void requireWeakKey(Realm realm, Object key) {
        if (!WeakTable.canBeHeldWeakly(realm.agent(), key)) {
            throw Errors.typeError("Invalid value used as weak map key");
        }
    }

    /** 24.3.3.3 WeakMap.prototype.get ( key ). */
    private static Object get(JSWeakMap map, Object key) {
        Object value = map.table().get(key);
        return value == null ? Undefined.UNDEFINED : value;
    }

    /** 24.3.3.5 WeakMap.prototype.set ( key, value ). */
    private static Object set(Realm realm, JSWeakMap map, Object key, Object value) {
        requireWeakKey(realm, key); // 3
        map.table().put(key, value); // 4-6
        return map;
    }

    /** WeakMap.prototype.getOrInsert ( key, value ). */
    private static Object getOrInsert(Realm realm, JSWeakMap map, Object key, Object value) {
        requireWeakKey(realm, key);
        Object existing = map.table().get(key);
        if (existing != null) {
            return existing;
        }
        map.table().put(key, value);
        return value;
    }

    /** WeakMap.prototype.getOrInsertComputed ( key, callback ). */
    private static Object getOrInsertComputed(
            Realm realm, JSWeakMap map, Object key, Object callback) {
        requireWeakKey(realm, key);
        JSObject function = ObjectOperations.requireCallable(callback);
        Object existing = map.table().get(key);
        if (existing != null) {
            return existing;
        }
        Object value = function.call1(Undefined.UNDEFINED, key);
        map.table().put(key, value);
        return value;
    }
}
