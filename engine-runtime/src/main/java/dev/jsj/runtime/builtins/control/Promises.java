package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.function.JSFunction;
import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.PromiseHooks;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

/** 27.2.1 Promise abstract operations. */
public final class Promises {
    private Promises() {}

    /** A pending promise of the realm's own %Promise%. */
    public static JSPromise newPromise(Realm realm) {
        return new JSPromise(realm.agent().root(realm.intrinsic(Intrinsic.PROMISE_PROTOTYPE)));
    }

    /** NewPromiseCapability(%Promise%). */
    public static PromiseCapability newIntrinsicCapability(Realm realm) {
        return new PromiseCapability(newPromise(realm));
    }

    /**
     * 27.2.1.3.2 Promise Resolve Functions, steps 7 to 16: the promise takes over a value, an error
     * or a thenable's state.
     */
    public static void resolve(JSPromise promise, Object resolution) {
        Agent agent = (Agent) promise.shape().tree();
        if (resolution == promise) {
            JSThrow selfResolution =
                    Errors.typeError("Chaining cycle detected for promise #<Promise>");
            promise.reject(thrownValue(agent, promise, selfResolution)); // 7
            return;
        }
        if (!(resolution instanceof JSObject thenable)) {
            promise.fulfill(resolution); // 8
            return;
        }
        Object then;
        try {
            then = thenable.get("then"); // 9
        } catch (JSThrow thrown) {
            promise.reject(thrownValue(agent, promise, thrown)); // 10
            return;
        }
        if (!(then instanceof JSObject thenAction) || !thenAction.isCallable()) {
            promise.fulfill(resolution); // 12
            return;
        }
        Runnable job = () -> runThenableJob(agent, promise, thenable, thenAction);
        PromiseHooks hooks = agent.promiseHooks;
        agent.enqueueJob(
                hooks == null ? job : agent.inReaction(hooks.contextOf(promise), job)); // 13-15
    }

    /** 27.2.2.2 NewPromiseResolveThenableJob ( promiseToResolve, thenable, then ). */
    private static void runThenableJob(
            Agent agent, JSPromise promise, JSObject thenable, JSObject then) {
        Realm realm = realmOf(agent, then);
        if (thenable instanceof JSPromise source
                && then == realm.intrinsic(Intrinsic.PROMISE_PROTOTYPE).get("then")
                && PromisePrototype.isThenUnobservable(realm, source)) {
            // FAST PATH: an ordinary promise with the original then; its derived promise can't be
            // seen
            awaitPromise(realm, source, (ok, value) -> settle(promise, ok, value));
            return;
        }
        ResolvingFunctions functions = new ResolvingFunctions(realm, promise);
        try {
            then.call2(thenable, functions.resolve, functions.reject);
        } catch (JSThrow thrown) {
            functions.reject.call1(Undefined.UNDEFINED, thrownValue(agent, then, thrown));
        }
    }

    private static void settle(JSPromise promise, boolean fulfilled, Object value) {
        if (fulfilled) {
            resolve(promise, value);
        } else {
            promise.reject(value);
        }
    }

    /** 27.2.1.3 CreateResolvingFunctions ( promise ). */
    static final class ResolvingFunctions {
        final NativeFunction resolve;
        final NativeFunction reject;
        private boolean alreadyResolved;

        ResolvingFunctions(Realm realm, JSPromise promise) {
            resolve =
                    new NativeFunction(
                            realm,
                            "",
                            1,
                            (self, arguments) -> {
                                if (!alreadyResolved) {
                                    alreadyResolved = true;
                                    Promises.resolve(promise, first(arguments));
                                }
                                return Undefined.UNDEFINED;
                            });
            reject =
                    new NativeFunction(
                            realm,
                            "",
                            1,
                            (self, arguments) -> {
                                if (!alreadyResolved) {
                                    alreadyResolved = true;
                                    promise.reject(first(arguments));
                                }
                                return Undefined.UNDEFINED;
                            });
        }
    }

    private static Object first(Object[] arguments) {
        return arguments.length > 0 ? arguments[0] : Undefined.UNDEFINED;
    }

