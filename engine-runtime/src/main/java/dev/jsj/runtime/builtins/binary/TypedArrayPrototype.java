package dev.jsj.runtime.builtins.binary;

import static dev.jsj.runtime.builtins.binary.ArrayBufferTables.relative;

import dev.jsj.runtime.builtins.collections.ArrayIterator;
import dev.jsj.runtime.builtins.collections.MergeSort;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * 23.2.3 Properties of the %TypedArray% prototype object; the methods that take a callback are in
 * {@link TypedArrayCallbacks}.
 */
final class TypedArrayPrototype extends BuiltinTable {
    static final TypedArrayPrototype TABLE = new TypedArrayPrototype();

    private static final int BUFFER = 0;
    private static final int BYTE_LENGTH = 1;
    private static final int BYTE_OFFSET = 2;
    private static final int LENGTH = 3;
    private static final int TO_STRING_TAG = 4;
    private static final int AT = 5;
    private static final int COPY_WITHIN = 6;
    private static final int ENTRIES = 7;
    private static final int FILL = 8;
    private static final int INCLUDES = 9;
    private static final int INDEX_OF = 10;
    private static final int JOIN = 11;
    private static final int KEYS = 12;
    private static final int LAST_INDEX_OF = 13;
    private static final int REVERSE = 14;
    private static final int SET = 15;
    private static final int SLICE = 16;
    private static final int SORT = 17;
    private static final int SUBARRAY = 18;
    private static final int TO_LOCALE_STRING = 19;
    private static final int TO_REVERSED = 20;
    private static final int TO_SORTED = 21;
    private static final int VALUES = 22;
    private static final int WITH = 23;

    private TypedArrayPrototype() {
        intrinsic("constructor", Intrinsic.TYPED_ARRAY, Property.HIDDEN);
        getter(BUFFER, "buffer");
        getter(BYTE_LENGTH, "byteLength");
        getter(BYTE_OFFSET, "byteOffset");
        getter(LENGTH, "length");
        method(ENTRIES, "entries", 0);
        method(KEYS, "keys", 0);
        method(VALUES, "values", 0);
        method(AT, "at", 1);
        method(COPY_WITHIN, "copyWithin", 2);
        method(TypedArrayCallbacks.EVERY, "every", 1);
        method(FILL, "fill", 1);
        method(TypedArrayCallbacks.FILTER, "filter", 1);
        method(TypedArrayCallbacks.FIND, "find", 1);
        method(TypedArrayCallbacks.FIND_INDEX, "findIndex", 1);
        method(TypedArrayCallbacks.FIND_LAST, "findLast", 1);
        method(TypedArrayCallbacks.FIND_LAST_INDEX, "findLastIndex", 1);
        method(TypedArrayCallbacks.FOR_EACH, "forEach", 1);
        method(INCLUDES, "includes", 1);
        method(INDEX_OF, "indexOf", 1);
        method(JOIN, "join", 1);
        method(LAST_INDEX_OF, "lastIndexOf", 1);
        method(TypedArrayCallbacks.MAP, "map", 1);
        method(REVERSE, "reverse", 0);
        method(TypedArrayCallbacks.REDUCE, "reduce", 1);
        method(TypedArrayCallbacks.REDUCE_RIGHT, "reduceRight", 1);
        method(SET, "set", 1);
        method(SLICE, "slice", 2);
        method(TypedArrayCallbacks.SOME, "some", 1);
        method(SORT, "sort", 1);
        method(SUBARRAY, "subarray", 2);
        method(TO_REVERSED, "toReversed", 0);
        method(TO_SORTED, "toSorted", 1);
        method(WITH, "with", 2);
        method(TO_LOCALE_STRING, "toLocaleString", 0);
        alias(Symbol.ITERATOR, "values");
        getter(TO_STRING_TAG, Symbol.TO_STRING_TAG);
        shared("toString", Intrinsic.ARRAY_PROTOTYPE); // 23.2.3.32
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        Object first = arg(arguments, 0);
        return switch (id) {
            case BUFFER -> receiver(self, "buffer").buffer();
            case BYTE_LENGTH -> byteLength(receiver(self, "byteLength"));
            case BYTE_OFFSET -> byteOffset(receiver(self, "byteOffset"));
            case LENGTH -> receiver(self, "length").length();
            case TO_STRING_TAG ->
                    self instanceof JSTypedArray array
                            ? array.type().arrayName()
                            : Undefined.UNDEFINED;
            case AT -> at(valid(self, "at"), first);
            case COPY_WITHIN -> copyWithin(valid(self, "copyWithin"), arguments);
            case ENTRIES ->
                    ArrayIterator.create(
                            realm, valid(self, "entries"), ArrayIterator.Kind.KEY_AND_VALUE);
            case KEYS -> ArrayIterator.create(realm, valid(self, "keys"), ArrayIterator.Kind.KEY);
            case VALUES ->
                    ArrayIterator.create(realm, valid(self, "values"), ArrayIterator.Kind.VALUE);
            case FILL -> fill(valid(self, "fill"), arguments);
            case INCLUDES -> includes(valid(self, "includes"), arguments);
            case INDEX_OF -> indexOf(valid(self, "indexOf"), arguments);
            case LAST_INDEX_OF -> lastIndexOf(valid(self, "lastIndexOf"), arguments);
            case JOIN -> join(valid(self, "join"), first);
            case REVERSE -> reverse(valid(self, "reverse"));
            case SET -> set(realm, receiver(self, "set"), first, arg(arguments, 1));
            case SLICE -> slice(realm, valid(self, "slice"), first, arg(arguments, 1));
            case SORT -> sort(self, first);
            case SUBARRAY -> subarray(realm, receiver(self, "subarray"), first, arg(arguments, 1));
            case TO_LOCALE_STRING -> toLocaleString(realm, valid(self, "toLocaleString"));
            case TO_REVERSED -> toReversed(realm, valid(self, "toReversed"));
            case TO_SORTED -> toSorted(realm, self, first);
            case WITH -> with(realm, valid(self, "with"), first, arg(arguments, 1));
            default -> TypedArrayCallbacks.call(id, realm, self, arguments);
        };
    }

