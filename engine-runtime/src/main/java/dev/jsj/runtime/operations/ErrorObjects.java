package dev.jsj.runtime.operations;

import dev.jsj.runtime.object.JSError;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.ErrorType;
import dev.jsj.runtime.value.JSThrow;

/** Makes the error objects that the engine itself throws. */
public final class ErrorObjects {
    private ErrorObjects() {}

    /**
     * The value of a throw completion; a native error that has no object yet gets one now, of
     * {@code realm}, with the current stack.
     */
    public static Object thrownValue(JSThrow completion, Realm realm) {
        Object value = completion.valueOrNull();
        if (value == null) {
            value = create(realm, completion.type(), completion.getMessage());
            completion.setValue(value);
        }
        return value;
    }

    /** A new native error with the current stack. */
    public static JSError create(Realm realm, ErrorType type, String message) {
        JSObject prototype = realm.intrinsic(prototype(type));
        JSError error = new JSError(realm.agent().root(prototype));
        StackTrace.install(realm, error, null);
        error.addProperty("message", message, Property.HIDDEN);
        return error;
    }

    private static Intrinsic prototype(ErrorType type) {
        return switch (type) {
            case ERROR -> Intrinsic.ERROR_PROTOTYPE;
            case EVAL_ERROR -> Intrinsic.EVAL_ERROR_PROTOTYPE;
            case RANGE_ERROR -> Intrinsic.RANGE_ERROR_PROTOTYPE;
            case REFERENCE_ERROR -> Intrinsic.REFERENCE_ERROR_PROTOTYPE;
            case SYNTAX_ERROR -> Intrinsic.SYNTAX_ERROR_PROTOTYPE;
            case TYPE_ERROR -> Intrinsic.TYPE_ERROR_PROTOTYPE;
            case URI_ERROR -> Intrinsic.URI_ERROR_PROTOTYPE;
        };
    }
}
