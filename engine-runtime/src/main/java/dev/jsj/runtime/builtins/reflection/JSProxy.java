package dev.jsj.runtime.builtins.reflection;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.PropertyDescriptors;
import dev.jsj.runtime.operations.ProxyObject;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * 10.5 Proxy Object Internal Methods and Internal Slots. Every internal method asks the handler's
 * trap, then {@link ProxyInvariants} checks the answer against the target.
 *
 * <p>Every method counts as a call of the agent, so that a long chain of proxies ends in a
 * RangeError.
 */
public final class JSProxy extends JSObject implements ProxyObject {
    private final Realm realm;
    private final boolean callable;
    private final boolean constructor;
    private @Nullable JSObject target;
    private @Nullable JSObject handler;

    private JSProxy(Realm realm, JSObject target, JSObject handler) {
        super(realm.agent().root(null, ObjectKind.EXOTIC));
        this.realm = realm;
        this.target = target;
        this.handler = handler;
        this.callable = target.isCallable();
        this.constructor = target.isConstructor();
    }

    /** 10.5.14 ProxyCreate ( target, handler ). */
    public static JSProxy create(Realm realm, Object target, Object handler) {
        if (!(target instanceof JSObject targetObject)
                || !(handler instanceof JSObject handlerObject)) {
            throw Errors.typeError("Cannot create proxy with a non-object as target or handler");
        }
        return new JSProxy(realm, targetObject, handlerObject);
    }

    @Override
    public @Nullable JSObject proxyTarget() {
        return target;
    }

    @Override
    public @Nullable JSObject proxyHandler() {
        return handler;
    }

    /** What the function of Proxy.revocable does. */
    void revoke() {
        target = null;
        handler = null;
    }

    /** The target of a proxy that has not been revoked. */
    private JSObject target(String trapName) {
        JSObject object = target;
        if (object == null) {
            throw revoked(trapName);
        }
        return object;
    }

    /** 10.5.15 ValidateNonRevokedProxy, then GetMethod of the trap; null where there is none. */
    private @Nullable JSObject trap(String trapName) {
        JSObject object = handler;
        if (object == null) {
            throw revoked(trapName);
        }
        Object trap = object.get(trapName, object); // 7.3.10 GetMethod, with V8's message
        if (trap == Undefined.UNDEFINED || trap == Null.NULL) {
            return null;
        }
        if (trap instanceof JSObject function && function.isCallable()) {
            return function;
        }
        throw Errors.typeError(
                "'"
                        + ErrorText.of(trap)
                        + "' returned for property '"
                        + trapName
                        + "' of object '"
                        + ErrorText.of(object)
                        + "' is not a function");
    }

    private static RuntimeException revoked(String trapName) {
        return Errors.typeError(
                "Cannot perform '" + trapName + "' on a proxy that has been revoked");
    }

    private Object callTrap(JSObject trap, @Nullable JSObject on, Object... arguments) {
        return trap.call(on == null ? Undefined.UNDEFINED : on, arguments);
    }

    /** The realm of the running code, where arguments of traps are made. */
    private Realm currentRealm() {
        Activation running = realm.agent().currentFrame;
        return running == null ? realm : running.realm();
    }

    private Agent enter() {
        Agent agent = realm.agent();
        agent.enter();
        return agent;
    }

    @Override
    protected boolean hasExoticPrototype() {
        return true;
    }

    /** 10.5.1 [[GetPrototypeOf]] ( ). */
    @Override
    public @Nullable JSObject getPrototypeOf() {
        Agent agent = enter();
        try {
            JSObject object = target("getPrototypeOf"); // 1-4
            JSObject on = handler;
            JSObject trap = trap("getPrototypeOf");
            if (trap == null) {
                return object.getPrototypeOf(); // 5
            }
            Object result = callTrap(trap, on, object); // 6
            if (!(result instanceof JSObject) && result != Null.NULL) { // 7
                throw Errors.typeError(
                        "'getPrototypeOf' on proxy: trap returned neither object nor null");
            }
            JSObject prototype = result instanceof JSObject found ? found : null;
            if (!object.isExtensible() && prototype != object.getPrototypeOf()) { // 8-11
                throw Errors.typeError(
                        "'getPrototypeOf' on proxy: proxy target is non-extensible but the trap did"
                                + " not return its actual prototype");
            }
            return prototype;
        } finally {
            agent.leave();
        }
    }

