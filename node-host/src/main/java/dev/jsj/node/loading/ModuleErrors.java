package dev.jsj.node.loading;

import dev.jsj.node.modules.ResolutionException;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** Node's coded errors, thrown from Java. */
final class ModuleErrors {
    private ModuleErrors() {}

    static JSThrow of(NodeRuntime runtime, String code, @Nullable Object... arguments) {
        JSObject codes = (JSObject) runtime.modules().require("internal/errors").get("codes");
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            values[i] = arguments[i] == null ? Undefined.UNDEFINED : arguments[i];
        }
        return new JSThrow(ObjectOperations.construct((JSObject) codes.get(code), values));
    }

    static JSThrow of(NodeRuntime runtime, ResolutionException failure) {
        return of(
                runtime,
                failure.code(),
                failure.arguments().stream().map(ModuleErrors::plain).toArray());
    }

    /**
     * JSON values inside messages are shown as JSON text by the messages themselves; maps and lists
     * are rare enough to be left out.
     */
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof String || value instanceof Boolean || value instanceof Number
                ? value
                : null;
    }
}
