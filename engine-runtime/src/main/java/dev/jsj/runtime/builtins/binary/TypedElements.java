package dev.jsj.runtime.builtins.binary;

import dev.jsj.runtime.operations.TypeConversion;

/**
 * Unboxed access to the elements of typed arrays, for compiled code: {@link #isValid} first, then
 * one of the others. Small enough for HotSpot to inline.
 */
public final class TypedElements {
    private TypedElements() {}

    /** Whether the array has this type and an element with this index. */
    public static boolean isValid(JSTypedArray array, ElementType type, int index) {
        return array.type() == type && index >= 0 && index < array.length();
    }

    public static int getInt8(JSTypedArray array, int index) {
        return array.buffer().bytes[array.byteOffset() + index];
    }

    public static int getUint8(JSTypedArray array, int index) {
        return array.buffer().bytes[array.byteOffset() + index] & 0xff;
    }

    public static int getInt16(JSTypedArray array, int index) {
        return (short)
                ElementType.SHORT.get(array.buffer().bytes, array.byteOffset() + (index << 1));
    }

    public static int getUint16(JSTypedArray array, int index) {
        return getInt16(array, index) & 0xffff;
    }

    /** An Int32Array's element, or the bits of a Uint32Array's. */
    public static int getInt32(JSTypedArray array, int index) {
        return (int) ElementType.INT.get(array.buffer().bytes, array.byteOffset() + (index << 2));
    }

    public static double getUint32(JSTypedArray array, int index) {
        return getInt32(array, index) & 0xffff_ffffL;
    }

    public static double getFloat16(JSTypedArray array, int index) {
        return Float.float16ToFloat((short) getInt16(array, index));
    }

    public static double getFloat32(JSTypedArray array, int index) {
        return (float)
                ElementType.FLOAT.get(array.buffer().bytes, array.byteOffset() + (index << 2));
    }

    public static double getFloat64(JSTypedArray array, int index) {
        return (double)
                ElementType.DOUBLE.get(array.buffer().bytes, array.byteOffset() + (index << 3));
    }

    /** Stores the low byte. */
    public static void putInt8(JSTypedArray array, int index, int value) {
        array.buffer().bytes[array.byteOffset() + index] = (byte) value;
    }

    public static void putUint8Clamped(JSTypedArray array, int index, int value) {
        putInt8(array, index, Math.max(0, Math.min(value, 255)));
    }

    public static void putUint8Clamped(JSTypedArray array, int index, double value) {
        putInt8(array, index, TypeConversion.toUint8Clamp(value));
    }

    /** Stores the low 16 bits. */
    public static void putInt16(JSTypedArray array, int index, int value) {
        ElementType.SHORT.set(
                array.buffer().bytes, array.byteOffset() + (index << 1), (short) value);
    }

    public static void putInt32(JSTypedArray array, int index, int value) {
        ElementType.INT.set(array.buffer().bytes, array.byteOffset() + (index << 2), value);
    }

    public static void putFloat16(JSTypedArray array, int index, double value) {
        putInt16(array, index, dev.jsj.runtime.value.Float16.toBits(value));
    }

    public static void putFloat32(JSTypedArray array, int index, double value) {
        ElementType.FLOAT.set(
                array.buffer().bytes, array.byteOffset() + (index << 2), (float) value);
    }

    public static void putFloat64(JSTypedArray array, int index, double value) {
        ElementType.DOUBLE.set(array.buffer().bytes, array.byteOffset() + (index << 3), value);
    }
}
