package dev.jsj.runtime.builtins.reflection;

import dev.jsj.runtime.builtins.fundamentals.FunctionPrototype;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.PropertyDescriptors;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Null;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** 28.1 The Reflect Object. */
final class Reflect extends BuiltinTable {
    private static final int DEFINE_PROPERTY = 0;
    private static final int DELETE_PROPERTY = 1;
    private static final int APPLY = 2;
    private static final int CONSTRUCT = 3;
    private static final int GET = 4;
    private static final int GET_OWN_PROPERTY_DESCRIPTOR = 5;
    private static final int GET_PROTOTYPE_OF = 6;
    private static final int HAS = 7;
    private static final int IS_EXTENSIBLE = 8;
    private static final int OWN_KEYS = 9;
    private static final int PREVENT_EXTENSIONS = 10;
    private static final int SET = 11;
    private static final int SET_PROTOTYPE_OF = 12;

    private static final Reflect TABLE = new Reflect();

    private Reflect() {
        method(DEFINE_PROPERTY, "defineProperty", 3);
        method(DELETE_PROPERTY, "deleteProperty", 2);
        method(APPLY, "apply", 3);
        method(CONSTRUCT, "construct", 2);
        method(GET, "get", 2);
        method(GET_OWN_PROPERTY_DESCRIPTOR, "getOwnPropertyDescriptor", 2);
        method(GET_PROTOTYPE_OF, "getPrototypeOf", 1);
        method(HAS, "has", 2);
        method(IS_EXTENSIBLE, "isExtensible", 1);
        method(OWN_KEYS, "ownKeys", 1);
        method(PREVENT_EXTENSIONS, "preventExtensions", 1);
        method(SET, "set", 3);
        method(SET_PROTOTYPE_OF, "setPrototypeOf", 2);
        toStringTag("Reflect");
    }