    /** 10.5.2 [[SetPrototypeOf]] ( V ). */
    @Override
    public boolean setPrototypeOf(@Nullable JSObject prototype) {
        Agent agent = enter();
        try {
            JSObject object = target("setPrototypeOf"); // 1-4
            JSObject on = handler;
            JSObject trap = trap("setPrototypeOf");
            if (trap == null) {
                return object.setPrototypeOf(prototype); // 5
            }
            Object value = prototype == null ? Null.NULL : prototype;
            if (!TypeConversion.toBoolean(callTrap(trap, on, object, value))) { // 6, 7
                return false;
            }
            if (!object.isExtensible() && prototype != object.getPrototypeOf()) { // 8-10
                throw Errors.typeError(
                        "'setPrototypeOf' on proxy: trap returned truish for setting a new"
                                + " prototype on the non-extensible proxy target");
            }
            return true;
        } finally {
            agent.leave();
        }
    }

    /** 10.5.3 [[IsExtensible]] ( ). */
    @Override
    public boolean isExtensible() {
        Agent agent = enter();
        try {
            JSObject object = target("isExtensible"); // 1-4
            JSObject on = handler;
            JSObject trap = trap("isExtensible");
            if (trap == null) {
                return object.isExtensible(); // 5
            }
            boolean result = TypeConversion.toBoolean(callTrap(trap, on, object)); // 6
            if (result != object.isExtensible()) { // 7, 8
                throw Errors.typeError(
                        "'isExtensible' on proxy: trap result does not reflect extensibility of"
                                + " proxy target (which is '"
                                + !result
                                + "')");
            }
            return result;
        } finally {
            agent.leave();
        }
    }

    /** 10.5.4 [[PreventExtensions]] ( ). */
    @Override
    public boolean preventExtensions() {
        Agent agent = enter();
        try {
            JSObject object = target("preventExtensions"); // 1-4
            JSObject on = handler;
            JSObject trap = trap("preventExtensions");
            if (trap == null) {
                return object.preventExtensions(); // 5
            }
            boolean result = TypeConversion.toBoolean(callTrap(trap, on, object)); // 6
            if (result && object.isExtensible()) { // 7
                throw Errors.typeError(
                        "'preventExtensions' on proxy: trap returned truish but the proxy target is"
                                + " extensible");
            }
            return result;
        } finally {
            agent.leave();
        }
    }

    /** 10.5.5 [[GetOwnProperty]] ( P ). */
    @Override
    public @Nullable PropertyDescriptor getOwnProperty(Object key) {
        Agent agent = enter();
        try {
            JSObject object = target("getOwnPropertyDescriptor"); // 1-4
            JSObject on = handler;
            JSObject trap = trap("getOwnPropertyDescriptor");
            if (trap == null) {
                return object.getOwnProperty(key); // 5
            }
            Object result = callTrap(trap, on, object, TypeConversion.keyToValue(key)); // 6
            return ProxyInvariants.checkGetOwnProperty(object, key, result); // 7-16
        } finally {
            agent.leave();
        }
    }

    @Override
    public boolean hasOwn(Object key) {
        return getOwnProperty(key) != null;
    }

    @Override
    public boolean hasOwnElement(int index) {
        return getOwnProperty(index) != null;
    }

