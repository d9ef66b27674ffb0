package dev.jsj.runtime.builtins.structured;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.NumberConversion;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 19.2 Function Properties of the Global Object, except eval, and B.2.1. */
final class GlobalFunctions extends BuiltinTable {
    private static final GlobalFunctions TABLE = new GlobalFunctions();

    private static final int PARSE_INT = 0;
    private static final int PARSE_FLOAT = 1;
    private static final int IS_NAN = 2;
    private static final int IS_FINITE = 3;
    private static final int DECODE_URI = 4;
    private static final int DECODE_URI_COMPONENT = 5;
    private static final int ENCODE_URI = 6;
    private static final int ENCODE_URI_COMPONENT = 7;
    private static final int ESCAPE = 8;
    private static final int UNESCAPE = 9;

    /** Within these magnitudes a Number's text starts with its integer part. */
    private static final double MIN_PLAIN = 1e-6;

    private static final double MAX_PLAIN = 1e21;

    private GlobalFunctions() {}

    static JSObject create(Intrinsic intrinsic, Realm realm) {
        return switch (intrinsic) {
            case PARSE_INT -> function(realm, PARSE_INT, "parseInt", 2);
            case PARSE_FLOAT -> function(realm, PARSE_FLOAT, "parseFloat", 1);
            case IS_NAN -> function(realm, IS_NAN, "isNaN", 1);
            case IS_FINITE -> function(realm, IS_FINITE, "isFinite", 1);
            case DECODE_URI -> function(realm, DECODE_URI, "decodeURI", 1);
            case DECODE_URI_COMPONENT ->
                    function(realm, DECODE_URI_COMPONENT, "decodeURIComponent", 1);
            case ENCODE_URI -> function(realm, ENCODE_URI, "encodeURI", 1);
            case ENCODE_URI_COMPONENT ->
                    function(realm, ENCODE_URI_COMPONENT, "encodeURIComponent", 1);
            case ESCAPE -> function(realm, ESCAPE, "escape", 1);
            case UNESCAPE -> function(realm, UNESCAPE, "unescape", 1);
            default -> throw new AssertionError(intrinsic + " is not made here.");
        };
    }

    private static JSObject function(Realm realm, int id, String name, int length) {
        return BuiltinFunction.function(realm, TABLE, id, name, length);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        Object value = arg(arguments, 0);
        return switch (id) {
            case PARSE_INT -> parseInt(value, arg(arguments, 1));
            case PARSE_FLOAT -> parseFloat(value);
            case IS_NAN -> Double.isNaN(TypeConversion.toNumber(value));
            case IS_FINITE -> Double.isFinite(TypeConversion.toNumber(value));
            default -> convert(id, TypeConversion.toJavaString(value));
        };
    }

    /** 19.2.5 parseInt ( string, radix ). */
    private static Object parseInt(Object value, Object radix) {
        boolean decimal = radix == Undefined.UNDEFINED || radix.equals(10);
        if (decimal && value instanceof Integer) {
            return value; // FAST PATH
        }
        if (decimal && value instanceof Double number) {
            double magnitude = Math.abs(number);
            if (magnitude >= MIN_PLAIN && magnitude < MAX_PLAIN) {
                return JsNumber.of(number < 0 ? Math.ceil(number) : Math.floor(number));
            }
        }
        String text = TypeConversion.toJavaString(value); // 1
        return JsNumber.of(NumberConversion.parseInt(text, TypeConversion.toInt32(radix)));
    }

    /** 19.2.4 parseFloat ( string ). */
    private static Object parseFloat(Object value) {
        if (value instanceof Integer) {
            return value; // FAST PATH
        }
        return JsNumber.of(NumberConversion.parseFloat(TypeConversion.toJavaString(value)));
    }

    /** 19.2.6 and B.2.1: from text to text. */
    private static Object convert(int id, String text) {
        return switch (id) {
            case DECODE_URI -> UriCoding.decode(text, UriCoding.RESERVED + "#");
            case DECODE_URI_COMPONENT -> UriCoding.decode(text, "");
            case ENCODE_URI -> UriCoding.encode(text, UriCoding.UNESCAPED_IN_URI);
            case ENCODE_URI_COMPONENT -> UriCoding.encode(text, UriCoding.UNESCAPED_IN_COMPONENT);
            case ESCAPE -> UriCoding.escape(text);
            case UNESCAPE -> UriCoding.unescape(text);
            default -> throw new AssertionError("No row " + id);
        };
    }
}
