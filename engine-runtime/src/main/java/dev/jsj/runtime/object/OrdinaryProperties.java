package dev.jsj.runtime.object;

import dev.jsj.runtime.value.SameValue;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 10.1 the ordinary algorithms that create and change properties. */
public final class OrdinaryProperties {
    private OrdinaryProperties() {}

    /** 10.1.6.1 OrdinaryDefineOwnProperty ( O, P, Desc ). */
    public static boolean define(JSObject object, Object key, PropertyDescriptor descriptor) {
        PropertyDescriptor current = object.getOwnProperty(key); // 1
        return validateAndApply(object, key, object.isExtensible(), descriptor, current); // 2, 3
    }

    /**
     * 10.1.6.3 ValidateAndApplyPropertyDescriptor ( O, P, extensible, Desc, current ).
     *
     * @param object null to validate only
     */
    public static boolean validateAndApply(
            @Nullable JSObject object,
            Object key,
            boolean extensible,
            PropertyDescriptor descriptor,
            @Nullable PropertyDescriptor current) {
        if (current == null) { // 2
            if (!extensible) {
                return false;
            }
            if (object != null) {
                object.defineOwn(key, descriptor.slotValue(), descriptor.propertyFlags());
            }
            return true;
        }
        if (descriptor.isEmpty()) {
            return true; // 4
        }
        if (!current.configurable() && !isAllowedOnNonConfigurable(descriptor, current)) {
            return false; // 5
        }
        if (object != null) {
            apply(object, key, descriptor, current); // 6
        }
        return true;
    }

    private static boolean isAllowedOnNonConfigurable(
            PropertyDescriptor descriptor, PropertyDescriptor current) {
        if (descriptor.hasConfigurable() && descriptor.configurable()) {
            return false; // 5.a
        }
        if (descriptor.hasEnumerable() && descriptor.enumerable() != current.enumerable()) {
            return false; // 5.b
        }
        boolean generic = !descriptor.isData() && !descriptor.isAccessor();
        if (!generic && descriptor.isAccessor() != current.isAccessor()) {
            return false; // 5.c
        }
        if (current.isAccessor()) { // 5.d
            return !(descriptor.hasGet() && descriptor.getter() != current.getter())
                    && !(descriptor.hasSet() && descriptor.setter() != current.setter());
        }
        if (!current.writable()) { // 5.e
            return !(descriptor.hasWritable() && descriptor.writable())
                    && !(descriptor.hasValue()
                            && !SameValue.sameValue(descriptor.value(), current.value()));
        }
        return true;
    }

    private static void apply(
            JSObject object,
            Object key,
            PropertyDescriptor descriptor,
            PropertyDescriptor current) {
        int kept = Property.ENUMERABLE | Property.CONFIGURABLE;
        Object value;
        int flags;
        if (descriptor.isAccessor()) {
            JSObject getter =
                    descriptor.hasGet() || !current.isAccessor()
                            ? descriptor.getter()
                            : current.getter();
            JSObject setter =
                    descriptor.hasSet() || !current.isAccessor()
                            ? descriptor.setter()
                            : current.setter();
            value = new Accessor(getter, setter);
            flags = Property.ACCESSOR;
        } else if (current.isAccessor() && !descriptor.isData()) {
            value = new Accessor(current.getter(), current.setter());
            flags = Property.ACCESSOR;
        } else {
            Object before = current.isAccessor() ? Undefined.UNDEFINED : current.value();
            value = descriptor.hasValue() ? descriptor.value() : before;
            flags = 0;
            if (!current.isAccessor()) {
                kept |= Property.WRITABLE;
            } else {
                flags |= descriptor.flags() & Property.WRITABLE;
            }
        }
        int given = descriptor.presentAttributes() & kept;
        flags |= descriptor.flags() & given | current.flags() & kept & ~given;
        object.defineOwn(key, value, flags);
    }

    /** 10.1.9.1 OrdinarySet ( O, P, V, Receiver ). */
    public static boolean set(JSObject object, Object key, Object value, Object receiver) {
        return setWithOwnDescriptor(object, key, value, receiver, object.getOwnProperty(key));
    }

    /** 10.1.9.2 OrdinarySetWithOwnDescriptor ( O, P, V, Receiver, ownDesc ). */
    public static boolean setWithOwnDescriptor(
            JSObject object,
            Object key,
            Object value,
            Object receiver,
            @Nullable PropertyDescriptor own) {
        if (own == null) { // 1
            JSObject parent = object.getPrototypeOf();
            if (parent != null) {
                return parent.set(key, value, receiver);
            }
            own = PropertyDescriptor.data(Undefined.UNDEFINED, Property.DEFAULT);
        }
        if (own.isAccessor()) { // 3-7
            if (own.setter() == null) {
                return false;
            }
            own.setter().call1(receiver, value);
            return true;
        }
        if (!own.writable() || !(receiver instanceof JSObject target)) {
            return false; // 2.a, 2.b
        }
        PropertyDescriptor existing = target.getOwnProperty(key); // 2.c
        if (existing != null) { // 2.d
            if (existing.isAccessor() || !existing.writable()) {
                return false;
            }
            return target.defineOwnProperty(key, new PropertyDescriptor().setValue(value));
        }
        return target.defineOwnProperty(
                key, PropertyDescriptor.data(value, Property.DEFAULT)); // 2.e
    }
}
