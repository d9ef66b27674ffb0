package dev.jsj.node.bindings;

import dev.jsj.node.http.HttpHead;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

/** The head of a received message as JavaScript holds it: its headers are made when asked for. */
final class HeadObject extends JSObject {
    private static final String SET_COOKIE = "set-cookie";

    private final HttpHead head;

    HeadObject(Realm realm, HttpHead head) {
        super(realm.agent().root(null));
        this.head = head;
    }

    /** {@code message.rawHeaders}: names and values in turn. */
    Object raw(Realm realm) {
        Object[] values = new Object[2 * head.rawCount()];
        for (int i = 0; i < head.rawCount(); i++) {
            values[2 * i] = head.name(i);
            values[2 * i + 1] = head.value(i);
        }
        return realm.newArray(values);
    }

    /**
     * {@code message.headers}: repeated fields are joined, or all but the first dropped, by name.
     */
    JSObject headers(Realm realm, boolean joinDuplicates) {
        JSObject object = realm.newObject();
        for (int i = 0; i < head.count(); i++) {
            String name = head.lowerName(i);
            Object key = TypeConversion.propertyKey(name);
            String value = head.value(i);
            if (name.equals(SET_COOKIE)) {
                addToArray(realm, object, value);
                continue;
            }
            Object known = object.hasOwn(key) ? object.get(key) : Undefined.UNDEFINED;
            if (known == Undefined.UNDEFINED) {
                object.defineOwn(key, value, Property.DEFAULT);
            } else if (joinDuplicates || !isSingle(name)) {
                String separator = name.equals("cookie") ? "; " : ", ";
                object.defineOwn(key, known + separator + value, Property.DEFAULT);
            }
        }
        return object;
    }

    private static void addToArray(Realm realm, JSObject object, String value) {
        if (object.hasOwn(SET_COOKIE)) {
            JSArray list = (JSArray) object.get(SET_COOKIE);
            ObjectOperations.createDataPropertyOrThrow(list, list.length(), value);
        } else {
            JSArray list = realm.newArray(new Object[] {value});
            object.defineOwn(SET_COOKIE, list, Property.DEFAULT);
        }
    }

    /** {@code message.headersDistinct}: every value in an array. */
    JSObject distinct(Realm realm) {
        JSObject object = new JSObject(realm.agent().root(null));
        for (int i = 0; i < head.count(); i++) {
            Object key = TypeConversion.propertyKey(head.lowerName(i));
            if (object.hasOwn(key)) {
                JSArray list = (JSArray) object.get(key);
                ObjectOperations.createDataPropertyOrThrow(list, list.length(), head.value(i));
            } else {
                JSArray list = realm.newArray(new Object[] {head.value(i)});
                object.defineOwn(key, list, Property.DEFAULT);
            }
        }
        return object;
    }

    /** Fields of which only the first counts. */
    private static boolean isSingle(String name) {
        return switch (name) {
            case "age",
                    "authorization",
                    "content-length",
                    "content-type",
                    "etag",
                    "expires",
                    "from",
                    "host",
                    "if-modified-since",
                    "if-unmodified-since",
                    "last-modified",
                    "location",
                    "max-forwards",
                    "proxy-authorization",
                    "referer",
                    "retry-after",
                    "server",
                    "user-agent" ->
                    true;
            default -> false;
        };
    }
}
