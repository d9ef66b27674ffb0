package dev.jsj.runtime.operations;

import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.SameValue;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import java.math.BigDecimal;
import java.math.BigInteger;

/** 7.2 Testing and Comparison Operations. */
public final class Comparison {
    /** The largest magnitude of a finite double needs this many bits. */
    private static final int MAX_DOUBLE_BITS = 1024;

    private Comparison() {}

    /** 7.2.2 IsArray ( argument ). */
    public static boolean isArray(Object value) {
        Object current = value;
        while (current instanceof ProxyObject proxy) {
            current = proxy.proxyTarget();
            if (current == null) {
                throw Errors.typeError("Cannot perform 'IsArray' on a proxy that has been revoked");
            }
        }
        return current instanceof JSArray;
    }

    /** 7.2.3 IsCallable ( argument ). */
    public static boolean isCallable(Object value) {
        return value instanceof JSObject object && object.isCallable();
    }

    /** 7.2.4 IsConstructor ( argument ). */
    public static boolean isConstructor(Object value) {
        return value instanceof JSObject object && object.isConstructor();
    }

    /** 7.2.6 IsIntegralNumber ( argument ). */
    public static boolean isIntegralNumber(Object value) {
        return value instanceof Integer
                || value instanceof Double number && JsNumber.isIntegral(number);
    }

    /** 7.2.7 IsPropertyKey, for a language value. */
    public static boolean isPropertyKey(Object value) {
        return value instanceof CharSequence || value instanceof Symbol;
    }

    /** 7.2.8 IsRegExp ( argument ). */
    public static boolean isRegExp(Object value) {
        if (!(value instanceof JSObject object)) {
            return false; // 1
        }
        Object matcher = object.get(Symbol.MATCH, object); // 2
        if (matcher != Undefined.UNDEFINED) {
            return TypeConversion.toBoolean(matcher); // 3
        }
        return object.builtinTag().equals("RegExp"); // 4
    }

    /** 7.2.9 SameValue ( x, y ). */
    public static boolean sameValue(Object x, Object y) {
        return SameValue.sameValue(x, y);
    }

    /** 7.2.10 SameValueZero ( x, y ). */
    public static boolean sameValueZero(Object x, Object y) {
        return SameValue.sameValueZero(x, y);
    }

    /** The outcome of 7.2.12 IsLessThan: undefined when an operand is NaN. */
    public enum Order {
        LESS,
        NOT_LESS,
        UNDEFINED;

        static Order of(boolean less) {
            return less ? LESS : NOT_LESS;
        }
    }

    /**
     * 7.2.12 IsLessThan ( x, y, LeftFirst ).
     *
     * @param leftFirst whether {@code x} is converted before {@code y}
     */
    public static Order isLessThan(Object x, Object y, boolean leftFirst) {
        Object px;
        Object py;
        if (leftFirst) { // 1
            px = TypeConversion.toPrimitive(x, TypeConversion.Hint.NUMBER);
            py = TypeConversion.toPrimitive(y, TypeConversion.Hint.NUMBER);
        } else { // 2
            py = TypeConversion.toPrimitive(y, TypeConversion.Hint.NUMBER);
            px = TypeConversion.toPrimitive(x, TypeConversion.Hint.NUMBER);
        }
        if (px instanceof CharSequence a && py instanceof CharSequence b) { // 3
            return Order.of(a.toString().compareTo(b.toString()) < 0);
        }
        if (px instanceof BigInteger a && py instanceof CharSequence b) { // 4.a
            BigInteger ny = NumberConversion.stringToBigInt(b.toString());
            return ny == null ? Order.UNDEFINED : Order.of(a.compareTo(ny) < 0);
        }
        if (px instanceof CharSequence a && py instanceof BigInteger b) { // 4.b
            BigInteger nx = NumberConversion.stringToBigInt(a.toString());
            return nx == null ? Order.UNDEFINED : Order.of(nx.compareTo(b) < 0);
        }
        Object nx;
        Object ny;
        nx = px instanceof BigInteger ? px : TypeConversion.toNumberValue(px); // 4.d, 4.e
        ny = py instanceof BigInteger ? py : TypeConversion.toNumberValue(py);
        return numericOrder(nx, ny);
    }

