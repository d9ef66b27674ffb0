package dev.jsj.runtime.operations;

import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.object.PropertyOrder;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.SingleCharacters;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * 7.3 Operations on Objects, in the order of the specification. What concerns constructors and
 * prototypes of new objects is in {@link Constructors}, private names in {@link PrivateElements}.
 */
public final class ObjectOperations {
    /** Lists made from array-likes are Java arrays; longer ones are refused. */
    private static final long MAX_LIST_LENGTH = 1 << 26;

    private ObjectOperations() {}

    /** 7.3.2 Get ( O, P ). */
    public static Object get(JSObject object, Object key) {
        return object.get(key, object);
    }

    /** 7.3.3 GetV ( V, P ): a TypeError for undefined and null. */
    public static Object getV(Realm realm, Object value, Object key) {
        if (value instanceof JSObject object) {
            return object.get(key, object);
        }
        if (value instanceof CharSequence text) {
            // FAST PATH: the own properties of a string
            if (key instanceof Integer index) {
                if (index < text.length()) {
                    return SingleCharacters.of(text.charAt(index));
                }
            } else if ("length".equals(key)) {
                return text.length();
            }
        } else if (value == Undefined.UNDEFINED || value == Null.NULL) {
            throw PropertyErrors.cannotRead(value, key);
        }
        return TypeConversion.prototypeOfPrimitive(realm, value).get(key, value);
    }

    /** 7.3.4 Set ( O, P, V, true ). */
    public static void set(JSObject object, Object key, Object value) {
        if (!object.set(key, value, object)) {
            throw PropertyErrors.failedSet(object, key);
        }
    }

    /** 7.3.4 Set ( O, P, V, true ) with an index that may lie outside the range of index keys. */
    public static void set(JSObject object, long index, Object value) {
        set(object, TypeConversion.propertyKey(index), value);
    }

    /** 6.2.5.6 PutValue ( V, W ) for a property reference with any base. */
    public static void setV(Realm realm, Object base, Object key, Object value, boolean strict) {
        if (base instanceof JSObject object) {
            if (!object.set(key, value, object) && strict) {
                throw PropertyErrors.failedSet(object, key);
            }
            return;
        }
        if (base == Undefined.UNDEFINED || base == Null.NULL) {
            throw PropertyErrors.cannotSet(base, key);
        }
        if (base instanceof CharSequence text && isStringProperty(text, key)) {
            if (strict) {
                throw PropertyErrors.failedSetOnPrimitive(base, key, true);
            }
            return;
        }
        JSObject prototype = TypeConversion.prototypeOfPrimitive(realm, base);
        if (!prototype.set(key, value, base) && strict) {
            throw PropertyErrors.failedSetOnPrimitive(base, key, false);
        }
    }

    private static boolean isStringProperty(CharSequence text, Object key) {
        return key instanceof Integer index ? index < text.length() : "length".equals(key);
    }

    /** 7.3.5 CreateDataProperty ( O, P, V ). */
    public static boolean createDataProperty(JSObject object, Object key, Object value) {
        return object.defineOwnProperty(key, PropertyDescriptor.data(value, Property.DEFAULT));
    }

    /** 7.3.6 CreateDataPropertyOrThrow ( O, P, V ). */
    public static void createDataPropertyOrThrow(JSObject object, Object key, Object value) {
        if (object instanceof JSArray array
                && key instanceof Integer index
                && array.isDense()
                && index <= array.length()) {
            array.putElement(index, value); // FAST PATH: a dense array has only default elements
            return;
        }
        if (key instanceof String && canDefineDefault(object, key)) {
            object.defineOwn(key, value, Property.DEFAULT); // FAST PATH: no descriptors
            return;
        }
        if (!createDataProperty(object, key, value)) {
            throw PropertyErrors.failedDefine(object, key);
        }
    }

    /** Whether a named property is absent or a default one already, so that defining it works. */
    private static boolean canDefineDefault(JSObject object, Object key) {
        Shape shape = object.shape();
        if (shape.kind() != ObjectKind.ORDINARY) {
            return false;
        }
        Property existing = shape.lookup(key);
        return existing == null ? shape.isExtensible() : existing.flags() == Property.DEFAULT;
    }

    /** 7.3.6 CreateDataPropertyOrThrow with an index of any size. */
    public static void createDataPropertyOrThrow(JSObject object, long index, Object value) {
        createDataPropertyOrThrow(object, TypeConversion.propertyKey(index), value);
    }

    /** 7.3.7 CreateNonEnumerableDataPropertyOrThrow ( O, P, V ). */
    public static void createNonEnumerableDataPropertyOrThrow(
            JSObject object, Object key, Object value) {
        definePropertyOrThrow(object, key, PropertyDescriptor.data(value, Property.HIDDEN));
    }

    /** 7.3.8 DefinePropertyOrThrow ( O, P, desc ). */
    public static void definePropertyOrThrow(
            JSObject object, Object key, PropertyDescriptor descriptor) {
        if (!object.defineOwnProperty(key, descriptor)) {
            throw PropertyErrors.failedDefine(object, key);
        }
    }