    private static JSTypedArray receiver(Object self, String method) {
        if (self instanceof JSTypedArray array) {
            return array;
        }
        throw Errors.typeError(
                "Receiver should be a typed array: %TypedArray%.prototype."
                        + method
                        + " called on "
                        + ErrorText.of(self));
    }

    private static JSTypedArray valid(Object self, String method) {
        return TypedArrays.validate(self, "%TypedArray%.prototype." + method);
    }

    private static Object byteLength(JSTypedArray array) {
        return array.length() * array.type().size();
    }

    private static Object byteOffset(JSTypedArray array) {
        return array.isOutOfBounds() ? 0 : array.byteOffset();
    }

    /** 23.2.3.1 at ( index ). */
    private static Object at(JSTypedArray array, Object index) {
        int length = array.length();
        double relative = TypeConversion.toIntegerOrInfinity(index);
        double k = relative >= 0 ? relative : length + relative;
        return k < 0 || k >= length ? Undefined.UNDEFINED : TypedArrays.at(array, (int) k);
    }

    /** 23.2.3.6 copyWithin ( target, start [ , end ] ). */
    private static Object copyWithin(JSTypedArray array, Object[] arguments) {
        int length = array.length();
        int to = relative(arg(arguments, 0), length, 0);
        int from = relative(arg(arguments, 1), length, 0);
        int last = relative(arg(arguments, 2), length, length);
        int count = Math.min(last - from, length - to);
        if (count > 0) {
            TypedArrays.validate(array, "%TypedArray%.prototype.copyWithin");
            int now = Math.min(length, array.length());
            count = Math.min(count, now - Math.max(from, to));
            if (count > 0) {
                int size = array.type().size();
                byte[] bytes = array.buffer().bytes;
                int offset = array.byteOffset();
                System.arraycopy(
                        bytes, offset + from * size, bytes, offset + to * size, count * size);
            }
        }
        return array;
    }

