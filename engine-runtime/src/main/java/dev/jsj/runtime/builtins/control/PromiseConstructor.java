package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** 27.2.3 and 27.2.4 The Promise constructor and its properties. */
public final class PromiseConstructor extends BuiltinTable {
    static final PromiseConstructor TABLE = new PromiseConstructor();

    static final int CONSTRUCT = 0;
    private static final int ALL = 1;
    private static final int ALL_SETTLED = 2;
    private static final int ANY = 3;
    private static final int RACE = 4;
    private static final int REJECT = 5;
    private static final int RESOLVE = 6;
    private static final int TRY = 7;
    private static final int WITH_RESOLVERS = 8;
    private static final int SPECIES = 9;
    private static final int ALL_KEYED = 10;
    private static final int ALL_SETTLED_KEYED = 11;

    private PromiseConstructor() {
        method(ALL, "all", 1);
        method(ALL_SETTLED, "allSettled", 1);
        method(ANY, "any", 1);
        method(RACE, "race", 1);
        method(RESOLVE, "resolve", 1);
        method(REJECT, "reject", 1);
        method(WITH_RESOLVERS, "withResolvers", 0);
        method(TRY, "try", 1);
        method(ALL_KEYED, "allKeyed", 1);
        method(ALL_SETTLED_KEYED, "allSettledKeyed", 1);
        getter(SPECIES, Symbol.SPECIES);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case CONSTRUCT -> construct(realm, arg(arguments, 0), newTarget);
            case ALL -> PromiseCombinators.all(realm, self, arg(arguments, 0));
            case ALL_SETTLED -> PromiseCombinators.allSettled(realm, self, arg(arguments, 0));
            case ANY -> PromiseCombinators.any(realm, self, arg(arguments, 0));
            case RACE -> PromiseCombinators.race(realm, self, arg(arguments, 0));
            case REJECT -> reject(realm, self, arg(arguments, 0));
            case RESOLVE -> resolve(realm, self, arg(arguments, 0));
            case TRY -> tryMethod(realm, self, arguments);
            case WITH_RESOLVERS -> withResolvers(realm, self);
            case SPECIES -> self;
            case ALL_KEYED -> PromiseCombinators.allKeyed(realm, self, arg(arguments, 0));
            case ALL_SETTLED_KEYED ->
                    PromiseCombinators.allSettledKeyed(realm, self, arg(arguments, 0));
            default -> throw new AssertionError(id);
        };
    }

    /** 27.2.3.1 Promise ( executor ). */
    private static Object construct(Realm realm, Object executor, @Nullable JSObject newTarget) {
        if (newTarget == null) { // 1
            throw Errors.typeError("Promise constructor cannot be invoked without 'new'");
        }
        if (!(executor instanceof JSObject function) || !function.isCallable()) { // 2
            throw Errors.typeError(
                    "Promise resolver " + ErrorText.of(executor) + " is not a function");
        }
        JSPromise promise =
                new JSPromise(
                        realm.agent()
                                .root(
                                        Constructors.getPrototypeFromConstructor(
                                                newTarget, Intrinsic.PROMISE_PROTOTYPE))); // 3-7
        Promises.ResolvingFunctions functions =
                new Promises.ResolvingFunctions(realm, promise); // 8
        try {
            function.call2(Undefined.UNDEFINED, functions.resolve, functions.reject); // 9
        } catch (JSThrow thrown) {
            functions.reject.call1(
                    Undefined.UNDEFINED,
                    Promises.thrownValue(realm.agent(), function, thrown)); // 10
        }
        return promise;
    }

    /** 27.2.4.6 Promise.reject ( r ). */
    private static Object reject(Realm realm, Object self, Object reason) {
        if (!(self instanceof JSObject constructor)) {
            throw Errors.typeError("PromiseReject called on non-object");
        }
        PromiseCapability capability = Promises.newCapability(realm, constructor);
        capability.reject(reason);
        return capability.promise();
    }

    /** 27.2.4.7 Promise.resolve ( x ). */
    private static Object resolve(Realm realm, Object self, Object x) {
        if (!(self instanceof JSObject constructor)) {
            throw Errors.typeError("PromiseResolve called on non-object");
        }
        return Promises.promiseResolve(realm, constructor, x);
    }

    /** 27.2.4.8 Promise.try ( callback, ...args ). */
    private static Object tryMethod(Realm realm, Object self, Object[] arguments) {
        if (!(self instanceof JSObject constructor)) { // 2
            throw Errors.typeError("Promise.try called on non-object");
        }
        PromiseCapability capability = Promises.newCapability(realm, constructor); // 3
        Object callback = arg(arguments, 0);
        try {
            Object[] rest =
                    arguments.length > 1
                            ? Arrays.copyOfRange(arguments, 1, arguments.length)
                            : JSObject.NO_ARGUMENTS;
            capability.resolve(ObjectOperations.call(callback, Undefined.UNDEFINED, rest)); // 4, 6
        } catch (JSThrow thrown) {
            capability.reject(Promises.thrownValue(realm.agent(), constructor, thrown)); // 5
        }
        return capability.promise();
    }

    /** 27.2.4.9 Promise.withResolvers ( ). */
    private static Object withResolvers(Realm realm, Object self) {
        JSObject result = realm.newObject();
        PromiseCapability capability = Promises.newCapability(realm, self); // 2
        return fill(
                result,
                capability.promise(),
                capability.resolveFunction(realm),
                capability.rejectFunction(realm));
    }

    private static JSObject fill(
            JSObject result, JSObject promise, JSObject resolve, JSObject reject) {
        ObjectOperations.createDataPropertyOrThrow(result, "promise", promise); // 4
        ObjectOperations.createDataPropertyOrThrow(result, "resolve", resolve); // 5
        ObjectOperations.createDataPropertyOrThrow(result, "reject", reject); // 6
        return result;
    }
}
