package dev.jsj.runtime.builtins.reflection;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.OrdinaryProperties;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.PropertyDescriptors;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.SameValue;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * 10.5: what the result of a proxy's trap must have in common with the target, whatever the handler
 * says. The step numbers are those of the internal method concerned.
 */
final class ProxyInvariants {
    private ProxyInvariants() {}

    private static JSThrow violation(String trapName, String text) {
        return Errors.typeError("'" + trapName + "' on proxy: " + text);
    }

    /** 10.5.5 [[GetOwnProperty]], steps 7 to 16. */
    static @Nullable PropertyDescriptor checkGetOwnProperty(
            JSObject target, Object key, Object result) {
        String trap = "getOwnPropertyDescriptor";
        if (!(result instanceof JSObject) && result != Undefined.UNDEFINED) { // 7
            throw violation(
                    trap, "trap returned neither object nor undefined for property '" + key + "'");
        }
        PropertyDescriptor actual = target.getOwnProperty(key); // 8
        if (!(result instanceof JSObject description)) { // 9
            if (actual == null) {
                return null;
            }
            if (!actual.configurable()) {
                throw violation(
                        trap,
                        "trap returned undefined for property '"
                                + key
                                + "' which is non-configurable in the proxy target");
            }
            if (!target.isExtensible()) {
                throw violation(
                        trap,
                        "trap returned undefined for property '"
                                + key
                                + "' which exists in the non-extensible proxy target");
            }
            return null;
        }
        boolean extensible = target.isExtensible(); // 10
        PropertyDescriptor reported = PropertyDescriptors.toPropertyDescriptor(description); // 11
        complete(reported); // 12
        if (!OrdinaryProperties.validateAndApply(null, key, extensible, reported, actual)) { // 13
            throw violation(
                    trap,
                    "trap returned descriptor for property '"
                            + key
                            + "' that is incompatible with the existing property in the proxy"
                            + " target");
        }
        if (!reported.configurable()) { // 15
            if (actual == null || actual.configurable()) {
                throw violation(
                        trap,
                        "trap reported non-configurability for property '"
                                + key
                                + "' which is either non-existent or configurable in the proxy"
                                + " target");
            }
            if (reported.hasWritable() && !reported.writable() && actual.writable()) {
                throw violation(
                        trap,
                        "trap reported non-configurable and writable for property '"
                                + key
                                + "' which is non-configurable, non-writable in the proxy target");
            }
        }
        return reported;
    }

    /** 6.2.6.6 CompletePropertyDescriptor ( Desc ). */
    private static void complete(PropertyDescriptor descriptor) {
        if (descriptor.isAccessor()) {
            if (!descriptor.hasGet()) {
                descriptor.setGetter(null);
            }
            if (!descriptor.hasSet()) {
                descriptor.setSetter(null);
            }
        } else {
            if (!descriptor.hasValue()) {
                descriptor.setValue(Undefined.UNDEFINED);
            }
            if (!descriptor.hasWritable()) {
                descriptor.setWritable(false);
            }
        }
        if (!descriptor.hasEnumerable()) {
            descriptor.setEnumerable(false);
        }
        if (!descriptor.hasConfigurable()) {
            descriptor.setConfigurable(false);
        }
    }

    /** 10.5.6 [[DefineOwnProperty]], steps 9 to 15. */
    static void checkDefine(JSObject target, Object key, PropertyDescriptor descriptor) {
        String trap = "defineProperty";
        PropertyDescriptor actual = target.getOwnProperty(key); // 9
        boolean extensible = target.isExtensible(); // 10
        boolean settingNonConfigurable =
                descriptor.hasConfigurable() && !descriptor.configurable(); // 11, 12
        String prefix = "trap returned truish for defining non-configurable property '" + key;
        if (actual == null) { // 13
            if (!extensible) {
                throw violation(
                        trap,
                        "trap returned truish for adding property '"
                                + key
                                + "'  to the non-extensible proxy target");
            }
            if (settingNonConfigurable) {
                throw violation(
                        trap,
                        prefix
                                + "' which is either non-existent or configurable in the proxy"
                                + " target");
            }
            return;
        }
        if (!OrdinaryProperties.validateAndApply(null, key, extensible, descriptor, actual)) {
            throw violation( // 14.a
                    trap,
                    "trap returned truish for adding property '"
                            + key
                            + "'  that is incompatible with the existing property in the proxy"
                            + " target");
        }
        if (settingNonConfigurable && actual.configurable()) { // 14.b
            throw violation(
                    trap,
                    prefix + "' which is either non-existent or configurable in the proxy target");
        }
        if (actual.isData()
                && !actual.configurable()
                && actual.writable()
                && descriptor.hasWritable()
                && !descriptor.writable()) { // 14.c
            throw violation(trap, prefix + "' which cannot be non-writable");
        }
    }

