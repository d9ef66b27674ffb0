package dev.jsj.interp.modules;

import dev.jsj.interp.bytecode.ImportBinding;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.OrdinaryProperties;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.SameValue;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 10.4.6 Module Namespace Exotic Objects: live views of a module's exports, in code unit order. */
public final class ModuleNamespace extends JSObject {
    private final ModuleRecord module;
    private final boolean deferred;

    /**
     * By property key; a null binding (as {@link #SELF_NAMESPACE}) is looked up when it is read.
     */
    private final Map<Object, ImportBinding> exports = new LinkedHashMap<>();

    /** Stands for an export that is a namespace object, which may not exist yet. */
    private static final ImportBinding SELF_NAMESPACE = new ImportBinding(new Object[0], 0);

    ModuleNamespace(
            ModuleRecord module,
            ModuleRequest.Phase phase,
            List<String> names,
            List<@Nullable ImportBinding> bindings) {
        super(module.realm().agent().root(null, ObjectKind.EXOTIC));
        this.module = module;
        this.deferred = phase == ModuleRequest.Phase.DEFER;
        for (int i = 0; i < names.size(); i++) {
            ImportBinding binding = bindings.get(i);
            exports.put(key(names.get(i)), binding == null ? SELF_NAMESPACE : binding);
        }
        String tag = deferred ? "Deferred Module" : "Module";
        addProperty(Symbol.TO_STRING_TAG, tag, Property.FROZEN);
        super.preventExtensions();
    }

    private static Object key(String name) {
        return dev.jsj.runtime.operations.TypeConversion.propertyKey(name);
    }

    /** [[Module]]. */
    public ModuleRecord module() {
        return module;
    }

    /** The names in [[Exports]]. */
    public List<Object> exportNames() {
        return new ArrayList<>(exports.keySet());
    }

    /** The variable behind an export, for inline caches; null where the key is no export. */
    public @Nullable ImportBinding binding(Object key) {
        ImportBinding binding = exports.get(key);
        if (binding == SELF_NAMESPACE) {
            binding = module.exportBinding(key.toString());
            exports.put(key, binding);
        }
        return binding;
    }

    /** IsSymbolLikeNamespaceKey ( P, ns ): a promise that looks for then evaluates nothing. */
    private boolean isSymbolLike(Object key) {
        return key instanceof Symbol || deferred && key.equals("then");
    }

    /** GetModuleExportsList ( ns ): evaluates the module of a deferred namespace. */
    private Map<Object, ImportBinding> exportsList() {
        if (deferred) {
            module.evaluateSync();
        }
        return exports;
    }

    private @Nullable ImportBinding evaluatedBinding(Object key) {
        if (isSymbolLike(key)) {
            return null;
        }
        exportsList();
        return binding(key);
    }

    private Object value(Object key, ImportBinding binding) {
        Object value = binding.value();
        if (value == null) {
            throw Errors.referenceError("Cannot access '" + key + "' before initialization");
        }
        return value;
    }

    /**
     * 10.4.6.1 [[GetPrototypeOf]] ( ) is the ordinary one: always null. 10.4.6.2 [[SetPrototypeOf]]
     * ( V ).
     */
    @Override
    public boolean setPrototypeOf(@Nullable JSObject prototype) {
        return prototype == null;
    }

    @Override
    public boolean isExtensible() {
        return false;
    }

    @Override
    public boolean preventExtensions() {
        return true;
    }

    /** 10.4.6.5 [[GetOwnProperty]] ( P ). */
    @Override
    public @Nullable PropertyDescriptor getOwnProperty(Object key) {
        ImportBinding binding = evaluatedBinding(key);
        if (binding == null) {
            return super.getOwnProperty(key);
        }
        return PropertyDescriptor.data(
                value(key, binding), Property.WRITABLE | Property.ENUMERABLE);
    }

    /** 10.4.6.6 [[DefineOwnProperty]] ( P, Desc ). */
    @Override
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        if (isSymbolLike(key)) {
            return OrdinaryProperties.define(this, key, descriptor);
        }
        PropertyDescriptor current = getOwnProperty(key);
        if (current == null
                || descriptor.hasConfigurable() && descriptor.configurable()
                || descriptor.hasEnumerable() && !descriptor.enumerable()
                || descriptor.isAccessor()
                || descriptor.hasWritable() && !descriptor.writable()) {
            return false;
        }
        return !descriptor.hasValue() || SameValue.sameValue(descriptor.value(), current.value());
    }

    /** 10.4.6.7 [[HasProperty]] ( P ). */
    @Override
    public boolean hasProperty(Object key) {
        return isSymbolLike(key) ? super.hasOwn(key) : exportsList().containsKey(key);
    }

    @Override
    public boolean hasOwn(Object key) {
        return getOwnProperty(key) != null; // throws in the temporal dead zone
    }

    /** 10.4.6.8 [[Get]] ( P, Receiver ). */
    @Override
    public Object get(Object key, Object receiver) {
        ImportBinding binding = evaluatedBinding(key);
        if (binding != null) {
            return value(key, binding);
        }
        return isSymbolLike(key) ? super.get(key, receiver) : Undefined.UNDEFINED;
    }

    @Override
    public Object get(int index, Object receiver) {
        return get((Object) index, receiver);
    }

    /** 10.4.6.9 [[Set]] ( P, V, Receiver ). */
    @Override
    public boolean set(Object key, Object value, Object receiver) {
        return false;
    }

    @Override
    public boolean set(int index, Object value, Object receiver) {
        return false;
    }

    /** 10.4.6.10 [[Delete]] ( P ). */
    @Override
    public boolean delete(Object key) {
        return isSymbolLike(key) ? super.delete(key) : !exportsList().containsKey(key);
    }

    @Override
    public boolean hasOwnElement(int index) {
        return exportsList().containsKey(index);
    }

    /** 10.4.6.11 [[OwnPropertyKeys]] ( ). */
    @Override
    public List<Object> ownPropertyKeys() {
        List<Object> keys = new ArrayList<>(exportsList().keySet());
        if (deferred) {
            keys.remove("then");
        }
        addNamedKeys(keys);
        return keys;
    }

    @Override
    public String builtinTag() {
        return deferred ? "Deferred Module" : "Module";
    }

    @Override
    public boolean setIntegrityFast(boolean frozen) {
        return false;
    }
}
