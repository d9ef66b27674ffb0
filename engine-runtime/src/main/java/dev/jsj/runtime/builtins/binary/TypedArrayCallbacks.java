package dev.jsj.runtime.builtins.binary;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import java.util.ArrayList;
import java.util.List;

/** The methods of 23.2.3 that call a function for each element. */
final class TypedArrayCallbacks {
    static final int EVERY = 40;
    static final int FILTER = 41;
    static final int FIND = 42;
    static final int FIND_INDEX = 43;
    static final int FIND_LAST = 44;
    static final int FIND_LAST_INDEX = 45;
    static final int FOR_EACH = 46;
    static final int MAP = 47;
    static final int REDUCE = 48;
    static final int REDUCE_RIGHT = 49;
    static final int SOME = 50;

    private TypedArrayCallbacks() {}

    static Object call(int id, Realm realm, Object self, Object[] arguments) {
        JSTypedArray array = TypedArrays.validate(self, "%TypedArray%.prototype method");
        Object argument = arguments.length > 0 ? arguments[0] : Undefined.UNDEFINED;
        if (!(argument instanceof JSObject function) || !function.isCallable()) {
            throw Errors.typeError(ErrorText.of(argument) + " is not a function");
        }
        if (id == REDUCE || id == REDUCE_RIGHT) {
            return reduce(array, function, arguments, id == REDUCE_RIGHT);
        }
        Object thisArgument = arguments.length > 1 ? arguments[1] : Undefined.UNDEFINED;
        return switch (id) {
            case FILTER -> filter(realm, array, function, thisArgument);
            case MAP -> map(realm, array, function, thisArgument);
            case FIND_LAST, FIND_LAST_INDEX -> findLast(id, array, function, thisArgument);
            default -> search(id, array, function, thisArgument);
        };
    }

    private static Object invoke(
            JSObject function, Object thisArgument, JSTypedArray array, int k) {
        return function.call3(thisArgument, TypedArrays.at(array, k), k, array);
    }

    /** every, some, find, findIndex, forEach: 23.2.3.8, .28, .11, .12, .15. */
    private static Object search(
            int id, JSTypedArray array, JSObject function, Object thisArgument) {
        int length = array.length();
        for (int k = 0; k < length; k++) {
            Object element = TypedArrays.at(array, k);
            boolean truthy =
                    TypeConversion.toBoolean(function.call3(thisArgument, element, k, array));
            if (id == EVERY && !truthy) {
                return false;
            }
            if (truthy && id == SOME) {
                return true;
            }
            if (truthy && (id == FIND || id == FIND_INDEX)) {
                return id == FIND ? element : (Object) k;
            }
        }
        return switch (id) {
            case EVERY -> true;
            case SOME -> false;
            case FIND_INDEX -> -1;
            default -> Undefined.UNDEFINED;
        };
    }

    /** 23.2.3.13 findLast, 23.2.3.14 findLastIndex. */
    private static Object findLast(
            int id, JSTypedArray array, JSObject function, Object thisArgument) {
        for (int k = array.length() - 1; k >= 0; k--) {
            Object element = TypedArrays.at(array, k);
            if (TypeConversion.toBoolean(function.call3(thisArgument, element, k, array))) {
                return id == FIND_LAST ? element : (Object) k;
            }
        }
        return id == FIND_LAST ? Undefined.UNDEFINED : (Object) (-1);
    }

    /** 23.2.3.10 filter ( callback [ , thisArg ] ). */
    private static Object filter(
            Realm realm, JSTypedArray array, JSObject function, Object thisArgument) {
        int length = array.length();
        List<Object> kept = new ArrayList<>();
        for (int k = 0; k < length; k++) {
            Object element = TypedArrays.at(array, k);
            if (TypeConversion.toBoolean(function.call3(thisArgument, element, k, array))) {
                kept.add(element);
            }
        }
        JSTypedArray result =
                TypedArrays.speciesCreate(
                        realm, array, "%TypedArray%.prototype.filter", kept.size());
        for (int k = 0; k < kept.size(); k++) {
            result.setElement(k, kept.get(k));
        }
        return result;
    }

    /** 23.2.3.22 map ( callback [ , thisArg ] ). */
    private static Object map(
            Realm realm, JSTypedArray array, JSObject function, Object thisArgument) {
        int length = array.length();
        JSTypedArray result =
                TypedArrays.speciesCreate(realm, array, "%TypedArray%.prototype.map", length);
        for (int k = 0; k < length; k++) {
            ObjectOperations.set(result, k, invoke(function, thisArgument, array, k));
        }
        return result;
    }

    /** 23.2.3.23 reduce, 23.2.3.24 reduceRight. */
    private static Object reduce(
            JSTypedArray array, JSObject function, Object[] arguments, boolean right) {
        int length = array.length();
        int k = 0;
        Object accumulator;
        if (arguments.length > 1) {
            accumulator = arguments[1];
        } else {
            if (length == 0) {
                throw Errors.typeError("Reduce of empty array with no initial value");
            }
            accumulator = TypedArrays.at(array, right ? length - 1 : 0);
            k = 1;
        }
        for (; k < length; k++) {
            int index = right ? length - 1 - k : k;
            Object[] call = {accumulator, TypedArrays.at(array, index), index, array};
            accumulator = function.call(Undefined.UNDEFINED, call);
        }
        return accumulator;
    }
}
