package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/** 20.1.3 Properties of the Object Prototype Object. */
final class ObjectPrototype extends BuiltinTable {
    private static final ObjectPrototype TABLE = new ObjectPrototype();

    private ObjectPrototype() {
        intrinsic("constructor", Intrinsic.OBJECT, Property.HIDDEN);
    }

    /** 10.4.7 Immutable prototype exotic objects. */
    private static final class PrototypeObject extends JSObject {
        PrototypeObject(Realm realm) {
            super(realm.agent().root(null));
        }

        @Override
        public boolean setPrototypeOf(@Nullable JSObject prototype) {
            return prototype == getPrototypeOf();
        }
    }

    static JSObject create(Realm realm) {
        JSObject prototype = new PrototypeObject(realm);
        realm.setIntrinsic(Intrinsic.OBJECT_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        throw new AssertionError("No row " + id);
    }
}
