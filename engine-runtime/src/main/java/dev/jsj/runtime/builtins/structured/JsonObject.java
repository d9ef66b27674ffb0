package dev.jsj.runtime.builtins.structured;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.PrimitiveObject;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** 25.5 The JSON Object. */
final class JsonObject extends BuiltinTable {
    private static final JsonObject TABLE = new JsonObject();

    private static final int PARSE = 0;
    private static final int STRINGIFY = 1;
    private static final int RAW_JSON = 2;
    private static final int IS_RAW_JSON = 3;

    private static final int MAX_GAP = 10;

    private JsonObject() {
        method(PARSE, "parse", 2);
        method(STRINGIFY, "stringify", 3);
        method(RAW_JSON, "rawJSON", 1);
        method(IS_RAW_JSON, "isRawJSON", 1);
        toStringTag("JSON");
    }

    static JSObject create(Realm realm) {
        JSObject json = realm.newObject();
        realm.setIntrinsic(Intrinsic.JSON, json);
        TABLE.install(json, realm);
        return json;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case PARSE -> parse(realm, arg(arguments, 0), arg(arguments, 1));
            case STRINGIFY ->
                    stringify(realm, arg(arguments, 0), arg(arguments, 1), arg(arguments, 2));
            case RAW_JSON -> RawJson.create(realm, TypeConversion.toJavaString(arg(arguments, 0)));
            case IS_RAW_JSON -> arg(arguments, 0) instanceof RawJson;
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 25.5.1 JSON.parse ( text [ , reviver ] ). */
    private static Object parse(Realm realm, Object text, Object reviver) {
        String source = TypeConversion.toJavaString(text); // 1
        if (reviver instanceof JSObject function && function.isCallable()) {
            JsonRecord record = JsonParser.parseRecording(realm, source);
            return new JsonReviver(realm, function).revive(record);
        }
        return JsonParser.parse(realm, source);
    }

    /** 25.5.2 JSON.stringify ( value [ , replacer [ , space ] ] ). */
    private static Object stringify(Realm realm, Object value, Object replacer, Object space) {
        JSObject function = null;
        List<Object> propertyList = null;
        if (replacer instanceof JSObject object) { // 4
            if (object.isCallable()) {
                function = object;
            } else if (Comparison.isArray(object)) {
                propertyList = propertyList(object);
            }
        }
        String gap = gap(space); // 5 - 8
        String text = new JsonSerializer(realm, function, propertyList, gap).serialize(value);
        return text == null ? Undefined.UNDEFINED : text;
    }

    /** Step 4.b.ii. */
    private static List<Object> propertyList(JSObject array) {
        Set<Object> names = new LinkedHashSet<>();
        long length = ObjectOperations.lengthOfArrayLike(array);
        for (long i = 0; i < length; i++) {
            Object item = array.get(TypeConversion.propertyKey(i), array);
            Object data = item instanceof PrimitiveObject wrapped ? wrapped.primitiveValue() : item;
            if (data instanceof CharSequence || JsNumber.isNumber(data)) {
                names.add(TypeConversion.toJavaString(item));
            }
        }
        return new ArrayList<>(names);
    }

    /** Steps 5 to 8. */
    private static String gap(Object argument) {
        Object space = argument;
        if (space instanceof PrimitiveObject wrapped) {
            if (JsNumber.isNumber(wrapped.primitiveValue())) {
                space = TypeConversion.toNumberValue(space);
            } else if (wrapped.primitiveValue() instanceof CharSequence) {
                space = TypeConversion.toString(space);
            }
        }
        if (JsNumber.isNumber(space)) {
            double width = Math.min(MAX_GAP, TypeConversion.toIntegerOrInfinity(space));
            return " ".repeat((int) Math.max(0, width));
        }
        if (space instanceof CharSequence text) {
            return text.toString().substring(0, Math.min(MAX_GAP, text.length()));
        }
        return "";
    }
}
