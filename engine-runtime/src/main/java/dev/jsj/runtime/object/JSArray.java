package dev.jsj.runtime.object;

import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * 10.4.2 Array exotic objects. {@code length} is a field, not a slot; elements beyond it are holes
 * in the backing store.
 */
public final class JSArray extends JSObject {
    private long length;
    private boolean lengthWritable = true;

    /** An empty array. */
    public JSArray(Shape shape) {
        super(shape);
    }

    /**
     * An array over dense storage which it takes over: an int[], double[] or Object[] with holes
     * from {@code length} on.
     */
    public JSArray(Shape shape, Object elements, int length) {
        super(shape);
        this.elements = elements;
        this.length = length;
    }

    /** An array of {@code length} holes. */
    public static JSArray ofLength(Shape shape, long length) {
        JSArray array = new JSArray(shape);
        array.length = length;
        return array;
    }

    /** The value of {@code length}: 0 to 2^32-1. */
    public long length() {
        return length;
    }

    /** The length as a JavaScript number. */
    public Object lengthValue() {
        return length <= Integer.MAX_VALUE ? (Object) (int) length : (Object) (double) length;
    }

    /** Whether {@code length} can be changed. */
    public boolean isLengthWritable() {
        return lengthWritable;
    }

    /**
     * Whether there are neither sparse nor special elements, and new ones may be added: the
     * condition of the fast paths.
     */
    public boolean isDense() {
        return !(elements instanceof SparseElements) && lengthWritable && shape().isExtensible();
    }

    /** FAST PATH of push, for a {@link #isDense() dense} array. */
    public void append(Object value) {
        int at = (int) length;
        if (length >= Integer.MAX_VALUE - 16) {
            set(LargeIndexKey.of(length), value, this);
            return;
        }
        putElement(at, value);
    }

    /** FAST PATH of push where there is room in the storage; the new length. */
    public int appendInPlace(int[] ints, int value) {
        prototypeChanged();
        ints[(int) length] = value;
        return (int) ++length;
    }

    /** FAST PATH of push where there is room in the storage; the new length. */
    public int appendInPlace(double[] doubles, double value) {
        prototypeChanged();
        doubles[(int) length] = Elements.canonical(value);
        return (int) ++length;
    }

    /**
     * FAST PATH of pop, for a dense array: the last element, or null where it is a hole or the
     * array is empty (nothing done then).
     */
    public @Nullable Object removeLast() {
        if (length == 0 || length > Integer.MAX_VALUE) {
            return null;
        }
        int at = (int) length - 1;
        Object value = Elements.get(elements, at);
        if (value != null) {
            prototypeChanged();
            Elements.clear(elements, at);
            length = at;
        }
        return value;
    }

    /** FAST PATH of slice, for a dense array: storage for a new array of {@code to - from}. */
    public @Nullable Object copyElements(int from, int to) {
        return Elements.copyRange(elements, from, to);
    }

    /** FAST PATH of spread into this empty dense array; false, with nothing done, for others. */
    public boolean copyPacked(JSArray from) {
        if (length != 0 || !isDense() || !Elements.isPacked(from.elements, from.length)) {
            return false;
        }
        replaceElements(Elements.copyRange(from.elements, 0, (int) from.length), (int) from.length);
        return true;
    }

    /** FAST PATH of shift and splice, for a dense array: removes elements and closes the gap. */
    public void removeElements(int at, int count) {
        prototypeChanged();
        Elements.removeRange(elements, at, count, (int) length);
        length -= count;
    }

    /**
     * FAST PATH of unshift and splice, for a dense array: inserts {@code values[from..]}, moving
     * the elements behind. The new length must fit an int.
     */
    public void insertElements(int at, Object[] values, int from) {
        prototypeChanged();
        int count = values.length - from;
        elements = Elements.insertHoles(elements, at, count, (int) length);
        length += count;
        for (int i = 0; i < count; i++) {
            elements = Elements.put(elements, at + i, values[from + i], length);
        }
    }

    /** FAST PATH of reverse, for a dense array. */
    public void reverseElements() {
        prototypeChanged();
        if (Elements.capacity(elements) < length) {
            elements = Elements.concat(elements, (int) length, null, 0);
        }
        if (elements != null) {
            Elements.reverse(elements, (int) length);
        }
    }

    /** FAST PATH of concat, for dense arrays: storage for the elements of both. */
    public @Nullable Object concatElements(JSArray other) {
        return Elements.concat(elements, (int) length, other.elements, (int) other.length);
    }

    /** Replaces the content by dense storage, for the bulk operations of built-ins. */
    public void replaceElements(@Nullable Object newElements, int newLength) {
        prototypeChanged();
        elements = newElements;
        length = newLength;
    }

    @Override
    public void putElement(int index, Object value) {
        super.putElement(index, value);
        if (index >= length) {
            length = index + 1L;
        }
    }

    @Override
    protected long elementsInUse() {
        return length;
    }

    @Override
    protected boolean canAddElement(int index) {
        return (index < length || lengthWritable) && super.canAddElement(index);
    }

    @Override
    public Object get(Object key, Object receiver) {
        if (key == "length") {
            return lengthValue();
        }
        return "length".equals(key) ? lengthValue() : super.get(key, receiver);
    }

    @Override
    public boolean hasOwn(Object key) {
        return "length".equals(key) || super.hasOwn(key);
    }

    @Override
    public boolean set(Object key, Object value, Object receiver) {
        if (key instanceof String name
                && (name.equals("length") || LargeIndex.isLargeIndex(name))) {
            return OrdinaryProperties.set(this, key, value, receiver);
        }
        return super.set(key, value, receiver);
    }

