package dev.jsj.node.serialization;

import dev.jsj.node.serialization.WireInput.BadWireFormat;
import dev.jsj.runtime.builtins.binary.ElementType;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.builtins.binary.JSTypedArray;
import dev.jsj.runtime.builtins.collections.JSMap;
import dev.jsj.runtime.builtins.collections.JSSet;
import dev.jsj.runtime.builtins.numbers.JSDate;
import dev.jsj.runtime.builtins.text.JSRegExp;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSError;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ErrorObjects;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.ErrorType;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link ValueSerializer} or V8 has written, as objects of one realm. */
public final class ValueDeserializer {

    /** What the host knows. */
    public interface Delegate {
        /** Reads an object that {@link ValueSerializer.Delegate#writeHostObject} has written. */
        JSObject readHostObject();

        /** The shared memory of this number. */
        JSArrayBuffer sharedArrayBuffer(int id);
    }

    private final Realm realm;
    private final Delegate delegate;
    private final WireInput input;
    private final List<@Nullable JSObject> objects = new ArrayList<>();
    private final Map<Integer, JSArrayBuffer> transferred = new HashMap<>();
    private int version;

    public ValueDeserializer(Realm realm, byte[] bytes, int offset, int length, Delegate delegate) {
        this.realm = realm;
        this.delegate = delegate;
        input = new WireInput(bytes, offset, length);
    }

    /** Gives the buffer that a number in the data stands for. */
    public void transferArrayBuffer(int id, JSArrayBuffer buffer) {
        transferred.put(id, buffer);
    }

    /**
     * @throws JSThrow where the version is not one of those that can be read
     */
    public void readHeader() {
        guarded(
                () -> {
                    if (input.peek() == WireTag.VERSION) {
                        input.readByte();
                        version = input.readCount();
                    }
                    if (version == 0 || version > WireTag.LATEST_VERSION) {
                        throw Errors.error(
                                "Unable to deserialize cloned data due to invalid or unsupported"
                                        + " version.");
                    }
                    return version;
                });
    }

    public int wireFormatVersion() {
        return version;
    }

    public long readUint32() {
        return guarded(() -> input.readVarint() & 0xFFFFFFFFL);
    }

    public long readUint64() {
        return guarded(input::readVarint);
    }

    public double readDouble() {
        return guarded(input::readDouble);
    }

    /** Skips bytes; answers where they start in the data. */
    public int readRawBytes(int length) {
        return guarded(() -> input.skip(length));
    }

