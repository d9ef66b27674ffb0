package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.Iteration.IteratorRecord;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * 27.2.4.1 to 27.2.4.5 Promise.all, allSettled, any and race: one loop, four ways to treat an
 * element. Promise.allKeyed and allSettledKeyed (Await Dictionary proposal) take the promises from
 * an object's properties instead of an iterable and give an object with the same keys.
 */
final class PromiseCombinators {
    private PromiseCombinators() {}

    private enum Kind {
        ALL,
        ALL_SETTLED,
        ANY,
        RACE
    }

    static Object all(Realm realm, Object constructor, Object iterable) {
        return combine(realm, constructor, iterable, Kind.ALL);
    }

    static Object allSettled(Realm realm, Object constructor, Object iterable) {
        return combine(realm, constructor, iterable, Kind.ALL_SETTLED);
    }

    static Object any(Realm realm, Object constructor, Object iterable) {
        return combine(realm, constructor, iterable, Kind.ANY);
    }

    static Object allKeyed(Realm realm, Object constructor, Object promises) {
        return combineKeyed(realm, constructor, promises, Kind.ALL);
    }

    static Object allSettledKeyed(Realm realm, Object constructor, Object promises) {
        return combineKeyed(realm, constructor, promises, Kind.ALL_SETTLED);
    }

    static Object race(Realm realm, Object constructor, Object iterable) {
        return combine(realm, constructor, iterable, Kind.RACE);
    }

    /** What the closures of one call share: [[Values]] or [[Errors]], and [[RemainingElements]]. */
    private static final class Progress {
        final Realm realm;
        final Kind kind;
        final PromiseCapability capability;
        final List<Object> values = new ArrayList<>();

        /** The keys of the values in a keyed combination, else null. */
        @Nullable List<Object> keys;

        int remaining = 1;

        Progress(Realm realm, Kind kind, PromiseCapability capability) {
            this.realm = realm;
            this.kind = kind;
            this.capability = capability;
        }

        void elementDone() {
            if (--remaining > 0) {
                return;
            }
            if (keys != null) {
                capability.resolve(keyedResult(keys));
                return;
            }
            JSObject array = realm.newArray(values.toArray());
            if (kind == Kind.ANY) {
                capability.reject(aggregateError(array));
            } else {
                capability.resolve(array);
            }
        }

        /** CreateKeyedPromiseCombinatorResultObject ( keys, values ). */
        private JSObject keyedResult(List<Object> names) {
            JSObject result = realm.newObject(null);
            for (int i = 0; i < names.size(); i++) {
                ObjectOperations.createDataPropertyOrThrow(result, names.get(i), values.get(i));
            }
            return result;
        }

        private Object aggregateError(JSObject errors) {
            JSObject constructor = realm.intrinsic(Intrinsic.AGGREGATE_ERROR);
            return constructor.construct(
                    new Object[] {errors, "All promises were rejected"}, constructor);
        }
    }

    private static Object combine(Realm realm, Object constructor, Object iterable, Kind kind) {
        PromiseCapability capability = Promises.newCapability(realm, constructor); // 2
        JSObject c = (JSObject) constructor;
        @Nullable IteratorRecord iterator = null;
        try {
            JSObject promiseResolve = promiseResolveFunction(c); // 3
            iterator = Iteration.getIterator(realm, iterable); // 5
            perform(realm, c, promiseResolve, iterator, new Progress(realm, kind, capability)); // 7
        } catch (JSThrow thrown) {
            JSThrow failure = thrown;
            if (iterator != null && !iterator.isDone()) {
                failure = Iteration.closeOnThrow(iterator, thrown);
            }
            capability.reject(Promises.thrownValue(realm.agent(), c, failure));
        }
        return capability.promise();
    }

    /** Promise.allKeyed ( promises ) and Promise.allSettledKeyed ( promises ). */
    private static Object combineKeyed(
            Realm realm, Object constructor, Object promises, Kind kind) {
        PromiseCapability capability = Promises.newCapability(realm, constructor); // 2
        JSObject c = (JSObject) constructor;
        try {
            JSObject promiseResolve = promiseResolveFunction(c); // 3
            if (!(promises instanceof JSObject object)) { // 5
                throw Errors.typeError(ErrorText.of(promises) + " is not an object");
            }
            performKeyed(c, promiseResolve, object, new Progress(realm, kind, capability)); // 6
        } catch (JSThrow thrown) {
            capability.reject(Promises.thrownValue(realm.agent(), c, thrown));
        }
        return capability.promise();
    }

