package dev.jsj.runtime.builtins.binary;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 25.3.2 to 25.3.4: the DataView constructor and prototype. */
final class DataViewTables {
    static final Constructor CONSTRUCTOR = new Constructor();
    static final Prototype PROTOTYPE = new Prototype();

    private static final String OFFSET_ERROR = "Offset is outside the bounds of the DataView";

    private DataViewTables() {}

    /** 25.3.2 The DataView constructor. */
    static final class Constructor extends BuiltinTable {
        static final int CONSTRUCT = 0;

        /** 25.3.2.1 DataView ( buffer [ , byteOffset [ , byteLength ] ] ). */
        @Override
        public Object call(
                int id,
                Realm realm,
                Object self,
                Object[] arguments,
                @Nullable JSObject newTarget) {
            if (newTarget == null) { // 1
                throw Errors.typeError("Constructor DataView requires 'new'");
            }
            if (!(arg(arguments, 0) instanceof JSArrayBuffer buffer)) { // 2
                throw Errors.typeError(
                        "First argument to DataView constructor must be an ArrayBuffer");
            }
            long offset =
                    TypeConversion.toIndex(
                            arg(arguments, 1),
                            "Start offset "
                                    + ErrorText.of(arg(arguments, 1))
                                    + " is outside the bounds of the buffer"); // 3
            buffer.requireBytes("DataView"); // 4
            checkOffset(offset, buffer.byteLength()); // 6
            Object lengthArgument = arg(arguments, 2);
            boolean tracks = lengthArgument == Undefined.UNDEFINED && buffer.isResizable(); // 8
            long length = -1;
            if (lengthArgument != Undefined.UNDEFINED) { // 9
                length =
                        TypeConversion.toIndex(
                                lengthArgument,
                                "Invalid DataView length " + ErrorText.of(lengthArgument));
                checkLength(offset, length, buffer.byteLength());
            }
            JSObject prototype =
                    Constructors.getPrototypeFromConstructor(
                            newTarget, Intrinsic.DATA_VIEW_PROTOTYPE); // 10
            buffer.requireBytes("DataView"); // 11
            checkOffset(offset, buffer.byteLength()); // 13
            if (lengthArgument == Undefined.UNDEFINED) {
                length = tracks ? -1 : buffer.byteLength() - offset;
            } else {
                checkLength(offset, length, buffer.byteLength()); // 14
            }
            return new JSDataView(
                    realm.agent().root(prototype), buffer, (int) offset, (int) length);
        }

        private static void checkOffset(long offset, int available) {
            if (offset > available) {
                throw Errors.rangeError(
                        "Start offset " + offset + " is outside the bounds of the buffer");
            }
        }

        private static void checkLength(long offset, long length, int available) {
            if (offset + length > available) {
                throw Errors.rangeError("Invalid DataView length " + length);
            }
        }
    }

    /**
     * 25.3.4 Properties of the DataView prototype object: getter and setter n of {@link #TYPES}
     * have the ids 10+n and 30+n.
     */
    static final class Prototype extends BuiltinTable {
        private static final int BUFFER = 0;
        private static final int BYTE_LENGTH = 1;
        private static final int BYTE_OFFSET = 2;
        private static final int FIRST_GETTER = 10;
        private static final int FIRST_SETTER = 30;

        private static final ElementType[] TYPES = {
            ElementType.INT8,
            ElementType.UINT8,
            ElementType.INT16,
            ElementType.UINT16,
            ElementType.INT32,
            ElementType.UINT32,
            ElementType.FLOAT16,
            ElementType.FLOAT32,
            ElementType.FLOAT64,
            ElementType.BIGINT64,
            ElementType.BIGUINT64
        };

        private Prototype() {
            intrinsic("constructor", Intrinsic.DATA_VIEW, Property.HIDDEN);
            getter(BUFFER, "buffer");
            getter(BYTE_LENGTH, "byteLength");
            getter(BYTE_OFFSET, "byteOffset");
            for (int i = 0; i < TYPES.length; i++) {
                String name = TYPES[i].arrayName().replace("Array", "");
                method(FIRST_GETTER + i, ("get" + name).intern(), 1);
                method(FIRST_SETTER + i, ("set" + name).intern(), 2);
            }
            toStringTag("DataView");
        }

        @Override
        public Object call(
                int id,
                Realm realm,
                Object self,
                Object[] arguments,
                @Nullable JSObject newTarget) {
            if (!(self instanceof JSDataView view)) {
                throw ArrayBufferTables.incompatible("DataView", name(id), self);
            }
            if (id >= FIRST_SETTER) {
                return setViewValue(view, TYPES[id - FIRST_SETTER], arguments);
            }
            if (id >= FIRST_GETTER) {
                return getViewValue(view, TYPES[id - FIRST_GETTER], arguments);
            }
            if (id == BUFFER) {
                return view.buffer();
            }
            checkBounds(view);
            return id == BYTE_LENGTH ? view.byteLength() : view.byteOffset();
        }

        private static String name(int id) {
            if (id >= FIRST_GETTER) {
                boolean setter = id >= FIRST_SETTER;
                ElementType type = TYPES[id - (setter ? FIRST_SETTER : FIRST_GETTER)];
                return (setter ? "set" : "get") + type.arrayName().replace("Array", "");
            }
            return id == BUFFER ? "buffer" : id == BYTE_LENGTH ? "byteLength" : "byteOffset";
        }

        private static void checkBounds(JSDataView view) {
            if (view.isOutOfBounds()) {
                throw Errors.typeError(
                        "Cannot perform DataView method on a detached or out-of-bounds"
                                + " ArrayBuffer");
            }
        }

        /** 25.3.1.5 GetViewValue ( view, requestIndex, isLittleEndian, type ). */
        private static Object getViewValue(JSDataView view, ElementType type, Object[] arguments) {
            long index = TypeConversion.toIndex(arg(arguments, 0), OFFSET_ERROR); // 3
            boolean littleEndian =
                    type.size() == 1 || TypeConversion.toBoolean(arg(arguments, 1)); // 4
            int at = position(view, type, index);
            byte[] bytes = view.buffer().bytes;
            return littleEndian
                    ? type.read(bytes, at)
                    : type.read(reversed(bytes, at, type.size()), 0);
        }

        /** 25.3.1.6 SetViewValue ( view, requestIndex, isLittleEndian, type, value ). */
        private static Object setViewValue(JSDataView view, ElementType type, Object[] arguments) {
            long index = TypeConversion.toIndex(arg(arguments, 0), OFFSET_ERROR); // 3
            Object value = type.toElementValue(arg(arguments, 1)); // 4, 5
            boolean littleEndian =
                    type.size() == 1 || TypeConversion.toBoolean(arg(arguments, 2)); // 6
            int at = position(view, type, index);
            byte[] bytes = view.buffer().bytes;
            if (littleEndian) {
                type.write(bytes, at, value);
            } else {
                byte[] written = new byte[type.size()];
                type.write(written, 0, value);
                System.arraycopy(reversed(written, 0, type.size()), 0, bytes, at, type.size());
            }
            return Undefined.UNDEFINED;
        }

        private static int position(JSDataView view, ElementType type, long index) {
            checkBounds(view);
            if (index + type.size() > view.byteLength()) {
                throw Errors.rangeError(OFFSET_ERROR);
            }
            return (int) index + view.byteOffset();
        }

        private static byte[] reversed(byte[] bytes, int at, int size) {
            byte[] result = new byte[size];
            for (int i = 0; i < size; i++) {
                result[i] = bytes[at + size - 1 - i];
            }
            return result;
        }
    }
}
