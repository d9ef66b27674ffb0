package dev.jsj.runtime.builtins.structured;

import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.PrimitiveObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.NumberConversion;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.ObjectOperations.PropertyKind;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Rope;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * 25.5.2.2 JSON Serialization Records and 25.5.2.3 SerializeJSONProperty: writes into one builder.
 *
 * <p>The fast path: a value that is read from a slot of an ordinary object, without a replacer,
 * needs no [[Get]]; and an object whose shape and prototype have no {@code toJSON} needs no look-up
 * of it. What is known of shapes is forgotten whenever user code has run.
 */
final class JsonSerializer {
    private static final int KNOWN_SHAPES = 8;

    private final Realm realm;
    private final @Nullable JSObject replacer;
    private final @Nullable List<Object> propertyList;
    private final String gap;
    private final StringBuilder out = new StringBuilder();
    private String indent = "";

    /** The objects being written, outermost first, and the key of each in its parent. */
    private JSObject[] stack = new JSObject[8];

    private Object[] keys = new Object[8];
    private int depth;

    /** Shapes of ordinary objects known to find no toJSON; see the class comment. */
    private final @Nullable Shape[] withoutToJson = new Shape[KNOWN_SHAPES];

    JsonSerializer(
            Realm realm,
            @Nullable JSObject replacer,
            @Nullable List<Object> propertyList,
            String gap) {
        this.realm = realm;
        this.replacer = replacer;
        this.propertyList = propertyList;
        this.gap = gap;
    }

    /** JSON.stringify, steps 9 to 11; null stands for undefined. */
    @Nullable String serialize(Object value) {
        JSObject wrapper = null;
        if (replacer != null) {
            wrapper = realm.newObject();
            ObjectOperations.createDataPropertyOrThrow(wrapper, "", value);
        }
        return writeProperty("", value, wrapper) ? out.toString() : null;
    }

    /**
     * 25.5.2.3 SerializeJSONProperty ( state, key, holder ), the value of the property given.
     *
     * @param holder null at the root, where there is no replacer
     * @return false for undefined: nothing was written
     */
    private boolean writeProperty(Object key, Object given, @Nullable JSObject holder) {
        Object value = given;
        if (value instanceof JSObject || value instanceof BigInteger) {
            value = applyToJson(value, key); // 2
        }
        if (replacer != null) { // 3
            value = replacer.call2(holder, TypeConversion.keyToValue(key), value);
        }
        if (value instanceof PrimitiveObject wrapped) {
            value = unwrap(wrapped); // 4
        }
        if (value instanceof CharSequence text) {
            JsonText.quote(out, text.toString()); // 8
            return true;
        }
        if (value instanceof Integer number) {
            out.append(number.intValue()); // 9
            return true;
        }
        if (value instanceof JSObject object) { // 11
            if (object instanceof RawJson raw) {
                out.append(raw.text());
                return true;
            }
            if (object.isCallable()) {
                return false;
            }
            writeContainer(object, key);
            return true;
        }
        if (value instanceof Double number) {
            out.append(Double.isFinite(number) ? NumberConversion.toString(number) : "null");
            return true;
        }
        if (value instanceof Boolean || value == Null.NULL) {
            out.append(value); // 5 - 7
            return true;
        }
        if (value instanceof BigInteger) {
            throw Errors.typeError("Do not know how to serialize a BigInt"); // 10
        }
        return false; // 12
    }

    private Object applyToJson(Object value, Object key) {
        if (value instanceof JSObject object && isKnownWithoutToJson(object)) {
            return value;
        }
        Object toJson = ObjectOperations.getV(realm, value, "toJSON");
        if (toJson instanceof JSObject method && method.isCallable()) {
            forgetShapes();
            return method.call1(value, TypeConversion.keyToValue(key));
        }
        if (value instanceof JSObject object) {
            rememberWithoutToJson(object);
        }
        return value;
    }

    private boolean isKnownWithoutToJson(JSObject object) {
        Shape shape = object.shape();
        return withoutToJson[System.identityHashCode(shape) & KNOWN_SHAPES - 1] == shape;
    }

    /**
     * Only shapes of plain objects and arrays: their look-up ran no user code and can be repeated.
     */
    private void rememberWithoutToJson(JSObject object) {
        Shape shape = object.shape();
        JSObject prototype = shape.prototype();
        boolean plain =
                !shape.isUnique()
                        && (object.getClass() == JSObject.class || object instanceof JSArray)
                        && (prototype == realm.objectPrototype()
                                || shape == realm.arrayShape()
                                        && prototype.shape().prototype()
                                                == realm.objectPrototype());
        if (plain && replacer == null) {
            withoutToJson[System.identityHashCode(shape) & KNOWN_SHAPES - 1] = shape;
        }
    }

    private void forgetShapes() {
        Arrays.fill(withoutToJson, null);
    }

