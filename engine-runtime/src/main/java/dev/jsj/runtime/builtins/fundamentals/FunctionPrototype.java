package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.function.JSFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.realm.RealmShapes;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 20.2.3 Properties of the Function Prototype Object. */
final class FunctionPrototype extends BuiltinTable {
    private static final FunctionPrototype TABLE = new FunctionPrototype();

    private FunctionPrototype() {
        intrinsic("constructor", Intrinsic.FUNCTION, Property.HIDDEN);
    }

    /** %Function.prototype%: a function that accepts any arguments and returns undefined. */
    private static final class PrototypeFunction extends JSFunction {
        PrototypeFunction(Realm realm) {
            super(RealmShapes.functionShape(realm, realm.objectPrototype()), realm);
            setSlot(LENGTH_SLOT, 0);
            setSlot(NAME_SLOT, "");
        }

        @Override
        public Object call(Object self, Object[] arguments) {
            return Undefined.UNDEFINED;
        }

        @Override
        public String debugName() {
            return "";
        }

        @Override
        public String sourceText() {
            return "function () { [native code] }";
        }
    }

    static JSObject create(Realm realm) {
        JSObject prototype = new PrototypeFunction(realm);
        realm.setIntrinsic(Intrinsic.FUNCTION_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        throw new AssertionError("No row " + id);
    }
}
