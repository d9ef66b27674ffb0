package dev.jsj.interp.interpreter;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.object.Shape;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * 10.4.4 A sloppy function's arguments object, whose elements share their values with the
 * function's parameters. A mapped element has its value in the parameter only; in the element
 * storage it is a hole, so that no fast path reads it there.
 */
final class MappedArguments extends JSObject {
    private final Object @Nullable [] scope;
    private final Object[] registers;

    /**
     * By index: where the parameter is. A slot of the scope, the complement of a register's number,
     * or 0 where the element is its own.
     */
    private final int[] slots;

    MappedArguments(Shape shape, Frame frame, int[] slots) {
        super(shape);
        this.scope = frame.scope;
        this.registers = frame.registers;
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
        int slot = slots[index];
        return slot > 0 ? scope[slot] : registers[~slot];
    }

    private void setParameter(int index, Object value) {
        int slot = slots[index];
        if (slot > 0) {
            scope[slot] = value;
        } else {
            registers[~slot] = value;
        }
    }

    /** The element gets its value itself and is no longer mapped. */
    private void unmap(int index) {
        Object value = parameter(index);
        slots[index] = 0;
        putElement(index, value);
    }

    /** 10.4.4.1 [[GetOwnProperty]] ( P ). */
    @Override
    protected @Nullable PropertyDescriptor getOwnElement(int index) {
        return isMapped(index)
                ? PropertyDescriptor.data(parameter(index), Property.DEFAULT)
                : super.getOwnElement(index);
    }

    @Override
    public boolean hasOwnElement(int index) {
        return isMapped(index) || super.hasOwnElement(index);
    }

    /**
     * 10.4.4.2 [[DefineOwnProperty]] ( P, Desc ). An element whose attributes change ends its
     * mapping unless it stays a plain one; the parameter gets a new value first.
     */
    @Override
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        if (!(key instanceof Integer index) || !isMapped(index)) {
            return super.defineOwnProperty(key, descriptor);
        }
        if (!descriptor.isAccessor()) {
            if (descriptor.hasValue()) {
                setParameter(index, descriptor.value());
            }
            boolean plain =
                    (!descriptor.hasWritable() || descriptor.writable())
                            && (!descriptor.hasEnumerable() || descriptor.enumerable())
                            && (!descriptor.hasConfigurable() || descriptor.configurable());
            if (plain) {
                return true;
            }
        }
        unmap(index);
        return super.defineOwnProperty(key, descriptor);
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
