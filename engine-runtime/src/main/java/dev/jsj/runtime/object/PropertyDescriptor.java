package dev.jsj.runtime.object;

import org.jspecify.annotations.Nullable;

/**
 * 6.2.6 The Property Descriptor Specification Type. Every field may be absent; absence of value,
 * getter and setter is Java null (an absent getter or setter of an accessor descriptor is told from
 * a present {@code undefined} by {@link #hasGet()}/{@link #hasSet()}).
 */
public final class PropertyDescriptor {
    private static final int GET = 1 << 8;
    private static final int SET = 1 << 9;
    private static final int ATTRIBUTES =
            Property.WRITABLE | Property.ENUMERABLE | Property.CONFIGURABLE;

    private @Nullable Object value;
    private @Nullable JSObject getter;
    private @Nullable JSObject setter;
    private int flags;
    private int present;

    /** A descriptor without fields. */
    public PropertyDescriptor() {}

    /** A complete data descriptor. */
    public static PropertyDescriptor data(Object value, int flags) {
        PropertyDescriptor descriptor = new PropertyDescriptor();
        descriptor.value = value;
        descriptor.flags = flags & ATTRIBUTES;
        descriptor.present = ATTRIBUTES;
        return descriptor;
    }

    /** A complete accessor descriptor; null functions stand for undefined. */
    public static PropertyDescriptor accessor(
            @Nullable JSObject getter, @Nullable JSObject setter, int flags) {
        PropertyDescriptor descriptor = new PropertyDescriptor();
        descriptor.getter = getter;
        descriptor.setter = setter;
        descriptor.flags = flags & (Property.ENUMERABLE | Property.CONFIGURABLE);
        descriptor.present = Property.ENUMERABLE | Property.CONFIGURABLE | GET | SET;
        return descriptor;
    }

    /** The complete descriptor of what a slot holds. */
    public static PropertyDescriptor of(Object slotValue, int flags) {
        return slotValue instanceof Accessor accessor
                ? accessor(accessor.getter(), accessor.setter(), flags)
                : data(slotValue, flags);
    }

    public @Nullable Object value() {
        return value;
    }

    /** [[Get]]; null is undefined (or absent). */
    public @Nullable JSObject getter() {
        return getter;
    }

    /** [[Set]]; null is undefined (or absent). */
    public @Nullable JSObject setter() {
        return setter;
    }

    public boolean writable() {
        return (flags & Property.WRITABLE) != 0;
    }

    public boolean enumerable() {
        return (flags & Property.ENUMERABLE) != 0;
    }

    public boolean configurable() {
        return (flags & Property.CONFIGURABLE) != 0;
    }

    /** The attribute bits of {@link Property}; absent attributes are false. */
    public int flags() {
        return flags;
    }

    public boolean hasValue() {
        return value != null;
    }

    public boolean hasGet() {
        return (present & GET) != 0;
    }

    public boolean hasSet() {
        return (present & SET) != 0;
    }

    public boolean hasWritable() {
        return (present & Property.WRITABLE) != 0;
    }

    public boolean hasEnumerable() {
        return (present & Property.ENUMERABLE) != 0;
    }

    public boolean hasConfigurable() {
        return (present & Property.CONFIGURABLE) != 0;
    }

    public PropertyDescriptor setValue(Object newValue) {
        value = newValue;
        return this;
    }

    public PropertyDescriptor setGetter(@Nullable JSObject newGetter) {
        getter = newGetter;
        present |= GET;
        return this;
    }

    public PropertyDescriptor setSetter(@Nullable JSObject newSetter) {
        setter = newSetter;
        present |= SET;
        return this;
    }

    public PropertyDescriptor setWritable(boolean on) {
        return attribute(Property.WRITABLE, on);
    }

    public PropertyDescriptor setEnumerable(boolean on) {
        return attribute(Property.ENUMERABLE, on);
    }

    public PropertyDescriptor setConfigurable(boolean on) {
        return attribute(Property.CONFIGURABLE, on);
    }

    private PropertyDescriptor attribute(int bit, boolean on) {
        flags = on ? flags | bit : flags & ~bit;
        present |= bit;
        return this;
    }

    /** 6.2.6.1 IsAccessorDescriptor. */
    public boolean isAccessor() {
        return (present & (GET | SET)) != 0;
    }

    /** 6.2.6.2 IsDataDescriptor. */
    public boolean isData() {
        return value != null || (present & Property.WRITABLE) != 0;
    }

    /** Whether the descriptor has no field at all. */
    boolean isEmpty() {
        return present == 0 && value == null;
    }

    /** Which attribute fields are present, as bits of {@link Property}. */
    int presentAttributes() {
        return present & ATTRIBUTES;
    }

    /**
     * What a slot holds for a property made from this descriptor: the value, or an {@link
     * Accessor}.
     */
    Object slotValue() {
        if (isAccessor()) {
            return new Accessor(getter, setter);
        }
        return value == null ? dev.jsj.runtime.value.Undefined.UNDEFINED : value;
    }

    /** The flags of a property made from this descriptor, absent attributes being false. */
    int propertyFlags() {
        return isAccessor() ? flags & ~Property.WRITABLE | Property.ACCESSOR : flags;
    }
}
