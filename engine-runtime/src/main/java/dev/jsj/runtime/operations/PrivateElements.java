package dev.jsj.runtime.operations;

import dev.jsj.runtime.object.Accessor;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Symbol;

import org.jspecify.annotations.Nullable;

/**
 * 7.3.27 to 7.3.32 private names. A private element is a property of the object's shape under a
 * private {@link Symbol}: a field is writable, a method is not, an accessor holds its pair. Proxies
 * have elements of their own.
 */
public final class PrivateElements {
    private PrivateElements() {}

    /** 7.3.27 PrivateElementFind ( O, P ). */
    public static @Nullable Property find(JSObject object, Symbol name) {
        return object.shape().lookup(name);
    }

    /** {@code #name in value} (13.10.1). */
    public static boolean has(Symbol name, Object value) {
        if (!(value instanceof JSObject object)) {
            Symbol.PrivateBrand brand = name.brand();
            throw Errors.typeError(
                    "Cannot use 'in' operator to search for '"
                            + (brand == null || brand.isStatic()
                                    ? name.description()
                                    : brand.className())
                            + "' in "
                            + ErrorText.of(value));
        }
        return find(object, name) != null;
    }

    /** 7.3.28 PrivateFieldAdd ( O, P, value ). */
    public static void addField(JSObject object, Symbol name, Object value) {
        add(object, name, value, Property.WRITABLE);
    }

    /** 7.3.29 PrivateMethodOrAccessorAdd ( O, method ) for a method. */
    public static void addMethod(JSObject object, Symbol name, JSObject method) {
        add(object, name, method, Property.FROZEN);
    }

    /** 7.3.29 PrivateMethodOrAccessorAdd ( O, method ) for a getter, a setter or both. */
    public static void addAccessor(JSObject object, Symbol name, Accessor accessor) {
        add(object, name, accessor, Property.ACCESSOR);
    }

    private static void add(JSObject object, Symbol name, Object value, int flags) {
        checkAbsent(object, name);
        object.addProperty(name, value, flags);
    }

    /** Throws the TypeError for a private name that the object has already. */
    public static void checkAbsent(JSObject object, Symbol name) {
        if (find(object, name) != null) {
            String what =
                    name.brand() == null
                            ? name.description()
                            : "private methods of class " + name.brand().className();
            throw Errors.typeError("Cannot initialize " + what + " twice on the same object");
        }
    }

    /** 7.3.31 PrivateGet ( O, P ). */
    public static Object get(JSObject object, Symbol name) {
        Property property = find(object, name);
        if (property == null) {
            throw PropertyErrors.noPrivateMember(object, name, false); // 2
        }
        Object value = object.slotValue(property);
        if (!(value instanceof Accessor accessor)) {
            return value; // 3
        }
        if (accessor.getter() == null) {
            throw missingHalf(name, "getter"); // 5
        }
        return accessor.getter().call0(object); // 7
    }

    /** 7.3.32 PrivateSet ( O, P, value ). */
    public static void set(JSObject object, Symbol name, Object value) {
        Property property = find(object, name);
        if (property == null) {
            throw PropertyErrors.noPrivateMember(object, name, true); // 2
        }
        if (property.isAccessor()) { // 5
            JSObject setter = ((Accessor) object.slotValue(property)).setter();
            if (setter == null) {
                throw missingHalf(name, "setter");
            }
            setter.call1(object, value);
        } else if (property.isWritable()) {
            object.setSlot(property.slot(), value); // 3
        } else {
            throw Errors.typeError("Private method '" + name.description() + "' is not writable");
        }
    }

    private static JSThrow missingHalf(Symbol name, String half) {
        return Errors.typeError("'" + name.description() + "' was defined without a " + half);
    }
}
