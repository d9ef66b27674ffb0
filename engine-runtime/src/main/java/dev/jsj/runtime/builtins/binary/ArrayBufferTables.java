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
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 25.1.4 to 25.2.5: the constructors and prototypes of ArrayBuffer and SharedArrayBuffer. */
final class ArrayBufferTables {
    static final Constructor CONSTRUCTOR = new Constructor(false);
    static final Constructor SHARED_CONSTRUCTOR = new Constructor(true);
    static final Prototype PROTOTYPE = new Prototype();
    static final SharedPrototype SHARED_PROTOTYPE = new SharedPrototype();

    private ArrayBufferTables() {}

    /** 25.1.4 and 25.2.3: the constructors. */
    static final class Constructor extends BuiltinTable {
        static final int CONSTRUCT = 0;
        private static final int IS_VIEW = 1;
        private static final int SPECIES = 2;

        private final boolean shared;

        private Constructor(boolean shared) {
            this.shared = shared;
            if (!shared) {
                method(IS_VIEW, "isView", 1);
            }
            getter(SPECIES, Symbol.SPECIES);
        }

        @Override
        public Object call(
                int id,
                Realm realm,
                Object self,
                Object[] arguments,
                @Nullable JSObject newTarget) {
            return switch (id) {
                case CONSTRUCT -> construct(arg(arguments, 0), arg(arguments, 1), newTarget);
                case IS_VIEW ->
                        arg(arguments, 0) instanceof JSTypedArray
                                || arg(arguments, 0) instanceof JSDataView;
                case SPECIES -> self;
                default -> throw new AssertionError(id);
            };
        }

        /** 25.1.4.1 ArrayBuffer ( length [ , options ] ), 25.2.3.1 SharedArrayBuffer. */
        private Object construct(
                Object lengthArgument, Object options, @Nullable JSObject newTarget) {
            if (newTarget == null) { // 1
                throw Errors.typeError(
                        "Constructor "
                                + (shared ? "SharedArrayBuffer" : "ArrayBuffer")
                                + " requires 'new'");
            }
            long length =
                    TypeConversion.toIndex(lengthArgument, "Invalid array buffer length"); // 2
            long max = -1;
            if (options instanceof JSObject object) { // 3: GetArrayBufferMaxByteLengthOption
                Object option = object.get("maxByteLength");
                if (option != Undefined.UNDEFINED) {
                    max = TypeConversion.toIndex(option, "Invalid array buffer max length");
                }
            }
            return shared
                    ? JSArrayBuffer.allocateShared(newTarget, length, max)
                    : JSArrayBuffer.allocate(newTarget, length, max); // 4
        }
    }

    /** 25.1.6 Properties of the ArrayBuffer prototype object. */
    static final class Prototype extends BuiltinTable {
        private static final int BYTE_LENGTH = 0;
        private static final int DETACHED = 1;
        private static final int MAX_BYTE_LENGTH = 2;
        private static final int RESIZABLE = 3;
        private static final int RESIZE = 4;
        private static final int SLICE = 5;
        private static final int TRANSFER = 6;
        private static final int TRANSFER_TO_FIXED_LENGTH = 7;

        private static final String[] NAMES = {
            "byteLength",
            "detached",
            "maxByteLength",
            "resizable",
            "resize",
            "slice",
            "transfer",
            "transferToFixedLength"
        };

        private Prototype() {
            intrinsic("constructor", Intrinsic.ARRAY_BUFFER, Property.HIDDEN);
            getter(BYTE_LENGTH, "byteLength");
            method(SLICE, "slice", 2);
            getter(MAX_BYTE_LENGTH, "maxByteLength");
            getter(RESIZABLE, "resizable");
            method(RESIZE, "resize", 1);
            method(TRANSFER, "transfer", 0);
            method(TRANSFER_TO_FIXED_LENGTH, "transferToFixedLength", 0);
            getter(DETACHED, "detached");
            toStringTag("ArrayBuffer");
        }

