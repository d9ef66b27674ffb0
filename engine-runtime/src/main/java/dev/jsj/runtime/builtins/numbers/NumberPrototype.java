package dev.jsj.runtime.builtins.numbers;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.PrimitiveObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.NumberConversion;
import dev.jsj.runtime.operations.NumberFormatting;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 21.1.3 Properties of the Number Prototype Object. */
final class NumberPrototype extends BuiltinTable {
    private static final NumberPrototype TABLE = new NumberPrototype();

    private static final int TO_EXPONENTIAL = 0;
    private static final int TO_FIXED = 1;
    private static final int TO_PRECISION = 2;
    private static final int TO_STRING = 3;
    private static final int VALUE_OF = 4;
    private static final int TO_LOCALE_STRING = 5;

    private static final int MAX_DIGITS = 100;

    private NumberPrototype() {
        intrinsic("constructor", Intrinsic.NUMBER, Property.HIDDEN);
        method(TO_EXPONENTIAL, "toExponential", 1);
        method(TO_FIXED, "toFixed", 1);
        method(TO_PRECISION, "toPrecision", 1);
        method(TO_STRING, "toString", 1);
        method(VALUE_OF, "valueOf", 0);
        method(TO_LOCALE_STRING, "toLocaleString", 0);
    }

    static JSObject create(Realm realm) {
        JSObject prototype = new PrimitiveObject(realm.agent().root(realm.objectPrototype()), 0);
        realm.setIntrinsic(Intrinsic.NUMBER_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case TO_EXPONENTIAL -> toExponential(self, arg(arguments, 0));
            case TO_FIXED -> toFixed(self, arg(arguments, 0));
            case TO_PRECISION -> toPrecision(self, arg(arguments, 0));
            case TO_STRING -> toString(self, arg(arguments, 0));
            case VALUE_OF -> thisNumberValue(self, "valueOf");
            case TO_LOCALE_STRING -> toLocaleString(self);
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 21.1.3.7.1 ThisNumberValue ( value ). */
    private static Object thisNumberValue(Object value, String method) {
        if (JsNumber.isNumber(value)) {
            return value; // 1
        }
        if (value instanceof PrimitiveObject object && JsNumber.isNumber(object.primitiveValue())) {
            return object.primitiveValue(); // 2
        }
        throw Errors.typeError("Number.prototype." + method + " requires that 'this' be a Number");
    }

    private static double thisNumber(Object value, String method) {
        return ((Number) thisNumberValue(value, method)).doubleValue();
    }

    /** 21.1.3.2 Number.prototype.toExponential ( fractionDigits ). */
    private static Object toExponential(Object self, Object fractionDigits) {
        double x = thisNumber(self, "toExponential"); // 1
        double digits = TypeConversion.toIntegerOrInfinity(fractionDigits); // 2
        if (!Double.isFinite(x)) {
            return NumberConversion.toString(x); // 4
        }
        if (digits < 0 || digits > MAX_DIGITS) { // 5
            throw Errors.rangeError("toExponential() argument must be between 0 and 100");
        }
        return fractionDigits == Undefined.UNDEFINED
                ? NumberFormatting.toExponential(x)
                : NumberFormatting.toExponential(x, (int) digits);
    }

    /** 21.1.3.3 Number.prototype.toFixed ( fractionDigits ). */
    private static Object toFixed(Object self, Object fractionDigits) {
        double x = thisNumber(self, "toFixed"); // 1
        double digits = TypeConversion.toIntegerOrInfinity(fractionDigits); // 2
        if (digits < 0 || digits > MAX_DIGITS) { // 4, 5
            throw Errors.rangeError("toFixed() digits argument must be between 0 and 100");
        }
        return Double.isFinite(x)
                ? NumberFormatting.toFixed(x, (int) digits)
                : NumberConversion.toString(x); // 6
    }

    /** 21.1.3.4 Number.prototype.toLocaleString: the form of en-US. */
    private static Object toLocaleString(Object self) {
        return LocaleFormat.number(thisNumber(self, "toLocaleString"));
    }

    /** 21.1.3.5 Number.prototype.toPrecision ( precision ). */
    private static Object toPrecision(Object self, Object precision) {
        double x = thisNumber(self, "toPrecision"); // 1
        if (precision == Undefined.UNDEFINED) {
            return NumberConversion.toString(x); // 2
        }
        double digits = TypeConversion.toIntegerOrInfinity(precision); // 3
        if (!Double.isFinite(x)) {
            return NumberConversion.toString(x); // 4
        }
        if (digits < 1 || digits > MAX_DIGITS) { // 5
            throw Errors.rangeError("toPrecision() argument must be between 1 and 100");
        }
        return NumberFormatting.toPrecision(x, (int) digits);
    }

    /** 21.1.3.6 Number.prototype.toString ( [ radix ] ). */
    private static Object toString(Object self, Object radix) {
        Object x = thisNumberValue(self, "toString"); // 1
        if (radix == Undefined.UNDEFINED) {
            return TypeConversion.toString(x); // 2
        }
        int base = toRadix(radix); // 3, 4
        if (x instanceof Integer integer) {
            return Integer.toString(integer, base);
        }
        return NumberConversion.toString((Double) x, base); // 5
    }

    /** The argument of the toString methods as a radix. */
    static int toRadix(Object radix) {
        double base = TypeConversion.toIntegerOrInfinity(radix);
        if (base < 2 || base > 36) {
            throw Errors.rangeError("toString() radix argument must be between 2 and 36");
        }
        return (int) base;
    }
}
