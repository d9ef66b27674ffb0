package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.object.Accessor;
import dev.jsj.runtime.object.Elements;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.SparseElements;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.ExecutionTerminated;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** What the functions of Array.prototype share: making arrays, reading elements, guards. */
public final class Arrays {
    /** 10.4.2.2: the greatest length of an array. */
    static final long MAX_LENGTH = (1L << 32) - 1;

    /** Longer arrays take the generic paths. */
    private static final int MAX_FAST_LENGTH = 1 << 26;

    private Arrays() {}

    /** 10.4.2.2 ArrayCreate ( length ). */
    static JSArray arrayCreate(Realm realm, double length) {
        if (length > MAX_LENGTH) {
            throw Errors.rangeError("Invalid array length"); // 1
        }
        return JSArray.ofLength(realm.arrayShape(), (long) length);
    }

    /** 10.4.2.3 ArraySpeciesCreate ( originalArray, length ). */
    static JSObject arraySpeciesCreate(Realm realm, JSObject original, double length) {
        if (hasOriginalSpecies(realm, original) || !Comparison.isArray(original)) {
            return arrayCreate(realm, length); // 2
        }
        Object constructor = original.get("constructor", original); // 3
        if (constructor instanceof JSObject function && function.isConstructor()) { // 4
            Realm other = Constructors.getFunctionRealm(function);
            if (other != realm && function == other.intrinsic(Intrinsic.ARRAY)) {
                constructor = Undefined.UNDEFINED;
            }
        }
        if (constructor instanceof JSObject function) { // 5
            constructor = function.get(Symbol.SPECIES, function);
            if (constructor == Null.NULL) {
                constructor = Undefined.UNDEFINED;
            }
        }
        if (constructor == Undefined.UNDEFINED) {
            return arrayCreate(realm, length); // 6
        }
        if (!Comparison.isConstructor(constructor)) { // 7
            throw Errors.typeError("object.constructor[Symbol.species] is not a constructor");
        }
        return ObjectOperations.construct((JSObject) constructor, JsNumber.of(length)); // 8
    }

    /** FAST PATH guard: whether ArraySpeciesCreate sees nothing but what the realm began with. */
    static boolean hasOriginalSpecies(Realm realm, JSObject original) {
        if (original.shape() != realm.arrayShape()) {
            return false;
        }
        JSObject prototype = realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE);
        Property constructor = prototype.shape().lookup("constructor");
        if (constructor == null) {
            return false;
        }
        Object value = prototype.getSlot(constructor.slot());
        if (!realm.hasIntrinsic(Intrinsic.ARRAY)) {
            return value == null;
        }
        JSObject array = realm.intrinsic(Intrinsic.ARRAY);
        if (value != null && value != array) {
            return false;
        }
        Property species = array.shape().lookup(Symbol.SPECIES);
        if (species == null) {
            return false;
        }
        Object accessor = array.getSlot(species.slot());
        return accessor == null
                || accessor instanceof Accessor pair
                        && pair.getter() instanceof BuiltinFunction getter
                        && ArrayConstructor.isSpeciesGetter(getter);
    }

    /**
     * FAST PATH guard: the object as an array whose elements are all default data properties and
     * whose holes are holes of the prototypes, too; null for anything else. Elements may be added.
     */
    public static @Nullable JSArray dense(Realm realm, JSObject object) {
        return object instanceof JSArray array
                        && array.isDense()
                        && array.length() <= MAX_FAST_LENGTH
                        && array.shape().prototype() == realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE)
                        && noInheritedElements(realm)
                ? array
                : null;
    }

    /** Whether an array with the realm's prototype inherits no element. */
    static boolean noInheritedElements(Realm realm) {
        JSObject prototype = realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE);
        JSObject objectPrototype = realm.objectPrototype();
        return prototype.elements == null
                && prototype.shape().prototype() == objectPrototype
                && objectPrototype.elements == null;
    }

    /** HasProperty, then Get: null where there is no such property. */
    static @Nullable Object getIfPresent(JSObject object, long index) {
        if (object instanceof JSArray array && index <= Integer.MAX_VALUE) {
            Object value = Elements.get(array.elements, (int) index);
            if (value != null) {
                return value; // FAST PATH: an own data element
            }
        }
        pollTermination(object, index);
        Object key = TypeConversion.propertyKey(index);
        return object.hasProperty(key) ? object.get(key, object) : null;
    }

    /**
     * Lets a loop over a huge length be ended from outside, though it may never run user code.
     * Called at each index, looks now and then.
     */
    static void pollTermination(JSObject object, long index) {
        if ((index & 0xfff) == 0
                && object.shape().tree() instanceof Agent agent
                && agent.isTerminationRequested()) {
            throw new ExecutionTerminated();
        }
    }

    /** Get with an index of any size. */
    static Object get(JSObject object, long index) {
        pollTermination(object, index);
        return index <= Integer.MAX_VALUE
                ? object.get((int) index, object)
                : object.get(TypeConversion.propertyKey(index), object);
    }

    /** DeletePropertyOrThrow with an index of any size. */
    static void delete(JSObject object, long index) {
        ObjectOperations.deletePropertyOrThrow(object, TypeConversion.propertyKey(index));
    }

    /** Set of {@code length}. */
    static void setLength(JSObject object, double length) {
        if (object instanceof JSArray array
                && array.isLengthWritable()
                && !(array.elements instanceof SparseElements)
                && length <= MAX_FAST_LENGTH) {
            if (array.length() != length) {
                array.setLength((long) length);
            }
            return;
        }
        ObjectOperations.set(object, "length", JsNumber.of(length));
    }

    /** A relative position as the start of a range: negative ones count from the end. */
    static long relativeIndex(Object value, long length) {
        if (value instanceof Integer index) {
            return index < 0 ? Math.max(length + index, 0) : Math.min(index, length);
        }
        double relative = TypeConversion.toIntegerOrInfinity(value);
        return (long) (relative < 0 ? Math.max(length + relative, 0) : Math.min(relative, length));
    }

    /** A relative position as the end of a range: undefined is the length. */
    static long relativeEnd(Object value, long length) {
        return value == Undefined.UNDEFINED ? length : relativeIndex(value, length);
    }
}
