package dev.jsj.runtime.builtins.binary;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;

/** 23.2.4 Abstract operations for TypedArray objects. */
public final class TypedArrays {
    private TypedArrays() {}

    /** 23.2.4.4 ValidateTypedArray ( O, order ). */
    public static JSTypedArray validate(Object value, String method) {
        if (!(value instanceof JSTypedArray array)) {
            throw Errors.typeError("this is not a typed array.");
        }
        if (array.isOutOfBounds()) {
            throw Errors.typeError("Cannot perform " + method + " on a detached ArrayBuffer");
        }
        return array;
    }

    /** 23.2.4.1 TypedArraySpeciesCreate ( exemplar, argumentList ). */
    static JSTypedArray speciesCreate(
            Realm realm, JSTypedArray exemplar, String method, Object... arguments) {
        JSObject constructor =
                Constructors.speciesConstructor(
                        exemplar, realm.intrinsic(exemplar.type().constructor())); // 1, 2
        JSTypedArray result = createFromConstructor(constructor, method, arguments); // 3
        if (result.type().isBigInt() != exemplar.type().isBigInt()) { // 4
            throw Errors.typeError("Content type of source and derived typed array differ");
        }
        return result;
    }

    /** 23.2.4.2 TypedArrayCreateFromConstructor ( constructor, argumentList ). */
    static JSTypedArray createFromConstructor(
            JSObject constructor, String method, Object... arguments) {
        Object made = constructor.construct(arguments, constructor); // 1
        JSTypedArray array = validate(made, method); // 2
        if (arguments.length == 1
                && arguments[0] instanceof Number number
                && array.length() < number.doubleValue()) { // 3
            throw Errors.typeError(
                    "Derived TypedArray constructor created an array which was too small");
        }
        return array;
    }

    /** 23.2.4.3 TypedArrayCreateSameType ( exemplar, length ). */
    static JSTypedArray createSameType(Realm realm, JSTypedArray exemplar, int length) {
        return allocate(
                realm, realm.intrinsic(exemplar.type().prototype()), exemplar.type(), length);
    }

    /** 23.2.5.1.6 AllocateTypedArrayBuffer for a new array with the given prototype. */
    static JSTypedArray allocate(Realm realm, JSObject prototype, ElementType type, long length) {
        long bytes = length * type.size();
        if (length > JSArrayBuffer.MAX_LENGTH || bytes > JSArrayBuffer.MAX_LENGTH) {
            throw Errors.rangeError("Invalid typed array length: " + length);
        }
        byte[] storage;
        try {
            storage = new byte[(int) bytes];
        } catch (OutOfMemoryError exhausted) {
            throw Errors.rangeError("Array buffer allocation failed");
        }
        return JSTypedArray.create(
                prototype, type, JSArrayBuffer.of(realm, storage), 0, (int) length);
    }

    /** The element at an index, undefined where the array has become shorter. */
    static Object at(JSTypedArray array, int index) {
        return array.get(index, array);
    }
}