    /** 27.2.4.1.1 GetPromiseResolve ( promiseConstructor ). */
    private static JSObject promiseResolveFunction(JSObject constructor) {
        Object resolve = constructor.get("resolve");
        if (resolve instanceof JSObject function && function.isCallable()) {
            return function;
        }
        throw Errors.typeError("Promise resolve or reject function is not callable");
    }

    /** PerformPromiseAll and its three siblings. */
    private static void perform(
            Realm realm,
            JSObject constructor,
            JSObject promiseResolve,
            IteratorRecord iterator,
            Progress progress) {
        int index = 0;
        for (Object next; (next = Iteration.stepValue(iterator)) != null; index++) {
            Object nextPromise = promiseResolve.call1(constructor, next);
            if (progress.kind == Kind.RACE) {
                ObjectOperations.invoke(
                        realm,
                        nextPromise,
                        "then",
                        progress.capability.resolveFunction(realm),
                        progress.capability.rejectFunction(realm));
                continue;
            }
            awaitElement(progress, nextPromise, index);
        }
        if (progress.kind != Kind.RACE) {
            progress.elementDone();
        }
    }

    /** PerformPromiseAllKeyed ( variant, promises, constructor, capability, promiseResolve ). */
    private static void performKeyed(
            JSObject constructor, JSObject promiseResolve, JSObject promises, Progress progress) {
        List<Object> keys = new ArrayList<>();
        progress.keys = keys;
        for (Object key : promises.ownPropertyKeys()) {
            PropertyDescriptor descriptor = promises.getOwnProperty(key);
            if (descriptor == null || !descriptor.enumerable()) {
                continue;
            }
            Object nextPromise = promiseResolve.call1(constructor, promises.get(key, promises));
            keys.add(key);
            awaitElement(progress, nextPromise, keys.size() - 1);
        }
        progress.elementDone();
    }

    /** Notes the outcome of {@code promise} as the value of {@code index}, once it has one. */
    private static void awaitElement(Progress progress, Object promise, int index) {
        progress.values.add(Undefined.UNDEFINED);
        progress.remaining++;
        ElementFunctions functions = new ElementFunctions(progress, index);
        ObjectOperations.invoke(
                progress.realm, promise, "then", functions.onFulfilled, functions.onRejected);
    }

    /**
     * 27.2.4.1.3, 27.2.4.2.2, 27.2.4.2.3 and 27.2.4.3.2: the functions that note one element's
     * outcome, once.
     */
    private static final class ElementFunctions {
        final Object onFulfilled;
        final Object onRejected;
        private boolean alreadyCalled;

        ElementFunctions(Progress progress, int index) {
            Realm realm = progress.realm;
            PromiseCapability capability = progress.capability;
            switch (progress.kind) {
                case ALL -> {
                    onFulfilled = function(progress, index, null);
                    onRejected = capability.rejectFunction(realm);
                }
                case ALL_SETTLED -> {
                    onFulfilled = function(progress, index, "fulfilled");
                    onRejected = function(progress, index, "rejected");
                }
                case ANY -> {
                    onFulfilled = capability.resolveFunction(realm);
                    onRejected = function(progress, index, null);
                }
                case RACE -> throw new AssertionError("Promise.race has no element functions.");
                default -> throw new AssertionError(progress.kind);
            }
        }

        private NativeFunction function(Progress progress, int index, @Nullable String status) {
            return new NativeFunction(
                    progress.realm,
                    "",
                    1,
                    (self, arguments) -> {
                        if (!alreadyCalled) {
                            alreadyCalled = true;
                            Object value =
                                    arguments.length > 0 ? arguments[0] : Undefined.UNDEFINED;
                            progress.values.set(
                                    index,
                                    status == null
                                            ? value
                                            : outcome(progress.realm, status, value));
                            progress.elementDone();
                        }
                        return Undefined.UNDEFINED;
                    });
        }

        private static JSObject outcome(Realm realm, String status, Object value) {
            JSObject outcome = realm.newObject();
            ObjectOperations.createDataPropertyOrThrow(outcome, "status", status);
            String key = status.equals("fulfilled") ? "value" : "reason";
            ObjectOperations.createDataPropertyOrThrow(outcome, key, value);
            return outcome;
        }
    }
}
