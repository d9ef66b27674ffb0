package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.StringObject;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.SingleCharacters;
import dev.jsj.runtime.value.Symbol;

import org.jspecify.annotations.Nullable;

/** 22.1.1 and 22.1.2 the String constructor. */
final class StringConstructor extends BuiltinTable {
    private static final StringConstructor TABLE = new StringConstructor();

    private static final int STRING = 0;
    private static final int FROM_CHAR_CODE = 1;
    private static final int FROM_CODE_POINT = 2;
    private static final int RAW = 3;

    private StringConstructor() {
        method(FROM_CHAR_CODE, "fromCharCode", 1);
        method(FROM_CODE_POINT, "fromCodePoint", 1);
        method(RAW, "raw", 1);
    }

    static JSObject create(Realm realm) {
        return BuiltinFunction.constructor(
                realm,
                TABLE,
                STRING,
                "String",
                1,
                Intrinsic.STRING,
                Intrinsic.FUNCTION_PROTOTYPE,
                Intrinsic.STRING_PROTOTYPE);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case STRING -> construct(realm, arguments, newTarget);
            case FROM_CHAR_CODE -> fromCharCode(arguments);
            case FROM_CODE_POINT -> fromCodePoint(arguments);
            case RAW -> raw(realm, arguments);
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 22.1.1.1 String ( value ). */
    private static Object construct(Realm realm, Object[] arguments, @Nullable JSObject newTarget) {
        CharSequence text = ""; // 1
        if (arguments.length > 0) {
            if (newTarget == null && arguments[0] instanceof Symbol symbol) {
                return symbol.toString(); // 2.a
            }
            text = TypeConversion.toString(arguments[0]); // 2.b
        }
        if (newTarget == null) {
            return text; // 3
        }
        JSObject prototype =
                Constructors.getPrototypeFromConstructor(newTarget, Intrinsic.STRING_PROTOTYPE);
        return new StringObject(realm.agent(), text, prototype); // 4
    }

    /** 22.1.2.1 String.fromCharCode ( ...codeUnits ). */
    private static Object fromCharCode(Object[] units) {
        if (units.length == 1) {
            return SingleCharacters.of((char) TypeConversion.toUint16(units[0]));
        }
        char[] text = new char[units.length];
        for (int i = 0; i < text.length; i++) {
            text[i] = (char) TypeConversion.toUint16(units[i]);
        }
        return new String(text);
    }

    /** 22.1.2.2 String.fromCodePoint ( ...codePoints ). */
    private static Object fromCodePoint(Object[] codePoints) {
        StringBuilder text = new StringBuilder(codePoints.length);
        for (Object next : codePoints) {
            double number = TypeConversion.toNumber(next); // 2.a
            if (!JsNumber.isIntegral(number) || number < 0 || number > Character.MAX_CODE_POINT) {
                throw Errors.rangeError(
                        "Invalid code point " + TypeConversion.toString(next)); // 2.b, 2.c
            }
            text.appendCodePoint((int) number);
        }
        return text.toString();
    }

    /** 22.1.2.4 String.raw ( template, ...substitutions ). */
    private static Object raw(Realm realm, Object[] arguments) {
        JSObject cooked = TypeConversion.toObject(realm, arg(arguments, 0)); // 2
        JSObject literals = TypeConversion.toObject(realm, cooked.get("raw", cooked)); // 3
        long literalCount = ObjectOperations.lengthOfArrayLike(literals); // 4
        StringBuilder text = new StringBuilder();
        for (long i = 0; i < literalCount; i++) { // 8
            text.append(
                    TypeConversion.toString(literals.get(TypeConversion.propertyKey(i), literals)));
            if (i + 1 < literalCount && i + 1 < arguments.length) {
                text.append(TypeConversion.toString(arguments[(int) i + 1]));
            }
        }
        return text.toString();
    }
}
