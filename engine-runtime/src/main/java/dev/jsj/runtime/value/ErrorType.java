package dev.jsj.runtime.value;

/** The native error constructors (20.5.5), by the name that their instances carry. */
public enum ErrorType {
    ERROR("Error"),
    EVAL_ERROR("EvalError"),
    RANGE_ERROR("RangeError"),
    REFERENCE_ERROR("ReferenceError"),
    SYNTAX_ERROR("SyntaxError"),
    TYPE_ERROR("TypeError"),
    URI_ERROR("URIError");

    private final String errorName;

    ErrorType(String errorName) {
        this.errorName = errorName;
    }

    /** The value of the prototype's {@code name} property. */
    public String errorName() {
        return errorName;
    }
}
