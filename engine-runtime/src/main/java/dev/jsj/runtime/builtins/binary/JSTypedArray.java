package dev.jsj.runtime.builtins.binary;

import dev.jsj.runtime.object.IntegerIndexed;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.OrdinaryProperties;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** 10.4.5 TypedArray exotic objects. */
public final class JSTypedArray extends JSObject implements IntegerIndexed {
    private static final int TRACKS_LENGTH = -1;

    private final ElementType type;
    private final JSArrayBuffer buffer;
    private final int byteOffset;

    /**
     * The fixed length, or {@link #TRACKS_LENGTH} for a view that follows the length of its buffer.
     */
    private final int fixedLength;

    private JSTypedArray(
            Shape shape, ElementType type, JSArrayBuffer buffer, int byteOffset, int fixedLength) {
        super(shape);
        this.type = type;
        this.buffer = buffer;
        this.byteOffset = byteOffset;
        this.fixedLength = fixedLength;
    }

    /** A view with a fixed length in elements. */
    public static JSTypedArray create(
            JSObject prototype,
            ElementType type,
            JSArrayBuffer buffer,
            int byteOffset,
            int length) {
        Shape shape = prototype.shape().tree().root(prototype, ObjectKind.TYPED_ARRAY);
        return new JSTypedArray(shape, type, buffer, byteOffset, length);
    }

    /** A view that follows the length of its resizable buffer. */
    public static JSTypedArray createTracking(
            JSObject prototype, ElementType type, JSArrayBuffer buffer, int byteOffset) {
        Shape shape = prototype.shape().tree().root(prototype, ObjectKind.TYPED_ARRAY);
        return new JSTypedArray(shape, type, buffer, byteOffset, TRACKS_LENGTH);
    }

    /** A fresh array of the realm's own constructor. */
    public static JSTypedArray allocate(Realm realm, ElementType type, int length) {
        JSArrayBuffer buffer = JSArrayBuffer.of(realm, new byte[length * type.size()]);
        return create(realm.intrinsic(type.prototype()), type, buffer, 0, length);
    }

    public ElementType type() {
        return type;
    }

    /** [[ViewedArrayBuffer]]. */
    public JSArrayBuffer buffer() {
        return buffer;
    }

    /** [[ByteOffset]], whether or not the view is out of bounds. */
    public int byteOffset() {
        return byteOffset;
    }

    /** Whether [[ArrayLength]] is auto. */
    public boolean tracksLength() {
        return fixedLength == TRACKS_LENGTH;
    }

    /** 10.4.5.14 TypedArrayLength, 0 when out of bounds or detached. */
    @Override
    public int length() {
        if (!buffer.isResizable()) {
            return buffer.bytes == null ? 0 : fixedLength;
        }
        return lengthInResizableBuffer();
    }

    private int lengthInResizableBuffer() {
        if (isOutOfBounds()) {
            return 0;
        }
        return tracksLength() ? (buffer.byteLength() - byteOffset) / type.size() : fixedLength;
    }

    /** 10.4.5.13 IsTypedArrayOutOfBounds; a detached buffer counts too. */
    @Override
    public boolean isOutOfBounds() {
        if (buffer.bytes == null) {
            return true;
        }
        int available = buffer.byteLength();
        if (tracksLength()) {
            return byteOffset > available;
        }
        return byteOffset + (long) fixedLength * type.size() > available;
    }

    /** FAST PATH of element reads: the element, or null where the index is invalid. */
    public @Nullable Object element(int index) {
        return index >= 0 && index < length()
                ? type.read(buffer.bytes, byteOffset + index * type.size())
                : null;
    }

    /**
     * FAST PATH of element writes: stores a number at a valid index; false, with nothing done,
     * where the value must be converted first, or the index is invalid.
     */
    public boolean replace(int index, Object value) {
        if (!(value instanceof Integer || value instanceof Double)
                || index < 0
                || index >= length()) {
            return false;
        }
        setElement(index, value);
        return true;
    }

    /** Stores a value of the right type, if the index is valid (10.4.5.18 steps 3 and on). */
    public void putElementValue(int index, Object numeric) {
        if (index >= 0 && index < length()) {
            type.write(buffer.bytes, byteOffset + index * type.size(), numeric);
        }
    }

