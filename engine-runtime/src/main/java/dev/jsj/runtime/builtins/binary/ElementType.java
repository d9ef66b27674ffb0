package dev.jsj.runtime.builtins.binary;

import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.value.Float16;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/**
 * 23.2 Table 70: the element types of typed arrays, with RawBytesToNumeric and NumericToRawBytes
 * (25.1.3.14, 25.1.3.16).
 */
public enum ElementType {
    INT8("Int8Array", 1, Intrinsic.INT8_ARRAY, Intrinsic.INT8_ARRAY_PROTOTYPE),
    UINT8("Uint8Array", 1, Intrinsic.UINT8_ARRAY, Intrinsic.UINT8_ARRAY_PROTOTYPE),
    UINT8_CLAMPED(
            "Uint8ClampedArray",
            1,
            Intrinsic.UINT8_CLAMPED_ARRAY,
            Intrinsic.UINT8_CLAMPED_ARRAY_PROTOTYPE),
    INT16("Int16Array", 2, Intrinsic.INT16_ARRAY, Intrinsic.INT16_ARRAY_PROTOTYPE),
    UINT16("Uint16Array", 2, Intrinsic.UINT16_ARRAY, Intrinsic.UINT16_ARRAY_PROTOTYPE),
    INT32("Int32Array", 4, Intrinsic.INT32_ARRAY, Intrinsic.INT32_ARRAY_PROTOTYPE),
    UINT32("Uint32Array", 4, Intrinsic.UINT32_ARRAY, Intrinsic.UINT32_ARRAY_PROTOTYPE),
    BIGINT64("BigInt64Array", 8, Intrinsic.BIGINT64_ARRAY, Intrinsic.BIGINT64_ARRAY_PROTOTYPE),
    BIGUINT64("BigUint64Array", 8, Intrinsic.BIGUINT64_ARRAY, Intrinsic.BIGUINT64_ARRAY_PROTOTYPE),
    FLOAT16("Float16Array", 2, Intrinsic.FLOAT16_ARRAY, Intrinsic.FLOAT16_ARRAY_PROTOTYPE),
    FLOAT32("Float32Array", 4, Intrinsic.FLOAT32_ARRAY, Intrinsic.FLOAT32_ARRAY_PROTOTYPE),
    FLOAT64("Float64Array", 8, Intrinsic.FLOAT64_ARRAY, Intrinsic.FLOAT64_ARRAY_PROTOTYPE);

    static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle FLOAT =
            MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private final String arrayName;
    private final int size;
    private final Intrinsic constructor;
    private final Intrinsic prototype;

    ElementType(String arrayName, int size, Intrinsic constructor, Intrinsic prototype) {
        this.arrayName = arrayName;
        this.size = size;
        this.constructor = constructor;
        this.prototype = prototype;
    }

    /** The name of the constructor, {@code Int8Array} and so on. */
    public String arrayName() {
        return arrayName;
    }

    /** Bytes per element. */
    public int size() {
        return size;
    }

    public Intrinsic constructor() {
        return constructor;
    }

    public Intrinsic prototype() {
        return prototype;
    }

    /** [[ContentType]] is BigInt. */
    public boolean isBigInt() {
        return this == BIGINT64 || this == BIGUINT64;
    }

    /** Whether Atomics operations are defined on it: integers, not clamped. */
    public boolean isAtomic() {
        return this != UINT8_CLAMPED && !isFloat();
    }

    private boolean isFloat() {
        return this == FLOAT16 || this == FLOAT32 || this == FLOAT64;
    }

    /** ToNumber or ToBigInt, as the content type asks. */
    public Object toElementValue(Object value) {
        return isBigInt() ? TypeConversion.toBigInt(value) : TypeConversion.toNumberValue(value);
    }

    /** RawBytesToNumeric at a byte offset, little endian. */
    public Object read(byte[] bytes, int at) {
        return switch (this) {
            case INT8 -> (int) bytes[at];
            case UINT8, UINT8_CLAMPED -> bytes[at] & 0xff;
            case INT16 -> (int) (short) SHORT.get(bytes, at);
            case UINT16 -> (short) SHORT.get(bytes, at) & 0xffff;
            case INT32 -> (int) INT.get(bytes, at);
            case UINT32 -> uint32((int) INT.get(bytes, at));
            case BIGINT64 -> BigInteger.valueOf((long) LONG.get(bytes, at));
            case BIGUINT64 -> TypeConversion.unsignedBigInt((long) LONG.get(bytes, at));
            case FLOAT16 -> (double) Float.float16ToFloat((short) SHORT.get(bytes, at));
            case FLOAT32 -> (double) (float) FLOAT.get(bytes, at);
            case FLOAT64 -> (double) DOUBLE.get(bytes, at);
        };
    }

    static Object uint32(int bits) {
        return bits >= 0 ? (Object) bits : (Object) (double) (bits & 0xffffffffL);
    }

    /**
     * NumericToRawBytes at a byte offset, little endian; {@code value} is a Number or BigInt as the
     * content type asks.
     */
    public void write(byte[] bytes, int at, Object value) {
        switch (this) {
            case INT8, UINT8 -> bytes[at] = (byte) int32(value);
            case UINT8_CLAMPED ->
                    bytes[at] = (byte) TypeConversion.toUint8Clamp(((Number) value).doubleValue());
            case INT16, UINT16 -> SHORT.set(bytes, at, (short) int32(value));
            case INT32, UINT32 -> INT.set(bytes, at, int32(value));
            case BIGINT64, BIGUINT64 -> LONG.set(bytes, at, ((BigInteger) value).longValue());
            case FLOAT16 -> SHORT.set(bytes, at, Float16.toBits(((Number) value).doubleValue()));
            case FLOAT32 -> FLOAT.set(bytes, at, (float) ((Number) value).doubleValue());
            case FLOAT64 -> DOUBLE.set(bytes, at, ((Number) value).doubleValue());
        }
    }

    private static int int32(Object number) {
        return number instanceof Integer small
                ? small
                : TypeConversion.toInt32(((Number) number).doubleValue());
    }

    /** The bits of an element value in the low bytes of a long: what atomic operations work on. */
    long toBits(Object value) {
        return isBigInt() ? ((BigInteger) value).longValue() : int32(value);
    }

    /** Reads the raw bits of an element. */
    long readBits(byte[] bytes, int at) {
        return switch (size) {
            case 1 -> bytes[at];
            case 2 -> (short) SHORT.get(bytes, at);
            case 4 -> (int) INT.get(bytes, at);
            default -> (long) LONG.get(bytes, at);
        };
    }

    /** Writes the low bits of {@code bits}. */
    void writeBits(byte[] bytes, int at, long bits) {
        switch (size) {
            case 1 -> bytes[at] = (byte) bits;
            case 2 -> SHORT.set(bytes, at, (short) bits);
            case 4 -> INT.set(bytes, at, (int) bits);
            default -> LONG.set(bytes, at, bits);
        }
    }
}
