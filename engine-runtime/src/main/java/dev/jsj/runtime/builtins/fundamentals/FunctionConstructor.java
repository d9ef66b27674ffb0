package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/** 20.2.1 The Function Constructor. */
final class FunctionConstructor extends BuiltinTable {
    private static final FunctionConstructor TABLE = new FunctionConstructor();

    private FunctionConstructor() {}

    static JSObject create(Realm realm) {
        return BuiltinFunction.constructor(
                realm,
                TABLE,
                0,
                "Function",
                1,
                Intrinsic.FUNCTION,
                Intrinsic.FUNCTION_PROTOTYPE,
                Intrinsic.FUNCTION_PROTOTYPE);
    }

    /** 20.2.1.1 Function ( ...parameterArgs, bodyArg ). */
    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return DynamicFunctions.create(
                realm,
                Intrinsic.FUNCTION,
                Intrinsic.FUNCTION_PROTOTYPE,
                "function",
                arguments,
                newTarget);
    }
}
