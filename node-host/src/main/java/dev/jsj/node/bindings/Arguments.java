package dev.jsj.node.bindings;

import dev.jsj.runtime.builtins.binary.ElementType;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.builtins.binary.JSDataView;
import dev.jsj.runtime.builtins.binary.JSTypedArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Reads the arguments of native functions, and makes the objects they answer. */
final class Arguments {
    private Arguments() {}

    /** The bytes that a view or buffer shows. */
    record Bytes(byte[] array, int offset, int length) {}

    static String string(Object[] arguments, int index) {
        return TypeConversion.toJavaString(arguments[index]);
    }

    static int integer(Object[] arguments, int index) {
        return TypeConversion.toInt32(arguments[index]);
    }

    static long longInteger(Object[] arguments, int index) {
        return (long) TypeConversion.toNumber(arguments[index]);
    }

    static boolean truth(Object[] arguments, int index) {
        return index < arguments.length && TypeConversion.toBoolean(arguments[index]);
    }

    /** The native object that must be there; programs can get at functions with others. */
    static <T> T handle(Object[] arguments, int index, Class<T> type) {
        return handle(index < arguments.length ? arguments[index] : null, type);
    }

    /** The same of a value. */
    static <T> T handle(@Nullable Object value, Class<T> type) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw Errors.typeError("Illegal invocation");
    }

    static @Nullable JSObject function(Object[] arguments, int index) {
        return index < arguments.length
                        && arguments[index] instanceof JSObject object
                        && object.isCallable()
                ? object
                : null;
    }

    static boolean isMissing(Object[] arguments, int index) {
        return index >= arguments.length || arguments[index] == Undefined.UNDEFINED;
    }

    static Bytes bytes(Object[] arguments, int index) {
        return bytes(arguments[index]);
    }

    static Bytes bytes(Object value) {
        return switch (value) {
            case JSTypedArray view ->
                    new Bytes(
                            view.buffer().requireBytes("read"),
                            view.byteOffset(),
                            view.length() * view.type().size());
            case JSDataView view ->
                    new Bytes(
                            view.buffer().requireBytes("read"),
                            view.byteOffset(),
                            view.byteLength());
            case JSArrayBuffer buffer ->
                    new Bytes(buffer.requireBytes("read"), 0, buffer.byteLength());
            default -> throw Errors.typeError("Expected an ArrayBuffer or a view of one");
        };
    }

    /** The bytes that a view or buffer shows, copied. */
    static byte[] byteArray(Object[] arguments, int index) {
        Bytes bytes = bytes(arguments[index]);
        return java.util.Arrays.copyOfRange(
                bytes.array(), bytes.offset(), bytes.offset() + bytes.length());
    }

    static List<String> strings(Object list) {
        List<String> strings = new ArrayList<>();
        for (Object value : ObjectOperations.createListFromArrayLike(list)) {
            strings.add(TypeConversion.toJavaString(value));
        }
        return strings;
    }

    static Object array(Realm realm, List<?> values) {
        return realm.newArray(values.toArray());
    }

    /** A Uint8Array over the bytes, which it takes over. */
    static JSTypedArray uint8Array(Realm realm, byte[] bytes) {
        JSObject prototype = realm.intrinsic(Intrinsic.UINT8_ARRAY_PROTOTYPE);
        return JSTypedArray.create(
                prototype, ElementType.UINT8, JSArrayBuffer.of(realm, bytes), 0, bytes.length);
    }

    static JSObject object(Realm realm, Object... keysAndValues) {
        JSObject object = realm.newObject();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            ObjectOperations.createDataProperty(object, keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    /** A number as JavaScript has it: an Integer where it fits. */
    static Object number(long value) {
        if (value == (int) value) {
            return (int) value;
        }
        return (double) value;
    }
}
