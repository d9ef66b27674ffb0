package dev.jsj.conformance.test262;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;

/**
 * What a thrown value looks like from outside.
 *
 * @param type name of its constructor
 */
record ThrownError(String type, String message) {

    static ThrownError of(JSThrow completion, Realm realm) {
        return of(realm.agent().services().thrownValue(completion, realm));
    }

    static ThrownError of(Object value) {
        if (!(value instanceof JSObject object)) {
            return new ThrownError("value", ErrorText.of(value));
        }
        try {
            String message = textOf(object.get("message"));
            String type =
                    object.get("constructor") instanceof JSObject constructor
                            ? textOf(constructor.get("name"))
                            : "object";
            return new ThrownError(type, message);
        } catch (JSThrow unreadable) {
            return new ThrownError("object", "(its properties throw)");
        }
    }

    private static String textOf(Object value) {
        return value instanceof CharSequence text ? text.toString() : ErrorText.of(value);
    }
}
