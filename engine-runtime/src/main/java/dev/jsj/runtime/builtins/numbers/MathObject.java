package dev.jsj.runtime.builtins.numbers;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ElementaryFunctions;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.Iteration.IteratorRecord;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Float16;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.JsNumber;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ThreadLocalRandom;

/** 21.3 The Math Object. */
final class MathObject extends BuiltinTable {
    /** Functions of one Number, in V8's order; then the others. */
    private static final String[] UNARY = {
        "abs",
        "acos",
        "acosh",
        "asin",
        "asinh",
        "atan",
        "atanh",
        "cbrt",
        "ceil",
        "clz32",
        "cos",
        "cosh",
        "exp",
        "expm1",
        "f16round",
        "floor",
        "fround",
        "log",
        "log10",
        "log1p",
        "log2",
        "round",
        "sign",
        "sin",
        "sinh",
        "sqrt",
        "tan",
        "tanh",
        "trunc"
    };

    private static final MathObject TABLE = new MathObject();

    private static final int ABS = 0;
    private static final int ACOS = 1;
    private static final int ACOSH = 2;
    private static final int ASIN = 3;
    private static final int ASINH = 4;
    private static final int ATAN = 5;
    private static final int ATANH = 6;
    private static final int CBRT = 7;
    private static final int CEIL = 8;
    private static final int CLZ32 = 9;
    private static final int COS = 10;
    private static final int COSH = 11;
    private static final int EXP = 12;
    private static final int EXPM1 = 13;
    private static final int F16ROUND = 14;
    private static final int FLOOR = 15;
    private static final int FROUND = 16;
    private static final int LOG = 17;
    private static final int LOG10 = 18;
    private static final int LOG1P = 19;
    private static final int LOG2 = 20;
    private static final int ROUND = 21;
    private static final int SIGN = 22;
    private static final int SIN = 23;
    private static final int SINH = 24;
    private static final int SQRT = 25;
    private static final int TAN = 26;
    private static final int TANH = 27;
    private static final int TRUNC = 28;
    private static final int ATAN2 = 29;
    private static final int HYPOT = 30;
    private static final int IMUL = 31;
    private static final int MAX = 32;
    private static final int MIN = 33;
    private static final int POW = 34;
    private static final int RANDOM = 35;
    private static final int SUM_PRECISE = 36;

    private MathObject() {
        for (int id = 0; id < UNARY.length; id++) {
            method(id, UNARY[id], 1);
        }
        method(ATAN2, "atan2", 2);
        method(HYPOT, "hypot", 2);
        method(IMUL, "imul", 2);
        method(MAX, "max", 2);
        method(MIN, "min", 2);
        method(POW, "pow", 2);
        method(RANDOM, "random", 0);
        method(SUM_PRECISE, "sumPrecise", 1);
        value("E", Math.E, Property.FROZEN);
        value("LN10", 2.302585092994046, Property.FROZEN);
        value("LN2", 0.6931471805599453, Property.FROZEN);
        value("LOG10E", 0.4342944819032518, Property.FROZEN);
        value("LOG2E", 1.4426950408889634, Property.FROZEN);
        value("PI", Math.PI, Property.FROZEN);
        value("SQRT1_2", 0.7071067811865476, Property.FROZEN);
        value("SQRT2", 1.4142135623730951, Property.FROZEN);
        toStringTag("Math");
    }

