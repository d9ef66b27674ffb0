package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Operators;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Null;

/** Errors that the keyed collections word in their own way, as V8 does. */
final class CollectionErrors {
    private CollectionErrors() {}

    /** The callback of {@code forEach}, or V8's "number 1 is not a function". */
    static JSObject requireCallback(Object value) {
        if (value instanceof JSObject function && function.isCallable()) {
            return function;
        }
        throw Errors.typeError(describe(value) + " is not a function");
    }

    private static String describe(Object value) {
        if (value == Null.NULL) {
            return "object null";
        }
        String type = Operators.typeof(value);
        if (value instanceof CharSequence) {
            return type + " \"" + value + "\"";
        }
        boolean shown = JsNumber.isNumber(value) || value instanceof Boolean;
        return shown ? ErrorText.withType(value) : type;
    }
}
