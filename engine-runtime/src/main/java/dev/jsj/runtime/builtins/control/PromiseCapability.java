package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * 27.2.1.1 PromiseCapability Records. For a promise of this engine's own making the resolving
 * functions are never made: null functions stand for them.
 */
public final class PromiseCapability {
    private final JSObject promise;
    private @Nullable JSObject resolve;
    private @Nullable JSObject reject;
    private boolean alreadyResolved;

    /** A capability of any constructor. */
    PromiseCapability(JSObject promise, JSObject resolve, JSObject reject) {
        this.promise = promise;
        this.resolve = resolve;
        this.reject = reject;
    }

    /** A capability of %Promise% itself. */
    PromiseCapability(JSPromise promise) {
        this.promise = promise;
        this.resolve = null;
        this.reject = null;
    }

    public JSObject promise() {
        return promise;
    }

    /** Calls [[Resolve]]. */
    public void resolve(Object value) {
        if (resolve != null) {
            resolve.call1(Undefined.UNDEFINED, value);
        } else if (!alreadyResolved) {
            alreadyResolved = true;
            Promises.resolve((JSPromise) promise, value);
        }
    }

    /** Calls [[Reject]]. */
    public void reject(Object reason) {
        if (reject != null) {
            reject.call1(Undefined.UNDEFINED, reason);
        } else if (!alreadyResolved) {
            alreadyResolved = true;
            ((JSPromise) promise).reject(reason);
        }
    }

    /** [[Resolve]] as a function object, for code that hands it out. */
    public JSObject resolveFunction(Realm realm) {
        makeFunctions(realm);
        return resolve;
    }

    /** [[Reject]] as a function object. */
    public JSObject rejectFunction(Realm realm) {
        makeFunctions(realm);
        return reject;
    }

    private void makeFunctions(Realm realm) {
        if (resolve == null) {
            Promises.ResolvingFunctions functions =
                    new Promises.ResolvingFunctions(realm, (JSPromise) promise);
            resolve = functions.resolve;
            reject = functions.reject;
        }
    }
}
