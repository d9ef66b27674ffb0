package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.Iteration.IteratorRecord;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * 27.1.4 Properties of the Iterator prototype object: the methods that consume an iterator; those
 * that make another are in {@link IteratorHelper}.
 */
final class IteratorPrototype extends BuiltinTable {
    static final IteratorPrototype TABLE = new IteratorPrototype();

    private static final double MAX_SAFE_INTEGER = 9007199254740991.0;

    private static final int GET_CONSTRUCTOR = 0;
    private static final int SET_CONSTRUCTOR = 1;
    private static final int DROP = 2;
    private static final int EVERY = 3;
    private static final int FILTER = 4;
    private static final int FIND = 5;
    private static final int FLAT_MAP = 6;
    private static final int FOR_EACH = 7;
    private static final int MAP = 8;
    private static final int REDUCE = 9;
    private static final int SOME = 10;
    private static final int TAKE = 11;
    private static final int TO_ARRAY = 12;
    private static final int ITERATOR = 13;
    private static final int DISPOSE = 14;
    private static final int GET_TAG = 15;
    private static final int SET_TAG = 16;
    private static final int CHUNKS = 17;
    private static final int WINDOWS = 18;
    private static final int INCLUDES = 19;
    private static final int JOIN = 20;

    private IteratorPrototype() {
        accessor(GET_CONSTRUCTOR, SET_CONSTRUCTOR, "constructor");
        method(REDUCE, "reduce", 1);
        method(TO_ARRAY, "toArray", 0);
        method(FOR_EACH, "forEach", 1);
        method(SOME, "some", 1);
        method(EVERY, "every", 1);
        method(FIND, "find", 1);
        method(INCLUDES, "includes", 1);
        method(JOIN, "join", 1);
        method(MAP, "map", 1);
        method(FILTER, "filter", 1);
        method(TAKE, "take", 1);
        method(DROP, "drop", 1);
        method(FLAT_MAP, "flatMap", 1);
        method(CHUNKS, "chunks", 1);
        method(WINDOWS, "windows", 1);
        method(ITERATOR, Symbol.ITERATOR, 0);
        method(DISPOSE, Symbol.DISPOSE, 0);
        accessor(GET_TAG, SET_TAG, Symbol.TO_STRING_TAG);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        Object argument = arg(arguments, 0);
        return switch (id) {
            case GET_CONSTRUCTOR -> realm.intrinsic(Intrinsic.ITERATOR);
            case SET_CONSTRUCTOR ->
                    setterThatIgnoresPrototype(realm, self, "constructor", argument);
            case GET_TAG -> "Iterator";
            case SET_TAG -> setterThatIgnoresPrototype(realm, self, Symbol.TO_STRING_TAG, argument);
            case ITERATOR -> self;
            case DISPOSE -> dispose(realm, self);
            case REDUCE -> reduce(realm, self, arguments);
            case TO_ARRAY -> toArray(realm, self);
            case FOR_EACH, SOME, EVERY, FIND -> search(id, realm, self, argument);
            case INCLUDES -> includes(realm, self, argument, arg(arguments, 1));
            case JOIN -> join(realm, self, argument);
            case MAP -> IteratorHelper.map(realm, self, argument);
            case FILTER -> IteratorHelper.filter(realm, self, argument);
            case FLAT_MAP -> IteratorHelper.flatMap(realm, self, argument);
            case TAKE -> IteratorHelper.take(realm, self, argument);
            case DROP -> IteratorHelper.drop(realm, self, argument);
            case CHUNKS -> IteratorChunking.chunks(realm, self, argument);
            case WINDOWS -> IteratorChunking.windows(realm, self, argument, arg(arguments, 1));
            default -> throw new AssertionError(id);
        };
    }

