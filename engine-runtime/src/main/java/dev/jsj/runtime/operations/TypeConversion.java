package dev.jsj.runtime.operations;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.PrimitiveObject;
import dev.jsj.runtime.object.StringObject;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.SmallIntegers;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/**
 * 7.1 Type Conversion. In the order of the specification; every operation tries the common types
 * first.
 */
public final class TypeConversion {
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

    private TypeConversion() {}

    /** The preferred type of {@link #toPrimitive(Object, Hint)}. */
    public enum Hint {
        DEFAULT("default"),
        STRING("string"),
        NUMBER("number");

        private final String hintName;

        Hint(String hintName) {
            this.hintName = hintName;
        }

        /** What a {@code [Symbol.toPrimitive]} method is called with. */
        public String hintName() {
            return hintName;
        }
    }

    /** 7.1.1 ToPrimitive ( input ). */
    public static Object toPrimitive(Object input) {
        return input instanceof JSObject object ? toPrimitive(object, Hint.DEFAULT) : input;
    }

    /** 7.1.1 ToPrimitive ( input, preferredType ). */
    public static Object toPrimitive(Object input, Hint hint) {
        return input instanceof JSObject object ? toPrimitive(object, hint) : input;
    }

    private static Object toPrimitive(JSObject input, Hint hint) {
        Object exotic = input.get(Symbol.TO_PRIMITIVE, input); // 1.a
        if (exotic != Undefined.UNDEFINED && exotic != Null.NULL) {
            if (!(exotic instanceof JSObject method) || !method.isCallable()) {
                throw Errors.typeError(ErrorText.withType(exotic) + " is not a function");
            }
            Object result = method.call1(input, hint.hintName()); // 1.b.iv
            if (result instanceof JSObject) {
                throw Errors.typeError("Cannot convert object to primitive value"); // 1.b.vi
            }
            return result;
        }
        return ordinaryToPrimitive(input, hint == Hint.STRING); // 1.c, 1.d
    }

    /** 7.1.1.1 OrdinaryToPrimitive ( O, hint ). */
    public static Object ordinaryToPrimitive(JSObject object, boolean stringFirst) {
        for (int i = 0; i < 2; i++) {
            String name = (i == 0) == stringFirst ? "toString" : "valueOf";
            if (object.get(name, object) instanceof JSObject method && method.isCallable()) {
                Object result = method.call0(object);
                if (!(result instanceof JSObject)) {
                    return result;
                }
            }
        }
        throw Errors.typeError("Cannot convert object to primitive value");
    }

