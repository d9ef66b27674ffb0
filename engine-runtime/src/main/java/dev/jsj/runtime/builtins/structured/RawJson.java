package dev.jsj.runtime.builtins.structured;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;

/** 25.5.3 the objects that JSON.rawJSON makes: [[IsRawJSON]], and their text. */
final class RawJson extends JSObject {
    private final String text;

    private RawJson(Realm realm, String text) {
        super(realm.agent().root(null));
        this.text = text;
    }

    /** JSON.rawJSON ( text ), the argument converted. */
    static RawJson create(Realm realm, String text) {
        if (text.isEmpty()
                || isForbidden(text.charAt(0))
                || isForbidden(text.charAt(text.length() - 1))) {
            throw Errors.syntaxError("Invalid value for JSON.rawJSON"); // 2
        }
        if (JsonParser.parse(realm, text) instanceof JSObject) { // 3
            throw Errors.syntaxError("Invalid value for JSON.rawJSON");
        }
        RawJson object = new RawJson(realm, text); // 5
        object.addProperty("rawJSON", text, Property.DEFAULT); // 6
        object.setIntegrityFast(true); // 7
        return object;
    }

    private static boolean isForbidden(char c) {
        return c == '\t' || c == '\n' || c == '\r' || c == ' ';
    }

    String text() {
        return text;
    }
}
