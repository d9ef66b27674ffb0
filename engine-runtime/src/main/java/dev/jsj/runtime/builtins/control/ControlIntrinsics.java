package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

/**
 * Makes the intrinsics of clause 27: iterators, generators, promises, async functions, disposable
 * stacks.
 */
public final class ControlIntrinsics {
    private ControlIntrinsics() {}

    /** The intrinsic object; called once per realm. */
    public static JSObject create(Intrinsic intrinsic, Realm realm) {
        return switch (intrinsic) {
            case PROMISE ->
                    BuiltinFunction.constructor(
                            realm,
                            PromiseConstructor.TABLE,
                            PromiseConstructor.CONSTRUCT,
                            "Promise",
                            1,
                            Intrinsic.PROMISE,
                            Intrinsic.FUNCTION_PROTOTYPE,
                            Intrinsic.PROMISE_PROTOTYPE);
            case PROMISE_PROTOTYPE ->
                    object(realm, intrinsic, Intrinsic.OBJECT_PROTOTYPE, PromisePrototype.TABLE);
            case ITERATOR ->
                    BuiltinFunction.constructor(
                            realm,
                            IteratorConstructor.TABLE,
                            IteratorConstructor.CONSTRUCT,
                            "Iterator",
                            0,
                            Intrinsic.ITERATOR,
                            Intrinsic.FUNCTION_PROTOTYPE,
                            Intrinsic.ITERATOR_PROTOTYPE);
            case ITERATOR_PROTOTYPE ->
                    object(realm, intrinsic, Intrinsic.OBJECT_PROTOTYPE, IteratorPrototype.TABLE);
            case ITERATOR_HELPER_PROTOTYPE ->
                    object(
                            realm,
                            intrinsic,
                            Intrinsic.ITERATOR_PROTOTYPE,
                            IteratorHelperPrototype.TABLE);
            case WRAP_FOR_VALID_ITERATOR_PROTOTYPE ->
                    object(
                            realm,
                            intrinsic,
                            Intrinsic.ITERATOR_PROTOTYPE,
                            WrapForValidIteratorPrototype.TABLE);
            case ASYNC_ITERATOR_PROTOTYPE ->
                    object(
                            realm,
                            intrinsic,
                            Intrinsic.OBJECT_PROTOTYPE,
                            AsyncIteratorPrototype.TABLE);
            case ASYNC_FROM_SYNC_ITERATOR_PROTOTYPE ->
                    object(
                            realm,
                            intrinsic,
                            Intrinsic.ASYNC_ITERATOR_PROTOTYPE,
                            AsyncFromSyncIteratorPrototype.TABLE);
            case GENERATOR_FUNCTION ->
                    functionConstructor(
                            realm,
                            DynamicFunctionConstructor.GENERATOR,
                            "GeneratorFunction",
                            intrinsic,
                            Intrinsic.GENERATOR_FUNCTION_PROTOTYPE);
            case ASYNC_GENERATOR_FUNCTION ->
                    functionConstructor(
                            realm,
                            DynamicFunctionConstructor.ASYNC_GENERATOR,
                            "AsyncGeneratorFunction",
                            intrinsic,
                            Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE);
            case ASYNC_FUNCTION ->
                    functionConstructor(
                            realm,
                            DynamicFunctionConstructor.ASYNC,
                            "AsyncFunction",
                            intrinsic,
                            Intrinsic.ASYNC_FUNCTION_PROTOTYPE);
            case GENERATOR_FUNCTION_PROTOTYPE ->
                    object(
                            realm,
                            intrinsic,
                            Intrinsic.FUNCTION_PROTOTYPE,
                            FunctionKindPrototype.GENERATOR);
            case ASYNC_GENERATOR_FUNCTION_PROTOTYPE ->
                    object(
                            realm,
                            intrinsic,
                            Intrinsic.FUNCTION_PROTOTYPE,
                            FunctionKindPrototype.ASYNC_GENERATOR);
            case ASYNC_FUNCTION_PROTOTYPE ->
                    object(
                            realm,
                            intrinsic,
                            Intrinsic.FUNCTION_PROTOTYPE,
                            FunctionKindPrototype.ASYNC);
            case GENERATOR_PROTOTYPE ->
                    object(
                            realm,
                            intrinsic,
                            Intrinsic.ITERATOR_PROTOTYPE,
                            GeneratorPrototype.TABLE);
            case ASYNC_GENERATOR_PROTOTYPE ->
                    object(
                            realm,
                            intrinsic,
                            Intrinsic.ASYNC_ITERATOR_PROTOTYPE,
                            AsyncGeneratorPrototype.TABLE);
            case DISPOSABLE_STACK ->
                    BuiltinFunction.constructor(
                            realm,
                            DisposableStackPrototype.CONSTRUCTORS,
                            DisposableStackPrototype.SYNC,
                            "DisposableStack",
                            0,
                            intrinsic,
                            Intrinsic.FUNCTION_PROTOTYPE,
                            Intrinsic.DISPOSABLE_STACK_PROTOTYPE);
            case ASYNC_DISPOSABLE_STACK ->
                    BuiltinFunction.constructor(
                            realm,
                            DisposableStackPrototype.CONSTRUCTORS,
                            DisposableStackPrototype.ASYNC,
                            "AsyncDisposableStack",
                            0,
                            intrinsic,
                            Intrinsic.FUNCTION_PROTOTYPE,
                            Intrinsic.ASYNC_DISPOSABLE_STACK_PROTOTYPE);
            case DISPOSABLE_STACK_PROTOTYPE ->
                    object(
                            realm,
                            intrinsic,
                            Intrinsic.OBJECT_PROTOTYPE,
                            DisposableStackPrototype.SYNC_TABLE);
            case ASYNC_DISPOSABLE_STACK_PROTOTYPE ->
                    object(
                            realm,
                            intrinsic,
                            Intrinsic.OBJECT_PROTOTYPE,
                            DisposableStackPrototype.ASYNC_TABLE);
            default -> throw new AssertionError(intrinsic + " does not belong to this group.");
        };
    }

    private static JSObject object(
            Realm realm, Intrinsic self, Intrinsic prototype, BuiltinTable table) {
        JSObject object = realm.newObject(realm.intrinsic(prototype));
        realm.setIntrinsic(self, object);
        table.install(object, realm);
        return object;
    }

    private static JSObject functionConstructor(
            Realm realm, int id, String name, Intrinsic self, Intrinsic prototype) {
        return BuiltinFunction.constructor(
                realm,
                DynamicFunctionConstructor.TABLE,
                id,
                name,
                1,
                self,
                Intrinsic.FUNCTION,
                prototype);
    }
}
