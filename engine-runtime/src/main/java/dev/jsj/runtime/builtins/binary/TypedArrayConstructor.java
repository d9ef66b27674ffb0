package dev.jsj.runtime.builtins.binary;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** 23.2.1 %TypedArray%, and 23.2.5 the constructors of the element types. */
final class TypedArrayConstructor {
    static final Abstract ABSTRACT = new Abstract();

    private TypedArrayConstructor() {}

    /** 23.2.1, 23.2.2 The %TypedArray% intrinsic object. */
    static final class Abstract extends BuiltinTable {
        static final int CONSTRUCT = 0;
        private static final int FROM = 1;
        private static final int OF = 2;
        private static final int SPECIES = 3;

        private Abstract() {
            method(OF, "of", 0);
            method(FROM, "from", 1);
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
                case CONSTRUCT ->
                        throw Errors.typeError(
                                "Abstract class TypedArray not directly constructable");
                case FROM -> from(realm, self, arguments);
                case OF -> of(self, arguments);
                case SPECIES -> self;
                default -> throw new AssertionError(id);
            };
        }

        private static JSObject constructor(Object self) {
            if (self instanceof JSObject object && object.isConstructor()) {
                return object;
            }
            throw Errors.typeError(ErrorText.of(self) + " is not a constructor");
        }

        /** 23.2.2.1 %TypedArray%.from ( source [ , mapper [ , thisArg ] ] ). */
        private static Object from(Realm realm, Object self, Object[] arguments) {
            JSObject constructor = constructor(self); // 2
            Object mapper = arg(arguments, 1);
            JSObject mapping = null;
            if (mapper != Undefined.UNDEFINED) { // 4
                if (!(mapper instanceof JSObject function) || !function.isCallable()) {
                    throw Errors.typeError(ErrorText.of(mapper) + " is not a function");
                }
                mapping = function;
            }
            Object thisArgument = arg(arguments, 2);
            Object source = arg(arguments, 0);
            if (source == Undefined.UNDEFINED || source == Null.NULL) {
                throw Errors.typeError(ErrorText.notIterable(source));
            }
            JSObject usingIterator =
                    ObjectOperations.getMethod(realm, source, Symbol.ITERATOR); // 5
            Object[] values;
            JSObject arrayLike = null;
            long length;
            if (usingIterator != null) { // 6
                values =
                        Iteration.iteratorToList(
                                        Iteration.getIteratorFromMethod(source, usingIterator))
                                .toArray();
                length = values.length;
            } else {
                values = null;
                arrayLike = TypeConversion.toObject(realm, source); // 8
                length = ObjectOperations.lengthOfArrayLike(arrayLike); // 9
            }
            Object lengthValue =
                    length == (int) length ? (Object) (int) length : (Object) (double) length;
            JSTypedArray target =
                    TypedArrays.createFromConstructor(
                            constructor, "%TypedArray%.from", lengthValue);
            for (int k = 0; k < length; k++) { // 12
                Object value = values != null ? values[k] : arrayLike.get(k);
                if (mapping != null) {
                    value = mapping.call2(thisArgument, value, k);
                }
                ObjectOperations.set(target, k, value);
            }
            return target;
        }

