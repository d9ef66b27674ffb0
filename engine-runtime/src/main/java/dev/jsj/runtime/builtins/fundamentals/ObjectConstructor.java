package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.GroupBy;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.ObjectOperations.IntegrityLevel;
import dev.jsj.runtime.operations.ObjectOperations.PropertyKind;
import dev.jsj.runtime.operations.PropertyDescriptors;
import dev.jsj.runtime.operations.ProxyObject;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** 20.1.1 and 20.1.2: the Object constructor and its functions. */
final class ObjectConstructor extends BuiltinTable {
    private static final int CONSTRUCTOR = 0;
    private static final int ASSIGN = 1;
    private static final int GET_OWN_PROPERTY_DESCRIPTOR = 2;
    private static final int GET_OWN_PROPERTY_DESCRIPTORS = 3;
    private static final int GET_OWN_PROPERTY_NAMES = 4;
    private static final int GET_OWN_PROPERTY_SYMBOLS = 5;
    private static final int HAS_OWN = 6;
    private static final int IS = 7;
    private static final int PREVENT_EXTENSIONS = 8;
    private static final int SEAL = 9;
    private static final int CREATE = 10;
    private static final int DEFINE_PROPERTIES = 11;
    private static final int DEFINE_PROPERTY = 12;
    private static final int FREEZE = 13;
    private static final int GET_PROTOTYPE_OF = 14;
    private static final int SET_PROTOTYPE_OF = 15;
    private static final int IS_EXTENSIBLE = 16;
    private static final int IS_FROZEN = 17;
    private static final int IS_SEALED = 18;
    private static final int KEYS = 19;
    private static final int ENTRIES = 20;
    private static final int FROM_ENTRIES = 21;
    private static final int VALUES = 22;
    private static final int GROUP_BY = 23;

    private static final ObjectConstructor TABLE = new ObjectConstructor();

    private ObjectConstructor() {
        method(ASSIGN, "assign", 2);
        method(GET_OWN_PROPERTY_DESCRIPTOR, "getOwnPropertyDescriptor", 2);
        method(GET_OWN_PROPERTY_DESCRIPTORS, "getOwnPropertyDescriptors", 1);
        method(GET_OWN_PROPERTY_NAMES, "getOwnPropertyNames", 1);
        method(GET_OWN_PROPERTY_SYMBOLS, "getOwnPropertySymbols", 1);
        method(HAS_OWN, "hasOwn", 2);
        method(IS, "is", 2);
        method(PREVENT_EXTENSIONS, "preventExtensions", 1);
        method(SEAL, "seal", 1);
        method(CREATE, "create", 2);
        method(DEFINE_PROPERTIES, "defineProperties", 2);
        method(DEFINE_PROPERTY, "defineProperty", 3);
        method(FREEZE, "freeze", 1);
        method(GET_PROTOTYPE_OF, "getPrototypeOf", 1);
        method(SET_PROTOTYPE_OF, "setPrototypeOf", 2);
        method(IS_EXTENSIBLE, "isExtensible", 1);
        method(IS_FROZEN, "isFrozen", 1);
        method(IS_SEALED, "isSealed", 1);
        method(KEYS, "keys", 1);
        method(ENTRIES, "entries", 1);
        method(FROM_ENTRIES, "fromEntries", 1);
        method(VALUES, "values", 1);
        method(GROUP_BY, "groupBy", 2);
    }

    static JSObject create(Realm realm) {
        return BuiltinFunction.constructor(
                realm,
                TABLE,
                CONSTRUCTOR,
                "Object",
                1,
                Intrinsic.OBJECT,
                Intrinsic.FUNCTION_PROTOTYPE,
                Intrinsic.OBJECT_PROTOTYPE);
    }

