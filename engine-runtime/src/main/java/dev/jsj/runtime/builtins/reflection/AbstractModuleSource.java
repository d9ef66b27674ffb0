package dev.jsj.runtime.builtins.reflection;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * %AbstractModuleSource% and its prototype, of the source phase imports proposal. jsj has no module
 * sources, so nothing is an instance.
 */
final class AbstractModuleSource extends BuiltinTable {
    private static final int CONSTRUCTOR = 0;
    private static final int TO_STRING_TAG = 1;

    private AbstractModuleSource(boolean prototype) {
        if (prototype) {
            intrinsic("constructor", Intrinsic.ABSTRACT_MODULE_SOURCE, Property.HIDDEN);
            getter(TO_STRING_TAG, Symbol.TO_STRING_TAG);
        }
    }

    static JSObject createConstructor(Realm realm) {
        return BuiltinFunction.constructor(
                realm,
                new AbstractModuleSource(false),
                CONSTRUCTOR,
                "AbstractModuleSource",
                0,
                Intrinsic.ABSTRACT_MODULE_SOURCE,
                Intrinsic.FUNCTION_PROTOTYPE,
                Intrinsic.ABSTRACT_MODULE_SOURCE_PROTOTYPE);
    }

    static JSObject createPrototype(Realm realm) {
        JSObject prototype = realm.newObject();
        realm.setIntrinsic(Intrinsic.ABSTRACT_MODULE_SOURCE_PROTOTYPE, prototype);
        new AbstractModuleSource(true).install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (id == TO_STRING_TAG) {
            return Undefined.UNDEFINED;
        }
        throw Errors.typeError("AbstractModuleSource is not a constructor");
    }
}
