package dev.jsj.runtime.builtins.binary;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;

/** 25.3 DataView instances. */
public final class JSDataView extends JSObject {
    private static final int TRACKS_LENGTH = -1;

    private final JSArrayBuffer buffer;
    private final int byteOffset;
    private final int fixedLength;

    /** {@code byteLength} -1 makes a view that follows the length of its buffer. */
    JSDataView(Shape shape, JSArrayBuffer buffer, int byteOffset, int byteLength) {
        super(shape);
        this.buffer = buffer;
        this.byteOffset = byteOffset;
        this.fixedLength = byteLength;
    }

    /** [[ViewedArrayBuffer]]. */
    public JSArrayBuffer buffer() {
        return buffer;
    }

    /** [[ByteOffset]]. */
    public int byteOffset() {
        return byteOffset;
    }

    /** 25.3.1.4 GetViewByteLength; meaningless when out of bounds. */
    public int byteLength() {
        return fixedLength == TRACKS_LENGTH ? buffer.byteLength() - byteOffset : fixedLength;
    }

    /** 25.3.1.3 IsViewOutOfBounds; a detached buffer counts too. */
    public boolean isOutOfBounds() {
        if (buffer.isDetached()) {
            return true;
        }
        int available = buffer.byteLength();
        return byteOffset > available
                || fixedLength != TRACKS_LENGTH && (long) byteOffset + fixedLength > available;
    }
}
