package dev.jsj.runtime.operations;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import java.math.BigInteger;

/**
 * 13 the operators of the language, on values. The result of two Integers is an Integer where it is
 * one, that of Doubles a Double, as in V8: making integers of doubles again costs more in loops
 * over doubles than it saves. The arithmetic of BigInts is in {@link BigIntOperations}.
 */
public final class Operators {
    private Operators() {}

    // ---- 13.15.3 ApplyStringOrNumericBinaryOperator

    /** {@code x + y}. */
    public static Object add(Object x, Object y) {
        if (x instanceof Integer a && y instanceof Integer b) {
            return add(a.intValue(), b.intValue());
        }
        if (JsNumber.isNumber(x) && JsNumber.isNumber(y)) {
            return ((Number) x).doubleValue() + ((Number) y).doubleValue();
        }
        if (x instanceof CharSequence a && y instanceof CharSequence b) {
            return Rope.concat(a, b);
        }
        return addSlow(x, y);
    }

    private static Object add(int a, int b) {
        int sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            return (double) a + b;
        }
        return sum;
    }

    private static Object addSlow(Object x, Object y) {
        Object px = TypeConversion.toPrimitive(x); // 1.a
        Object py = TypeConversion.toPrimitive(y); // 1.b
        if (px instanceof CharSequence || py instanceof CharSequence) { // 1.c
            CharSequence left = TypeConversion.toString(px);
            return Rope.concat(left, TypeConversion.toString(py));
        }
        Object a = TypeConversion.toNumeric(px); // 3
        Object b = TypeConversion.toNumeric(py); // 4
        if (a instanceof BigInteger m && b instanceof BigInteger n) {
            return BigIntOperations.add(m, n);
        }
        return JsNumber.of(number(a, b) + ((Number) b).doubleValue());
    }

    /** The first operand as a double; a TypeError where one of the two is a BigInt (step 5). */
    private static double number(Object a, Object b) {
        if (a instanceof BigInteger || b instanceof BigInteger) {
            throw mixedTypes();
        }
        return ((Number) a).doubleValue();
    }

    static JSThrow mixedTypes() {
        return Errors.typeError("Cannot mix BigInt and other types, use explicit conversions");
    }

    /** {@code x - y}. */
    public static Object subtract(Object x, Object y) {
        if (x instanceof Integer a && y instanceof Integer b) {
            int difference = a - b;
            if (((a ^ b) & (a ^ difference)) < 0) {
                return (double) a - b;
            }
            return difference;
        }
        if (JsNumber.isNumber(x) && JsNumber.isNumber(y)) {
            return ((Number) x).doubleValue() - ((Number) y).doubleValue();
        }
        Object a = TypeConversion.toNumeric(x);
        Object b = TypeConversion.toNumeric(y);
        if (a instanceof BigInteger m && b instanceof BigInteger n) {
            return BigIntOperations.subtract(m, n);
        }
        return JsNumber.of(number(a, b) - ((Number) b).doubleValue());
    }

    /** {@code x * y}. */
    public static Object multiply(Object x, Object y) {
        if (x instanceof Integer a && y instanceof Integer b) {
            long product = (long) a * b;
            int integer = (int) product;
            if (integer == product && (integer != 0 || (a | b) >= 0)) {
                return integer;
            }
            return (double) a * b;
        }
        if (JsNumber.isNumber(x) && JsNumber.isNumber(y)) {
            return ((Number) x).doubleValue() * ((Number) y).doubleValue();
        }
        Object a = TypeConversion.toNumeric(x);
        Object b = TypeConversion.toNumeric(y);
        if (a instanceof BigInteger m && b instanceof BigInteger n) {
            return BigIntOperations.multiply(m, n);
        }
        return JsNumber.of(number(a, b) * ((Number) b).doubleValue());
    }

    /** {@code x / y}. */
    public static Object divide(Object x, Object y) {
        if (x instanceof Integer a && y instanceof Integer b) {
            return JsNumber.of((double) a / b);
        }
        if (JsNumber.isNumber(x) && JsNumber.isNumber(y)) {
            return ((Number) x).doubleValue() / ((Number) y).doubleValue();
        }
        Object a = TypeConversion.toNumeric(x);
        Object b = TypeConversion.toNumeric(y);
        if (a instanceof BigInteger m && b instanceof BigInteger n) {
            return BigIntOperations.divide(m, n);
        }
        return JsNumber.of(number(a, b) / ((Number) b).doubleValue());
    }

    /** {@code x % y}. */
    public static Object remainder(Object x, Object y) {
        if (x instanceof Integer a && y instanceof Integer b && b != 0) {
            int rest = a % b;
            if (rest != 0 || a >= 0) {
                return rest;
            }
            return JsNumber.NEGATIVE_ZERO;
        }
        Object a = TypeConversion.toNumeric(x);
        Object b = TypeConversion.toNumeric(y);
        if (a instanceof BigInteger m && b instanceof BigInteger n) {
            return BigIntOperations.remainder(m, n);
        }
        return JsNumber.of(number(a, b) % ((Number) b).doubleValue());
    }

    /** {@code x ** y}. */
    public static Object exponentiate(Object x, Object y) {
        Object a = TypeConversion.toNumeric(x);
        Object b = TypeConversion.toNumeric(y);
        if (a instanceof BigInteger m && b instanceof BigInteger n) {
            return BigIntOperations.exponentiate(m, n);
        }
        return JsNumber.of(exponentiate(number(a, b), ((Number) b).doubleValue()));
    }

    /** 6.1.6.1.3 Number::exponentiate ( base, exponent ). */
    public static double exponentiate(double base, double exponent) {
        return ElementaryFunctions.pow(base, exponent);
    }

    /** {@code x << y}. */
    public static Object leftShift(Object x, Object y) {
        if (x instanceof Integer a && y instanceof Integer b) {
            return a << b;
        }
        Object a = TypeConversion.toNumeric(x);
        Object b = TypeConversion.toNumeric(y);
        if (a instanceof BigInteger m && b instanceof BigInteger n) {
            return BigIntOperations.leftShift(m, n);
        }
        return int32(a, b) << TypeConversion.toInt32(b);
    }

    /** {@code x >> y}. */
    public static Object signedRightShift(Object x, Object y) {
        if (x instanceof Integer a && y instanceof Integer b) {
            return a >> b;
        }
        Object a = TypeConversion.toNumeric(x);
        Object b = TypeConversion.toNumeric(y);
        if (a instanceof BigInteger m && b instanceof BigInteger n) {
            return BigIntOperations.signedRightShift(m, n);
        }
        return int32(a, b) >> TypeConversion.toInt32(b);
    }

    /** {@code x >>> y}. */
    public static Object unsignedRightShift(Object x, Object y) {
        Object a = TypeConversion.toNumeric(x);
        Object b = TypeConversion.toNumeric(y);
        if (a instanceof BigInteger && b instanceof BigInteger) {
            throw Errors.typeError("BigInts have no unsigned right shift, use >> instead");
        }
        int result = int32(a, b) >>> TypeConversion.toInt32(b);
        if (result < 0) {
            return (double) (result & 0xFFFF_FFFFL);
        }
        return result;
    }

    /** The first operand as an int32; a TypeError where one of the two is a BigInt. */
    private static int int32(Object a, Object b) {
        if (a instanceof BigInteger || b instanceof BigInteger) {
            throw mixedTypes();
        }
        return TypeConversion.toInt32(a);
    }

    /** {@code x & y}. */
    public static Object bitwiseAnd(Object x, Object y) {
        if (x instanceof Integer a && y instanceof Integer b) {
            return a & b;
        }
        Object a = TypeConversion.toNumeric(x);
        Object b = TypeConversion.toNumeric(y);
        if (a instanceof BigInteger m && b instanceof BigInteger n) {
            return m.and(n);
        }
        return int32(a, b) & TypeConversion.toInt32(b);
    }

    /** {@code x | y}. */
    public static Object bitwiseOr(Object x, Object y) {
        if (x instanceof Integer a && y instanceof Integer b) {
            return a | b;
        }
        Object a = TypeConversion.toNumeric(x);
        Object b = TypeConversion.toNumeric(y);
        if (a instanceof BigInteger m && b instanceof BigInteger n) {
            return m.or(n);
        }
        return int32(a, b) | TypeConversion.toInt32(b);
    }

    /** {@code x ^ y}. */
    public static Object bitwiseXor(Object x, Object y) {
        if (x instanceof Integer a && y instanceof Integer b) {
            return a ^ b;
        }
        Object a = TypeConversion.toNumeric(x);
        Object b = TypeConversion.toNumeric(y);
        if (a instanceof BigInteger m && b instanceof BigInteger n) {
            return m.xor(n);
        }
        return int32(a, b) ^ TypeConversion.toInt32(b);
    }

    // ---- unary operators

    /** {@code -x}. */
    public static Object unaryMinus(Object x) {
        if (x instanceof Integer a && a != 0 && a != Integer.MIN_VALUE) {
            return -a;
        }
        Object a = TypeConversion.toNumeric(x);
        return a instanceof BigInteger n ? n.negate() : JsNumber.of(-((Number) a).doubleValue());
    }

    /** {@code +x}. */
    public static Object unaryPlus(Object x) {
        return TypeConversion.toNumberValue(x);
    }

    /** {@code ~x}. */
    public static Object bitwiseNot(Object x) {
        if (x instanceof Integer a) {
            return ~a;
        }
        Object a = TypeConversion.toNumeric(x);
        if (a instanceof BigInteger n) {
            return n.not();
        }
        return ~TypeConversion.toInt32(a);
    }

    /** {@code x + 1} for a value that {@code toNumeric} gave, as {@code ++} needs it. */
    public static Object increment(Object x) {
        if (x instanceof Integer a && a != Integer.MAX_VALUE) {
            return a + 1;
        }
        if (x instanceof Double a) {
            return a + 1;
        }
        Object a = TypeConversion.toNumeric(x);
        return a instanceof BigInteger n
                ? BigIntOperations.add(n, BigInteger.ONE)
                : JsNumber.of(((Number) a).doubleValue() + 1);
    }

    /** {@code x - 1} for a value that {@code toNumeric} gave, as {@code --} needs it. */
    public static Object decrement(Object x) {
        if (x instanceof Integer a && a != Integer.MIN_VALUE) {
            return a - 1;
        }
        if (x instanceof Double a) {
            return a - 1;
        }
        Object a = TypeConversion.toNumeric(x);
        return a instanceof BigInteger n
                ? BigIntOperations.subtract(n, BigInteger.ONE)
                : JsNumber.of(((Number) a).doubleValue() - 1);
    }

    /** {@code !x}. */
    public static boolean logicalNot(Object x) {
        return !TypeConversion.toBoolean(x);
    }

    /** 13.5.3 {@code typeof x}. */
    public static String typeof(Object value) {
        if (value instanceof CharSequence) {
            return "string";
        }
        if (value instanceof JSObject object) {
            if (object.isCallable()) {
                return object.isHtmlDda() ? "undefined" : "function";
            }
            return object.isHtmlDda() ? "undefined" : "object";
        }
        if (value instanceof Integer || value instanceof Double) {
            return "number";
        }
        if (value == Undefined.UNDEFINED) {
            return "undefined";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value == Null.NULL) {
            return "object";
        }
        return value instanceof Symbol ? "symbol" : "bigint";
    }

    // ---- 13.10 relational operators

    /** {@code x < y}. */
    public static boolean lessThan(Object x, Object y) {
        if (x instanceof Integer a && y instanceof Integer b) {
            return a < b;
        }
        if (JsNumber.isNumber(x) && JsNumber.isNumber(y)) {
            return ((Number) x).doubleValue() < ((Number) y).doubleValue();
        }
        return Comparison.isLessThan(x, y, true) == Comparison.Order.LESS;
    }

    /** {@code x > y}. */
    public static boolean greaterThan(Object x, Object y) {
        if (x instanceof Integer a && y instanceof Integer b) {
            return a > b;
        }
        if (JsNumber.isNumber(x) && JsNumber.isNumber(y)) {
            return ((Number) x).doubleValue() > ((Number) y).doubleValue();
        }
        return Comparison.isLessThan(y, x, false) == Comparison.Order.LESS;
    }

    /** {@code x <= y}. */
    public static boolean lessThanOrEqual(Object x, Object y) {
        if (x instanceof Integer a && y instanceof Integer b) {
            return a <= b;
        }
        if (JsNumber.isNumber(x) && JsNumber.isNumber(y)) {
            return ((Number) x).doubleValue() <= ((Number) y).doubleValue();
        }
        return Comparison.isLessThan(y, x, false) == Comparison.Order.NOT_LESS;
    }

    /** {@code x >= y}. */
    public static boolean greaterThanOrEqual(Object x, Object y) {
        if (x instanceof Integer a && y instanceof Integer b) {
            return a >= b;
        }
        if (JsNumber.isNumber(x) && JsNumber.isNumber(y)) {
            return ((Number) x).doubleValue() >= ((Number) y).doubleValue();
        }
        return Comparison.isLessThan(x, y, true) == Comparison.Order.NOT_LESS;
    }

    /** 13.10.1 {@code key in object}. */
    public static boolean in(Object key, Object object) {
        if (!(object instanceof JSObject target)) {
            throw Errors.typeError(
                    "Cannot use 'in' operator to search for '"
                            + ErrorText.of(key)
                            + "' in "
                            + ErrorText.of(object));
        }
        return target.hasProperty(TypeConversion.toPropertyKey(key));
    }
}