    @Override
    public @Nullable PropertyDescriptor getOwnProperty(Object key) {
        if ("length".equals(key)) {
            return PropertyDescriptor.data(lengthValue(), lengthWritable ? Property.WRITABLE : 0);
        }
        return super.getOwnProperty(key);
    }

    /** 10.4.2.1 [[DefineOwnProperty]] ( P, Desc ). */
    @Override
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        if (key instanceof Integer index) { // 2
            if (index >= length && !lengthWritable) {
                return false;
            }
            if (!OrdinaryProperties.define(this, key, descriptor)) {
                return false;
            }
            length = Math.max(length, index + 1L);
            return true;
        }
        if ("length".equals(key)) {
            return defineLength(descriptor);
        }
        long large = key instanceof String name ? LargeIndex.value(name) : -1;
        if (large >= 0) {
            if (large >= length && !lengthWritable
                    || !OrdinaryProperties.define(this, key, descriptor)) {
                return false;
            }
            length = Math.max(length, large + 1);
            return true;
        }
        return OrdinaryProperties.define(this, key, descriptor);
    }

    /** 10.4.2.4 ArraySetLength ( A, Desc ). */
    private boolean defineLength(PropertyDescriptor descriptor) {
        long newLength = length;
        PropertyDescriptor wanted = descriptor;
        if (descriptor.hasValue()) {
            newLength = shape().tree().toArrayLength(descriptor.value()); // 3-5
            Object number =
                    newLength <= Integer.MAX_VALUE
                            ? (Object) (int) newLength
                            : (Object) (double) newLength;
            wanted = copy(descriptor).setValue(number);
        }
        PropertyDescriptor current = getOwnProperty("length"); // 7
        if (!OrdinaryProperties.validateAndApply(null, "length", true, wanted, current)) {
            return false;
        }
        boolean complete = setLength(newLength);
        if (descriptor.hasWritable() && !descriptor.writable()) {
            lengthWritable = false;
        }
        return complete;
    }

    private static PropertyDescriptor copy(PropertyDescriptor from) {
        PropertyDescriptor copy = new PropertyDescriptor();
        if (from.hasWritable()) {
            copy.setWritable(from.writable());
        }
        if (from.hasEnumerable()) {
            copy.setEnumerable(from.enumerable());
        }
        if (from.hasConfigurable()) {
            copy.setConfigurable(from.configurable());
        }
        if (from.hasGet()) {
            copy.setGetter(from.getter());
        }
        if (from.hasSet()) {
            copy.setSetter(from.setter());
        }
        return copy;
    }

    /**
     * Steps 9 to 17: cuts or extends; false where an element could not be deleted (the length then
     * ends behind it).
     */
    public boolean setLength(long newLength) {
        prototypeChanged();
        if (newLength < length) {
            if (length > Integer.MAX_VALUE) {
                deleteLargeIndices(newLength);
            }
            if (elements instanceof SparseElements sparse && newLength <= Integer.MAX_VALUE) {
                var doomed = sparse.entries().tailMap((int) newLength, true).descendingMap();
                for (var entries = doomed.entrySet().iterator(); entries.hasNext(); ) {
                    var entry = entries.next();
                    if ((entry.getValue().flags & Property.CONFIGURABLE) == 0) {
                        length = entry.getKey() + 1L;
                        return false;
                    }
                    entries.remove();
                }
            } else if (newLength <= Integer.MAX_VALUE) {
                elements = Elements.truncate(elements, (int) newLength);
            }
        }
        length = newLength;
        return true;
    }

    private void deleteLargeIndices(long newLength) {
        for (Object key : ownPropertyKeys()) {
            if (key instanceof String name && LargeIndex.value(name) >= newLength) {
                delete(key);
            }
        }
    }

    @Override
    public boolean delete(Object key) {
        return !"length".equals(key) && super.delete(key);
    }

    @Override
    public List<Object> ownPropertyKeys() {
        List<Object> keys = new java.util.ArrayList<>();
        addElementKeys(keys);
        int names = keys.size();
        addNamedKeys(keys);
        while (names < keys.size()
                && keys.get(names) instanceof String name
                && LargeIndex.isLargeIndex(name)) {
            names++;
        }
        keys.add(names, "length");
        return keys;
    }

    @Override
    public boolean setIntegrityFast(boolean frozen) {
        if (!super.setIntegrityFast(frozen)) {
            return false;
        }
        if (frozen) {
            lengthWritable = false;
        }
        return true;
    }

    /**
     * The elements 0 to length-1 as a new Java array, holes read as undefined; null where the
     * storage is sparse (use the generic algorithm) .
     */
    public Object @Nullable [] toDenseArray() {
        if (length > Integer.MAX_VALUE - 16) {
            return null;
        }
        int count = (int) length;
        Object[] result;
        if (elements instanceof SparseElements sparse) {
            result = sparse.toDense(count);
            if (result == null) {
                return null;
            }
        } else if (elements instanceof Object[] objects && objects.length >= count) {
            result = Arrays.copyOf(objects, count, Object[].class);
        } else {
            result = new Object[count];
            for (int i = 0; i < count; i++) {
                result[i] = Elements.get(elements, i);
            }
        }
        for (int i = 0; i < count; i++) {
            if (result[i] == null) {
                result[i] = Undefined.UNDEFINED;
            }
        }
        return result;
    }

    @Override
    public String builtinTag() {
        return "Array";
    }

    /** Keys of indices that do not fit an int. */
    private static final class LargeIndexKey {
        static Object of(long index) {
            return index <= Integer.MAX_VALUE
                    ? (Object) (int) index
                    : (Object) Long.toString(index);
        }
    }
}
