package dev.jsj.runtime.builtins.reflection;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 28.2.1 The Proxy Constructor, which has no prototype property. */
final class ProxyConstructor extends BuiltinTable {
    private static final int CONSTRUCTOR = 0;
    private static final int REVOCABLE = 1;

    private static final ProxyConstructor TABLE = new ProxyConstructor();

    private ProxyConstructor() {
        method(REVOCABLE, "revocable", 2);
    }

    static JSObject create(Realm realm) {
        return BuiltinFunction.constructor(
                realm,
                TABLE,
                CONSTRUCTOR,
                "Proxy",
                2,
                Intrinsic.PROXY,
                Intrinsic.FUNCTION_PROTOTYPE,
                null);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case CONSTRUCTOR -> construct(realm, arguments, newTarget);
            case REVOCABLE -> revocable(realm, arguments);
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 28.2.1.1 Proxy ( target, handler ). */
    private static Object construct(Realm realm, Object[] arguments, @Nullable JSObject newTarget) {
        if (newTarget == null) {
            throw Errors.typeError("Constructor Proxy requires 'new'"); // 1
        }
        return JSProxy.create(realm, arg(arguments, 0), arg(arguments, 1)); // 2
    }

    /** 28.2.2.1 Proxy.revocable ( target, handler ). */
    private static Object revocable(Realm realm, Object[] arguments) {
        JSProxy proxy = JSProxy.create(realm, arg(arguments, 0), arg(arguments, 1)); // 1
        JSObject revoker = // 2-4
                new NativeFunction(
                        realm,
                        "",
                        0,
                        (self, none) -> {
                            proxy.revoke();
                            return Undefined.UNDEFINED;
                        });
        JSObject result = realm.newObject(); // 5
        result.addProperty("proxy", proxy, Property.DEFAULT); // 6
        result.addProperty("revoke", revoker, Property.DEFAULT); // 7
        return result;
    }
}