    private static Order numericOrder(Object nx, Object ny) {
        if (nx instanceof BigInteger a) {
            if (ny instanceof BigInteger b) {
                return Order.of(a.compareTo(b) < 0);
            }
            double b = ((Number) ny).doubleValue();
            return b != b ? Order.UNDEFINED : Order.of(compare(a, b) < 0);
        }
        double a = ((Number) nx).doubleValue();
        if (a != a) {
            return Order.UNDEFINED;
        }
        if (ny instanceof BigInteger b) {
            return Order.of(compare(b, a) > 0);
        }
        double b = ((Number) ny).doubleValue();
        return b != b ? Order.UNDEFINED : Order.of(a < b);
    }

    /** Compares the mathematical values of a BigInt and a Number that is not NaN. */
    public static int compare(BigInteger x, double y) {
        if (x.bitLength() > MAX_DOUBLE_BITS || Double.isInfinite(y)) {
            return Double.isInfinite(y) ? (y > 0 ? -1 : 1) : x.signum();
        }
        return new BigDecimal(x).compareTo(new BigDecimal(y));
    }

    /** 7.2.13 IsLooselyEqual ( x, y ). */
    public static boolean isLooselyEqual(Object x, Object y) {
        if (x instanceof Integer a && y instanceof Integer b) {
            return a.intValue() == b.intValue();
        }
        if (x instanceof CharSequence && y instanceof CharSequence
                || JsNumber.isNumber(x) && JsNumber.isNumber(y)) {
            return isStrictlyEqual(x, y);
        }
        return isLooselyEqualSlow(x, y);
    }

    private static boolean isLooselyEqualSlow(Object x, Object y) {
        if (isNullish(x)) { // 2, 3, 4
            return isNullish(y) || y instanceof JSObject object && object.isHtmlDda();
        }
        if (isNullish(y)) {
            return x instanceof JSObject object && object.isHtmlDda();
        }
        if (x instanceof JSObject && y instanceof JSObject) { // 1
            return x == y;
        }
        if (x instanceof JSObject object) { // 12
            return isLooselyEqual(TypeConversion.toPrimitive(object), y);
        }
        if (y instanceof JSObject object) { // 11
            return isLooselyEqual(x, TypeConversion.toPrimitive(object));
        }
        if (x instanceof Symbol || y instanceof Symbol) {
            return x == y;
        }
        if (x instanceof Boolean && y instanceof Boolean) {
            return x.equals(y);
        }
        if (x instanceof Boolean bool) { // 9
            return isLooselyEqual(bool ? 1 : 0, y);
        }
        if (y instanceof Boolean bool) { // 10
            return isLooselyEqual(x, bool ? 1 : 0);
        }
        if (x instanceof BigInteger big) {
            return isBigIntLooselyEqual(big, y);
        }
        if (y instanceof BigInteger big) {
            return isBigIntLooselyEqual(big, x);
        }
        return TypeConversion.toNumber(x) == TypeConversion.toNumber(y); // 5, 6 and 1
    }

    /** Steps 7, 8 and 13: a BigInt and a BigInt, String or Number. */
    private static boolean isBigIntLooselyEqual(BigInteger x, Object y) {
        if (y instanceof BigInteger) {
            return x.equals(y);
        }
        if (y instanceof CharSequence text) {
            return x.equals(NumberConversion.stringToBigInt(text.toString()));
        }
        double number = ((Number) y).doubleValue();
        return number == number && compare(x, number) == 0;
    }

    private static boolean isNullish(Object value) {
        return value == Undefined.UNDEFINED || value == Null.NULL;
    }

    /** 7.2.14 IsStrictlyEqual ( x, y ). */
    public static boolean isStrictlyEqual(Object x, Object y) {
        if (x instanceof Integer a) {
            if (y instanceof Integer b) {
                return a.intValue() == b.intValue();
            }
            return y instanceof Double b && a == b.doubleValue();
        }
        if (x instanceof Double a) {
            return y instanceof Double b
                    ? a.doubleValue() == b.doubleValue()
                    : y instanceof Integer c && a == c.intValue();
        }
        if (x == y) {
            return true;
        }
        if (x instanceof String a && y instanceof String b) {
            return a.equals(b);
        }
        if (Rope.isString(x)) {
            return y instanceof CharSequence b && Rope.areEqual((CharSequence) x, b);
        }
        return (x instanceof Boolean || x instanceof BigInteger) && x.equals(y);
    }
}
