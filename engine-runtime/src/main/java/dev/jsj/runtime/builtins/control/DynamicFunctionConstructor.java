package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.builtins.fundamentals.DynamicFunctions;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/**
 * 27.3.1 GeneratorFunction, 27.4.1 AsyncGeneratorFunction and 27.7.1 AsyncFunction: constructors
 * which differ in what they compile only. None has properties of its own beyond {@code prototype}.
 */
final class DynamicFunctionConstructor extends BuiltinTable {
    static final DynamicFunctionConstructor TABLE = new DynamicFunctionConstructor();

    static final int GENERATOR = 0;
    static final int ASYNC_GENERATOR = 1;
    static final int ASYNC = 2;

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case GENERATOR ->
                    DynamicFunctions.create(
                            realm,
                            Intrinsic.GENERATOR_FUNCTION,
                            Intrinsic.GENERATOR_FUNCTION_PROTOTYPE,
                            "function*",
                            arguments,
                            newTarget);
            case ASYNC_GENERATOR ->
                    DynamicFunctions.create(
                            realm,
                            Intrinsic.ASYNC_GENERATOR_FUNCTION,
                            Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE,
                            "async function*",
                            arguments,
                            newTarget);
            case ASYNC ->
                    DynamicFunctions.create(
                            realm,
                            Intrinsic.ASYNC_FUNCTION,
                            Intrinsic.ASYNC_FUNCTION_PROTOTYPE,
                            "async function",
                            arguments,
                            newTarget);
            default -> throw new AssertionError(id);
        };
    }
}
