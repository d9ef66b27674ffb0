package dev.jsj.runtime.function;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.object.ShapeTree;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * 10.2 ECMAScript function objects: code closed over a scope. {@code this} of an arrow function is
 * a captured variable like any other.
 */
public final class ScriptFunction extends JSFunction {
    private final FunctionCode code;
    private final Object @Nullable [] scope;
    private @Nullable JSObject homeObject;
    private @Nullable Object classFields;

    /**
     * A closure with the default prototype chain of its kind; {@code scope} is the running scope
     * (null for none).
     */
    public ScriptFunction(Realm realm, FunctionCode code, Object @Nullable [] scope) {
        this(realm, shapeFor(realm, code.kind()), code, scope);
    }

    /**
     * A closure with another [[Prototype]] (derived classes, dynamic functions): {@code shape} is
     * like those of RealmShapes.
     */
    public ScriptFunction(Realm realm, Shape shape, FunctionCode code, Object @Nullable [] scope) {
        super(shape, realm);
        this.code = code;
        this.scope = scope;
        code.closureCreated(scope);
        setSlot(LENGTH_SLOT, code.length());
        setSlot(NAME_SLOT, code.name());
    }

    private static Shape shapeFor(Realm realm, FunctionCode.Kind kind) {
        return switch (kind) {
            case NORMAL -> realm.shapes().functionWithPrototype;
            case ARROW, METHOD -> realm.shapes().function;
            case CLASS_CONSTRUCTOR, DERIVED_CLASS_CONSTRUCTOR -> realm.shapes().classConstructor;
            case GENERATOR -> realm.shapes().generatorFunction();
            case ASYNC, ASYNC_ARROW -> realm.shapes().asyncFunction();
            case ASYNC_GENERATOR -> realm.shapes().asyncGeneratorFunction();
        };
    }

    public FunctionCode code() {
        return code;
    }

    /** [[Environment]]. */
    public Object @Nullable [] scope() {
        return scope;
    }

    /** [[HomeObject]]. */
    public @Nullable JSObject homeObject() {
        return homeObject;
    }

    public void setHomeObject(JSObject object) {
        homeObject = object;
    }

    /**
     * [[Fields]] and [[PrivateMethods]] of a class constructor, in the form that the interpreter
     * gives them.
     */
    public @Nullable Object classFields() {
        return classFields;
    }

    public void setClassFields(Object fields) {
        classFields = fields;
    }

    /**
     * 10.2.9 SetFunctionName for a function that has just been made; its shape is still the
     * starting one.
     */
    public void setName(String name) {
        setSlot(NAME_SLOT, name);
    }

    /**
     * 10.2.5 MakeConstructor with a given prototype object (classes), or {@code null} for a new one
     * on first read.
     */
    public void setPrototypeProperty(JSObject prototype) {
        setSlot(PROTOTYPE_SLOT, prototype);
    }

    /** The value of the {@code prototype} property, for functions that are constructors. */
    public Object prototypeProperty() {
        Object value = getSlot(PROTOTYPE_SLOT);
        return value != null ? value : slotValue(shape().lookup("prototype"));
    }

    /**
     * The shape of the objects that a base constructor makes, for as long as {@link
     * #PROTOTYPE_SLOT} holds the prototype of this shape; null where none was made so far, and for
     * other functions. For any thread.
     */
    public @Nullable Shape instanceShape() {
        boolean isBase =
                code.kind() == FunctionCode.Kind.NORMAL
                        || code.kind() == FunctionCode.Kind.CLASS_CONSTRUCTOR;
        return isBase && getSlot(PROTOTYPE_SLOT) instanceof JSObject prototype
                ? ShapeTree.knownRoot(prototype)
                : null;
    }

    @Override
    protected Object makeLazyValue(Property property) {
        if (property.slot() != PROTOTYPE_SLOT) {
            return super.makeLazyValue(property);
        }
        return switch (code.kind()) {
            case GENERATOR -> realm().newObject(realm().intrinsic(Intrinsic.GENERATOR_PROTOTYPE));
            case ASYNC_GENERATOR ->
                    realm().newObject(realm().intrinsic(Intrinsic.ASYNC_GENERATOR_PROTOTYPE));
            default -> {
                JSObject prototype = realm().newObject();
                prototype.addProperty("constructor", this, Property.HIDDEN);
                yield prototype;
            }
        };
    }

    @Override
    public boolean isConstructor() {
        return code.kind().isConstructor();
    }

    @Override
    public Object call(Object self, Object[] arguments) {
        return code.call(this, self, arguments);
    }

    @Override
    public Object call0(Object self) {
        return code.call0(this, self);
    }

    @Override
    public Object call1(Object self, Object a) {
        return code.call1(this, self, a);
    }

    @Override
    public Object call2(Object self, Object a, Object b) {
        return code.call2(this, self, a, b);
    }

    @Override
    public Object call3(Object self, Object a, Object b, Object c) {
        return code.call3(this, self, a, b, c);
    }

    @Override
    public Object callOnElement(Object self, Object value, long index, JSObject array) {
        return code.looksBeyond(1)
                ? super.callOnElement(self, value, index, array)
                : code.call1(this, self, value);
    }

    @Override
    public Object callOnElements(Object accumulator, Object value, long index, JSObject array) {
        return code.looksBeyond(2)
                ? super.callOnElements(accumulator, value, index, array)
                : code.call2(this, Undefined.UNDEFINED, accumulator, value);
    }

    @Override
    public Object construct(Object[] arguments, JSObject newTarget) {
        if (!isConstructor()) {
            throw Errors.typeError(debugName() + " is not a constructor");
        }
        return code.construct(this, arguments, newTarget);
    }

    @Override
    public String debugName() {
        Object name = getSlot(NAME_SLOT);
        return name instanceof CharSequence ? name.toString() : code.name();
    }

    @Override
    public String sourceText() {
        return code.sourceText();
    }
}
