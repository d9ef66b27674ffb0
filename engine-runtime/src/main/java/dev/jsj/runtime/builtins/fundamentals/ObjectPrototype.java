package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 20.1.3 Properties of the Object Prototype Object. */
public final class ObjectPrototype extends BuiltinTable {
    private static final int DEFINE_GETTER = 0;
    private static final int DEFINE_SETTER = 1;
    private static final int HAS_OWN_PROPERTY = 2;
    private static final int LOOKUP_GETTER = 3;
    private static final int LOOKUP_SETTER = 4;
    private static final int IS_PROTOTYPE_OF = 5;
    private static final int PROPERTY_IS_ENUMERABLE = 6;
    private static final int TO_STRING = 7;
    private static final int VALUE_OF = 8;
    private static final int GET_PROTO = 9;
    private static final int SET_PROTO = 10;
    private static final int TO_LOCALE_STRING = 11;

    private static final ObjectPrototype TABLE = new ObjectPrototype();

    private ObjectPrototype() {
        intrinsic("constructor", Intrinsic.OBJECT, Property.HIDDEN);
        method(DEFINE_GETTER, "__defineGetter__", 2);
        method(DEFINE_SETTER, "__defineSetter__", 2);
        method(HAS_OWN_PROPERTY, "hasOwnProperty", 1);
        method(LOOKUP_GETTER, "__lookupGetter__", 1);
        method(LOOKUP_SETTER, "__lookupSetter__", 1);
        method(IS_PROTOTYPE_OF, "isPrototypeOf", 1);
        method(PROPERTY_IS_ENUMERABLE, "propertyIsEnumerable", 1);
        method(TO_STRING, "toString", 0);
        method(VALUE_OF, "valueOf", 0);
        accessor(GET_PROTO, SET_PROTO, "__proto__");
        method(TO_LOCALE_STRING, "toLocaleString", 0);
    }

    /** 10.4.7 Immutable prototype exotic objects. */
    static final class PrototypeObject extends JSObject {
        PrototypeObject(Realm realm) {
            super(realm.agent().root(null));
        }

        @Override
        public boolean setPrototypeOf(@Nullable JSObject prototype) {
            return prototype == getPrototypeOf();
        }
    }

