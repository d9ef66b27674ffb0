package dev.jsj.node.bindings;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code process.env}: a copy of the environment whose values are always strings. Child processes
 * inherit it.
 */
final class EnvironmentObject extends JSObject {
    private final Realm realm;
    private final Map<String, String> variables;

    /**
     * @param variables what the object shows; thread safe
     */
    EnvironmentObject(Realm realm, Map<String, String> variables) {
        super(realm.agent().root(realm.objectPrototype(), ObjectKind.EXOTIC));
        this.realm = realm;
        this.variables = variables;
    }

    Map<String, String> variables() {
        return variables;
    }

    private @Nullable String variable(Object key) {
        return key instanceof Symbol ? null : variables.get(key.toString());
    }

    @Override
    public @Nullable PropertyDescriptor getOwnProperty(Object key) {
        String value = variable(key);
        return value == null ? null : PropertyDescriptor.data(value, Property.DEFAULT);
    }

    @Override
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        if (descriptor.isAccessor()) {
            throw invalid("'process.env' does not accept an accessor(getter/setter) descriptor");
        }
        if (!descriptor.configurable() || !descriptor.writable() || !descriptor.enumerable()) {
            throw invalid(
                    "'process.env' only accepts a configurable, writable, and enumerable data"
                            + " descriptor");
        }
        return put(key, descriptor.hasValue() ? descriptor.value() : Undefined.UNDEFINED);
    }

    private JSThrow invalid(String message) {
        JSObject codes =
                (JSObject) NodeRuntime.of(realm).modules().require("internal/errors").get("codes");
        JSObject constructor = (JSObject) codes.get("ERR_INVALID_OBJECT_DEFINE_PROPERTY");
        return new JSThrow(ObjectOperations.construct(constructor, message));
    }

    private boolean put(Object key, Object value) {
        if (key instanceof Symbol || value instanceof Symbol) {
            throw Errors.typeError("Cannot convert a Symbol value to a string");
        }
        variables.put(key.toString(), TypeConversion.toJavaString(value));
        return true;
    }

    @Override
    public boolean hasOwn(Object key) {
        return variable(key) != null;
    }

    @Override
    public boolean hasOwnElement(int index) {
        return hasOwn((Object) index);
    }

    @Override
    public Object get(Object key, Object receiver) {
        String value = variable(key);
        return value != null ? value : getPrototypeOf().get(key, receiver);
    }

    @Override
    public Object get(int index, Object receiver) {
        return get((Object) index, receiver);
    }

    @Override
    public boolean set(Object key, Object value, Object receiver) {
        return put(key, value);
    }

    @Override
    public boolean set(int index, Object value, Object receiver) {
        return put(index, value);
    }

    @Override
    public boolean delete(Object key) {
        if (!(key instanceof Symbol)) {
            variables.remove(key.toString());
        }
        return true;
    }

    @Override
    public List<Object> ownPropertyKeys() {
        List<Object> keys = new ArrayList<>();
        for (String name : variables.keySet().toArray(String[]::new)) {
            keys.add(TypeConversion.propertyKey(name));
        }
        return keys;
    }
}
