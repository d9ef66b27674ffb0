package dev.jsj.runtime.operations;

import dev.jsj.runtime.function.JSFunction;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.realm.RealmShapes;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * 7.4 Operations on Iterator Objects. Async iterators of sync ones are made among the built-ins of
 * clause 27.
 *
 * <p>The usual loop is
 *
 * <pre>{@code
 * IteratorRecord record = Iteration.getIterator(realm, iterable);
 * for (Object value; (value = Iteration.stepValue(record)) != null; ) {
 *     try {
 *         use(value);
 *     } catch (JSThrow completion) {
 *         throw Iteration.closeOnThrow(record, completion);
 *     }
 * }
 * }</pre>
 */
public final class Iteration {
    private Iteration() {}

    /** 7.4.1 Iterator Records. */
    public static final class IteratorRecord {
        private final JSObject iterator;
        private final Object nextMethod;
        private boolean done;

        public IteratorRecord(JSObject iterator, Object nextMethod) {
            this.iterator = iterator;
            this.nextMethod = nextMethod;
        }

        /** [[Iterator]]. */
        public JSObject iterator() {
            return iterator;
        }

        /** [[NextMethod]]. */
        public Object nextMethod() {
            return nextMethod;
        }

        /** [[Done]]. */
        public boolean isDone() {
            return done;
        }

        public void setDone() {
            done = true;
        }
    }

    /** 7.4.2 GetIteratorDirect ( obj ). */
    public static IteratorRecord getIteratorDirect(JSObject object) {
        return new IteratorRecord(object, object.get("next", object));
    }

    /** 7.4.3 GetIteratorFromMethod ( obj, method ). */
    public static IteratorRecord getIteratorFromMethod(Object value, JSObject method) {
        Object iterator = method.call0(value);
        if (!(iterator instanceof JSObject object)) {
            throw Errors.typeError("Result of the Symbol.iterator method is not an object");
        }
        return getIteratorDirect(object);
    }

    /** 7.4.4 GetIterator ( obj, sync ). */
    public static IteratorRecord getIterator(Realm realm, Object value) {
        Object method;
        if (value instanceof JSObject object) {
            method = object.get(Symbol.ITERATOR, object);
        } else if (value == Undefined.UNDEFINED || value == Null.NULL) {
            throw Errors.typeError(ErrorText.notIterable(value));
        } else {
            method = ObjectOperations.getV(realm, value, Symbol.ITERATOR);
        }
        if (!(method instanceof JSObject function) || !function.isCallable()) {
            throw Errors.typeError(ErrorText.notIterable(value));
        }
        return getIteratorFromMethod(value, function);
    }

    /** 7.4.6 IteratorNext ( iteratorRecord ). */
    public static JSObject iteratorNext(IteratorRecord record) {
        return iteratorNext(record, null);
    }

    /** 7.4.6 IteratorNext ( iteratorRecord, value ); null for no value. */
    public static JSObject iteratorNext(IteratorRecord record, @Nullable Object value) {
        try {
            JSObject next = ObjectOperations.requireCallable(record.nextMethod());
            Object result =
                    value == null
                            ? next.call0(record.iterator())
                            : next.call1(record.iterator(), value);
            if (result instanceof JSObject object) {
                return object;
            }
            throw Errors.typeError("Iterator result " + ErrorText.of(result) + " is not an object");
        } catch (JSThrow completion) {
            record.setDone(); // 3.a, 4.a
            throw completion;
        }
    }

    /** 7.4.7 IteratorComplete ( iteratorResult ). */
    public static boolean iteratorComplete(JSObject result) {
        return TypeConversion.toBoolean(result.get("done", result));
    }

    /** 7.4.8 IteratorValue ( iteratorResult ). */
    public static Object iteratorValue(JSObject result) {
        return result.get("value", result);
    }

    /** 7.4.9 IteratorStep ( iteratorRecord ); null stands for done. */
    public static @Nullable JSObject step(IteratorRecord record) {
        JSObject result = iteratorNext(record); // 1
        boolean done;
        try {
            done = iteratorComplete(result); // 2
        } catch (JSThrow completion) {
            record.setDone(); // 3
            throw completion;
        }
        if (done) {
            record.setDone(); // 5
            return null;
        }
        return result;
    }

    /** 7.4.10 IteratorStepValue ( iteratorRecord ); null stands for done. */
    public static @Nullable Object stepValue(IteratorRecord record) {
        Object next = record.nextMethod();
        if (record.iterator() instanceof SteppingIterator iterator
                && next instanceof JSFunction function
                && iterator.hasNextMethod(next)) {
            return step(record, iterator, function.realm()); // FAST PATH
        }
        JSObject result = step(record);
        if (result == null) {
            return null;
        }
        try {
            return iteratorValue(result);
        } catch (JSThrow completion) {
            record.setDone();
            throw completion;
        }
    }

    private static @Nullable Object step(
            IteratorRecord record, SteppingIterator iterator, Realm realm) {
        Object value;
        try {
            value = iterator.step(realm);
        } catch (JSThrow completion) {
            record.setDone();
            throw completion;
        }
        if (value == null) {
            record.setDone();
        }
        return value;
    }

