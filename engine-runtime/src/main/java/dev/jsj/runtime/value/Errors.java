package dev.jsj.runtime.value;

/**
 * The factory of every native error that engine code throws: {@code throw Errors.typeError("...")}.
 * Texts are V8's.
 */
public final class Errors {
    private Errors() {}

    public static JSThrow error(String message) {
        return new JSThrow(ErrorType.ERROR, message);
    }

    public static JSThrow evalError(String message) {
        return new JSThrow(ErrorType.EVAL_ERROR, message);
    }

    public static JSThrow rangeError(String message) {
        return new JSThrow(ErrorType.RANGE_ERROR, message);
    }

    public static JSThrow referenceError(String message) {
        return new JSThrow(ErrorType.REFERENCE_ERROR, message);
    }

    public static JSThrow syntaxError(String message) {
        return new JSThrow(ErrorType.SYNTAX_ERROR, message);
    }

    public static JSThrow typeError(String message) {
        return new JSThrow(ErrorType.TYPE_ERROR, message);
    }

    public static JSThrow uriError(String message) {
        return new JSThrow(ErrorType.URI_ERROR, message);
    }

    /** The error for recursion that is too deep, in any engine path. */
    public static JSThrow stackOverflow() {
        return rangeError("Maximum call stack size exceeded");
    }
}