    /** 23.2.3.9 fill ( value [ , start [ , end ] ] ). */
    private static Object fill(JSTypedArray array, Object[] arguments) {
        int length = array.length();
        Object value = array.type().toElementValue(arg(arguments, 0)); // 4, 5
        int start = relative(arg(arguments, 1), length, 0);
        int end = relative(arg(arguments, 2), length, length);
        TypedArrays.validate(array, "%TypedArray%.prototype.fill"); // 14
        end = Math.min(end, array.length());
        if (start < end) {
            byte[] bytes = array.buffer().bytes;
            int size = array.type().size();
            int at = array.byteOffset() + start * size;
            if (size == 1) {
                array.type().write(bytes, at, value);
                Arrays.fill(bytes, at, array.byteOffset() + end, bytes[at]);
            } else {
                for (int k = start; k < end; k++, at += size) {
                    array.type().write(bytes, at, value);
                }
            }
        }
        return array;
    }

    /** The start index of a forward search, or {@code length} when past the end. */
    private static int searchStart(Object fromIndex, int length) {
        double n = TypeConversion.toIntegerOrInfinity(fromIndex);
        return (int) (n >= 0 ? Math.min(n, length) : Math.max(length + n, 0));
    }

    /** 23.2.3.16 includes ( searchElement [ , fromIndex ] ). */
    private static Object includes(JSTypedArray array, Object[] arguments) {
        int length = array.length();
        if (length == 0) {
            return false;
        }
        Object wanted = arg(arguments, 0);
        for (int k = searchStart(arg(arguments, 1), length); k < length; k++) {
            if (Comparison.sameValueZero(TypedArrays.at(array, k), wanted)) {
                return true;
            }
        }
        return false;
    }

    /** 23.2.3.17 indexOf ( searchElement [ , fromIndex ] ). */
    private static Object indexOf(JSTypedArray array, Object[] arguments) {
        int length = array.length();
        if (length == 0) {
            return -1;
        }
        Object wanted = arg(arguments, 0);
        for (int k = searchStart(arg(arguments, 1), length); k < length; k++) {
            Object element = array.element(k);
            if (element != null && Comparison.isStrictlyEqual(element, wanted)) {
                return k;
            }
        }
        return -1;
    }

    /** 23.2.3.20 lastIndexOf ( searchElement [ , fromIndex ] ). */
    private static Object lastIndexOf(JSTypedArray array, Object[] arguments) {
        int length = array.length();
        if (length == 0) {
            return -1;
        }
        double n =
                arguments.length > 1
                        ? TypeConversion.toIntegerOrInfinity(arguments[1])
                        : length - 1;
        int k = (int) (n >= 0 ? Math.min(n, length - 1) : Math.max(length + n, -1));
        for (; k >= 0; k--) {
            Object element = array.element(k);
            if (element != null && Comparison.isStrictlyEqual(element, arg(arguments, 0))) {
                return k;
            }
        }
        return -1;
    }

