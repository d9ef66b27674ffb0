package dev.jsj.runtime.builtins.numbers;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.PrimitiveObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.BigIntOperations;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JsNumber;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/** 21.1.1 and 21.1.2 the Number constructor. */
final class NumberConstructor extends BuiltinTable {
    private static final NumberConstructor TABLE = new NumberConstructor();

    private static final int NUMBER = 0;
    private static final int IS_FINITE = 1;
    private static final int IS_INTEGER = 2;
    private static final int IS_NAN = 3;
    private static final int IS_SAFE_INTEGER = 4;

    private NumberConstructor() {
        method(IS_FINITE, "isFinite", 1);
        method(IS_INTEGER, "isInteger", 1);
        method(IS_NAN, "isNaN", 1);
        method(IS_SAFE_INTEGER, "isSafeInteger", 1);
        intrinsic("parseFloat", Intrinsic.PARSE_FLOAT, Property.HIDDEN);
        intrinsic("parseInt", Intrinsic.PARSE_INT, Property.HIDDEN);
        value("MAX_VALUE", Double.MAX_VALUE, Property.FROZEN);
        value("MIN_VALUE", Double.MIN_VALUE, Property.FROZEN);
        value("NaN", JsNumber.NAN, Property.FROZEN);
        value("NEGATIVE_INFINITY", Double.NEGATIVE_INFINITY, Property.FROZEN);
        value("POSITIVE_INFINITY", Double.POSITIVE_INFINITY, Property.FROZEN);
        value("MAX_SAFE_INTEGER", (double) JsNumber.MAX_SAFE_INTEGER, Property.FROZEN);
        value("MIN_SAFE_INTEGER", (double) -JsNumber.MAX_SAFE_INTEGER, Property.FROZEN);
        value("EPSILON", Math.ulp(1.0), Property.FROZEN);
    }

    static JSObject create(Realm realm) {
        return BuiltinFunction.constructor(
                realm,
                TABLE,
                NUMBER,
                "Number",
                1,
                Intrinsic.NUMBER,
                Intrinsic.FUNCTION_PROTOTYPE,
                Intrinsic.NUMBER_PROTOTYPE);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case NUMBER -> construct(arguments, newTarget);
            case IS_FINITE -> isFinite(arg(arguments, 0));
            case IS_INTEGER -> isInteger(arg(arguments, 0));
            case IS_NAN -> arg(arguments, 0) instanceof Double number && number.isNaN();
            case IS_SAFE_INTEGER -> isSafeInteger(arg(arguments, 0));
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 21.1.1.1 Number ( value ). */
    private static Object construct(Object[] arguments, @Nullable JSObject newTarget) {
        Object number = 0; // 2
        if (arguments.length > 0) {
            Object numeric = TypeConversion.toNumeric(arguments[0]); // 1.a
            number = numeric instanceof BigInteger big ? BigIntOperations.toNumber(big) : numeric;
        }
        if (newTarget == null) {
            return number; // 3
        }
        return new PrimitiveObject(
                Constructors.shapeFromConstructor(
                        newTarget, Intrinsic.NUMBER_PROTOTYPE, ObjectKind.ORDINARY),
                number); // 4 - 6
    }

    /** 21.1.2.2 Number.isFinite ( number ). */
    private static boolean isFinite(Object value) {
        return value instanceof Integer
                || value instanceof Double number && Double.isFinite(number);
    }

    /** 21.1.2.3 Number.isInteger ( number ). */
    private static boolean isInteger(Object value) {
        return value instanceof Integer
                || value instanceof Double number && JsNumber.isIntegral(number);
    }

    /** 21.1.2.5 Number.isSafeInteger ( number ). */
    private static boolean isSafeInteger(Object value) {
        return value instanceof Integer
                || value instanceof Double number
                        && JsNumber.isIntegral(number)
                        && Math.abs(number) <= JsNumber.MAX_SAFE_INTEGER;
    }
}