    /** 7.3.9 DeletePropertyOrThrow ( O, P ). */
    public static void deletePropertyOrThrow(JSObject object, Object key) {
        if (!object.delete(key)) {
            throw PropertyErrors.failedDelete(object, key);
        }
    }

    /** 7.3.10 GetMethod ( V, P ); null stands for undefined. */
    public static @Nullable JSObject getMethod(Realm realm, Object value, Object key) {
        return asMethod(getV(realm, value, key));
    }

    /** 7.3.10 GetMethod ( V, P ) of an object; null stands for undefined. */
    public static @Nullable JSObject getMethod(JSObject object, Object key) {
        return asMethod(object.get(key, object));
    }

    private static @Nullable JSObject asMethod(Object function) {
        if (function == Undefined.UNDEFINED || function == Null.NULL) {
            return null;
        }
        if (function instanceof JSObject method && method.isCallable()) {
            return method;
        }
        throw Errors.typeError(ErrorText.withType(function) + " is not a function");
    }

    /** 7.3.11 HasProperty ( O, P ). */
    public static boolean hasProperty(JSObject object, Object key) {
        return object.hasProperty(key);
    }

    /** 7.3.12 HasOwnProperty ( O, P ). */
    public static boolean hasOwnProperty(JSObject object, Object key) {
        return object.hasOwn(key);
    }

    /** 7.3.13 Call ( F, V, argumentsList ). */
    public static Object call(Object function, Object self, Object... arguments) {
        return requireCallable(function).call(self, arguments);
    }

    /** The value as a function, or V8's "x is not a function". */
    public static JSObject requireCallable(Object value) {
        if (value instanceof JSObject function && function.isCallable()) {
            return function;
        }
        throw Errors.typeError(ErrorText.of(value) + " is not a function");
    }

    /** 7.3.14 Construct ( F, argumentsList ); F is a constructor. */
    public static JSObject construct(JSObject constructor, Object... arguments) {
        return (JSObject) constructor.construct(arguments, constructor);
    }

    /** The value as a constructor, or V8's "x is not a constructor". */
    public static JSObject requireConstructor(Object value) {
        if (value instanceof JSObject constructor && constructor.isConstructor()) {
            return constructor;
        }
        throw Errors.typeError(ErrorText.of(value) + " is not a constructor");
    }

    /** The two integrity levels of 7.3.15. */
    public enum IntegrityLevel {
        SEALED,
        FROZEN
    }

    /** 7.3.15 SetIntegrityLevel ( O, level ). */
    public static boolean setIntegrityLevel(JSObject object, IntegrityLevel level) {
        if (!(object instanceof ProxyObject)
                && object.setIntegrityFast(level == IntegrityLevel.FROZEN)) {
            return true;
        }
        if (!object.preventExtensions()) {
            return false; // 3, 4
        }
        if (level == IntegrityLevel.FROZEN
                && object.shape().kind() == ObjectKind.TYPED_ARRAY
                && object.hasOwn(0)) {
            throw Errors.typeError("Cannot freeze array buffer views with elements");
        }
        for (Object key : object.ownPropertyKeys()) { // 5
            PropertyDescriptor wanted = new PropertyDescriptor().setConfigurable(false);
            if (level == IntegrityLevel.FROZEN) { // 7
                PropertyDescriptor current = object.getOwnProperty(key);
                if (current == null) {
                    continue;
                }
                if (!current.isAccessor()) {
                    wanted.setWritable(false);
                }
            }
            definePropertyOrThrow(object, key, wanted);
        }
        return true;
    }

    /** 7.3.16 TestIntegrityLevel ( O, level ). */
    public static boolean testIntegrityLevel(JSObject object, IntegrityLevel level) {
        if (object.isExtensible()) {
            return false; // 2
        }
        for (Object key : object.ownPropertyKeys()) {
            PropertyDescriptor current = object.getOwnProperty(key);
            if (current != null
                    && (current.configurable()
                            || level == IntegrityLevel.FROZEN
                                    && !current.isAccessor()
                                    && current.writable())) {
                return false;
            }
        }
        return true;
    }

    /** 7.3.17 CreateArrayFromList ( elements ). */
    public static JSArray createArrayFromList(Realm realm, List<?> elements) {
        return realm.newArray(elements.toArray());
    }

    /** 7.3.18 LengthOfArrayLike ( obj ). */
    public static long lengthOfArrayLike(JSObject object) {
        return object instanceof JSArray array
                ? array.length()
                : TypeConversion.toLength(object.get("length", object));
    }

    /** 7.3.19 CreateListFromArrayLike ( obj ), elements of any type. */
    public static Object[] createListFromArrayLike(Object value) {
        if (!(value instanceof JSObject object)) {
            throw Errors.typeError("CreateListFromArrayLike called on non-object");
        }
        if (object instanceof JSArray array) {
            Object[] copy = copyPacked(array);
            if (copy != null) {
                return copy;
            }
        }
        long length = lengthOfArrayLike(object);
        if (length > MAX_LIST_LENGTH) {
            throw Errors.rangeError("Invalid array length");
        }
        Object[] list = new Object[(int) length];
        for (int i = 0; i < list.length; i++) {
            list[i] = object.get(i, object);
        }
        return list;
    }