    /** 7.1.2 ToBoolean ( argument ). */
    public static boolean toBoolean(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof JSObject object) {
            return !object.isHtmlDda();
        }
        if (value == Undefined.UNDEFINED || value == Null.NULL) {
            return false;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof Integer number) {
            return number != 0;
        }
        if (value instanceof Double number) {
            return number != 0 && !number.isNaN();
        }
        if (value instanceof BigInteger number) {
            return number.signum() != 0;
        }
        return value instanceof Symbol || value instanceof Rope; // a rope is never empty
    }

    /** 7.1.3 ToNumeric ( value ): an Integer, Double or BigInteger. */
    public static Object toNumeric(Object value) {
        if (value instanceof Number) {
            return value;
        }
        Object primitive = toPrimitive(value, Hint.NUMBER);
        return primitive instanceof BigInteger ? primitive : toNumberValue(primitive);
    }

    /** 7.1.4 ToNumber ( argument ), unboxed. */
    public static double toNumber(Object value) {
        if (value instanceof Integer number) {
            return number;
        }
        if (value instanceof Double number) {
            return number;
        }
        return toNumberSlow(value);
    }

    private static double toNumberSlow(Object value) {
        if (value instanceof CharSequence text) {
            return NumberConversion.stringToNumber(text.toString());
        }
        if (value == Undefined.UNDEFINED) {
            return Double.NaN;
        }
        if (value == Null.NULL) {
            return 0;
        }
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        if (value instanceof JSObject object) {
            return toNumber(toPrimitive(object, Hint.NUMBER));
        }
        if (value instanceof BigInteger) {
            throw Errors.typeError("Cannot convert a BigInt value to a number");
        }
        if (value instanceof Symbol) {
            throw Errors.typeError("Cannot convert a Symbol value to a number");
        }
        throw new AssertionError("Not a JavaScript value: " + value);
    }

    /** 7.1.4 ToNumber ( argument ), boxed. */
    public static Object toNumberValue(Object value) {
        return value instanceof Integer || value instanceof Double
                ? value
                : JsNumber.of(toNumberSlow(value));
    }

    /** 7.1.5 ToIntegerOrInfinity ( argument ). The result is never -0 or NaN. */
    public static double toIntegerOrInfinity(Object value) {
        return value instanceof Integer number ? number : integerOrInfinity(toNumber(value));
    }

    /** 7.1.5 ToIntegerOrInfinity of a Number already unboxed. */
    public static double integerOrInfinity(double number) {
        if (number != number) {
            return 0;
        }
        return (number < 0 ? Math.ceil(number) : Math.floor(number)) + 0.0;
    }

    /** 7.1.6 ToInt32 ( argument ). */
    public static int toInt32(Object value) {
        return value instanceof Integer number ? number : toInt32(toNumber(value));
    }

    /**
     * 7.1.6 ToInt32 of a Number already unboxed: short, since HotSpot is to inline it everywhere.
     */
    public static int toInt32(double number) {
        long integer = (long) number;
        return integer != Long.MAX_VALUE && integer != Long.MIN_VALUE
                ? (int) integer
                : toInt32OfLarge(number);
    }

    /** The same, from 2^63 on. */
    private static int toInt32OfLarge(double number) {
        int shift = Math.getExponent(number) - 52;
        if (shift > 31) {
            return 0; // infinities, and multiples of 2^32
        }
        long mantissa = Double.doubleToRawLongBits(number) & 0xF_FFFF_FFFF_FFFFL | 1L << 52;
        int result = (int) (mantissa << shift);
        return number < 0 ? -result : result;
    }

    /** 7.1.7 ToUint32 ( argument ). */
    public static long toUint32(Object value) {
        return toInt32(value) & 0xFFFF_FFFFL;
    }

    /** 7.1.8 ToInt16 ( argument ). */
    public static short toInt16(Object value) {
        return (short) toInt32(value);
    }

    /** 7.1.9 ToUint16 ( argument ). */
    public static int toUint16(Object value) {
        return toInt32(value) & 0xFFFF;
    }

    /** 7.1.10 ToInt8 ( argument ). */
    public static byte toInt8(Object value) {
        return (byte) toInt32(value);
    }

    /** 7.1.11 ToUint8 ( argument ). */
    public static int toUint8(Object value) {
        return toInt32(value) & 0xFF;
    }

    /** 7.1.12 ToUint8Clamp ( argument ). */
    public static int toUint8Clamp(Object value) {
        return toUint8Clamp(toNumber(value));
    }

    /** 7.1.12 ToUint8Clamp of a Number already unboxed. */
    public static int toUint8Clamp(double number) {
        if (!(number > 0)) {
            return 0;
        }
        return number >= 255 ? 255 : (int) Math.rint(number);
    }

    /** 7.1.13 ToBigInt ( argument ). */
    public static BigInteger toBigInt(Object value) {
        Object primitive = toPrimitive(value, Hint.NUMBER);
        if (primitive instanceof BigInteger number) {
            return number;
        }
        if (primitive instanceof Boolean bool) {
            return bool ? BigInteger.ONE : BigInteger.ZERO;
        }
        if (primitive instanceof CharSequence text) {
            BigInteger number = NumberConversion.stringToBigInt(text.toString());
            if (number == null) {
                throw Errors.syntaxError("Cannot convert " + text + " to a BigInt");
            }
            return number;
        }
        throw Errors.typeError("Cannot convert " + ErrorText.of(primitive) + " to a BigInt");
    }

    /** 7.1.15 ToBigInt64 ( argument ). */
    public static long toBigInt64(Object value) {
        return toBigInt(value).longValue();
    }

    /** 7.1.16 ToBigUint64 ( argument ): the same 64 bits as {@link #toBigInt64}. */
    public static long toBigUint64(Object value) {
        return toBigInt(value).longValue();
    }

    /** The BigInt value of 64 bits read as unsigned. */
    public static BigInteger unsignedBigInt(long bits) {
        BigInteger signed = BigInteger.valueOf(bits);
        return bits < 0 ? signed.add(TWO_TO_64) : signed;
    }

    /** 7.1.17 ToString ( argument ); the result may be a rope. */
    public static CharSequence toString(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Integer number) {
            return SmallIntegers.toString(number);
        }
        return value instanceof Rope rope ? rope : toStringSlow(value);
    }

    private static CharSequence toStringSlow(Object value) {
        if (value instanceof Double number) {
            return NumberConversion.toString(number);
        }
        if (value instanceof JSObject object) {
            return toString(toPrimitive(object, Hint.STRING));
        }
        if (value instanceof Symbol) {
            throw Errors.typeError("Cannot convert a Symbol value to a string");
        }
        return value.toString(); // undefined, null, Boolean, BigInt
    }

    /** 7.1.17 ToString ( argument ), flat. */
    public static String toJavaString(Object value) {
        return value instanceof String text ? text : toString(value).toString();
    }

    /** 7.1.18 ToObject ( argument ). */
    public static JSObject toObject(Realm realm, Object value) {
        if (value instanceof JSObject object) {
            return object;
        }
        if (value == Undefined.UNDEFINED || value == Null.NULL) {
            throw Errors.typeError("Cannot convert undefined or null to object");
        }
        return wrap(realm, value);
    }

    private static JSObject wrap(Realm realm, Object value) {
        JSObject prototype = prototypeOfPrimitive(realm, value);
        if (value instanceof CharSequence text) {
            return new StringObject(realm.agent(), text, prototype);
        }
        return new PrimitiveObject(realm.agent().root(prototype), value);
    }

    /**
     * The prototype of the object that ToObject makes of a primitive other than undefined, null.
     */
    static JSObject prototypeOfPrimitive(Realm realm, Object value) {
        if (value instanceof CharSequence) {
            return realm.intrinsic(Intrinsic.STRING_PROTOTYPE);
        }
        if (value instanceof BigInteger) {
            return realm.intrinsic(Intrinsic.BIGINT_PROTOTYPE);
        }
        if (value instanceof Number) {
            return realm.intrinsic(Intrinsic.NUMBER_PROTOTYPE);
        }
        return realm.intrinsic(
                value instanceof Boolean
                        ? Intrinsic.BOOLEAN_PROTOTYPE
                        : Intrinsic.SYMBOL_PROTOTYPE);
    }

    /** 7.1.19 ToPropertyKey ( argument ): a Symbol, an index as Integer, or a String. */
    public static Object toPropertyKey(Object value) {
        if (value instanceof String text) {
            return propertyKey(text);
        }
        if (value instanceof Integer number) {
            return number >= 0 ? value : number.toString();
        }
        if (value instanceof Symbol) {
            return value;
        }
        if (value instanceof Double number) {
            int index = number.intValue();
            return index == number && index >= 0
                    ? (Object) index
                    : NumberConversion.toString(number);
        }
        Object primitive = toPrimitive(value, Hint.STRING);
        if (primitive instanceof Symbol) {
            return primitive;
        }
        return propertyKey(toJavaString(primitive));
    }

    /**
     * The property key for a string: an Integer where it is the canonical form of 0 to 2^31 - 1.
     */
    public static Object propertyKey(String text) {
        int length = text.length();
        if (length == 0 || length > 10) {
            return text;
        }
        char first = text.charAt(0);
        if (first < '0' || first > '9' || first == '0' && length > 1) {
            return text;
        }
        long index = first - '0';
        for (int i = 1; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return text;
            }
            index = index * 10 + digit;
        }
        return index <= Integer.MAX_VALUE ? (Object) (int) index : text;
    }

    /** The property key of an integer that may lie outside the range of indices. */
    public static Object propertyKey(long index) {
        return index >= 0 && index <= Integer.MAX_VALUE
                ? (Object) (int) index
                : NumberConversion.toString(index);
    }

    /** A property key as a language value: indices become Strings again. */
    public static Object keyToValue(Object key) {
        return key instanceof Integer ? key.toString() : key;
    }

    /** 7.1.20 ToLength ( argument ). */
    public static long toLength(Object value) {
        if (value instanceof Integer number) {
            return Math.max(0, number);
        }
        double length = toIntegerOrInfinity(value);
        return length <= 0 ? 0 : (long) Math.min(length, JsNumber.MAX_SAFE_INTEGER);
    }

    /** 7.1.21 CanonicalNumericIndexString ( argument ); null stands for undefined. */
    public static @Nullable Double canonicalNumericIndexString(String text) {
        if (text.equals("-0")) {
            return JsNumber.NEGATIVE_ZERO;
        }
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        if (first != '-' && first != 'I' && first != 'N' && (first < '0' || first > '9')) {
            return null; // FAST PATH: no Number starts like this
        }
        double number = NumberConversion.stringToNumber(text);
        return NumberConversion.toString(number).equals(text) ? number : null;
    }

    /** 7.1.22 ToIndex ( value ), with the message of the RangeError. */
    public static long toIndex(Object value, String rangeErrorMessage) {
        if (value instanceof Integer number && number >= 0) {
            return number;
        }
        double integer = toIntegerOrInfinity(value);
        if (integer < 0 || integer > JsNumber.MAX_SAFE_INTEGER) {
            throw Errors.rangeError(rangeErrorMessage);
        }
        return (long) integer;
    }

    /** 7.1.22 ToIndex ( value ). */
    public static long toIndex(Object value) {
        return toIndex(value, "Invalid value: not (convertible to) a safe integer");
    }

    /** 7.2.1 RequireObjectCoercible ( argument ), on behalf of the built-in {@code method}. */
    public static void requireObjectCoercible(Object value, String method) {
        if (value == Undefined.UNDEFINED || value == Null.NULL) {
            throw Errors.typeError(method + " called on null or undefined");
        }
    }

    /** 7.2.1 RequireObjectCoercible ( argument ). */
    public static void requireObjectCoercible(Object value) {
        if (value == Undefined.UNDEFINED || value == Null.NULL) {
            throw Errors.typeError("Cannot convert undefined or null to object");
        }
    }
}
