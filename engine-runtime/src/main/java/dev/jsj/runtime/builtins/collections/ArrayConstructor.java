package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 23.1.1 and 23.1.2: the Array constructor and its functions. */
final class ArrayConstructor extends BuiltinTable {
    private static final int CONSTRUCTOR = 0;
    private static final int IS_ARRAY = 1;
    private static final int FROM = 2;
    private static final int OF = 3;
    private static final int SPECIES = 4;
    private static final int FROM_ASYNC = 5;

    private static final ArrayConstructor TABLE = new ArrayConstructor();

    private ArrayConstructor() {
        method(IS_ARRAY, "isArray", 1);
        method(FROM, "from", 1);
        method(FROM_ASYNC, "fromAsync", 1);
        method(OF, "of", 0);
        getter(SPECIES, Symbol.SPECIES);
    }

    static JSObject create(Realm realm) {
        return BuiltinFunction.constructor(
                realm,
                TABLE,
                CONSTRUCTOR,
                "Array",
                1,
                Intrinsic.ARRAY,
                Intrinsic.FUNCTION_PROTOTYPE,
                Intrinsic.ARRAY_PROTOTYPE);
    }

    /** Whether the function is the original {@code get [Symbol.species]} of an Array. */
    static boolean isSpeciesGetter(BuiltinFunction function) {
        return function.table() == TABLE && function.id() == SPECIES;
    }

    @Override
    protected boolean isInStackTraces(int id) {
        return id == FROM;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case CONSTRUCTOR -> construct(realm, arguments, newTarget);
            case IS_ARRAY -> Comparison.isArray(arg(arguments, 0));
            case FROM -> from(realm, self, arguments);
            case OF -> of(realm, self, arguments);
            case SPECIES -> self;
            case FROM_ASYNC -> ArrayFromAsync.start(realm, self, arguments);
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 23.1.1.1 Array ( ...values ). */
    private static Object construct(Realm realm, Object[] arguments, @Nullable JSObject newTarget) {
        JSArray array =
                newTarget == null || newTarget == realm.intrinsic(Intrinsic.ARRAY)
                        ? realm.newArray() // 1-3
                        : new JSArray(
                                Constructors.shapeFromConstructor(
                                        newTarget, Intrinsic.ARRAY_PROTOTYPE, ObjectKind.ARRAY));
        if (arguments.length == 1 && JsNumber.isNumber(arguments[0])) { // 5
            array.setLength(toLength((Number) arguments[0]));
            return array;
        }
        for (int i = 0; i < arguments.length; i++) { // 5.c, 6
            array.putElement(i, arguments[i]);
        }
        return array;
    }

    private static long toLength(Number value) {
        double length = value.doubleValue();
        if (length < 0 || length > Arrays.MAX_LENGTH || length != Math.rint(length)) {
            throw Errors.rangeError("Invalid array length");
        }
        return (long) length;
    }

    /** 23.1.2.1 Array.from ( items [ , mapper [ , thisArg ] ] ). */
    private static Object from(Realm realm, Object constructor, Object[] arguments) {
        Object items = arg(arguments, 0);
        Object mapper = arg(arguments, 1);
        Object thisArg = arg(arguments, 2);
        JSObject mapping = // 2, 3
                mapper == Undefined.UNDEFINED ? null : ObjectOperations.requireCallable(mapper);
        Object method = // 4
                items == Undefined.UNDEFINED || items == dev.jsj.runtime.value.Null.NULL
                        ? notIterable(items)
                        : ObjectOperations.getV(realm, items, Symbol.ITERATOR);
        if (method == Undefined.UNDEFINED || method == dev.jsj.runtime.value.Null.NULL) {
            return fromArrayLike(realm, constructor, items, mapping, thisArg);
        }
        if (!(method instanceof JSObject usingIterator) || !usingIterator.isCallable()) {
            throw Errors.typeError(
                    "%Array%.from requires that the property of the first argument,"
                            + " items[Symbol.iterator], when exists, be a function");
        }
        if (mapping == null
                && constructor == realm.intrinsic(Intrinsic.ARRAY)
                && Iteration.isPristineArray(realm, items)) {
            return realm.newArray(Iteration.iterableToList(realm, items)); // FAST PATH
        }
        JSObject array = newResult(realm, constructor, JSObject.NO_ARGUMENTS); // 5.a, 5.b
        Iteration.IteratorRecord record =
                Iteration.getIteratorFromMethod(items, usingIterator); // 5.c
        long k = 0; // 5.d
        for (Object value; (value = Iteration.stepValue(record)) != null; k++) { // 5.e
            try {
                if (mapping != null) {
                    value = mapping.call2(thisArg, value, JsNumber.of(k));
                }
                ObjectOperations.createDataPropertyOrThrow(array, k, value);
            } catch (JSThrow completion) {
                throw Iteration.closeOnThrow(record, completion);
            }
        }
        Arrays.setLength(array, k); // 5.e.iv
        return array;
    }

    private static Object notIterable(Object items) {
        throw Errors.typeError(
                (items == Undefined.UNDEFINED ? "undefined" : "object null")
                        + " is not iterable (cannot read property Symbol(Symbol.iterator))");
    }

    private static JSObject newResult(Realm realm, Object constructor, Object[] arguments) {
        if (constructor instanceof JSObject function && function.isConstructor()) {
            return ObjectOperations.construct(function, arguments);
        }
        return Arrays.arrayCreate(
                realm, arguments.length == 0 ? 0 : ((Number) arguments[0]).doubleValue());
    }

    private static Object fromArrayLike(
            Realm realm,
            Object constructor,
            Object items,
            @Nullable JSObject mapping,
            Object thisArg) {
        JSObject arrayLike = TypeConversion.toObject(realm, items); // 7
        long length = ObjectOperations.lengthOfArrayLike(arrayLike); // 8
        JSObject array = newResult(realm, constructor, new Object[] {JsNumber.of(length)});
        for (long k = 0; k < length; k++) { // 12
            Object value = Arrays.get(arrayLike, k);
            if (mapping != null) {
                value = mapping.call2(thisArg, value, JsNumber.of(k));
            }
            ObjectOperations.createDataPropertyOrThrow(array, k, value);
        }
        Arrays.setLength(array, length); // 13
        return array;
    }

    /** 23.1.2.3 Array.of ( ...items ). */
    private static Object of(Realm realm, Object constructor, Object[] items) {
        Object[] lengthArgument = {items.length}; // 1, 2
        JSObject array = newResult(realm, constructor, lengthArgument); // 4, 5
        for (int k = 0; k < items.length; k++) { // 7
            ObjectOperations.createDataPropertyOrThrow(array, (Object) k, items[k]);
        }
        Arrays.setLength(array, items.length); // 8
        return array;
    }
}