    /** The next value. */
    public Object readValue() {
        return guarded(this::read);
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T guarded(Reading<T> reading) {
        try {
            return reading.read();
        } catch (BadWireFormat malformed) {
            throw Errors.error(malformed.getMessage());
        }
    }

    private Object read() {
        realm.agent().enter();
        try {
            Object value = readInternal(input.readTag());
            // A view follows the buffer it shows.
            if (value instanceof JSArrayBuffer buffer
                    && input.peekTag() == WireTag.ARRAY_BUFFER_VIEW) {
                input.readTag();
                return readView(buffer);
            }
            return value;
        } finally {
            realm.agent().leave();
        }
    }

    private Object readInternal(int tag) {
        return switch (tag) {
            case WireTag.UNDEFINED, WireTag.THE_HOLE -> Undefined.UNDEFINED;
            case WireTag.NULL -> Null.NULL;
            case WireTag.TRUE -> true;
            case WireTag.FALSE -> false;
            case WireTag.INT32 -> input.readZigZag();
            case WireTag.UINT32 -> number(input.readVarint() & 0xFFFFFFFFL);
            case WireTag.DOUBLE -> input.readDouble();
            case WireTag.BIG_INT -> input.readBigInt();
            case WireTag.ONE_BYTE_STRING -> input.readOneByteString();
            case WireTag.TWO_BYTE_STRING -> input.readTwoByteString();
            case WireTag.UTF8_STRING -> input.readUtf8String();
            case WireTag.OBJECT_REFERENCE -> reference(input.readCount());
            default -> readObject(tag);
        };
    }

    private static Object number(long value) {
        if (value == (int) value) {
            return (int) value;
        }
        return (double) value;
    }

    private JSObject reference(int id) {
        JSObject object = id < objects.size() ? objects.get(id) : null;
        if (object == null) {
            throw new BadWireFormat();
        }
        return object;
    }

    private JSObject readObject(int tag) {
        int id = objects.size();
        objects.add(null);
        return switch (tag) {
            case WireTag.BEGIN_OBJECT -> {
                JSObject object = remember(id, realm.newObject());
                readProperties(object, WireTag.END_OBJECT);
                yield object;
            }
            case WireTag.BEGIN_SPARSE_ARRAY -> readSparseArray(id);
            case WireTag.BEGIN_DENSE_ARRAY -> readDenseArray(id);
            case WireTag.DATE ->
                    remember(
                            id,
                            new JSDate(
                                    realm.agent().root(realm.intrinsic(Intrinsic.DATE_PROTOTYPE)),
                                    input.readDouble()));
            case WireTag.TRUE_OBJECT -> boxed(id, true);
            case WireTag.FALSE_OBJECT -> boxed(id, false);
            case WireTag.NUMBER_OBJECT -> boxed(id, input.readDouble());
            case WireTag.BIG_INT_OBJECT -> boxed(id, input.readBigInt());
            case WireTag.STRING_OBJECT -> boxed(id, input.readString());
            case WireTag.REG_EXP -> remember(id, readRegExp());
            case WireTag.BEGIN_MAP -> readMap(id);
            case WireTag.BEGIN_SET -> readSet(id);
            case WireTag.ARRAY_BUFFER -> remember(id, readBuffer(false));
            case WireTag.RESIZABLE_ARRAY_BUFFER -> remember(id, readBuffer(true));
            case WireTag.ARRAY_BUFFER_TRANSFER ->
                    remember(id, known(transferred.get(input.readCount())));
            case WireTag.SHARED_ARRAY_BUFFER ->
                    remember(id, delegate.sharedArrayBuffer(input.readCount()));
            case WireTag.ERROR -> readError(id);
            case WireTag.HOST_OBJECT -> remember(id, delegate.readHostObject());
            default -> throw new BadWireFormat();
        };
    }

    private <T extends JSObject> T remember(int id, T object) {
        objects.set(id, object);
        return object;
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new BadWireFormat();
        }
        return value;
    }

    private JSObject boxed(int id, Object primitive) {
        return remember(id, TypeConversion.toObject(realm, primitive));
    }

    /** Keys and values up to the end tag and the count; answers the count. */
    private int readProperties(JSObject object, int end) {
        int count = 0;
        while (input.peekTag() != end) {
            Object key = read();
            if (!(key instanceof CharSequence) && !(key instanceof Number)) {
                throw new BadWireFormat();
            }
            ObjectOperations.createDataProperty(object, TypeConversion.toPropertyKey(key), read());
            count++;
        }
        input.readTag();
        if (input.readCount() != count) {
            throw new BadWireFormat();
        }
        return count;
    }

    private JSObject readSparseArray(int id) {
        long length = input.readVarint() & 0xFFFFFFFFL;
        JSArray array = remember(id, JSArray.ofLength(realm.arrayShape(), length));
        readProperties(array, WireTag.END_SPARSE_ARRAY);
        input.readVarint();
        return array;
    }

    private JSObject readDenseArray(int id) {
        int length = input.readCount();
        JSArray array = remember(id, realm.newArray());
        for (int i = 0; i < length; i++) {
            if (input.peekTag() == WireTag.THE_HOLE) {
                input.readTag();
                array.setLength(i + 1L);
            } else {
                ObjectOperations.createDataProperty(array, i, read());
            }
        }
        readProperties(array, WireTag.END_DENSE_ARRAY);
        input.readVarint();
        return array;
    }

    private JSObject readRegExp() {
        String source = input.readString();
        int bits = input.readCount();
        StringBuilder flags = new StringBuilder();
        for (int i = 0; i < WireTag.REG_EXP_FLAGS.length(); i++) {
            if ((bits & 1 << i) != 0) {
                flags.append(WireTag.REG_EXP_FLAGS.charAt(i));
            }
        }
        return JSRegExp.create(realm, source, flags.toString());
    }

