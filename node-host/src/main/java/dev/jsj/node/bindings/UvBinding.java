package dev.jsj.node.bindings;

import dev.jsj.node.fs.SystemError;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/** {@code uv}: the table of system errors. */
final class UvBinding extends BindingTable {
    private static final int GET_ERROR_MAP = 0;

    static final UvBinding TABLE = new UvBinding();

    private UvBinding() {
        method(GET_ERROR_MAP, "getErrorMap", 0);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case GET_ERROR_MAP -> errorMap(realm);
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** A Map: errno to [name, text]. */
    private static Object errorMap(Realm realm) {
        JSObject map = ObjectOperations.construct(realm.intrinsic(Intrinsic.MAP));
        for (SystemError error : SystemError.values()) {
            Object entry = realm.newArray(new Object[] {error.name(), error.text()});
            ObjectOperations.invoke(realm, map, "set", error.errno(), entry);
        }
        return map;
    }
}
