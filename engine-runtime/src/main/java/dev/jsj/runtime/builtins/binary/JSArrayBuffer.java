package dev.jsj.runtime.builtins.binary;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** 25.1 ArrayBuffer and 25.2 SharedArrayBuffer instances. */
public final class JSArrayBuffer extends JSObject {
    /** The longest buffer: what one Java array holds. */
    static final long MAX_LENGTH = Integer.MAX_VALUE - 8L;

    /**
     * The bytes, from index 0; may be longer than {@link #byteLength()}; null when detached. Public
     * for the tiers' fast paths.
     */
    public byte @Nullable [] bytes;

    private int byteLength;
    private final int maxByteLength;
    private final @Nullable SharedBlock shared;
    private boolean detachable = true;

    private JSArrayBuffer(
            Shape shape,
            byte[] bytes,
            int byteLength,
            int maxByteLength,
            @Nullable SharedBlock shared) {
        super(shape);
        this.bytes = bytes;
        this.byteLength = byteLength;
        this.maxByteLength = maxByteLength;
        this.shared = shared;
    }

    /**
     * 25.1.3.1 AllocateArrayBuffer ( constructor, byteLength [ , maxByteLength ] ).
     *
     * @param maxByteLength -1 for a buffer of fixed length
     */
    public static JSArrayBuffer allocate(
            JSObject constructor, long byteLength, long maxByteLength) {
        if (maxByteLength >= 0 && byteLength > maxByteLength) {
            throw Errors.rangeError("Invalid array buffer max length");
        }
        JSObject prototype =
                Constructors.getPrototypeFromConstructor(
                        constructor, Intrinsic.ARRAY_BUFFER_PROTOTYPE);
        if (byteLength > MAX_LENGTH || maxByteLength > MAX_LENGTH) {
            throw Errors.rangeError("Array buffer allocation failed");
        }
        return new JSArrayBuffer(
                prototype.shape().tree().root(prototype),
                allocateBytes((int) byteLength),
                (int) byteLength,
                (int) maxByteLength,
                null);
    }

    /** 25.2.2.1 AllocateSharedArrayBuffer ( constructor, byteLength [ , maxByteLength ] ). */
    public static JSArrayBuffer allocateShared(
            JSObject constructor, long byteLength, long maxByteLength) {
        if (maxByteLength >= 0 && byteLength > maxByteLength) {
            throw Errors.rangeError("Invalid array buffer max length");
        }
        JSObject prototype =
                Constructors.getPrototypeFromConstructor(
                        constructor, Intrinsic.SHARED_ARRAY_BUFFER_PROTOTYPE);
        if (byteLength > MAX_LENGTH || maxByteLength > MAX_LENGTH) {
            throw Errors.rangeError("Array buffer allocation failed");
        }
        SharedBlock block;
        try {
            block = new SharedBlock((int) byteLength, (int) maxByteLength);
        } catch (OutOfMemoryError exhausted) {
            throw Errors.rangeError("Array buffer allocation failed");
        }
        return new JSArrayBuffer(
                prototype.shape().tree().root(prototype),
                block.bytes(),
                0,
                (int) maxByteLength,
                block);
    }

    /** An ArrayBuffer of the realm over existing bytes, which it takes over. */
    public static JSArrayBuffer of(Realm realm, byte[] bytes) {
        JSObject prototype = realm.intrinsic(Intrinsic.ARRAY_BUFFER_PROTOTYPE);
        return new JSArrayBuffer(realm.agent().root(prototype), bytes, bytes.length, -1, null);
    }

    /** A SharedArrayBuffer of the realm over a block that another agent may use too. */
    public static JSArrayBuffer ofShared(Realm realm, SharedBlock block, boolean growable) {
        JSObject prototype = realm.intrinsic(Intrinsic.SHARED_ARRAY_BUFFER_PROTOTYPE);
        int max = growable ? block.bytes().length : -1;
        return new JSArrayBuffer(realm.agent().root(prototype), block.bytes(), 0, max, block);
    }

    private static byte[] allocateBytes(int length) {
        try {
            return new byte[length];
        } catch (OutOfMemoryError exhausted) {
            throw Errors.rangeError("Array buffer allocation failed");
        }
    }

    /** [[ArrayBufferByteLength]]; 0 when detached. */
    public int byteLength() {
        return shared != null ? shared.length() : byteLength;
    }

    /** [[ArrayBufferMaxByteLength]], or the length of a fixed-length buffer. */
    public int maxByteLength() {
        return isResizable() ? maxByteLength : byteLength();
    }

    /** 25.1.3.8 IsFixedLengthArrayBuffer, negated. */
    public boolean isResizable() {
        return maxByteLength >= 0;
    }

    /** 25.1.3.5 IsDetachedBuffer. */
    public boolean isDetached() {
        return bytes == null;
    }

    /** 25.2.2.2 IsSharedArrayBuffer. */
    public boolean isShared() {
        return shared != null;
    }

    /** The block of a SharedArrayBuffer; null for an ArrayBuffer. */
    public @Nullable SharedBlock sharedBlock() {
        return shared;
    }

    /**
     * Forbids detaching (WebAssembly memories and the like: a detach key that user code does not
     * have).
     */
    public void setDetachable(boolean on) {
        detachable = on;
    }

    /** 25.1.3.6 DetachArrayBuffer: gives up the bytes, which are returned. */
    public byte[] detach() {
        if (!detachable || shared != null) {
            throw Errors.typeError(
                    "Cannot perform ArrayBuffer.prototype.detach on a non-detachable ArrayBuffer");
        }
        byte[] released = bytes;
        bytes = null;
        byteLength = 0;
        return released;
    }

    /** Changes the length of a resizable buffer, up to its maximum; new bytes are zero. */
    void resize(int newLength) {
        byte[] current = bytes;
        if (newLength > current.length) {
            int capacity = (int) Math.min(maxByteLength, Math.max(newLength, current.length * 2L));
            bytes = Arrays.copyOf(current, capacity);
        } else if (newLength < byteLength) {
            Arrays.fill(current, newLength, byteLength, (byte) 0);
        }
        byteLength = newLength;
    }

    /** The bytes of a buffer that is not detached. */
    public byte[] requireBytes(String method) {
        byte[] current = bytes;
        if (current == null) {
            throw Errors.typeError("Cannot perform " + method + " on a detached ArrayBuffer");
        }
        return current;
    }
}
