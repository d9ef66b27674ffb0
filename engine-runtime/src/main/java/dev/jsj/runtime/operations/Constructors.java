package dev.jsj.runtime.operations;

import dev.jsj.runtime.function.BoundFunction;
import dev.jsj.runtime.function.JSFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

/** The operations of 7.3 and 10.1 that find the constructor or the prototype of new objects. */
public final class Constructors {
    private Constructors() {}

    /** 7.3.21 OrdinaryHasInstance ( C, O ). */
    public static boolean ordinaryHasInstance(Object constructor, Object value) {
        if (!(constructor instanceof JSObject function) || !function.isCallable()) {
            return false; // 1
        }
        if (function instanceof BoundFunction bound) {
            return ObjectOperations.instanceofOperator(value, bound.target()); // 2
        }
        if (!(value instanceof JSObject object)) {
            return false; // 3
        }
        Object prototype = function.get("prototype", function); // 4
        if (!(prototype instanceof JSObject)) {
            throw Errors.typeError(
                    "Function has non-object prototype '"
                            + ErrorText.of(prototype)
                            + "' in instanceof check"); // 5
        }
        do { // 6
            object = object.getPrototypeOf();
            if (object == prototype) {
                return true;
            }
        } while (object != null);
        return false;
    }

    /** 7.3.22 SpeciesConstructor ( O, defaultConstructor ). */
    public static JSObject speciesConstructor(JSObject object, JSObject defaultConstructor) {
        Object constructor = object.get("constructor", object); // 1
        if (constructor == Undefined.UNDEFINED) {
            return defaultConstructor; // 2
        }
        if (!(constructor instanceof JSObject holder)) {
            throw Errors.typeError("The .constructor property is not an object"); // 3
        }
        Object species = holder.get(Symbol.SPECIES, holder); // 4
        if (species == Undefined.UNDEFINED || species == Null.NULL) {
            return defaultConstructor; // 5
        }
        if (species instanceof JSObject result && result.isConstructor()) {
            return result; // 6
        }
        throw Errors.typeError("object.constructor[Symbol.species] is not a constructor"); // 7
    }

    /** 7.3.25 GetFunctionRealm ( obj ). */
    public static Realm getFunctionRealm(JSObject object) {
        JSObject current = object;
        while (true) {
            if (current instanceof BoundFunction bound) {
                current = bound.target(); // 2
            } else if (current instanceof JSFunction function) {
                return function.realm(); // 1
            } else if (current instanceof ProxyObject proxy) { // 3
                current = proxy.proxyTarget();
                if (current == null) {
                    throw revoked();
                }
            } else {
                throw new AssertionError("A callable object has no realm: " + current.getClass());
            }
        }
    }

    private static JSThrow revoked() {
        return Errors.typeError("Cannot perform 'get' on a proxy that has been revoked");
    }

    /** 10.1.13 OrdinaryCreateFromConstructor ( constructor, intrinsicDefaultProto ). */
    public static JSObject ordinaryCreateFromConstructor(
            JSObject constructor, Intrinsic defaultPrototype) {
        return new JSObject(
                shapeFromConstructor(constructor, defaultPrototype, ObjectKind.ORDINARY));
    }

    /**
     * The starting shape for OrdinaryCreateFromConstructor of an object with a class of its own.
     */
    public static Shape shapeFromConstructor(
            JSObject constructor, Intrinsic defaultPrototype, ObjectKind kind) {
        JSObject prototype = getPrototypeFromConstructor(constructor, defaultPrototype);
        return constructor.shape().tree().root(prototype, kind);
    }

    /** 10.1.14 GetPrototypeFromConstructor ( constructor, intrinsicDefaultProto ). */
    public static JSObject getPrototypeFromConstructor(
            JSObject constructor, Intrinsic defaultPrototype) {
        if (constructor.get("prototype", constructor) instanceof JSObject prototype) {
            return prototype; // 2
        }
        return getFunctionRealm(constructor).intrinsic(defaultPrototype); // 3
    }
}
