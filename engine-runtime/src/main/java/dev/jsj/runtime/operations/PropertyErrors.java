package dev.jsj.runtime.operations;

import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

/**
 * Why a property operation failed, in V8's words. Called after the fact, so speed does not matter.
 */
public final class PropertyErrors {
    private PropertyErrors() {}

    /** Reading a property of undefined or null. */
    public static JSThrow cannotRead(Object base, Object key) {
        return Errors.typeError(
                "Cannot read properties of " + base + " (reading '" + ErrorText.ofKey(key) + "')");
    }

    /** Writing a property of undefined or null. */
    public static JSThrow cannotSet(Object base, Object key) {
        return Errors.typeError(
                "Cannot set properties of " + base + " (setting '" + ErrorText.ofKey(key) + "')");
    }

    /** [[Set]] on an object was false in strict code or a built-in. */
    public static JSThrow failedSet(JSObject object, Object key) {
        String name = ErrorText.ofKey(key);
        JSObject holder = object;
        while (holder != null) {
            if (holder instanceof ProxyObject) {
                return Errors.typeError(
                        "'set' on proxy: trap returned falsish for property '" + name + "'");
            }
            PropertyDescriptor descriptor = holder.getOwnProperty(key);
            if (descriptor != null) {
                if (descriptor.isAccessor() && descriptor.setter() == null) {
                    return Errors.typeError(
                            "Cannot set property "
                                    + name
                                    + " of "
                                    + ErrorText.of(object)
                                    + " which has only a getter");
                }
                if (!descriptor.isAccessor() && !descriptor.writable()) {
                    return readOnly(object, name);
                }
                break;
            }
            holder = holder.getPrototypeOf();
        }
        if (object instanceof JSArray array && key.equals("length") && array.isLengthWritable()) {
            // What stopped the truncation is the last element now.
            return failedDelete(object, array.length() - 1);
        }
        if (holder != null) {
            return readOnly(object, name);
        }
        return object instanceof JSArray array && !array.isLengthWritable() && array.isExtensible()
                ? readOnly(object, "length")
                : notExtensible(key);
    }

    private static JSThrow readOnly(JSObject object, String name) {
        return Errors.typeError(
                "Cannot assign to read only property '"
                        + name
                        + (object.isCallable() ? "' of function '" : "' of object '")
                        + ErrorText.of(object)
                        + "'");
    }

    /** A new property on an object that accepts none. */
    public static JSThrow notExtensible(Object key) {
        return Errors.typeError(
                "Cannot add property " + ErrorText.ofKey(key) + ", object is not extensible");
    }

    /** Assignment to a property of a primitive in strict code. */
    public static JSThrow failedSetOnPrimitive(Object base, Object key, boolean exists) {
        String type = Operators.typeof(base);
        String name = ErrorText.ofKey(key);
        String text = ErrorText.of(base);
        return Errors.typeError(
                exists
                        ? "Cannot assign to read only property '"
                                + name
                                + "' of "
                                + type
                                + " '"
                                + text
                                + "'"
                        : "Cannot create property '" + name + "' on " + type + " '" + text + "'");
    }

    /** [[DefineOwnProperty]] was false. */
    public static JSThrow failedDefine(JSObject object, Object key) {
        String name = ErrorText.ofKey(key);
        if (object instanceof ProxyObject) {
            return Errors.typeError(
                    "'defineProperty' on proxy: trap returned falsish for property '" + name + "'");
        }
        if (object.getOwnProperty(key) != null) {
            return Errors.typeError("Cannot redefine property: " + name);
        }
        return Errors.typeError("Cannot define property " + name + ", object is not extensible");
    }

    /** [[Delete]] was false. */
    public static JSThrow failedDelete(JSObject object, Object key) {
        if (object instanceof ProxyObject) {
            return Errors.typeError(
                    "'deleteProperty' on proxy: trap returned falsish for property '"
                            + ErrorText.ofKey(key)
                            + "'");
        }
        return Errors.typeError(
                "Cannot delete property '" + ErrorText.ofKey(key) + "' of " + ErrorText.of(object));
    }

    /** A use of a private name on an object without it. */
    public static JSThrow noPrivateMember(Object base, Symbol name, boolean write) {
        Symbol.PrivateBrand brand = name.brand();
        if (brand != null && brand.isStatic()) {
            return Errors.typeError("Receiver must be class " + brand.className());
        }
        if (base == Undefined.UNDEFINED || base == Null.NULL) {
            Object key = brand == null ? name.description() : brand.className();
            return write && brand == null ? cannotSet(base, key) : cannotRead(base, key);
        }
        if (brand != null) {
            return Errors.typeError("Receiver must be an instance of class " + brand.className());
        }
        return Errors.typeError(
                (write ? "Cannot write private member " : "Cannot read private member ")
                        + name.description()
                        + (write ? " to" : " from")
                        + " an object whose class did not declare it");
    }
}