        @Override
        public Object call(
                int id,
                Realm realm,
                Object self,
                Object[] arguments,
                @Nullable JSObject newTarget) {
            if (!(self instanceof JSArrayBuffer buffer) || buffer.isShared()) {
                throw incompatible("ArrayBuffer", NAMES[id], self);
            }
            return switch (id) {
                case BYTE_LENGTH -> buffer.byteLength();
                case DETACHED -> buffer.isDetached();
                case MAX_BYTE_LENGTH -> buffer.isDetached() ? 0 : buffer.maxByteLength();
                case RESIZABLE -> buffer.isResizable();
                case RESIZE -> resize(buffer, arg(arguments, 0));
                case SLICE -> slice(realm, buffer, arg(arguments, 0), arg(arguments, 1));
                case TRANSFER -> transfer(realm, buffer, arg(arguments, 0), buffer.isResizable());
                case TRANSFER_TO_FIXED_LENGTH -> transfer(realm, buffer, arg(arguments, 0), false);
                default -> throw new AssertionError(id);
            };
        }

        /** 25.1.6.6 ArrayBuffer.prototype.resize ( newLength ). */
        private static Object resize(JSArrayBuffer buffer, Object newLength) {
            if (!buffer.isResizable()) { // 2
                throw incompatible("ArrayBuffer", "resize", buffer);
            }
            long length = TypeConversion.toIndex(newLength); // 4
            buffer.requireBytes("ArrayBuffer.prototype.resize"); // 5
            if (length > buffer.maxByteLength()) { // 6
                throw Errors.rangeError("ArrayBuffer.prototype.resize: Invalid length parameter");
            }
            buffer.resize((int) length);
            return Undefined.UNDEFINED;
        }

        /** 25.1.6.7 ArrayBuffer.prototype.slice ( start, end ). */
        private static Object slice(Realm realm, JSArrayBuffer buffer, Object start, Object end) {
            buffer.requireBytes("ArrayBuffer.prototype.slice"); // 4
            int length = buffer.byteLength();
            int first = relative(start, length, 0); // 6-9
            int last = relative(end, length, length); // 10-13
            int count = Math.max(last - first, 0); // 14
            JSObject constructor =
                    Constructors.speciesConstructor(
                            buffer, realm.intrinsic(Intrinsic.ARRAY_BUFFER));
            Object made = constructor.construct(new Object[] {count}, constructor); // 16
            if (!(made instanceof JSArrayBuffer target) || target.isShared()) { // 17, 18
                throw incompatible("ArrayBuffer", "slice", made);
            }
            byte[] targetBytes = target.requireBytes("ArrayBuffer.prototype.slice"); // 19
            if (target == buffer) { // 20
                throw Errors.typeError(
                        "ArrayBuffer subclass returned this from species constructor");
            }
            if (target.byteLength() < count) { // 21
                throw Errors.typeError("Species constructor returned a too small ArrayBuffer");
            }
            byte[] bytes = buffer.requireBytes("ArrayBuffer.prototype.slice"); // 23
            int available = Math.min(last, buffer.byteLength()) - first; // 26
            if (available > 0) {
                System.arraycopy(bytes, first, targetBytes, 0, Math.min(count, available));
            }
            return target;
        }

        /** 25.1.3.4 ArrayBufferCopyAndDetach ( arrayBuffer, newLength, preserveResizability ). */
        private static Object transfer(
                Realm realm, JSArrayBuffer buffer, Object newLength, boolean resizable) {
            long length =
                    newLength == Undefined.UNDEFINED
                            ? buffer.byteLength()
                            : TypeConversion.toIndex(newLength); // 3, 4
            byte[] bytes = buffer.requireBytes("ArrayBuffer.prototype.transfer"); // 5
            int copied = (int) Math.min(length, buffer.byteLength());
            JSArrayBuffer target =
                    JSArrayBuffer.allocate(
                            realm.intrinsic(Intrinsic.ARRAY_BUFFER),
                            length,
                            resizable ? buffer.maxByteLength() : -1); // 9
            System.arraycopy(bytes, 0, target.bytes, 0, copied);
            buffer.detach();
            return target;
        }
    }

