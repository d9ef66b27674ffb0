package dev.jsj.interp.interpreter;

import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;

/** The TypeErrors of calls. */
final class CallErrors {
    private CallErrors() {}

    /** The source text of the op's operand where it can be told, else the value. */
    static String sourceOr(Frame frame, int pc, Object value) {
        return ErrorText.of(value);
    }

    static JSThrow notCallable(Frame frame, Object callee) {
        return Errors.typeError(ErrorText.of(callee) + " is not a function");
    }

    static JSThrow notConstructor(Frame frame, Object callee) {
        return Errors.typeError(ErrorText.of(callee) + " is not a constructor");
    }
}
