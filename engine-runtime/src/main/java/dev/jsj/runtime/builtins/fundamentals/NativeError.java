package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.realm.Intrinsic;

import org.jspecify.annotations.Nullable;

/** The error constructors (20.5): their names and intrinsics. */
enum NativeError {
    ERROR("Error", 1, Intrinsic.ERROR, Intrinsic.ERROR_PROTOTYPE),
    EVAL_ERROR("EvalError", 1, Intrinsic.EVAL_ERROR, Intrinsic.EVAL_ERROR_PROTOTYPE),
    RANGE_ERROR("RangeError", 1, Intrinsic.RANGE_ERROR, Intrinsic.RANGE_ERROR_PROTOTYPE),
    REFERENCE_ERROR(
            "ReferenceError", 1, Intrinsic.REFERENCE_ERROR, Intrinsic.REFERENCE_ERROR_PROTOTYPE),
    SYNTAX_ERROR("SyntaxError", 1, Intrinsic.SYNTAX_ERROR, Intrinsic.SYNTAX_ERROR_PROTOTYPE),
    TYPE_ERROR("TypeError", 1, Intrinsic.TYPE_ERROR, Intrinsic.TYPE_ERROR_PROTOTYPE),
    URI_ERROR("URIError", 1, Intrinsic.URI_ERROR, Intrinsic.URI_ERROR_PROTOTYPE),
    AGGREGATE_ERROR(
            "AggregateError", 2, Intrinsic.AGGREGATE_ERROR, Intrinsic.AGGREGATE_ERROR_PROTOTYPE),
    SUPPRESSED_ERROR(
            "SuppressedError", 3, Intrinsic.SUPPRESSED_ERROR, Intrinsic.SUPPRESSED_ERROR_PROTOTYPE);

    private final String errorName;
    private final int length;
    private final Intrinsic constructor;
    private final Intrinsic prototype;

    NativeError(String errorName, int length, Intrinsic constructor, Intrinsic prototype) {
        this.errorName = errorName;
        this.length = length;
        this.constructor = constructor;
        this.prototype = prototype;
    }

    String errorName() {
        return errorName;
    }

    /** The constructor's {@code length}. */
    int length() {
        return length;
    }

    Intrinsic constructor() {
        return constructor;
    }

    Intrinsic prototype() {
        return prototype;
    }

    static @Nullable NativeError ofConstructor(Intrinsic intrinsic) {
        for (NativeError type : values()) {
            if (type.constructor == intrinsic) {
                return type;
            }
        }
        return null;
    }

    static @Nullable NativeError ofPrototype(Intrinsic intrinsic) {
        for (NativeError type : values()) {
            if (type.prototype == intrinsic) {
                return type;
            }
        }
        return null;
    }
}