    /**
     * 7.3.28 SetterThatIgnoresPrototypeProperties ( this, home, p, v ), with %Iterator.prototype%
     * as home.
     */
    private static Object setterThatIgnoresPrototype(
            Realm realm, Object self, Object key, Object value) {
        if (!(self instanceof JSObject object)) { // 1
            throw Errors.typeError("Iterator.prototype setter called on non-object");
        }
        if (object == realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE)) { // 2
            throw Errors.typeError("Cannot assign to this property of Iterator.prototype");
        }
        PropertyDescriptor own = object.getOwnProperty(key); // 3
        if (own == null) {
            ObjectOperations.createDataPropertyOrThrow(object, key, value);
        } else {
            ObjectOperations.set(object, key, value);
        }
        return Undefined.UNDEFINED;
    }

    /** 27.1.4.14 Iterator.prototype [ %Symbol.dispose% ] ( ). */
    private static Object dispose(Realm realm, Object self) {
        JSObject method = ObjectOperations.getMethod(realm, self, "return");
        if (method != null) {
            ObjectOperations.call(method, self, JSObject.NO_ARGUMENTS);
        }
        return Undefined.UNDEFINED;
    }

    /** The receiver of a method, which must be an object. */
    static JSObject receiver(Object self, String method) {
        if (self instanceof JSObject object) {
            return object;
        }
        throw Errors.typeError("Iterator.prototype." + method + " called on non-object");
    }

    /**
     * The function argument of a method; where it is none, the iterator is closed and a TypeError
     * thrown.
     */
    static JSObject functionArgument(Realm realm, JSObject iterator, Object function) {
        if (function instanceof JSObject object && object.isCallable()) {
            return object;
        }
        throw closeAndThrow(
                realm, iterator, Errors.typeError(ErrorText.of(function) + " is not a function"));
    }

    /**
     * IteratorClose with a throw completion for an iterator whose next method has not been read.
     */
    static JSThrow closeAndThrow(Realm realm, JSObject iterator, JSThrow failure) {
        return Iteration.closeOnThrow(new IteratorRecord(iterator, Undefined.UNDEFINED), failure);
    }

    /** GetIteratorDirect ( obj ). */
    static IteratorRecord direct(JSObject iterator) {
        return new IteratorRecord(iterator, iterator.get("next"));
    }

    /** 27.1.4.7 forEach, 27.1.4.10 some, 27.1.4.4 every, 27.1.4.5 find: one loop. */
    private static Object search(int id, Realm realm, Object self, Object function) {
        String name =
                id == FOR_EACH ? "forEach" : id == SOME ? "some" : id == EVERY ? "every" : "find";
        JSObject object = receiver(self, name);
        JSObject callback = functionArgument(realm, object, function);
        IteratorRecord iterated = direct(object);
        double counter = 0;
        for (Object value; (value = Iteration.stepValue(iterated)) != null; counter++) {
            boolean truthy;
            try {
                Object result = callback.call2(Undefined.UNDEFINED, value, number(counter));
                truthy = id != FOR_EACH && TypeConversion.toBoolean(result);
            } catch (JSThrow thrown) {
                throw Iteration.closeOnThrow(iterated, thrown);
            }
            if (id == EVERY && !truthy || (id == SOME || id == FIND) && truthy) {
                Iteration.close(iterated);
                return id == FIND ? value : (Object) (id == SOME);
            }
        }
        return id == FOR_EACH || id == FIND ? Undefined.UNDEFINED : (Object) (id == EVERY);
    }

    static Object number(double counter) {
        return counter <= Integer.MAX_VALUE ? (Object) (int) counter : (Object) counter;
    }

    /** 27.1.4.9 Iterator.prototype.reduce ( reducer [ , initialValue ] ). */
    private static Object reduce(Realm realm, Object self, Object[] arguments) {
        JSObject object = receiver(self, "reduce");
        JSObject reducer = functionArgument(realm, object, arg(arguments, 0));
        IteratorRecord iterated = direct(object);
        Object accumulator;
        double counter = 0;
        if (arguments.length > 1) {
            accumulator = arguments[1];
        } else {
            accumulator = Iteration.stepValue(iterated);
            if (accumulator == null) {
                throw Errors.typeError("Reduce of a done iterator with no initial value");
            }
            counter = 1;
        }
        for (Object value; (value = Iteration.stepValue(iterated)) != null; counter++) {
            try {
                accumulator =
                        reducer.call3(Undefined.UNDEFINED, accumulator, value, number(counter));
            } catch (JSThrow thrown) {
                throw Iteration.closeOnThrow(iterated, thrown);
            }
        }
        return accumulator;
    }

    /** 27.1.4.12 Iterator.prototype.toArray ( ). */
    private static Object toArray(Realm realm, Object self) {
        IteratorRecord iterated = direct(receiver(self, "toArray"));
        List<Object> items = new ArrayList<>();
        for (Object value; (value = Iteration.stepValue(iterated)) != null; ) {
            items.add(value);
        }
        return realm.newArray(items.toArray());
    }

    /** Iterator.prototype.join ( separator ), of the Iterator Join proposal. */
    private static Object join(Realm realm, Object self, Object separator) {
        JSObject object = receiver(self, "join");
        CharSequence between = ",";
        if (separator != Undefined.UNDEFINED) {
            try {
                between = TypeConversion.toString(separator);
            } catch (JSThrow thrown) {
                throw closeAndThrow(realm, object, thrown);
            }
        }
        IteratorRecord iterated = direct(object);
        CharSequence joined = "";
        boolean first = true;
        for (Object value; (value = Iteration.stepValue(iterated)) != null; first = false) {
            try {
                if (!first) {
                    joined = Rope.concat(joined, between);
                }
                if (value != Undefined.UNDEFINED && value != Null.NULL) {
                    joined = Rope.concat(joined, TypeConversion.toString(value));
                }
            } catch (JSThrow thrown) {
                throw Iteration.closeOnThrow(iterated, thrown);
            }
        }
        return joined;
    }

    /** Iterator.prototype.includes ( searchElement [ , skippedElements ] ). */
    private static Object includes(
            Realm realm, Object self, Object wanted, Object skippedElements) {
        JSObject object = receiver(self, "includes");
        double toSkip = 0;
        if (skippedElements != Undefined.UNDEFINED) {
            boolean integral =
                    skippedElements instanceof Integer
                            || skippedElements instanceof Double number
                                    && (number == Math.rint(number) || Double.isInfinite(number));
            if (!integral) {
                throw closeAndThrow(
                        realm,
                        object,
                        Errors.typeError("skippedElements must be an integral number"));
            }
            toSkip = ((Number) skippedElements).doubleValue();
            if (toSkip < 0 || toSkip > MAX_SAFE_INTEGER && !Double.isInfinite(toSkip)) {
                throw closeAndThrow(
                        realm, object, Errors.rangeError("skippedElements must be positive"));
            }
        }
        IteratorRecord iterated = direct(object);
        double skipped = 0;
        for (Object value; (value = Iteration.stepValue(iterated)) != null; ) {
            if (skipped < toSkip) {
                skipped++;
            } else if (Comparison.sameValueZero(value, wanted)) {
                Iteration.close(iterated);
                return true;
            }
        }
        return false;
    }
}