    @Override
    protected boolean isInStackTraces(int id) {
        return id == GROUP_BY;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        Object first = arg(arguments, 0);
        return switch (id) {
            case CONSTRUCTOR -> construct(realm, first, newTarget);
            case ASSIGN -> assign(realm, arguments);
            case GET_OWN_PROPERTY_DESCRIPTOR -> getOwnPropertyDescriptor(realm, arguments);
            case GET_OWN_PROPERTY_DESCRIPTORS -> getOwnPropertyDescriptors(realm, first);
            case GET_OWN_PROPERTY_NAMES -> getOwnPropertyKeys(realm, first, false);
            case GET_OWN_PROPERTY_SYMBOLS -> getOwnPropertyKeys(realm, first, true);
            case HAS_OWN -> hasOwn(realm, arguments);
            case IS -> Comparison.sameValue(first, arg(arguments, 1));
            case PREVENT_EXTENSIONS -> preventExtensions(first);
            case SEAL -> setIntegrity(first, IntegrityLevel.SEALED);
            case CREATE -> create(realm, arguments);
            case DEFINE_PROPERTIES -> defineProperties(realm, arguments);
            case DEFINE_PROPERTY -> defineProperty(arguments);
            case FREEZE -> setIntegrity(first, IntegrityLevel.FROZEN);
            case GET_PROTOTYPE_OF -> getPrototypeOf(realm, first);
            case SET_PROTOTYPE_OF -> setPrototypeOf(arguments);
            case IS_EXTENSIBLE -> first instanceof JSObject object && object.isExtensible();
            case IS_FROZEN -> testIntegrity(first, IntegrityLevel.FROZEN);
            case IS_SEALED -> testIntegrity(first, IntegrityLevel.SEALED);
            case KEYS -> ownProperties(realm, first, PropertyKind.KEY);
            case ENTRIES -> ownProperties(realm, first, PropertyKind.KEY_AND_VALUE);
            case FROM_ENTRIES -> fromEntries(realm, first);
            case VALUES -> ownProperties(realm, first, PropertyKind.VALUE);
            case GROUP_BY -> groupBy(realm, arguments);
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 20.1.1.1 Object ( [ value ] ). */
    private static Object construct(Realm realm, Object value, @Nullable JSObject newTarget) {
        if (newTarget != null && newTarget != realm.intrinsic(Intrinsic.OBJECT)) { // 1
            return Constructors.ordinaryCreateFromConstructor(
                    newTarget, Intrinsic.OBJECT_PROTOTYPE);
        }
        if (value == Undefined.UNDEFINED || value == Null.NULL) {
            return realm.newObject(); // 2
        }
        return TypeConversion.toObject(realm, value); // 3
    }

    /** 20.1.2.1 Object.assign ( target, ...sources ). */
    private static Object assign(Realm realm, Object[] arguments) {
        JSObject to = TypeConversion.toObject(realm, arg(arguments, 0)); // 1
        for (int i = 1; i < arguments.length; i++) { // 3
            Object source = arguments[i];
            if (source == Undefined.UNDEFINED || source == Null.NULL) {
                continue;
            }
            assignFrom(to, TypeConversion.toObject(realm, source));
        }
        return to;
    }

    private static void assignFrom(JSObject to, JSObject from) {
        if (ObjectOperations.hasOnlyPlainProperties(from)) {
            // FAST PATH: named data properties only; setters of the target may still change from
            Shape shape = from.shape();
            for (Property property : shape.order().enumerable()) {
                Object key = property.key();
                if (from.shape() == shape && !shape.isUnique()) {
                    ObjectOperations.set(to, key, from.slotValue(property));
                } else if (from.shape().lookup(key) != null) {
                    ObjectOperations.set(to, key, from.get(key, from));
                }
            }
            return;
        }
        for (Object key : from.ownPropertyKeys()) { // 3.a.ii
            PropertyDescriptor descriptor = from.getOwnProperty(key);
            if (descriptor != null && descriptor.enumerable()) { // 3.a.iii.2
                ObjectOperations.set(to, key, from.get(key, from));
            }
        }
    }

    /** 20.1.2.2 Object.create ( O, Properties ). */
    private static Object create(Realm realm, Object[] arguments) {
        Object prototype = arg(arguments, 0);
        JSObject object = realm.newObject(toPrototype(prototype)); // 1, 2
        Object properties = arg(arguments, 1);
        if (properties != Undefined.UNDEFINED) {
            objectDefineProperties(realm, object, properties); // 3
        }
        return object;
    }

    private static @Nullable JSObject toPrototype(Object value) {
        if (value instanceof JSObject object) {
            return object;
        }
        if (value == Null.NULL) {
            return null;
        }
        throw Errors.typeError(
                "Object prototype may only be an Object or null: " + ErrorText.of(value));
    }

    /** 20.1.2.3 Object.defineProperties ( O, Properties ). */
    private static Object defineProperties(Realm realm, Object[] arguments) {
        if (!(arg(arguments, 0) instanceof JSObject object)) { // 1
            throw Errors.typeError("Object.defineProperties called on non-object");
        }
        objectDefineProperties(realm, object, arg(arguments, 1)); // 2
        return object;
    }

    /** 20.1.2.3.1 ObjectDefineProperties ( O, Properties ). */
    private static void objectDefineProperties(Realm realm, JSObject object, Object properties) {
        JSObject source = TypeConversion.toObject(realm, properties); // 1
        List<Object> keys = new ArrayList<>();
        List<PropertyDescriptor> descriptors = new ArrayList<>();
        for (Object key : source.ownPropertyKeys()) { // 2-4
            PropertyDescriptor own = source.getOwnProperty(key);
            if (own != null && own.enumerable()) {
                keys.add(key);
                descriptors.add(PropertyDescriptors.toPropertyDescriptor(source.get(key, source)));
            }
        }
        for (int i = 0; i < keys.size(); i++) { // 5
            ObjectOperations.definePropertyOrThrow(object, keys.get(i), descriptors.get(i));
        }
    }

    /** 20.1.2.4 Object.defineProperty ( O, P, Attributes ). */
    private static Object defineProperty(Object[] arguments) {
        if (!(arg(arguments, 0) instanceof JSObject object)) { // 1
            throw Errors.typeError("Object.defineProperty called on non-object");
        }
        Object key = TypeConversion.toPropertyKey(arg(arguments, 1)); // 2
        PropertyDescriptor descriptor =
                PropertyDescriptors.toPropertyDescriptor(arg(arguments, 2)); // 3
        if (!object.defineOwnProperty(key, descriptor)) { // 4
            throw failedDefine(object, key);
        }
        return object;
    }

    private static JSThrow failedDefine(JSObject object, Object key) {
        if (object instanceof ProxyObject) {
            return Errors.typeError(
                    "'defineProperty' on proxy: trap returned falsish for property '" + key + "'");
        }
        return dev.jsj.runtime.operations.PropertyErrors.failedDefine(object, key);
    }

    /** 20.1.2.6 Object.freeze ( O ) and 20.1.2.22 Object.seal ( O ). */
    private static Object setIntegrity(Object value, IntegrityLevel level) {
        if (!(value instanceof JSObject object)) {
            return value; // 1
        }
        if (!ObjectOperations.setIntegrityLevel(object, level)) { // 2, 3
            throw Errors.typeError(
                    object instanceof ProxyObject
                            ? "'preventExtensions' on proxy: trap returned falsish"
                            : level == IntegrityLevel.FROZEN ? "Cannot freeze" : "Cannot seal");
        }
        return object;
    }

    /** 20.1.2.7 Object.fromEntries ( iterable ). */
    private static Object fromEntries(Realm realm, Object iterable) {
        if (iterable == Undefined.UNDEFINED || iterable == Null.NULL) { // 1
            throw Errors.typeError(iterable + " is not iterable");
        }
        JSObject object = realm.newObject(); // 2
        Iteration.IteratorRecord record = Iteration.getIterator(realm, iterable);
        for (Object item; (item = Iteration.stepValue(record)) != null; ) {
            try { // 24.1.1.2 AddEntriesFromIterable
                if (!(item instanceof JSObject entry)) {
                    throw Errors.typeError(
                            "Iterator value " + ErrorText.of(item) + " is not an entry object");
                }
                Object key = entry.get(0, entry);
                Object value = entry.get(1, entry);
                ObjectOperations.createDataPropertyOrThrow(
                        object, TypeConversion.toPropertyKey(key), value); // 4
            } catch (JSThrow completion) {
                throw Iteration.closeOnThrow(record, completion);
            }
        }
        return object;
    }

    /** 20.1.2.8 Object.getOwnPropertyDescriptor ( O, P ). */
    private static Object getOwnPropertyDescriptor(Realm realm, Object[] arguments) {
        JSObject object = TypeConversion.toObject(realm, arg(arguments, 0)); // 1
        Object key = TypeConversion.toPropertyKey(arg(arguments, 1)); // 2
        return PropertyDescriptors.fromPropertyDescriptor(realm, object.getOwnProperty(key));
    }

    /** 20.1.2.9 Object.getOwnPropertyDescriptors ( O ). */
    private static Object getOwnPropertyDescriptors(Realm realm, Object value) {
        JSObject object = TypeConversion.toObject(realm, value); // 1
        JSObject descriptors = realm.newObject(); // 3
        for (Object key : object.ownPropertyKeys()) { // 4
            PropertyDescriptor own = object.getOwnProperty(key);
            if (own != null) {
                ObjectOperations.createDataPropertyOrThrow(
                        descriptors, key, PropertyDescriptors.fromPropertyDescriptor(realm, own));
            }
        }
        return descriptors;
    }

    /** 20.1.2.11.1 GetOwnPropertyKeys ( O, type ). */
    private static Object getOwnPropertyKeys(Realm realm, Object value, boolean symbols) {
        JSObject object = TypeConversion.toObject(realm, value); // 1
        List<Object> found = new ArrayList<>();
        for (Object key : object.ownPropertyKeys()) { // 4
            if (key instanceof Symbol == symbols) {
                found.add(TypeConversion.keyToValue(key));
            }
        }
        return ObjectOperations.createArrayFromList(realm, found);
    }

    /** 20.1.2.12 Object.getPrototypeOf ( O ). */
    private static Object getPrototypeOf(Realm realm, Object value) {
        JSObject prototype = TypeConversion.toObject(realm, value).getPrototypeOf();
        return prototype == null ? Null.NULL : prototype;
    }

    /** 20.1.2.13 Object.groupBy ( items, callback ). */
    private static Object groupBy(Realm realm, Object[] arguments) {
        JSObject object = realm.newObject(null); // 2
        GroupBy.groupBy(realm, arg(arguments, 0), arg(arguments, 1), GroupBy.KeyCoercion.PROPERTY)
                .forEach( // 1, 3
                        (key, values) ->
                                ObjectOperations.createDataPropertyOrThrow(
                                        object,
                                        key,
                                        ObjectOperations.createArrayFromList(realm, values)));
        return object;
    }

    /** 20.1.2.14 Object.hasOwn ( O, P ). */
    private static Object hasOwn(Realm realm, Object[] arguments) {
        JSObject object = TypeConversion.toObject(realm, arg(arguments, 0)); // 1
        return object.hasOwn(TypeConversion.toPropertyKey(arg(arguments, 1))); // 2, 3
    }

    /** 20.1.2.17 Object.isFrozen ( O ) and 20.1.2.18 Object.isSealed ( O ). */
    private static Object testIntegrity(Object value, IntegrityLevel level) {
        return !(value instanceof JSObject object)
                || ObjectOperations.testIntegrityLevel(object, level);
    }

    /** 20.1.2.19 Object.keys, 20.1.2.5 Object.entries and 20.1.2.24 Object.values ( O ). */
    private static Object ownProperties(Realm realm, Object value, PropertyKind kind) {
        JSObject object = TypeConversion.toObject(realm, value); // 1
        return ObjectOperations.createArrayFromList(
                realm, ObjectOperations.enumerableOwnProperties(realm, object, kind)); // 2, 3
    }

    /** 20.1.2.20 Object.preventExtensions ( O ). */
    private static Object preventExtensions(Object value) {
        if (value instanceof JSObject object && !object.preventExtensions()) { // 2, 3
            throw Errors.typeError(
                    object instanceof ProxyObject
                            ? "'preventExtensions' on proxy: trap returned falsish"
                            : "Cannot prevent extensions");
        }
        return value;
    }

    /** 20.1.2.23 Object.setPrototypeOf ( O, proto ). */
    private static Object setPrototypeOf(Object[] arguments) {
        Object value = arg(arguments, 0);
        if (value == Undefined.UNDEFINED || value == Null.NULL) { // 1
            throw Errors.typeError("Object.setPrototypeOf called on null or undefined");
        }
        JSObject prototype = toPrototype(arg(arguments, 1)); // 2
        if (value instanceof JSObject object && !object.setPrototypeOf(prototype)) { // 3-5
            throw failedSetPrototype(object);
        }
        return value;
    }

    /** Why [[SetPrototypeOf]] was false, in V8's words. */
    static JSThrow failedSetPrototype(JSObject object) {
        if (object instanceof ProxyObject) {
            return Errors.typeError(
                    "'setPrototypeOf' on proxy: trap returned falsish for property 'undefined'");
        }
        if (object instanceof ObjectPrototype.PrototypeObject) {
            return Errors.typeError(
                    "Immutable prototype object 'Object.prototype' cannot have their prototype"
                            + " set");
        }
        return Errors.typeError(
                object.isExtensible()
                        ? "Cyclic __proto__ value"
                        : ErrorText.of(object) + " is not extensible");
    }
}
