package dev.jsj.node.vm;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The global object of a context: what it has lives in the contextified object; what that lacks is
 * looked up in the realm's own global object, which holds the language's names.
 */
final class ContextGlobal extends JSObject {
    private final JSObject sandbox;
    private final JSObject own;

    ContextGlobal(Realm realm, JSObject sandbox) {
        super(realm.agent().root(realm.objectPrototype(), ObjectKind.EXOTIC));
        this.sandbox = sandbox;
        this.own = realm.globalObject();
    }

    private boolean isInSandbox(Object key) {
        return sandbox.hasProperty(key);
    }

    @Override
    public @Nullable PropertyDescriptor getOwnProperty(Object key) {
        PropertyDescriptor descriptor = sandbox.getOwnProperty(key);
        return descriptor != null ? descriptor : own.getOwnProperty(key);
    }

    @Override
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        if (sandbox.getOwnProperty(key) == null) {
            PropertyDescriptor existing = own.getOwnProperty(key);
            if (existing != null && !existing.configurable()) {
                return own.defineOwnProperty(key, descriptor); // undefined, NaN and Infinity
            }
        }
        return sandbox.defineOwnProperty(key, descriptor);
    }

    @Override
    public boolean hasProperty(Object key) {
        return isInSandbox(key) || own.hasProperty(key);
    }

    @Override
    public boolean hasOwn(Object key) {
        return sandbox.hasOwn(key) || own.hasOwn(key);
    }

    @Override
    public boolean hasOwnElement(int index) {
        return hasOwn((Object) index);
    }

    @Override
    public Object get(Object key, Object receiver) {
        return isInSandbox(key) ? sandbox.get(key, sandbox) : own.get(key, own);
    }

    @Override
    public Object get(int index, Object receiver) {
        return get((Object) index, receiver);
    }

    @Override
    public boolean set(Object key, Object value, Object receiver) {
        if (!isInSandbox(key)) {
            PropertyDescriptor existing = own.getOwnProperty(key);
            boolean fixed = existing != null && !existing.isAccessor() && !existing.writable();
            if (fixed) {
                return false;
            }
        }
        return sandbox.set(key, value, sandbox);
    }

    @Override
    public boolean set(int index, Object value, Object receiver) {
        return set((Object) index, value, receiver);
    }

    @Override
    public boolean delete(Object key) {
        if (sandbox.hasOwn(key)) {
            return sandbox.delete(key);
        }
        return own.delete(key);
    }

    @Override
    public List<Object> ownPropertyKeys() {
        Set<Object> keys = new LinkedHashSet<>(own.ownPropertyKeys());
        keys.addAll(sandbox.ownPropertyKeys());
        return new ArrayList<>(keys);
    }

    /** Makes the realm's globals those of the sandbox. */
    static void install(Realm realm, JSObject sandbox) {
        JSObject language = realm.globalObject();
        ContextGlobal global = new ContextGlobal(realm, sandbox);
        realm.setGlobalObject(global, global);
        language.defineOwn("globalThis", global, Property.HIDDEN);
    }
}