    /** 7.4.11 IteratorClose ( iteratorRecord, completion ) for a completion that is no throw. */
    public static void close(IteratorRecord record) {
        JSObject iterator = record.iterator();
        JSObject method = ObjectOperations.getMethod(iterator, "return"); // 3
        if (method == null) {
            return;
        }
        Object result = method.call0(iterator); // 4.c
        if (!(result instanceof JSObject)) {
            throw Errors.typeError(
                    "Iterator result " + ErrorText.of(result) + " is not an object"); // 7
        }
    }

    /**
     * 7.4.11 IteratorClose ( iteratorRecord, completion ) for a throw completion, which wins over
     * whatever closing throws: {@code throw closeOnThrow(record, completion)}.
     */
    public static JSThrow closeOnThrow(IteratorRecord record, JSThrow completion) {
        try {
            JSObject iterator = record.iterator();
            JSObject method = ObjectOperations.getMethod(iterator, "return");
            if (method != null) {
                method.call0(iterator);
            }
        } catch (JSThrow ignored) {
            return completion; // 5
        }
        return completion;
    }

    /** 7.4.14 CreateIterResultObject ( value, done ). */
    public static JSObject createIterResultObject(Realm realm, Object value, boolean done) {
        JSObject result = new JSObject(realm.shapes().iteratorResult);
        result.setSlot(0, value);
        result.setSlot(1, done);
        return result;
    }

    /** 7.4.16 IteratorToList ( iteratorRecord ). */
    public static List<Object> iteratorToList(IteratorRecord record) {
        List<Object> values = new ArrayList<>();
        for (Object value; (value = stepValue(record)) != null; ) {
            values.add(value);
        }
        return values;
    }

    /** The values that iterating gives, as spread and array patterns need them. */
    public static Object[] iterableToList(Realm realm, Object iterable) {
        if (isPristineArray(realm, iterable)) {
            Object[] values = ((JSArray) iterable).toDenseArray(); // FAST PATH
            if (values != null) {
                return values;
            }
        }
        return iteratorToList(getIterator(realm, iterable)).toArray();
    }

    /**
     * FAST PATH guard: whether iterating {@code value} reads its elements 0, 1, 2... and nothing
     * else can be seen: an array without own named properties, whose prototype and iterator
     * prototype still have their original methods. Holes read as undefined.
     */
    public static boolean isPristineArray(Realm realm, Object value) {
        return value instanceof JSArray array
                && array.shape() == realm.arrayShape()
                && isPristineArrayIteration(realm);
    }

    /** {@link #isPristineArray} of any new array. */
    public static boolean isPristineArrayIteration(Realm realm) {
        return isPristineArrayPrototype(realm) && isPristineArrayIterator(realm);
    }

    /** Whether holes read as undefined, and the iterator method is the original. */
    private static boolean isPristineArrayPrototype(Realm realm) {
        RealmShapes known = realm.shapes();
        if (known.arrayIteration != null && known.arrayIteration.isValid()) {
            return true;
        }
        JSObject prototype = realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE);
        boolean pristine =
                prototype.elements == null
                        && prototype.shape().prototype() == realm.objectPrototype()
                        && realm.objectPrototype().elements == null
                        && isOriginal(
                                prototype,
                                Symbol.ITERATOR,
                                realm,
                                Intrinsic.ARRAY_PROTOTYPE_VALUES);
        if (pristine && !prototype.hasVolatile(Symbol.ITERATOR)) {
            known.arrayIteration = realm.arrayShape().prototypeCell();
        }
        return pristine;
    }

    /** FAST PATH guard: whether %ArrayIteratorPrototype%.next is the original. */
    public static boolean isPristineArrayIterator(Realm realm) {
        RealmShapes known = realm.shapes();
        if (known.arrayIterator != null && known.arrayIterator.isValid()
                || !realm.hasIntrinsic(Intrinsic.ARRAY_ITERATOR_PROTOTYPE)) {
            return true;
        }
        JSObject prototype = realm.intrinsic(Intrinsic.ARRAY_ITERATOR_PROTOTYPE);
        boolean pristine =
                isOriginal(prototype, "next", realm, Intrinsic.ARRAY_ITERATOR_PROTOTYPE_NEXT);
        if (pristine && !prototype.hasVolatile("next")) {
            known.arrayIterator = realm.agent().root(prototype).prototypeCell();
        }
        return pristine;
    }

    /**
     * Whether closing an iterator of an array calls something: %ArrayIteratorPrototype% has no
     * method "return", unless a program adds one.
     */
    public static boolean arrayIteratorsHaveReturn(Realm realm) {
        RealmShapes known = realm.shapes();
        if (known.arrayIteratorWithoutReturn != null
                && known.arrayIteratorWithoutReturn.isValid()) {
            return false;
        }
        JSObject prototype = realm.intrinsic(Intrinsic.ARRAY_ITERATOR_PROTOTYPE);
        boolean has = prototype.hasProperty("return");
        if (!has) {
            known.arrayIteratorWithoutReturn = realm.agent().root(prototype).prototypeCell();
        }
        return has;
    }

    /** Whether the property is as its table made it: still lazy, or the intrinsic itself. */
    private static boolean isOriginal(
            JSObject holder, Object key, Realm realm, Intrinsic original) {
        Property property = holder.shape().lookup(key);
        if (property == null || property.isAccessor()) {
            return false;
        }
        Object value = holder.getSlot(property.slot());
        return value == null || realm.hasIntrinsic(original) && value == realm.intrinsic(original);
    }
}