    /** FAST PATH: the elements of an array without holes, or null. */
    private static Object @Nullable [] copyPacked(JSArray array) {
        long length = array.length();
        if (!(array.elements instanceof Object[] objects) || length > objects.length) {
            return null;
        }
        Object[] copy = new Object[(int) length];
        for (int i = 0; i < copy.length; i++) {
            Object value = objects[i];
            if (value == null) {
                return null;
            }
            copy[i] = value;
        }
        return copy;
    }

    /** 7.3.20 Invoke ( V, P, argumentsList ). */
    public static Object invoke(Realm realm, Object value, Object key, Object... arguments) {
        Object function = getV(realm, value, key);
        if (function instanceof JSObject method && method.isCallable()) {
            return method.call(value, arguments);
        }
        throw Errors.typeError(ErrorText.ofKey(key) + " is not a function");
    }

    /** What 7.3.23 EnumerableOwnProperties collects. */
    public enum PropertyKind {
        KEY,
        VALUE,
        KEY_AND_VALUE
    }

    /** 7.3.23 EnumerableOwnProperties ( O, kind ). */
    public static List<Object> enumerableOwnProperties(
            Realm realm, JSObject object, PropertyKind kind) {
        List<Object> result = new ArrayList<>();
        if (hasOnlyPlainProperties(object)) {
            // FAST PATH: no elements, no accessors, nothing exotic: no user code runs
            PropertyOrder order = object.shape().order();
            if (kind == PropertyKind.KEY) {
                return List.of((Object[]) order.names());
            }
            for (Property property : order.enumerable()) {
                if (property.key() instanceof String name) {
                    Object value = object.slotValue(property);
                    result.add(entry(realm, kind, name, value));
                }
            }
            return result;
        }
        for (Object key : object.ownPropertyKeys()) { // 1, 3
            if (key instanceof Symbol) {
                continue;
            }
            if (isEnumerableOwn(object, key)) {
                Object value = kind == PropertyKind.KEY ? null : object.get(key, object);
                result.add(entry(realm, kind, key.toString(), value));
            }
        }
        return result;
    }

    private static Object entry(
            Realm realm, PropertyKind kind, String name, @Nullable Object value) {
        return switch (kind) {
            case KEY -> name;
            case VALUE -> value;
            case KEY_AND_VALUE -> realm.newArray(new Object[] {name, value});
        };
    }

    /** Whether [[GetOwnProperty]] gives a descriptor that is enumerable. */
    public static boolean isEnumerableOwn(JSObject object, Object key) {
        PropertyDescriptor descriptor = object.getOwnProperty(key);
        return descriptor != null && descriptor.enumerable();
    }

    /**
     * Whether the own properties are named data properties in creation order, all in the shape: the
     * guard of fast paths that copy or list them. Keys that are large indices come first in order,
     * so they do not qualify.
     */
    public static boolean hasOnlyPlainProperties(JSObject object) {
        return object.elements == null
                && object.shape().kind() == ObjectKind.ORDINARY
                && object.shape().order().plain();
    }

    /** 7.3.26 CopyDataProperties ( target, source, excludedItems ). */
    public static void copyDataProperties(
            Realm realm, JSObject target, Object source, Set<Object> excluded) {
        if (source == Undefined.UNDEFINED || source == Null.NULL) {
            return; // 1
        }
        JSObject from = TypeConversion.toObject(realm, source); // 2
        if (hasOnlyPlainProperties(from)) {
            if (excluded.isEmpty() && target.copyProperties(from)) {
                return;
            }
            for (Property property : from.shape().order().enumerable()) { // FAST PATH
                Object key = property.key();
                if (!excluded.contains(key)) {
                    createDataPropertyOrThrow(target, key, from.slotValue(property));
                }
            }
            return;
        }
        for (Object key : from.ownPropertyKeys()) { // 3, 4
            if (!excluded.contains(key) && isEnumerableOwn(from, key)) {
                createDataPropertyOrThrow(target, key, from.get(key, from));
            }
        }
    }

    /** 13.10.2 InstanceofOperator ( V, target ). */
    public static boolean instanceofOperator(Object value, Object target) {
        if (!(target instanceof JSObject constructor)) {
            throw Errors.typeError("Right-hand side of 'instanceof' is not an object"); // 1
        }
        JSObject handler = getMethod(constructor, Symbol.HAS_INSTANCE); // 2
        if (handler != null) {
            return TypeConversion.toBoolean(handler.call1(constructor, value)); // 3
        }
        if (!constructor.isCallable()) {
            throw Errors.typeError("Right-hand side of 'instanceof' is not callable"); // 4
        }
        return Constructors.ordinaryHasInstance(constructor, value); // 5
    }
}