    /** 10.5.6 [[DefineOwnProperty]] ( P, Desc ). */
    @Override
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        Agent agent = enter();
        try {
            JSObject object = target("defineProperty"); // 1-4
            JSObject on = handler;
            JSObject trap = trap("defineProperty");
            if (trap == null) {
                return object.defineOwnProperty(key, descriptor); // 5
            }
            Object description =
                    PropertyDescriptors.fromPropertyDescriptor(currentRealm(), descriptor); // 6
            Object name = TypeConversion.keyToValue(key);
            if (!TypeConversion.toBoolean(callTrap(trap, on, object, name, description))) {
                return false; // 7, 8
            }
            ProxyInvariants.checkDefine(object, key, descriptor); // 9-15
            return true;
        } finally {
            agent.leave();
        }
    }

    /** 10.5.7 [[HasProperty]] ( P ). */
    @Override
    public boolean hasProperty(Object key) {
        Agent agent = enter();
        try {
            JSObject object = target("has"); // 1-4
            JSObject on = handler;
            JSObject trap = trap("has");
            if (trap == null) {
                return object.hasProperty(key); // 5
            }
            Object name = TypeConversion.keyToValue(key);
            boolean result = TypeConversion.toBoolean(callTrap(trap, on, object, name)); // 6
            if (!result) {
                ProxyInvariants.checkAbsent(object, key); // 7
            }
            return result;
        } finally {
            agent.leave();
        }
    }

    /** 10.5.8 [[Get]] ( P, Receiver ). */
    @Override
    public Object get(Object key, Object receiver) {
        Agent agent = enter();
        try {
            JSObject object = target("get"); // 1-4
            JSObject on = handler;
            JSObject trap = trap("get");
            if (trap == null) {
                return object.get(key, receiver); // 5
            }
            Object name = TypeConversion.keyToValue(key);
            Object result = callTrap(trap, on, object, name, receiver); // 6
            ProxyInvariants.checkGet(object, key, result); // 7, 8
            return result;
        } finally {
            agent.leave();
        }
    }

    @Override
    public Object get(int index, Object receiver) {
        return get((Object) index, receiver);
    }

    /** 10.5.9 [[Set]] ( P, V, Receiver ). */
    @Override
    public boolean set(Object key, Object value, Object receiver) {
        Agent agent = enter();
        try {
            JSObject object = target("set"); // 1-4
            JSObject on = handler;
            JSObject trap = trap("set");
            if (trap == null) {
                return object.set(key, value, receiver); // 5
            }
            Object name = TypeConversion.keyToValue(key);
            if (!TypeConversion.toBoolean(callTrap(trap, on, object, name, value, receiver))) {
                return false; // 6, 7
            }
            ProxyInvariants.checkSet(object, key, value); // 8, 9
            return true;
        } finally {
            agent.leave();
        }
    }

    @Override
    public boolean set(int index, Object value, Object receiver) {
        return set((Object) index, value, receiver);
    }

    /** 10.5.10 [[Delete]] ( P ). */
    @Override
    public boolean delete(Object key) {
        Agent agent = enter();
        try {
            JSObject object = target("deleteProperty"); // 1-4
            JSObject on = handler;
            JSObject trap = trap("deleteProperty");
            if (trap == null) {
                return object.delete(key); // 5
            }
            Object name = TypeConversion.keyToValue(key);
            if (!TypeConversion.toBoolean(callTrap(trap, on, object, name))) {
                return false; // 6, 7
            }
            ProxyInvariants.checkDelete(object, key); // 8-12
            return true;
        } finally {
            agent.leave();
        }
    }

    /** 10.5.11 [[OwnPropertyKeys]] ( ). */
    @Override
    public List<Object> ownPropertyKeys() {
        Agent agent = enter();
        try {
            JSObject object = target("ownKeys"); // 1-4
            JSObject on = handler;
            JSObject trap = trap("ownKeys");
            if (trap == null) {
                return object.ownPropertyKeys(); // 5
            }
            return ProxyInvariants.checkOwnKeys(object, callTrap(trap, on, object)); // 6-23
        } finally {
            agent.leave();
        }
    }

    @Override
    public boolean isCallable() {
        return callable;
    }

    @Override
    public boolean isConstructor() {
        return constructor;
    }

    /** 10.5.12 [[Call]] ( thisArgument, argumentsList ). */
    @Override
    public Object call(Object self, Object[] arguments) {
        if (!callable) {
            return super.call(self, arguments);
        }
        Agent agent = enter();
        try {
            JSObject object = target("apply"); // 1-4
            JSObject on = handler;
            JSObject trap = trap("apply");
            if (trap == null) {
                return object.call(self, arguments); // 5
            }
            return callTrap(
                    trap, on, object, self, currentRealm().newArray(arguments.clone())); // 6, 7
        } finally {
            agent.leave();
        }
    }

    /** 10.5.13 [[Construct]] ( argumentsList, newTarget ). */
    @Override
    public Object construct(Object[] arguments, JSObject newTarget) {
        if (!constructor) {
            return super.construct(arguments, newTarget);
        }
        Agent agent = enter();
        try {
            JSObject object = target("construct"); // 1-5
            JSObject on = handler;
            JSObject trap = trap("construct");
            if (trap == null) {
                return object.construct(arguments, newTarget); // 6
            }
            Object list = currentRealm().newArray(arguments.clone()); // 7
            Object result = callTrap(trap, on, object, list, newTarget); // 8
            if (!(result instanceof JSObject)) { // 9
                throw Errors.typeError(
                        "'construct' on proxy: trap returned non-object ('"
                                + ErrorText.of(result)
                                + "')");
            }
            return result;
        } finally {
            agent.leave();
        }
    }

    /** Arrays behind proxies are arrays (20.1.3.6, step 3). */
    @Override
    public String builtinTag() {
        return Comparison.isArray(this) ? "Array" : super.builtinTag();
    }
}