    /** 27.2.1.5 NewPromiseCapability ( C ). */
    public static PromiseCapability newCapability(Realm realm, Object constructor) {
        if (constructor == realm.intrinsic(Intrinsic.PROMISE)) {
            return newIntrinsicCapability(
                    realm); // FAST PATH: the resolving functions can't be seen
        }
        if (!(constructor instanceof JSObject c) || !c.isConstructor()) {
            throw Errors.typeError(ErrorText.of(constructor) + " is not a constructor"); // 1
        }
        Object[] functions = {Undefined.UNDEFINED, Undefined.UNDEFINED};
        NativeFunction executor =
                new NativeFunction(
                        realm,
                        "",
                        2,
                        (self, arguments) -> {
                            if (functions[0] != Undefined.UNDEFINED
                                    || functions[1] != Undefined.UNDEFINED) {
                                throw Errors.typeError(
                                        "Promise executor has already been invoked with"
                                                + " non-undefined arguments");
                            }
                            functions[0] = first(arguments);
                            functions[1] =
                                    arguments.length > 1 ? arguments[1] : Undefined.UNDEFINED;
                            return Undefined.UNDEFINED;
                        });
        Object promise = c.construct(new Object[] {executor}, c); // 6
        if (!(functions[0] instanceof JSObject resolve && resolve.isCallable())
                || !(functions[1] instanceof JSObject reject && reject.isCallable())) {
            throw Errors.typeError("Promise resolve or reject function is not callable"); // 7, 8
        }
        return new PromiseCapability((JSObject) promise, resolve, reject);
    }

    /** 27.2.4.7.1 PromiseResolve ( C, x ). */
    public static JSObject promiseResolve(Realm realm, JSObject constructor, Object x) {
        if (x instanceof JSPromise promise && promise.get("constructor") == constructor) {
            return promise; // 1
        }
        PromiseCapability capability = newCapability(realm, constructor);
        capability.resolve(x);
        return capability.promise();
    }

    /**
     * 27.7.5.3 Await ( value ), up to the suspension: {@code continuation} runs as a job when the
     * value has settled.
     *
     * @throws JSThrow when reading the {@code constructor} of a promise throws
     */
    public static void await(Realm realm, Object value, PromiseReaction.Continuation continuation) {
        JSPromise promise =
                (JSPromise) promiseResolve(realm, realm.intrinsic(Intrinsic.PROMISE), value);
        awaitPromise(realm, promise, continuation);
    }

    private static void awaitPromise(
            Realm realm, JSPromise promise, PromiseReaction.Continuation continuation) {
        Agent agent = realm.agent();
        if (agent.promiseHooks == null) {
            performThen(promise, continuation);
            return;
        }
        agent.promiseParent = promise; // what waits is known to the hooks by a promise of its own
        JSPromise waiting = newPromise(realm);
        PromiseReaction.Continuation settling =
                (fulfilled, value) -> {
                    continuation.settled(fulfilled, value);
                    waiting.fulfill(Undefined.UNDEFINED);
                };
        addReaction(agent, promise, settling, waiting);
    }

    private static void addReaction(
            Agent agent, JSPromise promise, PromiseReaction reaction, JSObject derived) {
        Object context = agent.promiseHooks.contextOf(derived);
        promise.addReaction(new PromiseReaction.InContext(reaction, agent, context));
    }

    /** 27.2.5.4.1 PerformPromiseThen with engine code as handlers. */
    public static void performThen(JSPromise promise, PromiseReaction reaction) {
        Agent agent = (Agent) promise.shape().tree();
        if (agent.promiseHooks != null
                && reaction instanceof PromiseReaction.Then then
                && then.capability() != null) {
            addReaction(agent, promise, reaction, then.capability().promise());
            return;
        }
        Object context = agent.asyncContext;
        promise.addReaction(
                context == null
                        ? reaction
                        : new PromiseReaction.InContext(reaction, agent, context));
    }

    /**
     * The value of a throw completion; a native error not made yet belongs to the realm of {@code
     * function} where that is one, else to the running realm.
     */
    public static Object thrownValue(Agent agent, JSObject function, JSThrow thrown) {
        Object value = thrown.valueOrNull();
        return value != null
                ? value
                : agent.services().thrownValue(thrown, realmOf(agent, function));
    }

    private static Realm realmOf(Agent agent, JSObject function) {
        if (function instanceof JSFunction known) {
            return known.realm();
        }
        if (agent.currentFrame != null) {
            return agent.currentFrame.realm();
        }
        return agent.mainRealm();
    }
}