    static JSObject create(Realm realm) {
        JSObject math = realm.newObject();
        realm.setIntrinsic(Intrinsic.MATH, math);
        TABLE.install(math, realm);
        return math;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case ABS, CEIL, FLOOR, ROUND, TRUNC, SIGN -> integral(id, arg(arguments, 0));
            case CLZ32 -> Integer.numberOfLeadingZeros(TypeConversion.toInt32(arg(arguments, 0)));
            case ATAN2 -> atan2(arg(arguments, 0), arg(arguments, 1));
            case HYPOT -> hypot(arguments);
            case IMUL ->
                    TypeConversion.toInt32(arg(arguments, 0))
                            * TypeConversion.toInt32(arg(arguments, 1));
            case MAX -> max(arguments);
            case MIN -> min(arguments);
            case POW -> pow(arg(arguments, 0), arg(arguments, 1));
            case RANDOM -> ThreadLocalRandom.current().nextDouble();
            case SUM_PRECISE -> sumPrecise(realm, arg(arguments, 0));
            default -> JsNumber.of(unary(id, TypeConversion.toNumber(arg(arguments, 0))));
        };
    }

    /** The functions that leave an int32 an int32. */
    private static Object integral(int id, Object value) {
        if (value instanceof Integer integer) { // FAST PATH
            if (id == ABS) {
                return integer == Integer.MIN_VALUE ? (Object) 0x1p31 : Math.abs(integer);
            }
            return id == SIGN ? (Object) Integer.signum(integer) : value;
        }
        return JsNumber.of(unary(id, TypeConversion.toNumber(value)));
    }

    /** 21.3.2.1 to 21.3.2.37, the functions of one argument. */
    private static double unary(int id, double x) {
        return switch (id) {
            case ABS -> Math.abs(x);
            case ACOS -> StrictMath.acos(x);
            case ACOSH -> ElementaryFunctions.acosh(x);
            case ASIN -> StrictMath.asin(x);
            case ASINH -> ElementaryFunctions.asinh(x);
            case ATAN -> StrictMath.atan(x);
            case ATANH -> ElementaryFunctions.atanh(x);
            case CBRT -> ElementaryFunctions.cbrt(x);
            case CEIL -> Math.ceil(x);
            case COS -> StrictMath.cos(x);
            case COSH -> StrictMath.cosh(x);
            case EXP -> StrictMath.exp(x);
            case EXPM1 -> StrictMath.expm1(x);
            case F16ROUND -> Float16.round(x);
            case FLOOR -> Math.floor(x);
            case FROUND -> (float) x;
            case LOG -> StrictMath.log(x);
            case LOG10 -> StrictMath.log10(x);
            case LOG1P -> StrictMath.log1p(x);
            case LOG2 -> ElementaryFunctions.log2(x);
            case ROUND -> ElementaryFunctions.round(x);
            case SIGN -> Math.signum(x);
            case SIN -> StrictMath.sin(x);
            case SINH -> StrictMath.sinh(x);
            case SQRT -> Math.sqrt(x);
            case TAN -> StrictMath.tan(x);
            case TANH -> ElementaryFunctions.tanh(x);
            case TRUNC -> ElementaryFunctions.trunc(x);
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 21.3.2.8 Math.atan2 ( y, x ). */
    private static Object atan2(Object y, Object x) {
        double ny = TypeConversion.toNumber(y); // 1
        double nx = TypeConversion.toNumber(x); // 2
        return JsNumber.of(StrictMath.atan2(ny, nx));
    }

    /** 21.3.2.18 Math.hypot ( ...args ): scaled by the largest, with V8's compensated sum. */
    private static Object hypot(Object[] arguments) {
        double[] numbers = new double[arguments.length]; // 1
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.abs(TypeConversion.toNumber(arguments[i])); // 2
        }
        double largest = 0;
        boolean nan = false;
        for (double number : numbers) {
            if (number == Double.POSITIVE_INFINITY) {
                return number; // 3.a, 3.b
            }
            nan |= number != number;
            largest = Math.max(largest, number);
        }
        if (nan) {
            return JsNumber.NAN; // 3.c
        }
        if (largest == 0) {
            return 0; // 5
        }
        double sum = 0;
        double compensation = 0;
        for (double number : numbers) {
            double scaled = number / largest;
            double summand = scaled * scaled - compensation;
            double preliminary = sum + summand;
            compensation = preliminary - sum - summand;
            sum = preliminary;
        }
        return JsNumber.of(Math.sqrt(sum) * largest); // 6
    }

    /** 21.3.2.24 Math.max ( ...args ). */
    private static Object max(Object[] arguments) {
        if (arguments.length == 2
                && arguments[0] instanceof Integer a
                && arguments[1] instanceof Integer b) {
            return a >= b ? a : b; // FAST PATH
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (Object argument : arguments) {
            highest = Math.max(highest, TypeConversion.toNumber(argument)); // -0 and NaN as asked
        }
        return JsNumber.of(highest);
    }

    /** 21.3.2.25 Math.min ( ...args ). */
    private static Object min(Object[] arguments) {
        if (arguments.length == 2
                && arguments[0] instanceof Integer a
                && arguments[1] instanceof Integer b) {
            return a <= b ? a : b; // FAST PATH
        }
        double lowest = Double.POSITIVE_INFINITY;
        for (Object argument : arguments) {
            lowest = Math.min(lowest, TypeConversion.toNumber(argument));
        }
        return JsNumber.of(lowest);
    }

    /** 21.3.2.26 Math.pow ( base, exponent ). */
    private static Object pow(Object base, Object exponent) {
        double x = TypeConversion.toNumber(base); // 1
        double y = TypeConversion.toNumber(exponent); // 2
        return JsNumber.of(ElementaryFunctions.pow(x, y)); // 3
    }

    /** 21.3.2.34 Math.sumPrecise ( items ). */
    private static Object sumPrecise(Realm realm, Object items) {
        TypeConversion.requireObjectCoercible(items, "Math.sumPrecise"); // 1
        IteratorRecord iterator = Iteration.getIterator(realm, items); // 2
        PreciseSum sum = new PreciseSum();
        for (Object item; (item = Iteration.stepValue(iterator)) != null; ) {
            if (!JsNumber.isNumber(item)) {
                JSThrow error = Errors.typeError(ErrorText.of(item) + " is not a number");
                throw Iteration.closeOnThrow(iterator, error);
            }
            sum.add(((Number) item).doubleValue());
        }
        return JsNumber.of(sum.value());
    }
}