    static JSObject create(Realm realm) {
        JSObject namespace = realm.newObject();
        TABLE.install(namespace, realm);
        return namespace;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case DEFINE_PROPERTY -> defineProperty(arguments);
            case DELETE_PROPERTY -> deleteProperty(arguments);
            case APPLY -> apply(arguments);
            case CONSTRUCT -> construct(arguments);
            case GET -> get(arguments);
            case GET_OWN_PROPERTY_DESCRIPTOR -> getOwnPropertyDescriptor(realm, arguments);
            case GET_PROTOTYPE_OF -> getPrototypeOf(arguments);
            case HAS -> has(arguments);
            case IS_EXTENSIBLE -> isExtensible(arguments);
            case OWN_KEYS -> ownKeys(realm, arguments);
            case PREVENT_EXTENSIONS -> preventExtensions(arguments);
            case SET -> set(arguments);
            case SET_PROTOTYPE_OF -> setPrototypeOf(arguments);
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static JSObject target(Object[] arguments, String method) {
        if (arg(arguments, 0) instanceof JSObject object) {
            return object;
        }
        throw Errors.typeError("Reflect." + method + " called on non-object");
    }

    /** 28.1.1 Reflect.apply ( target, thisArgument, argumentsList ). */
    private static Object apply(Object[] arguments) {
        if (!(arg(arguments, 0) instanceof JSObject target) || !target.isCallable()) { // 1
            throw FunctionPrototype.notApplicable(arg(arguments, 0));
        }
        Object[] list = ObjectOperations.createListFromArrayLike(arg(arguments, 2)); // 2
        return target.call(arg(arguments, 1), list); // 4
    }

    /** 28.1.2 Reflect.construct ( target, argumentsList [ , newTarget ] ). */
    private static Object construct(Object[] arguments) {
        Object target = arg(arguments, 0);
        if (!(target instanceof JSObject function) || !function.isConstructor()) { // 1
            throw Errors.typeError(ErrorText.of(target) + " is not a constructor");
        }
        Object newTarget = arguments.length > 2 ? arguments[2] : function; // 2
        if (!Comparison.isConstructor(newTarget)) { // 3
            throw Errors.typeError(ErrorText.of(newTarget) + " is not a constructor");
        }
        Object[] list = ObjectOperations.createListFromArrayLike(arg(arguments, 1)); // 4
        return function.construct(list, (JSObject) newTarget); // 5
    }

    /** 28.1.3 Reflect.defineProperty ( target, propertyKey, attributes ). */
    private static Object defineProperty(Object[] arguments) {
        JSObject target = target(arguments, "defineProperty"); // 1
        Object key = TypeConversion.toPropertyKey(arg(arguments, 1)); // 2
        return target.defineOwnProperty(
                key, PropertyDescriptors.toPropertyDescriptor(arg(arguments, 2))); // 3, 4
    }

    /** 28.1.4 Reflect.deleteProperty ( target, propertyKey ). */
    private static Object deleteProperty(Object[] arguments) {
        JSObject target = target(arguments, "deleteProperty"); // 1
        return target.delete(TypeConversion.toPropertyKey(arg(arguments, 1))); // 2, 3
    }

    /** 28.1.5 Reflect.get ( target, propertyKey [ , receiver ] ). */
    private static Object get(Object[] arguments) {
        JSObject target = target(arguments, "get"); // 1
        Object key = TypeConversion.toPropertyKey(arg(arguments, 1)); // 2
        return target.get(key, arguments.length > 2 ? arguments[2] : target); // 3, 4
    }

    /** 28.1.6 Reflect.getOwnPropertyDescriptor ( target, propertyKey ). */
    private static Object getOwnPropertyDescriptor(Realm realm, Object[] arguments) {
        JSObject target = target(arguments, "getOwnPropertyDescriptor"); // 1
        Object key = TypeConversion.toPropertyKey(arg(arguments, 1)); // 2
        return PropertyDescriptors.fromPropertyDescriptor(realm, target.getOwnProperty(key));
    }

    /** 28.1.7 Reflect.getPrototypeOf ( target ). */
    private static Object getPrototypeOf(Object[] arguments) {
        JSObject prototype = target(arguments, "getPrototypeOf").getPrototypeOf();
        return prototype == null ? Null.NULL : prototype;
    }

    /** 28.1.8 Reflect.has ( target, propertyKey ). */
    private static Object has(Object[] arguments) {
        JSObject target = target(arguments, "has"); // 1
        return target.hasProperty(TypeConversion.toPropertyKey(arg(arguments, 1))); // 2, 3
    }

    /** 28.1.9 Reflect.isExtensible ( target ). */
    private static Object isExtensible(Object[] arguments) {
        return target(arguments, "isExtensible").isExtensible();
    }

    /** 28.1.10 Reflect.ownKeys ( target ). */
    private static Object ownKeys(Realm realm, Object[] arguments) {
        List<Object> keys = target(arguments, "ownKeys").ownPropertyKeys(); // 1, 2
        Object[] values = keys.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = TypeConversion.keyToValue(values[i]);
        }
        return realm.newArray(values); // 3
    }

    /** 28.1.11 Reflect.preventExtensions ( target ). */
    private static Object preventExtensions(Object[] arguments) {
        return target(arguments, "preventExtensions").preventExtensions();
    }

    /** 28.1.12 Reflect.set ( target, propertyKey, V [ , receiver ] ). */
    private static Object set(Object[] arguments) {
        JSObject target = target(arguments, "set"); // 1
        Object key = TypeConversion.toPropertyKey(arg(arguments, 1)); // 2
        Object receiver = arguments.length > 3 ? arguments[3] : target; // 3
        return target.set(key, arg(arguments, 2), receiver); // 4
    }

    /** 28.1.13 Reflect.setPrototypeOf ( target, proto ). */
    private static Object setPrototypeOf(Object[] arguments) {
        JSObject target = target(arguments, "setPrototypeOf"); // 1
        Object prototype = arg(arguments, 1);
        if (!(prototype instanceof JSObject) && prototype != Null.NULL) { // 2
            throw Errors.typeError(
                    "Object prototype may only be an Object or null: " + ErrorText.of(prototype));
        }
        return target.setPrototypeOf(prototype instanceof JSObject object ? object : null); // 3
    }
}
