package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.function.BoundFunction;
import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.function.JSFunction;
import dev.jsj.runtime.object.Accessor;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.Operators;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.realm.RealmShapes;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** 20.2.3 Properties of the Function Prototype Object. */
public final class FunctionPrototype extends BuiltinTable {
    private static final int APPLY = 0;
    private static final int BIND = 1;
    private static final int CALL = 2;
    private static final int TO_STRING = 3;
    private static final int HAS_INSTANCE = 4;

    private static final FunctionPrototype TABLE = new FunctionPrototype();

    private FunctionPrototype() {
        intrinsic("constructor", Intrinsic.FUNCTION, Property.HIDDEN);
        method(APPLY, "apply", 2);
        method(BIND, "bind", 1);
        method(CALL, "call", 1);
        method(TO_STRING, "toString", 0);
        method(HAS_INSTANCE, Symbol.HAS_INSTANCE, 1, Property.FROZEN);
    }

    /** Whether it is Function.prototype[Symbol.hasInstance] of some realm. */
    public static boolean isHasInstance(@Nullable Object function) {
        return function instanceof BuiltinFunction builtin
                && builtin.table() == TABLE
                && builtin.id() == HAS_INSTANCE;
    }

    /** Whether it is Function.prototype.call of some realm. */
    public static boolean isCall(@Nullable Object function) {
        return function instanceof BuiltinFunction builtin
                && builtin.table() == TABLE
                && builtin.id() == CALL;
    }

    /** %Function.prototype%: a function that accepts any arguments and returns undefined. */
    private static final class PrototypeFunction extends JSFunction {
        PrototypeFunction(Realm realm) {
            super(RealmShapes.functionShape(realm, realm.objectPrototype()), realm);
            setSlot(LENGTH_SLOT, 0);
            setSlot(NAME_SLOT, "");
        }

        @Override
        public Object call(Object self, Object[] arguments) {
            return Undefined.UNDEFINED;
        }

        @Override
        public String debugName() {
            return "";
        }

        @Override
        public String sourceText() {
            return "function () { [native code] }";
        }
    }

    static JSObject create(Realm realm) {
        JSObject prototype = new PrototypeFunction(realm);
        realm.setIntrinsic(Intrinsic.FUNCTION_PROTOTYPE, prototype);
        // 10.2.4 AddRestrictedFunctionProperties ( F, realm )
        JSObject thrower = realm.intrinsic(Intrinsic.THROW_TYPE_ERROR);
        Accessor poison = new Accessor(thrower, thrower);
        int flags = Property.CONFIGURABLE | Property.ACCESSOR;
        prototype.addProperty("arguments", poison, flags);
        prototype.addProperty("caller", poison, flags);
        TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case APPLY -> apply(self, arguments);
            case BIND -> bind(realm, self, arguments);
            case CALL -> call(self, arguments);
            case TO_STRING -> toString(self);
            case HAS_INSTANCE -> Constructors.ordinaryHasInstance(self, arg(arguments, 0));
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** V8's error for apply on something that cannot be called. */
    public static JSThrow notApplicable(Object target) {
        String type = target == Null.NULL ? "null" : Operators.typeof(target);
        String article = type.equals("null") ? "" : type.startsWith("o") ? "an " : "a ";
        return Errors.typeError(
                "Function.prototype.apply was called on "
                        + ErrorText.of(target)
                        + ", which is "
                        + article
                        + type
                        + " and not a function");
    }

    /** 20.2.3.1 Function.prototype.apply ( thisArg, argArray ). */
    private static Object apply(Object self, Object[] arguments) {
        if (!(self instanceof JSObject function) || !function.isCallable()) { // 2
            throw notApplicable(self);
        }
        Object list = arg(arguments, 1);
        if (list == Undefined.UNDEFINED || list == Null.NULL) { // 3
            return function.call0(arg(arguments, 0));
        }
        return function.call( // 4-6
                arg(arguments, 0), ObjectOperations.createListFromArrayLike(list));
    }

    /** 20.2.3.2 Function.prototype.bind ( thisArg, ...args ). */
    private static Object bind(Realm realm, Object self, Object[] arguments) {
        if (!(self instanceof JSObject target) || !target.isCallable()) { // 2
            throw Errors.typeError("Bind must be called on a function");
        }
        Object[] bound =
                arguments.length > 1
                        ? Arrays.copyOfRange(arguments, 1, arguments.length)
                        : JSObject.NO_ARGUMENTS;
        JSObject prototype = target.getPrototypeOf(); // 10.4.1.3, step 1
        Object length = boundLength(target, bound.length); // 4-7
        Object name = target.get("name", target); // 8
        CharSequence prefixed = // 9, 10; a rope, since chains of bound functions have long names
                Rope.concat("bound ", name instanceof CharSequence text ? text : "");
        return BoundFunction.create(
                realm, target, prototype, arg(arguments, 0), bound, length, prefixed); // 3
    }

    private static Object boundLength(JSObject target, int boundCount) {
        if (!target.hasOwn("length")) {
            return 0;
        }
        Object length = target.get("length", target);
        if (!JsNumber.isNumber(length)) {
            return 0;
        }
        double integer = TypeConversion.toIntegerOrInfinity(length);
        return JsNumber.of(Math.max(integer - boundCount, 0));
    }

    /** 20.2.3.3 Function.prototype.call ( thisArg, ...args ). */
    private static Object call(Object self, Object[] arguments) {
        if (!(self instanceof JSObject function) || !function.isCallable()) { // 2
            throw Errors.typeError("Function.prototype.call.call is not a function");
        }
        return switch (arguments.length) { // 4
            case 0 -> function.call0(Undefined.UNDEFINED);
            case 1 -> function.call0(arguments[0]);
            case 2 -> function.call1(arguments[0], arguments[1]);
            case 3 -> function.call2(arguments[0], arguments[1], arguments[2]);
            default ->
                    function.call(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
        };
    }

    /** 20.2.3.5 Function.prototype.toString ( ). */
    private static Object toString(Object self) {
        if (self instanceof JSFunction function) {
            return function.sourceText(); // 2, 3
        }
        if (self instanceof JSObject object && object.isCallable()) {
            return "function () { [native code] }"; // 4
        }
        throw Errors.typeError("Function.prototype.toString requires that 'this' be a Function");
    }
}
