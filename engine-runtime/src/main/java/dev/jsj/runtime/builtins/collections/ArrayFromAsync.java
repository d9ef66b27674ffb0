package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.builtins.control.AsyncFromSyncIteratorPrototype;
import dev.jsj.runtime.builtins.control.PromiseCapability;
import dev.jsj.runtime.builtins.control.PromiseReaction;
import dev.jsj.runtime.builtins.control.Promises;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.Iteration.IteratorRecord;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * Array.fromAsync ( asyncItems [ , mapper [ , thisArg ] ] ): the coroutine of the specification as
 * a chain of continuations. Between two awaits runs one of the methods; each ends by awaiting the
 * next value, by fulfilling the promise, or by throwing, which rejects it.
 */
final class ArrayFromAsync {
    private final Realm realm;
    private final Object constructor;
    private final Object items;
    private final Object mapper;
    private final Object thisArg;
    private final PromiseCapability capability;
    private @Nullable JSObject mapping;
    private @Nullable IteratorRecord iterator;
    private @Nullable JSObject arrayLike;
    private @Nullable JSObject array;
    private long length;
    private long k;

    /** What is done with the value of a fulfilled promise. */
    @FunctionalInterface
    private interface Step {
        void run(Object value);
    }

    private ArrayFromAsync(Realm realm, Object constructor, Object[] arguments) {
        this.realm = realm;
        this.constructor = constructor;
        this.items = arguments.length > 0 ? arguments[0] : Undefined.UNDEFINED;
        this.mapper = arguments.length > 1 ? arguments[1] : Undefined.UNDEFINED;
        this.thisArg = arguments.length > 2 ? arguments[2] : Undefined.UNDEFINED;
        this.capability = Promises.newIntrinsicCapability(realm);
    }

    static Object start(Realm realm, Object constructor, Object[] arguments) {
        ArrayFromAsync call = new ArrayFromAsync(realm, constructor, arguments);
        call.run(none -> call.begin(), Undefined.UNDEFINED);
        return call.capability.promise();
    }

    /** Runs the part up to the next await; what it throws rejects the promise. */
    private void run(Step step, Object value) {
        try {
            step.run(value);
        } catch (JSThrow completion) {
            capability.reject(thrownValue(completion));
        }
    }

    private Object thrownValue(JSThrow completion) {
        return realm.agent().services().thrownValue(completion, realm);
    }

    private void await(Object value, Step next) {
        PromiseReaction.Continuation continuation =
                (fulfilled, result) -> {
                    if (fulfilled) {
                        run(next, result);
                    } else {
                        capability.reject(result);
                    }
                };
        Promises.await(realm, value, continuation);
    }

    /** {@link #await}, where a rejection closes the iterator. */
    private void awaitOrClose(Object value, Step next) {
        PromiseReaction.Continuation continuation =
                (fulfilled, result) -> {
                    if (fulfilled) {
                        run(next, result);
                    } else {
                        closeAndReject(result);
                    }
                };
        try {
            Promises.await(realm, value, continuation);
        } catch (JSThrow completion) {
            closeAndReject(thrownValue(completion));
        }
    }

    private void begin() {
        if (mapper != Undefined.UNDEFINED) { // 3.a, 3.b
            mapping = ObjectOperations.requireCallable(mapper);
        }
        JSObject usingAsync = ObjectOperations.getMethod(realm, items, Symbol.ASYNC_ITERATOR); // c
        JSObject usingSync =
                usingAsync == null
                        ? ObjectOperations.getMethod(realm, items, Symbol.ITERATOR)
                        : null; // 3.d
        if (usingAsync != null) { // 3.f
            iterator = Iteration.getIteratorFromMethod(items, usingAsync);
        } else if (usingSync != null) { // 3.g
            iterator =
                    AsyncFromSyncIteratorPrototype.create(
                            realm, Iteration.getIteratorFromMethod(items, usingSync));
        }
        if (iterator != null) { // 3.h
            array = newResult(JSObject.NO_ARGUMENTS);
            next();
            return;
        }
        arrayLike = TypeConversion.toObject(realm, items); // 3.i
        length = ObjectOperations.lengthOfArrayLike(arrayLike);
        array = newResult(new Object[] {JsNumber.of(length)});
        nextOfArrayLike();
    }

    private JSObject newResult(Object[] arguments) {
        if (constructor instanceof JSObject function && function.isConstructor()) {
            return ObjectOperations.construct(function, arguments);
        }
        return Arrays.arrayCreate(realm, length);
    }

    private void next() {
        JSObject method = ObjectOperations.requireCallable(iterator.nextMethod());
        await(method.call0(iterator.iterator()), this::nextResult); // 3.h.iv.3, 4
    }

    private void nextResult(Object value) {
        if (!(value instanceof JSObject result)) { // 3.h.iv.5
            throw Errors.typeError("Iterator result " + ErrorText.of(value) + " is not an object");
        }
        if (Iteration.iteratorComplete(result)) { // 6, 7
            finish();
            return;
        }
        Object next = Iteration.iteratorValue(result); // 8
        if (mapping == null) {
            define(next);
            return;
        }
        Object mapped;
        try {
            mapped = mapping.call2(thisArg, next, JsNumber.of(k)); // 9
        } catch (JSThrow completion) {
            closeAndReject(thrownValue(completion));
            return;
        }
        awaitOrClose(mapped, this::define);
    }

    private void define(Object value) {
        try {
            ObjectOperations.createDataPropertyOrThrow(array, k, value); // 11
        } catch (JSThrow completion) {
            closeAndReject(thrownValue(completion)); // 12
            return;
        }
        k++;
        next();
    }

    /** 7.4.13 AsyncIteratorClose ( iteratorRecord, completion ) for a throw completion. */
    private void closeAndReject(Object reason) {
        PromiseReaction.Continuation rejection = (fulfilled, result) -> capability.reject(reason);
        try {
            JSObject object = iterator.iterator();
            JSObject method = ObjectOperations.getMethod(object, "return");
            if (method != null) {
                Promises.await(realm, method.call0(object), rejection);
                return;
            }
        } catch (JSThrow ignored) {
            capability.reject(reason); // the original error wins
            return;
        }
        capability.reject(reason);
    }

    private void nextOfArrayLike() {
        if (k >= length) {
            finish();
            return;
        }
        await(Arrays.get(arrayLike, k), this::mapOfArrayLike);
    }

    private void mapOfArrayLike(Object value) {
        if (mapping == null) {
            defineOfArrayLike(value);
        } else {
            await(mapping.call2(thisArg, value, JsNumber.of(k)), this::defineOfArrayLike);
        }
    }

    private void defineOfArrayLike(Object value) {
        ObjectOperations.createDataPropertyOrThrow(array, k, value);
        k++;
        nextOfArrayLike();
    }

    private void finish() {
        Arrays.setLength(array, k);
        capability.resolve(array);
    }
}