        /** 23.2.2.2 %TypedArray%.of ( ...items ). */
        private static Object of(Object self, Object[] items) {
            JSObject constructor = constructor(self);
            JSTypedArray target =
                    TypedArrays.createFromConstructor(constructor, "%TypedArray%.of", items.length);
            for (int k = 0; k < items.length; k++) {
                ObjectOperations.set(target, k, items[k]);
            }
            return target;
        }
    }

    /** 23.2.5 The TypedArray constructors: one table for each element type. */
    static final class Concrete extends BuiltinTable {
        static final int CONSTRUCT = 0;

        private final ElementType type;

        Concrete(ElementType type) {
            this.type = type;
            value("BYTES_PER_ELEMENT", type.size(), Property.FROZEN);
            if (type == ElementType.UINT8) {
                method(Uint8ArrayBase64.FROM_BASE64, "fromBase64", 1);
                method(Uint8ArrayBase64.FROM_HEX, "fromHex", 1);
            }
        }

        @Override
        public Object call(
                int id,
                Realm realm,
                Object self,
                Object[] arguments,
                @Nullable JSObject newTarget) {
            if (id != CONSTRUCT) {
                return Uint8ArrayBase64.callStatic(id, realm, arguments);
            }
            if (newTarget == null) { // 23.2.5.1 TypedArray ( ...args ) 1
                throw Errors.typeError("Constructor " + type.arrayName() + " requires 'new'");
            }
            Object first = arg(arguments, 0);
            if (!(first instanceof JSObject object)) { // 5, 6.c
                long length =
                        TypeConversion.toIndex(
                                first, "Invalid typed array length: " + ErrorText.of(first));
                return TypedArrays.allocate(realm, prototype(newTarget), type, length);
            }
            JSObject prototype = prototype(newTarget); // 6.b.i
            if (object instanceof JSTypedArray source) {
                return fromTypedArray(realm, prototype, source);
            }
            if (object instanceof JSArrayBuffer buffer) {
                return fromArrayBuffer(prototype, buffer, arg(arguments, 1), arg(arguments, 2));
            }
            return fromObject(realm, prototype, object);
        }

        private JSObject prototype(JSObject newTarget) {
            return Constructors.getPrototypeFromConstructor(newTarget, type.prototype());
        }

        /** 23.2.5.1.2 InitializeTypedArrayFromTypedArray ( O, srcArray ). */
        private Object fromTypedArray(Realm realm, JSObject prototype, JSTypedArray source) {
            if (source.isOutOfBounds()) { // 4
                throw Errors.typeError("Cannot perform Construct on a detached ArrayBuffer");
            }
            int length = source.length();
            JSTypedArray target = TypedArrays.allocate(realm, prototype, type, length);
            if (source.type().isBigInt() != type.isBigInt()) { // 11.a
                throw Errors.typeError(
                        "Cannot mix BigInt and other types, use explicit conversions");
            }
            TypedArrayCopy.copy(source, 0, target, 0, length);
            return target;
        }

        /** 23.2.5.1.3 InitializeTypedArrayFromArrayBuffer ( O, buffer, byteOffset, length ). */
        private Object fromArrayBuffer(
                JSObject prototype,
                JSArrayBuffer buffer,
                Object byteOffset,
                Object lengthArgument) {
            int size = type.size();
            long offset = TypeConversion.toIndex(byteOffset, "Start offset is too large:"); // 3
            if (offset % size != 0) { // 4
                throw Errors.rangeError(
                        "start offset of " + type.arrayName() + " should be a multiple of " + size);
            }
            long length = -1;
            if (lengthArgument != Undefined.UNDEFINED) { // 6
                length =
                        TypeConversion.toIndex(
                                lengthArgument,
                                "Invalid typed array length: " + ErrorText.of(lengthArgument));
            }
            buffer.requireBytes("Construct"); // 7
            int available = buffer.byteLength(); // 8
            if (length < 0 && buffer.isResizable()) { // 9
                checkOffset(offset, available);
                return JSTypedArray.createTracking(prototype, type, buffer, (int) offset);
            }
            if (length < 0) { // 10.a
                if (available % size != 0) {
                    throw Errors.rangeError(
                            "byte length of "
                                    + type.arrayName()
                                    + " should be a multiple of "
                                    + size);
                }
                checkOffset(offset, available);
                length = (available - offset) / size;
            } else if (offset + length * size > available) { // 10.b
                throw Errors.rangeError("Invalid typed array length: " + length);
            }
            return JSTypedArray.create(prototype, type, buffer, (int) offset, (int) length);
        }

        private static void checkOffset(long offset, int available) {
            if (offset > available) {
                throw Errors.rangeError(
                        "Start offset " + offset + " is outside the bounds of the buffer");
            }
        }

        /** 23.2.5.1 steps 6.b.iv: an iterable (23.2.5.1.4) or an array-like (23.2.5.1.5). */
        private Object fromObject(Realm realm, JSObject prototype, JSObject object) {
            JSObject usingIterator = ObjectOperations.getMethod(realm, object, Symbol.ITERATOR);
            if (usingIterator != null) {
                if (object instanceof JSArray array && Iteration.isPristineArray(realm, array)) {
                    Object[] values =
                            array.toDenseArray(); // FAST PATH: iteration gives the elements
                    if (values != null) {
                        return fromValues(realm, prototype, values);
                    }
                }
                List<Object> values =
                        Iteration.iteratorToList(
                                Iteration.getIteratorFromMethod(object, usingIterator));
                return fromValues(realm, prototype, values.toArray());
            }
            long length = ObjectOperations.lengthOfArrayLike(object);
            JSTypedArray target = TypedArrays.allocate(realm, prototype, type, length);
            for (int k = 0; k < length; k++) {
                ObjectOperations.set(target, k, object.get(k));
            }
            return target;
        }

        private Object fromValues(Realm realm, JSObject prototype, Object[] values) {
            JSTypedArray target = TypedArrays.allocate(realm, prototype, type, values.length);
            for (int k = 0; k < values.length; k++) {
                target.setElement(k, values[k]);
            }
            return target;
        }
    }
}