    private JSObject readMap(int id) {
        JSMap map =
                remember(
                        id,
                        new JSMap(realm.agent().root(realm.intrinsic(Intrinsic.MAP_PROTOTYPE))));
        while (input.peekTag() != WireTag.END_MAP) {
            Object key = read();
            map.table().put(key, read());
        }
        input.readTag();
        input.readCount();
        return map;
    }

    private JSObject readSet(int id) {
        JSSet set =
                remember(
                        id,
                        new JSSet(realm.agent().root(realm.intrinsic(Intrinsic.SET_PROTOTYPE))));
        while (input.peekTag() != WireTag.END_SET) {
            set.table().put(read(), null);
        }
        input.readTag();
        input.readCount();
        return set;
    }

    private JSArrayBuffer readBuffer(boolean resizable) {
        int length = input.readCount();
        int maxLength = resizable ? input.readCount() : -1;
        int start = input.skip(length);
        JSArrayBuffer buffer =
                JSArrayBuffer.allocate(realm.intrinsic(Intrinsic.ARRAY_BUFFER), length, maxLength);
        System.arraycopy(input.bytes(), start, buffer.requireBytes("read"), 0, length);
        return buffer;
    }

    private JSObject readView(JSArrayBuffer buffer) {
        int id = objects.size();
        objects.add(null);
        int tag = input.readByte();
        int byteOffset = input.readCount();
        int byteLength = input.readCount();
        int flags = version >= 14 || version == 0 ? input.readCount() : 0;
        boolean tracksLength = (flags & WireTag.VIEW_TRACKS_LENGTH) != 0;
        if ((long) byteOffset + byteLength > buffer.byteLength()) {
            throw new BadWireFormat();
        }
        if (tag == ViewTag.DATA_VIEW) {
            JSObject constructor = realm.intrinsic(Intrinsic.DATA_VIEW);
            return remember(
                    id,
                    (JSObject)
                            (tracksLength
                                    ? ObjectOperations.construct(constructor, buffer, byteOffset)
                                    : ObjectOperations.construct(
                                            constructor, buffer, byteOffset, byteLength)));
        }
        ElementType type = known(ViewTag.typeOf(tag));
        if (byteOffset % type.size() != 0 || byteLength % type.size() != 0) {
            throw new BadWireFormat();
        }
        JSObject prototype = realm.intrinsic(type.prototype());
        return remember(
                id,
                tracksLength
                        ? JSTypedArray.createTracking(prototype, type, buffer, byteOffset)
                        : JSTypedArray.create(
                                prototype, type, buffer, byteOffset, byteLength / type.size()));
    }

    private JSObject readError(int id) {
        ErrorType type = ErrorType.ERROR;
        JSError error = null;
        while (true) {
            int tag = input.readByte();
            ErrorType named = errorType(tag);
            if (named != null) {
                type = named;
                continue;
            }
            if (error == null) {
                error = remember(id, ErrorObjects.create(realm, type, ""));
                error.delete("message");
                error.defineOwn("stack", Undefined.UNDEFINED, Property.HIDDEN);
            }
            switch (tag) {
                case WireTag.ERROR_MESSAGE ->
                        error.defineOwn("message", input.readString(), Property.HIDDEN);
                case WireTag.ERROR_CAUSE -> error.defineOwn("cause", read(), Property.HIDDEN);
                case WireTag.ERROR_STACK ->
                        error.defineOwn("stack", input.readString(), Property.HIDDEN);
                case WireTag.ERROR_END -> {
                    return error;
                }
                default -> throw new BadWireFormat();
            }
        }
    }

    private static @Nullable ErrorType errorType(int tag) {
        return switch (tag) {
            case 'E' -> ErrorType.EVAL_ERROR;
            case 'R' -> ErrorType.RANGE_ERROR;
            case 'F' -> ErrorType.REFERENCE_ERROR;
            case 'S' -> ErrorType.SYNTAX_ERROR;
            case 'T' -> ErrorType.TYPE_ERROR;
            case 'U' -> ErrorType.URI_ERROR;
            default -> null;
        };
    }
}