    /** 10.4.5.18 TypedArraySetElement ( O, index, value ). */
    public void setElement(int index, Object value) {
        Object numeric = type.toElementValue(value);
        putElementValue(index, numeric);
    }

    // ---- internal methods

    /**
     * Whether the key is a CanonicalNumericIndexString that the int keys do not cover: never a
     * valid index.
     */
    private static boolean isOtherNumericKey(Object key) {
        if (!(key instanceof String name) || name.isEmpty()) {
            return false;
        }
        char first = name.charAt(0);
        return (first == '-' || first == 'I' || first == 'N' || first >= '0' && first <= '9')
                && TypeConversion.canonicalNumericIndexString(name) != null;
    }

    @Override
    protected @Nullable PropertyDescriptor getOwnElement(int index) {
        Object value = element(index);
        return value == null ? null : PropertyDescriptor.data(value, Property.DEFAULT);
    }

    @Override
    public boolean hasOwnElement(int index) {
        return index < length();
    }

    @Override
    public @Nullable PropertyDescriptor getOwnProperty(Object key) {
        return isOtherNumericKey(key) ? null : super.getOwnProperty(key);
    }

    @Override
    public boolean hasOwn(Object key) {
        return !isOtherNumericKey(key) && super.hasOwn(key);
    }

    /** 10.4.5.2 [[HasProperty]] ( P ). */
    @Override
    public boolean hasProperty(Object key) {
        if (key instanceof Integer index) {
            return hasOwnElement(index);
        }
        return !isOtherNumericKey(key) && super.hasProperty(key);
    }

    /** 10.4.5.3 [[DefineOwnProperty]] ( P, Desc ). */
    @Override
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        if (!(key instanceof Integer index)) {
            return !isOtherNumericKey(key) && OrdinaryProperties.define(this, key, descriptor);
        }
        if (!hasOwnElement(index)
                || descriptor.hasConfigurable() && !descriptor.configurable()
                || descriptor.hasEnumerable() && !descriptor.enumerable()
                || descriptor.isAccessor()
                || descriptor.hasWritable() && !descriptor.writable()) {
            return false;
        }
        if (descriptor.hasValue()) {
            setElement(index, descriptor.value());
        }
        return true;
    }

    /** 10.4.5.4 [[Get]] ( P, Receiver ). */
    @Override
    public Object get(Object key, Object receiver) {
        return isOtherNumericKey(key) ? Undefined.UNDEFINED : super.get(key, receiver);
    }

    @Override
    public Object get(int index, Object receiver) {
        Object value = element(index);
        return value == null ? Undefined.UNDEFINED : value;
    }

    /** 10.4.5.5 [[Set]] ( P, V, Receiver ). */
    @Override
    public boolean set(Object key, Object value, Object receiver) {
        if (isOtherNumericKey(key)) {
            if (receiver == this) {
                type.toElementValue(value);
            }
            return true;
        }
        return super.set(key, value, receiver);
    }

    @Override
    public boolean set(int index, Object value, Object receiver) {
        if (receiver == this) {
            setElement(index, value);
            return true;
        }
        return !hasOwnElement(index) || OrdinaryProperties.set(this, index, value, receiver);
    }

    /** 10.4.5.6 [[Delete]] ( P ). */
    @Override
    public boolean delete(Object key) {
        if (key instanceof Integer index) {
            return !hasOwnElement(index);
        }
        return isOtherNumericKey(key) || super.delete(key);
    }

    /** 10.4.5.7 [[OwnPropertyKeys]] ( ). */
    @Override
    public List<Object> ownPropertyKeys() {
        int length = length();
        List<Object> keys = new ArrayList<>(length + 4);
        for (int i = 0; i < length; i++) {
            keys.add(i);
        }
        addNamedKeys(keys);
        return keys;
    }

    /** 10.4.5.1 [[PreventExtensions]] ( ): not where elements may appear later. */
    @Override
    public boolean preventExtensions() {
        boolean fixed = !tracksLength() && !(buffer.isResizable() && !buffer.isShared());
        return fixed && super.preventExtensions();
    }

    @Override
    public String builtinTag() {
        return "Object";
    }
}
