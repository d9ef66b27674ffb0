package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.PrimitiveObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;

import org.jspecify.annotations.Nullable;

/** 20.3.3 Properties of the Boolean Prototype Object. */
final class BooleanPrototype extends BuiltinTable {
    private static final int TO_STRING = 0;
    private static final int VALUE_OF = 1;

    private static final BooleanPrototype TABLE = new BooleanPrototype();

    private BooleanPrototype() {
        intrinsic("constructor", Intrinsic.BOOLEAN, Property.HIDDEN);
        method(TO_STRING, "toString", 0);
        method(VALUE_OF, "valueOf", 0);
    }

    static JSObject create(Realm realm) {
        JSObject prototype =
                new PrimitiveObject(realm.agent().root(realm.objectPrototype()), false);
        realm.setIntrinsic(Intrinsic.BOOLEAN_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case TO_STRING -> Boolean.toString(thisBooleanValue(self, "toString")); // 20.3.3.2
            case VALUE_OF -> thisBooleanValue(self, "valueOf"); // 20.3.3.3
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 20.3.3.3.1 ThisBooleanValue ( value ). */
    private static boolean thisBooleanValue(Object value, String method) {
        Object unwrapped =
                value instanceof PrimitiveObject wrapper ? wrapper.primitiveValue() : value;
        if (unwrapped instanceof Boolean truth) {
            return truth;
        }
        throw Errors.typeError(
                "Boolean.prototype." + method + " requires that 'this' be a Boolean");
    }
}
