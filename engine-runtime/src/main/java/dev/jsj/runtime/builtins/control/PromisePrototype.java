package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.Accessor;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
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

/** 27.2.5 Properties of the Promise prototype object. */
public final class PromisePrototype extends BuiltinTable {
    static final PromisePrototype TABLE = new PromisePrototype();

    private static final int CATCH = 0;
    private static final int FINALLY = 1;
    private static final int THEN = 2;

    private PromisePrototype() {
        intrinsic("constructor", Intrinsic.PROMISE, Property.HIDDEN);
        method(THEN, "then", 2);
        method(CATCH, "catch", 1);
        method(FINALLY, "finally", 1);
        toStringTag("Promise");
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case THEN -> then(realm, self, arg(arguments, 0), arg(arguments, 1));
            case CATCH -> invokeThen(realm, self, Undefined.UNDEFINED, arg(arguments, 0));
            case FINALLY -> finallyMethod(realm, self, arg(arguments, 0));
            default -> throw new AssertionError(id);
        };
    }

    /** 27.2.5.4 Promise.prototype.then ( onFulfilled, onRejected ). */
    private static Object then(Realm realm, Object self, Object onFulfilled, Object onRejected) {
        if (!(self instanceof JSPromise promise)) { // 2
            throw Errors.typeError(
                    "Method Promise.prototype.then called on incompatible receiver "
                            + ErrorText.of(self));
        }
        PromiseCapability capability;
        if (realm.agent().promiseHooks != null) {
            realm.agent().promiseParent = promise;
        }
        if (isThenUnobservable(realm, promise)) {
            capability =
                    Promises.newIntrinsicCapability(realm); // FAST PATH: the species is %Promise%
        } else {
            JSObject constructor =
                    Constructors.speciesConstructor(
                            promise, realm.intrinsic(Intrinsic.PROMISE)); // 3
            capability = Promises.newCapability(realm, constructor); // 4
        }
        Promises.performThen(
                promise,
                new PromiseReaction.Then(
                        realm.agent(),
                        capability,
                        callable(onFulfilled),
                        callable(onRejected))); // 5
        return capability.promise();
    }

    private static @Nullable JSObject callable(Object value) {
        return value instanceof JSObject object && object.isCallable() ? object : null;
    }

    /**
     * Whether {@code SpeciesConstructor(promise, %Promise%)} gives %Promise% without running user
     * code.
     */
    static boolean isThenUnobservable(Realm realm, JSPromise promise) {
        JSObject prototype = realm.intrinsic(Intrinsic.PROMISE_PROTOTYPE);
        if (promise.shape().prototype() != prototype || promise.shape().propertyCount() != 0) {
            return false;
        }
        JSObject constructor = realm.intrinsic(Intrinsic.PROMISE);
        Property link = prototype.shape().lookup("constructor");
        if (link == null || link.isAccessor() || prototype.slotValue(link) != constructor) {
            return false;
        }
        Property species = constructor.shape().lookup(Symbol.SPECIES);
        return species != null
                && constructor.slotValue(species) instanceof Accessor accessor
                && accessor.getter() instanceof BuiltinFunction getter
                && getter.table() == PromiseConstructor.TABLE;
    }

    private static Object invokeThen(
            Realm realm, Object self, Object onFulfilled, Object onRejected) {
        return ObjectOperations.invoke(realm, self, "then", onFulfilled, onRejected);
    }

    /** 27.2.5.3 Promise.prototype.finally ( onFinally ). */
    private static Object finallyMethod(Realm realm, Object self, Object onFinally) {
        if (!(self instanceof JSObject promise)) { // 2
            throw Errors.typeError("Promise.prototype.finally called on a non-object");
        }
        JSObject constructor =
                Constructors.speciesConstructor(promise, realm.intrinsic(Intrinsic.PROMISE)); // 3
        JSObject handler = callable(onFinally);
        if (handler == null) { // 5
            return invokeThen(realm, self, onFinally, onFinally);
        }
        NativeFunction thenFinally =
                new NativeFunction(
                        realm,
                        "",
                        1,
                        (ignored, arguments) ->
                                afterFinally(
                                        realm, constructor, handler, arg(arguments, 0), false));
        NativeFunction catchFinally =
                new NativeFunction(
                        realm,
                        "",
                        1,
                        (ignored, arguments) ->
                                afterFinally(realm, constructor, handler, arg(arguments, 0), true));
        return invokeThen(realm, self, thenFinally, catchFinally); // 7
    }

    /**
     * The closures of step 6: run the handler, wait for its result, then pass the original outcome
     * on.
     */
    private static Object afterFinally(
            Realm realm, JSObject constructor, JSObject handler, Object outcome, boolean rejected) {
        Object result = handler.call0(Undefined.UNDEFINED);
        JSObject promise = Promises.promiseResolve(realm, constructor, result);
        NativeFunction pass =
                new NativeFunction(
                        realm,
                        "",
                        0,
                        (ignored, arguments) -> {
                            if (rejected) {
                                throw new JSThrow(outcome);
                            }
                            return outcome;
                        });
        return ObjectOperations.invoke(realm, promise, "then", pass);
    }
}