    /** 23.2.3.18 join ( separator ). */
    private static Object join(JSTypedArray array, Object separatorArgument) {
        int length = array.length();
        String separator =
                separatorArgument == Undefined.UNDEFINED
                        ? ","
                        : TypeConversion.toJavaString(separatorArgument);
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < length; k++) {
            if (k > 0) {
                text.append(separator);
            }
            Object element = array.element(k);
            if (element != null) {
                text.append(TypeConversion.toString(element));
            }
        }
        return text.toString();
    }

    /** 23.2.3.31 toLocaleString: 23.1.3.32 with the typed array's length. */
    private static Object toLocaleString(Realm realm, JSTypedArray array) {
        int length = array.length();
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < length; k++) {
            if (k > 0) {
                text.append(',');
            }
            Object element = array.element(k);
            if (element != null) {
                text.append(
                        TypeConversion.toString(
                                ObjectOperations.invoke(realm, element, "toLocaleString")));
            }
        }
        return text.toString();
    }

    /** 23.2.3.25 reverse ( ). */
    private static Object reverse(JSTypedArray array) {
        for (int low = 0, high = array.length() - 1; low < high; low++, high--) {
            Object first = TypedArrays.at(array, low);
            array.putElementValue(low, TypedArrays.at(array, high));
            array.putElementValue(high, first);
        }
        return array;
    }

    /** 23.2.3.33 toReversed ( ). */
    private static Object toReversed(Realm realm, JSTypedArray array) {
        int length = array.length();
        JSTypedArray result = TypedArrays.createSameType(realm, array, length);
        for (int k = 0; k < length; k++) {
            result.putElementValue(k, TypedArrays.at(array, length - 1 - k));
        }
        return result;
    }

    /** 23.2.3.26 set ( source [ , offset ] ). */
    private static Object set(
            Realm realm, JSTypedArray target, Object source, Object offsetArgument) {
        double offset = TypeConversion.toIntegerOrInfinity(offsetArgument); // 4
        if (offset < 0) { // 5
            throw Errors.rangeError("offset is out of bounds");
        }
        if (source instanceof JSTypedArray array) { // 6
            TypedArrays.validate(target, "%TypedArray%.prototype.set");
            TypedArrays.validate(array, "%TypedArray%.prototype.set");
            if (array.type().isBigInt() != target.type().isBigInt()) {
                throw Errors.typeError(
                        "Cannot mix BigInt and other types, use explicit conversions");
            }
            int count = array.length();
            if (offset + count > target.length()) {
                throw Errors.rangeError("offset is out of bounds");
            }
            TypedArrayCopy.copy(array, 0, target, (int) offset, count);
            return Undefined.UNDEFINED;
        }
        TypedArrays.validate(
                target, "%TypedArray%.prototype.set"); // 23.2.3.26.2 SetTypedArrayFromArrayLike
        int targetLength = target.length();
        JSObject object = TypeConversion.toObject(realm, source);
        long count = ObjectOperations.lengthOfArrayLike(object);
        if (offset + count > targetLength) {
            throw Errors.rangeError("offset is out of bounds");
        }
        for (int k = 0; k < count; k++) {
            target.setElement((int) offset + k, object.get(k));
        }
        return Undefined.UNDEFINED;
    }

    /** 23.2.3.27 slice ( start, end ). */
    private static Object slice(
            Realm realm, JSTypedArray array, Object startArgument, Object endArgument) {
        int length = array.length();
        int start = relative(startArgument, length, 0);
        int end = relative(endArgument, length, length);
        int count = Math.max(end - start, 0);
        JSTypedArray result =
                TypedArrays.speciesCreate(realm, array, "%TypedArray%.prototype.slice", count);
        if (count > 0) {
            TypedArrays.validate(array, "%TypedArray%.prototype.slice");
            end = Math.min(end, array.length());
            count = Math.min(end - start, result.length());
            if (count > 0) {
                if (array.type() == result.type()) {
                    copyForward(array, start, result, count);
                } else {
                    for (int k = 0; k < count; k++) {
                        result.setElement(k, TypedArrays.at(array, start + k));
                    }
                }
            }
        }
        return result;
    }

    /** Step 14.g: byte by byte from the front, which shows where both share a buffer. */
    private static void copyForward(
            JSTypedArray source, int start, JSTypedArray target, int count) {
        byte[] from = source.buffer().bytes;
        byte[] to = target.buffer().bytes;
        int size = source.type().size();
        int sourceAt = source.byteOffset() + start * size;
        if (from != to) {
            System.arraycopy(from, sourceAt, to, target.byteOffset(), count * size);
            return;
        }
        for (int i = 0; i < count * size; i++) {
            to[target.byteOffset() + i] = from[sourceAt + i];
        }
    }

    private static @Nullable JSObject comparator(Object value) {
        if (value == Undefined.UNDEFINED) {
            return null;
        }
        if (value instanceof JSObject function && function.isCallable()) {
            return function;
        }
        throw Errors.typeError("The comparison function must be either a function or undefined");
    }

    /** 23.2.3.29 sort ( comparator ). */
    private static Object sort(Object self, Object comparatorArgument) {
        JSObject comparator = comparator(comparatorArgument);
        JSTypedArray array = valid(self, "sort");
        Object[] sorted = sorted(array, comparator);
        int writable = Math.min(sorted.length, array.length());
        for (int k = 0; k < writable; k++) {
            array.putElementValue(k, sorted[k]);
        }
        return array;
    }

    /** 23.2.3.34 toSorted ( comparator ). */
    private static Object toSorted(Realm realm, Object self, Object comparatorArgument) {
        JSObject comparator = comparator(comparatorArgument);
        JSTypedArray array = valid(self, "toSorted");
        JSTypedArray result = TypedArrays.createSameType(realm, array, array.length());
        Object[] sorted = sorted(array, comparator);
        for (int k = 0; k < sorted.length; k++) {
            result.putElementValue(k, sorted[k]);
        }
        return result;
    }

    private static Object[] sorted(JSTypedArray array, @Nullable JSObject comparator) {
        if (comparator == null && !array.type().isBigInt()) {
            return sortedNumbers(array); // FAST PATH: no comparator, numbers
        }
        Object[] values = new Object[array.length()];
        for (int k = 0; k < values.length; k++) {
            values[k] = TypedArrays.at(array, k);
        }
        if (comparator == null) {
            Arrays.sort(values, TypedArrayCopy::compare);
        } else {
            MergeSort.sort(
                    values,
                    values.length,
                    (x, y) -> {
                        double order =
                                TypeConversion.toNumber(
                                        comparator.call2(Undefined.UNDEFINED, x, y));
                        return order < 0 ? -1 : order > 0 ? 1 : 0;
                    });
        }
        return values;
    }

    /** Java orders doubles as the specification does: -0 before +0, and NaN last. */
    private static Object[] sortedNumbers(JSTypedArray array) {
        double[] numbers = new double[array.length()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = ((Number) TypedArrays.at(array, k)).doubleValue();
        }
        Arrays.sort(numbers);
        Object[] values = new Object[numbers.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = numbers[k];
        }
        return values;
    }

    /** 23.2.3.30 subarray ( start, end ). */
    private static Object subarray(
            Realm realm, JSTypedArray array, Object startArgument, Object endArgument) {
        int length = array.length(); // 4-6: 0 when out of bounds
        int start = relative(startArgument, length, 0);
        int size = array.type().size();
        int byteOffset = array.byteOffset() + start * size;
        if (array.tracksLength() && endArgument == Undefined.UNDEFINED) { // 15
            return TypedArrays.speciesCreate(
                    realm, array, "%TypedArray%.prototype.subarray", array.buffer(), byteOffset);
        }
        int end = relative(endArgument, length, length);
        int count = Math.max(end - start, 0);
        return TypedArrays.speciesCreate(
                realm, array, "%TypedArray%.prototype.subarray", array.buffer(), byteOffset, count);
    }

    /** 23.2.3.36 with ( index, value ). */
    private static Object with(Realm realm, JSTypedArray array, Object index, Object value) {
        int length = array.length();
        double relative = TypeConversion.toIntegerOrInfinity(index);
        double actual = relative >= 0 ? relative : length + relative;
        Object replacement = array.type().toElementValue(value); // 7, 8
        if (actual < 0 || actual >= array.length()) { // 9
            throw Errors.rangeError("Invalid typed array index");
        }
        JSTypedArray result = TypedArrays.createSameType(realm, array, length);
        for (int k = 0; k < length; k++) {
            if (k == actual) {
                result.putElementValue(k, replacement);
            } else {
                Object element = array.element(k);
                if (element == null) {
                    result.setElement(k, Undefined.UNDEFINED);
                } else {
                    result.putElementValue(k, element);
                }
            }
        }
        return result;
    }
}