    static JSObject create(Realm realm) {
        JSObject prototype = new PrototypeObject(realm);
        realm.setIntrinsic(Intrinsic.OBJECT_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case DEFINE_GETTER -> defineAccessor(realm, self, arguments, true);
            case DEFINE_SETTER -> defineAccessor(realm, self, arguments, false);
            case HAS_OWN_PROPERTY -> hasOwnProperty(realm, self, arguments);
            case LOOKUP_GETTER -> lookupAccessor(realm, self, arguments, true);
            case LOOKUP_SETTER -> lookupAccessor(realm, self, arguments, false);
            case IS_PROTOTYPE_OF -> isPrototypeOf(realm, self, arguments);
            case PROPERTY_IS_ENUMERABLE -> propertyIsEnumerable(realm, self, arguments);
            case TO_STRING -> toString(realm, self);
            case VALUE_OF -> TypeConversion.toObject(realm, self);
            case GET_PROTO -> getProto(realm, self);
            case SET_PROTO -> setProto(self, arguments);
            case TO_LOCALE_STRING -> toLocaleString(realm, self);
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 20.1.3.2 Object.prototype.hasOwnProperty ( V ). */
    private static Object hasOwnProperty(Realm realm, Object self, Object[] arguments) {
        Object key = TypeConversion.toPropertyKey(arg(arguments, 0)); // 1
        return TypeConversion.toObject(realm, self).hasOwn(key); // 2, 3
    }

    /** 20.1.3.3 Object.prototype.isPrototypeOf ( V ). */
    private static Object isPrototypeOf(Realm realm, Object self, Object[] arguments) {
        if (!(arg(arguments, 0) instanceof JSObject value)) {
            return false; // 1
        }
        JSObject object = TypeConversion.toObject(realm, self); // 2
        JSObject link = value;
        do { // 3
            link = link.getPrototypeOf();
        } while (link != null && link != object);
        return link != null;
    }

    /** 20.1.3.4 Object.prototype.propertyIsEnumerable ( V ). */
    private static Object propertyIsEnumerable(Realm realm, Object self, Object[] arguments) {
        Object key = TypeConversion.toPropertyKey(arg(arguments, 0)); // 1
        PropertyDescriptor own = TypeConversion.toObject(realm, self).getOwnProperty(key);
        return own != null && own.enumerable();
    }

    /** 20.1.3.5 Object.prototype.toLocaleString ( ). */
    private static Object toLocaleString(Realm realm, Object self) {
        TypeConversion.requireObjectCoercible(self, "Object.prototype.toLocaleString");
        return ObjectOperations.invoke(realm, self, "toString"); // 1, 2
    }

    /** 20.1.3.6 Object.prototype.toString ( ). */
    public static Object toString(Realm realm, Object self) {
        if (self == Undefined.UNDEFINED) {
            return "[object Undefined]"; // 1
        }
        if (self == Null.NULL) {
            return "[object Null]"; // 2
        }
        JSObject object = TypeConversion.toObject(realm, self); // 3
        String builtinTag = Comparison.isArray(object) ? "Array" : object.builtinTag(); // 4-14
        Object tag = object.get(Symbol.TO_STRING_TAG, object); // 15
        return "[object " + (tag instanceof CharSequence ? tag : builtinTag) + "]"; // 16, 17
    }

    /** 20.1.3.8.1 get Object.prototype.__proto__. */
    private static Object getProto(Realm realm, Object self) {
        JSObject prototype = TypeConversion.toObject(realm, self).getPrototypeOf();
        return prototype == null ? Null.NULL : prototype;
    }

    /** 20.1.3.8.2 set Object.prototype.__proto__. */
    private static Object setProto(Object self, Object[] arguments) {
        TypeConversion.requireObjectCoercible(self, "set Object.prototype.__proto__"); // 1
        Object value = arg(arguments, 0);
        if (!(value instanceof JSObject) && value != Null.NULL
                || !(self instanceof JSObject object)) {
            return Undefined.UNDEFINED; // 2, 3
        }
        JSObject prototype = value instanceof JSObject given ? given : null;
        if (!object.setPrototypeOf(prototype)) { // 4, 5
            throw ObjectConstructor.failedSetPrototype(object);
        }
        return Undefined.UNDEFINED;
    }

    /**
     * 20.1.3.9.1 Object.prototype.__defineGetter__ ( P, getter ) and 20.1.3.9.2
     * Object.prototype.__defineSetter__ ( P, setter ).
     */
    private static Object defineAccessor(
            Realm realm, Object self, Object[] arguments, boolean getter) {
        JSObject object = TypeConversion.toObject(realm, self); // 1
        if (!(arg(arguments, 1) instanceof JSObject function) || !function.isCallable()) { // 2
            throw Errors.typeError(
                    "Object.prototype.__define"
                            + (getter ? "Getter" : "Setter")
                            + "__: Expecting function");
        }
        PropertyDescriptor descriptor = // 3
                new PropertyDescriptor().setEnumerable(true).setConfigurable(true);
        if (getter) {
            descriptor.setGetter(function);
        } else {
            descriptor.setSetter(function);
        }
        Object key = TypeConversion.toPropertyKey(arg(arguments, 0)); // 4
        ObjectOperations.definePropertyOrThrow(object, key, descriptor); // 5
        return Undefined.UNDEFINED;
    }

    /**
     * 20.1.3.9.3 Object.prototype.__lookupGetter__ ( P ) and 20.1.3.9.4
     * Object.prototype.__lookupSetter__ ( P ).
     */
    private static Object lookupAccessor(
            Realm realm, Object self, Object[] arguments, boolean getter) {
        JSObject object = TypeConversion.toObject(realm, self); // 1
        Object key = TypeConversion.toPropertyKey(arg(arguments, 0)); // 2
        for (; object != null; object = object.getPrototypeOf()) { // 3
            PropertyDescriptor own = object.getOwnProperty(key);
            if (own != null) {
                JSObject function = getter ? own.getter() : own.setter();
                return function == null ? Undefined.UNDEFINED : function;
            }
        }
        return Undefined.UNDEFINED;
    }
}
