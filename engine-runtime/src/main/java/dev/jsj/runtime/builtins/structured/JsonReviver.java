package dev.jsj.runtime.builtins.structured;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.ObjectOperations.PropertyKind;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 25.5.1.4 InternalizeJSONProperty: the walk of JSON.parse with a reviver. */
final class JsonReviver {
    private final Realm realm;
    private final JSObject reviver;

    JsonReviver(Realm realm, JSObject reviver) {
        this.realm = realm;
        this.reviver = reviver;
    }

    /** JSON.parse, steps 8 to 12. */
    Object revive(JsonRecord record) {
        JSObject root = realm.newObject();
        ObjectOperations.createDataPropertyOrThrow(root, "", record.value());
        return internalize(root, "", record);
    }

    private Object internalize(JSObject holder, Object key, @Nullable JsonRecord parsed) {
        realm.agent().enter();
        try {
            Object value = holder.get(key, holder); // 1
            JSObject context = realm.newObject(); // 2
            JsonRecord record =
                    parsed != null && Comparison.sameValue(parsed.value(), value)
                            ? parsed
                            : null; // 3
            if (value instanceof JSObject object) {
                internalizeParts(object, record); // 5
            } else if (record != null) {
                context.addProperty("source", record.source(), Property.DEFAULT); // 3.a.i
            }
            return reviver.call3(holder, TypeConversion.keyToValue(key), value, context); // 6
        } finally {
            realm.agent().leave();
        }
    }

    private void internalizeParts(JSObject object, @Nullable JsonRecord record) {
        if (Comparison.isArray(object)) {
            long length = ObjectOperations.lengthOfArrayLike(object);
            for (long i = 0; i < length; i++) {
                JsonRecord element =
                        record == null || i > Integer.MAX_VALUE ? null : record.element((int) i);
                internalizePart(object, TypeConversion.propertyKey(i), element);
            }
            return;
        }
        for (Object name :
                ObjectOperations.enumerableOwnProperties(realm, object, PropertyKind.KEY)) {
            Object key = TypeConversion.toPropertyKey(name);
            internalizePart(object, key, record == null ? null : record.entry(key));
        }
    }

    private void internalizePart(JSObject object, Object key, @Nullable JsonRecord record) {
        Object value = internalize(object, key, record);
        if (value == Undefined.UNDEFINED) {
            object.delete(key);
        } else {
            ObjectOperations.createDataProperty(object, key, value);
        }
    }
}