    private Object unwrap(PrimitiveObject object) {
        Object data = object.primitiveValue();
        forgetShapes();
        if (data instanceof CharSequence) {
            return TypeConversion.toString(object); // 4.b
        }
        if (data instanceof Boolean || data instanceof BigInteger) {
            return data; // 4.c, 4.d
        }
        return data instanceof Number ? TypeConversion.toNumberValue(object) : object; // 4.a
    }

    private void writeContainer(JSObject object, Object key) {
        realm.agent().enter();
        try {
            push(object, key);
            String outerIndent = indent;
            indent = indent + gap;
            if (Comparison.isArray(object)) {
                writeArray(object, outerIndent);
            } else {
                writeObject(object, outerIndent);
            }
            indent = outerIndent;
            stack[--depth] = null;
        } finally {
            realm.agent().leave();
        }
        if (out.length() > Rope.MAX_LENGTH) {
            throw Errors.rangeError("Invalid string length");
        }
    }

    private void push(JSObject object, Object key) {
        for (int i = 0; i < depth; i++) {
            if (stack[i] == object) {
                throw CircularStructure.error(stack, keys, i, depth, key);
            }
        }
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, depth * 2);
            keys = Arrays.copyOf(keys, depth * 2);
        }
        stack[depth] = object;
        keys[depth++] = key;
    }

    /** 25.5.2.5 SerializeJSONObject ( state, value ). */
    private void writeObject(JSObject object, String outerIndent) {
        out.append('{');
        boolean any = false;
        if (propertyList != null) {
            for (Object name : propertyList) {
                any |= writeMember(object, TypeConversion.toPropertyKey(name), any);
            }
        } else if (plainForm(object) instanceof PlainForm form) {
            any = writePlainMembers(object, form);
        } else {
            for (Object name :
                    ObjectOperations.enumerableOwnProperties(realm, object, PropertyKind.KEY)) {
                any |= writeMember(object, TypeConversion.toPropertyKey(name), any);
            }
        }
        if (any && !gap.isEmpty()) {
            out.append('\n').append(outerIndent);
        }
        out.append('}');
    }

    private @Nullable PlainForm plainForm(JSObject object) {
        if (replacer != null || object.elements != null) {
            return null;
        }
        return PlainForm.of(object.shape());
    }

    /** FAST PATH: the slots in order, as long as the shape stays what it was. */
    private boolean writePlainMembers(JSObject object, PlainForm form) {
        boolean any = false;
        Property[] properties = form.properties();
        for (int i = 0; i < properties.length; i++) {
            Property property = properties[i];
            if (!form.fits(object)) { // user code has changed the object
                if (ObjectOperations.isEnumerableOwn(object, property.key())) {
                    any |= writeMember(object, property.key(), any);
                }
                continue;
            }
            int before = out.length();
            if (any) {
                out.append(',');
            }
            newLine();
            out.append(form.prefixes()[i]);
            if (!gap.isEmpty()) {
                out.append(' ');
            }
            if (writeProperty(property.key(), object.slotValue(property), object)) {
                any = true;
            } else {
                out.setLength(before);
            }
        }
        return any;
    }

    private boolean writeMember(JSObject object, Object key, boolean any) {
        forgetShapes(); // a getter may run
        Object value = object.get(key, object);
        int before = out.length();
        if (any) {
            out.append(',');
        }
        newLine();
        JsonText.quote(out, key.toString());
        out.append(gap.isEmpty() ? ":" : ": ");
        if (writeProperty(key, value, object)) {
            return true;
        }
        out.setLength(before);
        return false;
    }

    private void newLine() {
        if (!gap.isEmpty()) {
            out.append('\n').append(indent);
        }
    }

    /** 25.5.2.6 SerializeJSONArray ( state, value ). */
    private void writeArray(JSObject array, String outerIndent) {
        out.append('[');
        long length = ObjectOperations.lengthOfArrayLike(array);
        boolean plain = isPlainArray(array);
        for (long i = 0; i < length; i++) {
            if (i > 0) {
                out.append(',');
            }
            newLine();
            Object key = TypeConversion.propertyKey(i);
            Object value = array.get(key, array);
            if (!plain) {
                forgetShapes(); // a getter may have run
            }
            if (!writeProperty(key, value, array)) {
                out.append("null");
            }
        }
        if (length > 0 && !gap.isEmpty()) {
            out.append('\n').append(outerIndent);
        }
        out.append(']');
    }

    /** Whether reading elements runs no user code, not even for holes. */
    private boolean isPlainArray(JSObject array) {
        JSObject prototype = array.shape().prototype();
        return array instanceof JSArray dense
                && dense.isDense()
                && prototype != null
                && prototype.elements == null
                && prototype.shape().prototype() == realm.objectPrototype()
                && realm.objectPrototype().elements == null;
    }
}
