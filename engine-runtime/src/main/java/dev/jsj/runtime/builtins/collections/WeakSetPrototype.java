package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;

import org.jspecify.annotations.Nullable;

/** 24.4.3 Properties of the WeakSet Prototype Object. */
final class WeakSetPrototype extends BuiltinTable {
    private static final int DELETE = 0;
    private static final int HAS = 1;
    private static final int ADD = 2;

    private static final String[] NAMES = {"delete", "has", "add"};

    private static final WeakSetPrototype TABLE = new WeakSetPrototype();

    private WeakSetPrototype() {
        intrinsic("constructor", Intrinsic.WEAK_SET, Property.HIDDEN);
        method(DELETE, "delete", 1);
        method(HAS, "has", 1);
        method(ADD, "add", 1);
        toStringTag("WeakSet");
    }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.newObject();
        realm.setIntrinsic(Intrinsic.WEAK_SET_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (!(self instanceof JSWeakSet set)) { // RequireInternalSlot(S, [[WeakSetData]])
            throw Errors.typeError(
                    "Method WeakSet.prototype."
                            + NAMES[id]
                            + " called on incompatible receiver "
                            + ErrorText.of(self));
        }
        Object value = arg(arguments, 0);
        return switch (id) {
            case DELETE -> set.table().remove(value); // 24.4.3.3
            case HAS -> set.table().get(value) != null; // 24.4.3.4
            case ADD -> add(realm, set, value);
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 24.4.3.1 WeakSet.prototype.add ( value ). */
    private static Object add(Realm realm, JSWeakSet set, Object value) {
        if (!WeakTable.canBeHeldWeakly(realm.agent(), value)) { // 3
            throw Errors.typeError("Invalid value used in weak set");
        }
        set.table().put(value, true); // 4-6
        return set;
    }
}
