package dev.jsj.node.bindings;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.serialization.ValueDeserializer;
import dev.jsj.node.serialization.ValueSerializer;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * {@code serdes}: the serializer and deserializer behind {@code v8.Serializer} and {@code
 * v8.Deserializer}. Each calls methods of the object of those classes that it belongs to.
 */
final class SerdesBinding extends BindingTable {
    private static final String[] NAMES = {
        "createSerializer",
        "writeHeader",
        "writeValue",
        "release",
        "transferForWriting",
        "writeUint32",
        "writeUint64",
        "writeDouble",
        "writeRawBytes",
        "setTreatArrayBufferViewsAsHostObjects",
        "createDeserializer",
        "readHeader",
        "readValue",
        "wireFormatVersion",
        "transferForReading",
        "readUint32",
        "readUint64",
        "readDouble",
        "readRawBytes",
    };

    static final SerdesBinding TABLE = new SerdesBinding();

    private SerdesBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    private static final class SerializerObject extends JSObject
            implements ValueSerializer.Delegate {
        private final Realm realm;
        private final JSObject owner;
        final ValueSerializer serializer;

        SerializerObject(Realm realm, JSObject owner) {
            super(realm.agent().root(null));
            this.realm = realm;
            this.owner = owner;
            serializer = new ValueSerializer(realm, this);
        }

        @Override
        public boolean isHostObject(JSObject object) {
            return false; // nothing in JavaScript has embedder fields
        }

        @Override
        public void writeHostObject(JSObject object) {
            if (ObjectOperations.getMethod(realm, owner, "_writeHostObject") == null) {
                throw dataCloneError("#<Object> could not be cloned.");
            }
            ObjectOperations.invoke(realm, owner, "_writeHostObject", object);
        }

        @Override
        public int sharedArrayBufferId(JSArrayBuffer buffer) {
            if (ObjectOperations.getMethod(realm, owner, "_getSharedArrayBufferId") == null) {
                throw dataCloneError("#<SharedArrayBuffer> could not be cloned.");
            }
            Object id = ObjectOperations.invoke(realm, owner, "_getSharedArrayBufferId", buffer);
            return TypeConversion.toInt32(id);
        }

        @Override
        public JSThrow dataCloneError(String message) {
            JSObject constructor = ObjectOperations.getMethod(realm, owner, "_getDataCloneError");
            if (constructor == null) {
                return Errors.error(message);
            }
            return new JSThrow(constructor.call1(owner, message));
        }
    }

    private static final class DeserializerObject extends JSObject
            implements ValueDeserializer.Delegate {
        private final Realm realm;
        private final JSObject owner;
        final ValueDeserializer deserializer;
        final int start;

        DeserializerObject(Realm realm, JSObject owner, Arguments.Bytes bytes) {
            super(realm.agent().root(null));
            this.realm = realm;
            this.owner = owner;
            start = bytes.offset();
            deserializer =
                    new ValueDeserializer(
                            realm, bytes.array(), bytes.offset(), bytes.length(), this);
        }

        @Override
        public JSObject readHostObject() {
            if (ObjectOperations.getMethod(realm, owner, "_readHostObject") == null) {
                throw Errors.error("Unable to deserialize cloned data.");
            }
            if (ObjectOperations.invoke(realm, owner, "_readHostObject")
                    instanceof JSObject object) {
                return object;
            }
            throw Errors.typeError("readHostObject must return an object");
        }

        @Override
        public JSArrayBuffer sharedArrayBuffer(int id) {
            throw Errors.error("Unable to deserialize cloned data.");
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (arguments[0]) {
            case SerializerObject writer -> write(NAMES[id], realm, writer.serializer, arguments);
            case DeserializerObject reader -> read(NAMES[id], realm, reader, arguments);
            case JSObject owner ->
                    NAMES[id].equals("createSerializer")
                            ? new SerializerObject(NodeRuntime.of(realm).realm(), owner)
                            : new DeserializerObject(
                                    NodeRuntime.of(realm).realm(),
                                    owner,
                                    Arguments.bytes(arguments, 1));
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static Object write(
            String name, Realm realm, ValueSerializer serializer, Object[] arguments) {
        switch (name) {
            case "writeHeader" -> serializer.writeHeader();
            case "writeValue" -> serializer.writeValue(arguments[1]);
            case "release" -> {
                return Arguments.uint8Array(realm, serializer.toByteArray());
            }
            case "transferForWriting" ->
                    serializer.transferArrayBuffer(
                            Arguments.integer(arguments, 1), (JSArrayBuffer) arguments[2]);
            case "writeUint32" -> serializer.writeUint32(Arguments.integer(arguments, 1));
            case "writeUint64" ->
                    serializer.writeUint64(
                            (long) Arguments.integer(arguments, 1) << 32
                                    | (Arguments.integer(arguments, 2) & 0xFFFFFFFFL));
            case "writeDouble" -> serializer.writeDouble(TypeConversion.toNumber(arguments[1]));
            case "writeRawBytes" -> {
                Arguments.Bytes bytes = Arguments.bytes(arguments, 1);
                serializer.writeRawBytes(bytes.array(), bytes.offset(), bytes.length());
            }
            case "setTreatArrayBufferViewsAsHostObjects" ->
                    serializer.setTreatArrayBufferViewsAsHostObjects(Arguments.truth(arguments, 1));
            default -> throw new AssertionError("No row " + name);
        }
        return Undefined.UNDEFINED;
    }

    private static Object read(
            String name, Realm realm, DeserializerObject reader, Object[] arguments) {
        ValueDeserializer deserializer = reader.deserializer;
        return switch (name) {
            case "readHeader" -> {
                deserializer.readHeader();
                yield true;
            }
            case "readValue" -> deserializer.readValue();
            case "wireFormatVersion" -> deserializer.wireFormatVersion();
            case "transferForReading" -> {
                deserializer.transferArrayBuffer(
                        Arguments.integer(arguments, 1), (JSArrayBuffer) arguments[2]);
                yield Undefined.UNDEFINED;
            }
            case "readUint32" -> Arguments.number(deserializer.readUint32());
            case "readUint64" -> {
                long value = deserializer.readUint64();
                yield realm.newArray(
                        new Object[] {
                            Arguments.number(value >>> 32), Arguments.number(value & 0xFFFFFFFFL)
                        });
            }
            case "readDouble" -> deserializer.readDouble();
            case "readRawBytes" ->
                    deserializer.readRawBytes(Arguments.integer(arguments, 1)) - reader.start;
            default -> throw new AssertionError("No row " + name);
        };
    }
}
