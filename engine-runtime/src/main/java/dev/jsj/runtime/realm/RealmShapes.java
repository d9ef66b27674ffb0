package dev.jsj.runtime.realm;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.object.ValidityCell;

import org.jspecify.annotations.Nullable;

/**
 * The starting shapes of objects that the engine makes often. Function objects have {@code length}
 * in slot 0, {@code name} in slot 1, and where they have one, {@code prototype} in slot 2 (lazy
 * until first read).
 */
public final class RealmShapes {
    /** Arrow functions, methods, built-in functions. */
    public final Shape function;

    /** {@code function f() {}}: a writable prototype. */
    public final Shape functionWithPrototype;

    /** Classes and built-in constructors: a prototype that is not writable. */
    public final Shape classConstructor;

    /** CreateIterResultObject: {@code value} in slot 0, {@code done} in slot 1. */
    public final Shape iteratorResult;

    /**
     * Valid while arrays are known to iterate in the original way as far as %Array.prototype% is
     * concerned; see {@code Iteration.isPristineArray}.
     */
    public @Nullable ValidityCell arrayIteration;

    /** The same for %ArrayIteratorPrototype%. */
    public @Nullable ValidityCell arrayIterator;

    /** Valid while %ArrayIteratorPrototype% has no "return"; null before somebody looked. */
    public @Nullable ValidityCell arrayIteratorWithoutReturn;

    private final Realm realm;
    private @Nullable Shape generatorFunction;
    private @Nullable Shape asyncFunction;
    private @Nullable Shape asyncGeneratorFunction;

    RealmShapes(Realm realm) {
        this.realm = realm;
        JSObject functionPrototype = realm.intrinsic(Intrinsic.FUNCTION_PROTOTYPE);
        function = functionShape(realm, functionPrototype);
        functionWithPrototype = function.addProperty("prototype", Property.WRITABLE);
        classConstructor = function.addProperty("prototype", Property.FROZEN);
        iteratorResult =
                realm.objectShape()
                        .addProperty("value", Property.DEFAULT)
                        .addProperty("done", Property.DEFAULT);
    }

    /**
     * The shape {@link #function} with another prototype (async and generator functions, derived
     * classes).
     */
    public static Shape functionShape(Realm realm, JSObject functionPrototype) {
        return realm.agent()
                .root(functionPrototype, ObjectKind.FUNCTION)
                .addProperty("length", Property.CONFIGURABLE)
                .addProperty("name", Property.CONFIGURABLE);
    }

    /**
     * Generator functions: a writable prototype, %GeneratorFunction.prototype% as [[Prototype]].
     */
    public Shape generatorFunction() {
        Shape shape = generatorFunction;
        if (shape == null) {
            shape = withPrototypeProperty(Intrinsic.GENERATOR_FUNCTION_PROTOTYPE);
            generatorFunction = shape;
        }
        return shape;
    }

    /** Async generator functions. */
    public Shape asyncGeneratorFunction() {
        Shape shape = asyncGeneratorFunction;
        if (shape == null) {
            shape = withPrototypeProperty(Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE);
            asyncGeneratorFunction = shape;
        }
        return shape;
    }

    /** Async functions and arrows: no prototype property. */
    public Shape asyncFunction() {
        Shape shape = asyncFunction;
        if (shape == null) {
            shape = functionShape(realm, realm.intrinsic(Intrinsic.ASYNC_FUNCTION_PROTOTYPE));
            asyncFunction = shape;
        }
        return shape;
    }

    private Shape withPrototypeProperty(Intrinsic functionPrototype) {
        return functionShape(realm, realm.intrinsic(functionPrototype))
                .addProperty("prototype", Property.WRITABLE);
    }
}
