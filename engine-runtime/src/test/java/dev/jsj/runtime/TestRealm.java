package dev.jsj.runtime;

import dev.jsj.runtime.builtins.Builtins;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorObjects;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.EngineServices;
import dev.jsj.runtime.realm.HostHooks;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;

import org.jspecify.annotations.Nullable;

/** A realm with all built-ins and no compiler, for tests of the runtime alone. */
public final class TestRealm {
    private TestRealm() {}

    public static Realm create() {
        return new Realm(new Agent(new Services(), HostHooks.NONE));
    }

    /** Reads a path of globals and calls it: {@code call(realm, "JSON.parse", "[1]")}. */
    public static Object call(Realm realm, String path, Object... arguments) {
        Object self = realm.globalObject();
        Object value = self;
        for (String name : path.split("\\.")) {
            self = value;
            value = ObjectOperations.getV(realm, value, TypeConversion.propertyKey(name));
        }
        return ObjectOperations.call(value, self, arguments);
    }

    /** The text of what {@code call} throws: {@code TypeError: message}. */
    public static String errorOf(Realm realm, String path, Object... arguments) {
        try {
            return "returned " + call(realm, path, arguments);
        } catch (JSThrow completion) {
            Object error = ErrorObjects.thrownValue(completion, realm);
            return ObjectOperations.invoke(realm, error, "toString").toString();
        }
    }

    /** Calls a method of an object. */
    public static Object invoke(Realm realm, Object self, String method, Object... arguments) {
        return ObjectOperations.invoke(realm, self, method, arguments);
    }

    /** A global object such as {@code Array}. */
    public static JSObject global(Realm realm, String name) {
        return (JSObject) realm.globalObject().get(name);
    }

    private static final class Services implements EngineServices {
        @Override
        public JSObject createIntrinsic(Intrinsic intrinsic, Realm realm) {
            return Builtins.createIntrinsic(intrinsic, realm);
        }

        @Override
        public void setDefaultGlobalBindings(Realm realm) {
            Builtins.setDefaultGlobalBindings(realm);
        }

        @Override
        public long toArrayLength(Object value) {
            return (long) TypeConversion.toNumber(value);
        }

        @Override
        public Object thrownValue(JSThrow completion, Realm realm) {
            return ErrorObjects.thrownValue(completion, realm);
        }

        @Override
        public Object performIndirectEval(Realm realm, String source) {
            throw new AssertionError("There is no compiler in this test.");
        }

        @Override
        public JSObject createDynamicFunction(
                Realm realm,
                String prefix,
                String parameters,
                String body,
                @Nullable JSObject prototype) {
            throw new AssertionError("There is no compiler in this test.");
        }
    }
}