    /** 25.2.5 Properties of the SharedArrayBuffer prototype object. */
    static final class SharedPrototype extends BuiltinTable {
        private static final int BYTE_LENGTH = 0;
        private static final int GROW = 1;
        private static final int GROWABLE = 2;
        private static final int MAX_BYTE_LENGTH = 3;
        private static final int SLICE = 4;

        private static final String[] NAMES = {
            "byteLength", "grow", "growable", "maxByteLength", "slice"
        };

        private SharedPrototype() {
            intrinsic("constructor", Intrinsic.SHARED_ARRAY_BUFFER, Property.HIDDEN);
            getter(BYTE_LENGTH, "byteLength");
            method(SLICE, "slice", 2);
            getter(MAX_BYTE_LENGTH, "maxByteLength");
            getter(GROWABLE, "growable");
            method(GROW, "grow", 1);
            toStringTag("SharedArrayBuffer");
        }

        @Override
        public Object call(
                int id,
                Realm realm,
                Object self,
                Object[] arguments,
                @Nullable JSObject newTarget) {
            if (!(self instanceof JSArrayBuffer buffer) || !buffer.isShared()) {
                throw incompatible("SharedArrayBuffer", NAMES[id], self);
            }
            return switch (id) {
                case BYTE_LENGTH -> buffer.byteLength();
                case GROW -> grow(buffer, arg(arguments, 0));
                case GROWABLE -> buffer.isResizable();
                case MAX_BYTE_LENGTH -> buffer.maxByteLength();
                case SLICE -> slice(realm, buffer, arg(arguments, 0), arg(arguments, 1));
                default -> throw new AssertionError(id);
            };
        }

        /** 25.2.5.3 SharedArrayBuffer.prototype.grow ( newLength ). */
        private static Object grow(JSArrayBuffer buffer, Object newLength) {
            if (!buffer.isResizable()) {
                throw incompatible("SharedArrayBuffer", "grow", buffer);
            }
            long length = TypeConversion.toIndex(newLength);
            if (length > buffer.maxByteLength() || !buffer.sharedBlock().grow((int) length)) {
                throw Errors.rangeError(
                        "SharedArrayBuffer.prototype.grow: Invalid length parameter");
            }
            return Undefined.UNDEFINED;
        }

        /** 25.2.5.6 SharedArrayBuffer.prototype.slice ( start, end ). */
        private static Object slice(Realm realm, JSArrayBuffer buffer, Object start, Object end) {
            int length = buffer.byteLength();
            int first = relative(start, length, 0);
            int last = relative(end, length, length);
            int count = Math.max(last - first, 0);
            JSObject constructor =
                    Constructors.speciesConstructor(
                            buffer, realm.intrinsic(Intrinsic.SHARED_ARRAY_BUFFER));
            Object made = constructor.construct(new Object[] {count}, constructor);
            if (!(made instanceof JSArrayBuffer target) || !target.isShared()) {
                throw incompatible("SharedArrayBuffer", "slice", made);
            }
            if (target.sharedBlock() == buffer.sharedBlock()) {
                throw Errors.typeError(
                        "SharedArrayBuffer subclass returned this from species constructor");
            }
            if (target.byteLength() < count) {
                throw Errors.typeError(
                        "Species constructor returned a too small SharedArrayBuffer");
            }
            System.arraycopy(buffer.bytes, first, target.bytes, 0, count);
            return target;
        }
    }

    /** A relative index argument, clamped into 0..length; {@code absent} where it is undefined. */
    static int relative(Object argument, int length, int absent) {
        if (argument == Undefined.UNDEFINED) {
            return absent;
        }
        double relative = TypeConversion.toIntegerOrInfinity(argument);
        return (int) (relative < 0 ? Math.max(length + relative, 0) : Math.min(relative, length));
    }

    static dev.jsj.runtime.value.JSThrow incompatible(String type, String method, Object self) {
        return Errors.typeError(
                "Method "
                        + type
                        + ".prototype."
                        + method
                        + " called on incompatible receiver "
                        + ErrorText.of(self));
    }
}
