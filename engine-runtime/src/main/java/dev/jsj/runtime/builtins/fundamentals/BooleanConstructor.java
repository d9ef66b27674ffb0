package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.PrimitiveObject;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/** 20.3.1 The Boolean Constructor. */
final class BooleanConstructor extends BuiltinTable {
    private static final BooleanConstructor TABLE = new BooleanConstructor();

    private BooleanConstructor() {}

    static JSObject create(Realm realm) {
        return BuiltinFunction.constructor(
                realm,
                TABLE,
                0,
                "Boolean",
                1,
                Intrinsic.BOOLEAN,
                Intrinsic.FUNCTION_PROTOTYPE,
                Intrinsic.BOOLEAN_PROTOTYPE);
    }

    /** 20.3.1.1 Boolean ( value ). */
    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        boolean value = TypeConversion.toBoolean(arg(arguments, 0)); // 1
        if (newTarget == null) {
            return value; // 2
        }
        return new PrimitiveObject( // 3, 4
                Constructors.shapeFromConstructor(
                        newTarget, Intrinsic.BOOLEAN_PROTOTYPE, ObjectKind.ORDINARY),
                value);
    }
}
