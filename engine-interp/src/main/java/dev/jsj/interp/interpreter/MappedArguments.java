package dev.jsj.interp.interpreter;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.object.Shape;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * 10.4.4 A sloppy function's arguments object, whose elements share their values with the
 * function's parameters. A mapped element has its value in the parameter only; in the element
 * storage it is a hole, so that no fast path reads it there.
 */
final class MappedArguments extends JSObject {
    private final Object @Nullable [] scope;

    /** By index: the parameter's slot in the scope, or 0 where the element is its own. */
    private final int[] slots;

    /** By index: the attributes of the mapped elements; null while all have the default ones. */
    private int @Nullable [] attributes;

    MappedArguments(Shape shape, Frame frame, int[] slots) {
        super(shape);
        this.scope = frame.scope;
        this.slots = slots;
        Object[] own = frame.arguments.clone();
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] != 0) {
                own[i] = null;
            }
        }
        elements = own;
    }

    private boolean isMapped(int index) {
        return index < slots.length && slots[index] != 0;
    }

    private Object parameter(int index) {
        return scope[slots[index]];
    }

    private void setParameter(int index, Object value) {
        scope[slots[index]] = value;
    }

    private int attributes(int index) {
        return attributes == null ? Property.DEFAULT : attributes[index];
    }

    private void setAttributes(int index, int flags) {
        if (attributes == null) {
            if (flags == Property.DEFAULT) {
                return;
            }
            attributes = new int[slots.length];
            Arrays.fill(attributes, Property.DEFAULT);
        }
        attributes[index] = flags;
    }

    /** The element gets its value and attributes itself and is no longer mapped. */
    private void unmap(int index) {
        Object value = parameter(index);
        int flags = attributes(index);
        slots[index] = 0;
        putElement(index, value);
        if (flags != Property.DEFAULT) {
            super.defineOwnProperty(index, PropertyDescriptor.data(value, flags));
        }
    }

    /** 10.4.4.1 [[GetOwnProperty]] ( P ). */
    @Override
    protected @Nullable PropertyDescriptor getOwnElement(int index) {
        return isMapped(index)
                ? PropertyDescriptor.data(parameter(index), attributes(index))
                : super.getOwnElement(index);
    }

    @Override
    public boolean hasOwnElement(int index) {
        return isMapped(index) || super.hasOwnElement(index);
    }

    /**
     * 10.4.4.2 [[DefineOwnProperty]] ( P, Desc ). An element that becomes an accessor or read-only
     * ends its mapping; the parameter gets a new value first.
     */
    @Override
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        if (!(key instanceof Integer index) || !isMapped(index)) {
            return super.defineOwnProperty(key, descriptor);
        }
        int flags = attributes(index);
        if ((flags & Property.CONFIGURABLE) == 0 && changesFixed(flags, descriptor)) {
            return false;
        }
        if (descriptor.isAccessor()) {
            unmap(index);
            return super.defineOwnProperty(key, descriptor);
        }
        if (descriptor.hasValue()) {
            setParameter(index, descriptor.value());
        }
        if (descriptor.hasEnumerable()) {
            flags = withFlag(flags, Property.ENUMERABLE, descriptor.enumerable());
        }
        if (descriptor.hasConfigurable()) {
            flags = withFlag(flags, Property.CONFIGURABLE, descriptor.configurable());
        }
        if (descriptor.hasWritable() && !descriptor.writable()) {
            flags = withFlag(flags, Property.WRITABLE, false);
        }
        setAttributes(index, flags);
        if ((flags & Property.WRITABLE) == 0) {
            unmap(index);
        }
        return true;
    }

    /** Whether a descriptor asks for what a writable element that is not configurable refuses. */
    private static boolean changesFixed(int flags, PropertyDescriptor descriptor) {
        return descriptor.isAccessor()
                || (descriptor.hasConfigurable() && descriptor.configurable())
                || (descriptor.hasEnumerable()
                        && descriptor.enumerable() != ((flags & Property.ENUMERABLE) != 0));
    }

    private static int withFlag(int flags, int flag, boolean on) {
        return on ? flags | flag : flags & ~flag;
    }

    /** 10.4.4.3 [[Get]] ( P, Receiver ). */
    @Override
    public Object get(int index, Object receiver) {
        return isMapped(index) ? parameter(index) : super.get(index, receiver);
    }

    /** 10.4.4.4 [[Set]] ( P, V, Receiver ). */
    @Override
    public boolean set(int index, Object value, Object receiver) {
        if (receiver == this && isMapped(index)) {
            setParameter(index, value);
            return true;
        }
        return super.set(index, value, receiver);
    }

    /** 10.4.4.5 [[Delete]] ( P ). */
    @Override
    public boolean delete(Object key) {
        if (key instanceof Integer index && isMapped(index)) {
            if ((attributes(index) & Property.CONFIGURABLE) == 0) {
                return false;
            }
            slots[index] = 0;
            return true;
        }
        return super.delete(key);
    }

    @Override
    protected void addElementKeys(List<Object> keys) {
        int first = keys.size();
        super.addElementKeys(keys);
        int at = first;
        for (int i = 0; i < slots.length; i++) {
            while (at < keys.size() && (Integer) keys.get(at) < i) {
                at++;
            }
            if (slots[i] != 0) {
                keys.add(at++, i);
            }
        }
    }

    @Override
    public String builtinTag() {
        return "Arguments";
    }
}
