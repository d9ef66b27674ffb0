package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSError;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.PropertyErrors;
import dev.jsj.runtime.operations.StackTrace;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 20.5.1, 20.5.6.1, 20.5.7.1: the constructors of the errors, one table for each. */
final class ErrorConstructor extends BuiltinTable {
    private static final int CONSTRUCTOR = 0;
    private static final int CAPTURE_STACK_TRACE = 1;
    private static final int IS_ERROR = 2;

    private static final int DEFAULT_STACK_TRACE_LIMIT = 10;

    private final NativeError type;

    private ErrorConstructor(NativeError type) {
        this.type = type;
        if (type == NativeError.ERROR) {
            method(CAPTURE_STACK_TRACE, "captureStackTrace", 2);
            value("stackTraceLimit", DEFAULT_STACK_TRACE_LIMIT, Property.DEFAULT);
            method(IS_ERROR, "isError", 1);
        }
    }

    static JSObject create(Realm realm, NativeError type) {
        return BuiltinFunction.constructor(
                realm,
                new ErrorConstructor(type),
                CONSTRUCTOR,
                type.errorName(),
                type.length(),
                type.constructor(),
                type == NativeError.ERROR ? Intrinsic.FUNCTION_PROTOTYPE : Intrinsic.ERROR,
                type.prototype());
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case CONSTRUCTOR -> construct(realm, arguments, newTarget);
            case CAPTURE_STACK_TRACE -> captureStackTrace(realm, arguments);
            case IS_ERROR -> arg(arguments, 0) instanceof JSError; // 20.5.2.1
            default -> throw new AssertionError("No row " + id);
        };
    }

    private Object construct(Realm realm, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (type) {
            case AGGREGATE_ERROR -> aggregateError(realm, arguments, newTarget);
            case SUPPRESSED_ERROR -> suppressedError(realm, arguments, newTarget);
            default -> error(realm, arguments, newTarget);
        };
    }

    /**
     * 20.5.1.1 Error ( message [ , options ] ) and 20.5.6.1.1 NativeError ( message [ , options ]
     * ).
     */
    private Object error(Realm realm, Object[] arguments, @Nullable JSObject newTarget) {
        JSError error = create(realm, newTarget); // 1, 2
        installMessage(error, arg(arguments, 0)); // 3
        installErrorCause(error, arg(arguments, 1)); // 4
        return error;
    }

    /** 20.5.7.1.1 AggregateError ( errors, message [ , options ] ). */
    private Object aggregateError(Realm realm, Object[] arguments, @Nullable JSObject newTarget) {
        JSError error = create(realm, newTarget); // 1, 2
        installMessage(error, arg(arguments, 1)); // 3
        installErrorCause(error, arg(arguments, 2)); // 4
        Object[] errors = // 5
                Iteration.iteratorToList(Iteration.getIterator(realm, arg(arguments, 0))).toArray();
        error.defineOwn("errors", realm.newArray(errors), Property.HIDDEN); // 6
        return error;
    }

    /** SuppressedError ( error, suppressed, message ), of explicit resource management. */
    private Object suppressedError(Realm realm, Object[] arguments, @Nullable JSObject newTarget) {
        JSError error = create(realm, newTarget); // 1, 2
        installMessage(error, arg(arguments, 2)); // 3
        error.defineOwn("error", arg(arguments, 0), Property.HIDDEN); // 4
        error.defineOwn("suppressed", arg(arguments, 1), Property.HIDDEN); // 5
        return error;
    }

    private JSError create(Realm realm, @Nullable JSObject newTarget) {
        JSObject constructor = newTarget == null ? realm.intrinsic(type.constructor()) : newTarget;
        JSError error =
                new JSError(
                        Constructors.shapeFromConstructor(
                                constructor, type.prototype(), ObjectKind.ORDINARY));
        // The frames of a derived class's constructor are not shown, as in V8.
        JSObject hiddenUntil = constructor instanceof BuiltinFunction ? null : constructor;
        StackTrace.install(realm, error, hiddenUntil);
        return error;
    }

    private static void installMessage(JSError error, Object message) {
        if (message != Undefined.UNDEFINED) {
            error.defineOwn("message", TypeConversion.toString(message), Property.HIDDEN);
        }
    }

    /** 20.5.8.1 InstallErrorCause ( O, options ). */
    private static void installErrorCause(JSError error, Object options) {
        if (options instanceof JSObject object && object.hasProperty("cause")) { // 1
            error.defineOwn("cause", object.get("cause", object), Property.HIDDEN);
        }
    }

    /** NON-STANDARD: V8's Error.captureStackTrace ( object [ , hiddenUntil ] ). */
    private static Object captureStackTrace(Realm realm, Object[] arguments) {
        if (!(arg(arguments, 0) instanceof JSObject object)) {
            throw Errors.typeError("invalid_argument");
        }
        JSObject hiddenUntil =
                arg(arguments, 1) instanceof JSObject function && function.isCallable()
                        ? function
                        : null;
        StackTrace trace = StackTrace.capture(realm, hiddenUntil);
        if (trace == null) {
            return Undefined.UNDEFINED;
        }
        if (object.shape().kind() == ObjectKind.EXOTIC) {
            ObjectOperations.createNonEnumerableDataPropertyOrThrow(
                    object, "stack", trace.text(object));
        } else if (object.shape().lookup("stack") == null && !object.isExtensible()) {
            throw PropertyErrors.failedDefine(object, "stack");
        } else if (object instanceof JSError error) {
            error.setStack(trace);
            error.defineOwn("stack", null, Property.HIDDEN);
        } else {
            object.setLazySource(trace);
            object.defineOwn("stack", null, Property.HIDDEN);
        }
        return Undefined.UNDEFINED;
    }
}