    /** 10.5.7 [[HasProperty]], step 7: the trap denied a property. */
    static void checkAbsent(JSObject target, Object key) {
        PropertyDescriptor actual = target.getOwnProperty(key);
        if (actual == null) {
            return;
        }
        String prefix = "trap returned falsish for property '" + key;
        if (!actual.configurable()) {
            throw violation(
                    "has", prefix + "' which exists in the proxy target as non-configurable");
        }
        if (!target.isExtensible()) {
            throw violation("has", prefix + "' but the proxy target is not extensible");
        }
    }

    /** 10.5.8 [[Get]], steps 7 and 8. */
    static void checkGet(JSObject target, Object key, Object result) {
        PropertyDescriptor actual = target.getOwnProperty(key);
        if (actual == null || actual.configurable()) {
            return;
        }
        if (actual.isData() && !actual.writable()) {
            if (!SameValue.sameValue(result, actual.value())) {
                throw violation(
                        "get",
                        "property '"
                                + key
                                + "' is a read-only and non-configurable data property on the proxy"
                                + " target but the proxy did not return its actual value (expected"
                                + " '"
                                + ErrorText.of(actual.value())
                                + "' but got '"
                                + ErrorText.of(result)
                                + "')");
            }
        } else if (actual.isAccessor()
                && actual.getter() == null
                && result != Undefined.UNDEFINED) {
            throw violation(
                    "get",
                    "property '"
                            + key
                            + "' is a non-configurable accessor property on the proxy target and"
                            + " does not have a getter function, but the trap did not return"
                            + " 'undefined' (got '"
                            + ErrorText.of(result)
                            + "')");
        }
    }

    /** 10.5.9 [[Set]], steps 8 and 9. */
    static void checkSet(JSObject target, Object key, Object value) {
        PropertyDescriptor actual = target.getOwnProperty(key);
        if (actual == null || actual.configurable()) {
            return;
        }
        String prefix =
                "trap returned truish for property '"
                        + key
                        + "' which exists in the proxy target as a non-configurable and"
                        + " non-writable ";
        if (actual.isData() && !actual.writable() && !SameValue.sameValue(value, actual.value())) {
            throw violation("set", prefix + "data property with a different value");
        }
        if (actual.isAccessor() && actual.setter() == null) {
            throw violation("set", prefix + "accessor property without a setter");
        }
    }

    /** 10.5.10 [[Delete]], steps 8 to 12. */
    static void checkDelete(JSObject target, Object key) {
        PropertyDescriptor actual = target.getOwnProperty(key);
        if (actual == null) {
            return;
        }
        String prefix = "trap returned truish for property '" + key;
        if (!actual.configurable()) {
            throw violation(
                    "deleteProperty", prefix + "' which is non-configurable in the proxy target");
        }
        if (!target.isExtensible()) {
            throw violation("deleteProperty", prefix + "' but the proxy target is non-extensible");
        }
    }

    /** 10.5.11 [[OwnPropertyKeys]], steps 7 to 23. */
    static List<Object> checkOwnKeys(JSObject target, Object trapResult) {
        List<Object> keys = propertyKeyList(trapResult);
        Set<Object> unchecked = new HashSet<>(keys);
        if (unchecked.size() != keys.size()) { // 9
            throw violation("ownKeys", "trap returned duplicate entries");
        }
        boolean extensible = target.isExtensible(); // 10
        List<Object> configurable = new ArrayList<>();
        List<Object> nonConfigurable = new ArrayList<>();
        for (Object key : target.ownPropertyKeys()) { // 11-16
            PropertyDescriptor actual = target.getOwnProperty(key);
            boolean fixed = actual != null && !actual.configurable();
            (fixed ? nonConfigurable : configurable).add(key);
        }
        if (extensible && nonConfigurable.isEmpty()) {
            return keys; // 17
        }
        removeAll(unchecked, nonConfigurable); // 19
        if (extensible) {
            return keys; // 20
        }
        removeAll(unchecked, configurable); // 21
        if (!unchecked.isEmpty()) { // 22
            throw violation(
                    "ownKeys", "trap returned extra keys but proxy target is non-extensible");
        }
        return keys;
    }

    private static void removeAll(Set<Object> unchecked, List<Object> required) {
        for (Object key : required) {
            if (!unchecked.remove(key)) {
                throw violation("ownKeys", "trap result did not include '" + key + "'");
            }
        }
    }

    /** 7.3.18 CreateListFromArrayLike ( obj, property-key ), as property keys. */
    private static List<Object> propertyKeyList(Object arrayLike) {
        if (!(arrayLike instanceof JSObject object)) {
            throw Errors.typeError("CreateListFromArrayLike called on non-object");
        }
        long length = ObjectOperations.lengthOfArrayLike(object);
        List<Object> keys = new ArrayList<>();
        for (long i = 0; i < length; i++) {
            Object name = object.get(TypeConversion.propertyKey(i));
            if (!(name instanceof CharSequence) && !(name instanceof Symbol)) {
                throw Errors.typeError(ErrorText.of(name) + " is not a valid property name");
            }
            keys.add(TypeConversion.toPropertyKey(name));
        }
        return keys;
    }
}
