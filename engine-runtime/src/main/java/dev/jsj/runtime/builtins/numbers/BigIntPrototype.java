package dev.jsj.runtime.builtins.numbers;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.PrimitiveObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.BigIntText;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/** 21.2.3 Properties of the BigInt Prototype Object. */
final class BigIntPrototype extends BuiltinTable {
    private static final BigIntPrototype TABLE = new BigIntPrototype();

    private static final int TO_LOCALE_STRING = 0;
    private static final int TO_STRING = 1;
    private static final int VALUE_OF = 2;

    private BigIntPrototype() {
        intrinsic("constructor", Intrinsic.BIGINT, Property.HIDDEN);
        method(TO_LOCALE_STRING, "toLocaleString", 0);
        method(TO_STRING, "toString", 0);
        method(VALUE_OF, "valueOf", 0);
        toStringTag("BigInt");
    }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.newObject();
        realm.setIntrinsic(Intrinsic.BIGINT_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case TO_LOCALE_STRING -> LocaleFormat.number(thisBigIntValue(self, "toLocaleString"));
            case TO_STRING -> toString(self, arg(arguments, 0));
            case VALUE_OF -> thisBigIntValue(self, "valueOf");
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 21.2.3.4.1 ThisBigIntValue ( value ). */
    private static BigInteger thisBigIntValue(Object value, String method) {
        if (value instanceof BigInteger number) {
            return number; // 1
        }
        if (value instanceof PrimitiveObject object
                && object.primitiveValue() instanceof BigInteger number) {
            return number; // 2
        }
        throw Errors.typeError("BigInt.prototype." + method + " requires that 'this' be a BigInt");
    }

    /** 21.2.3.3 BigInt.prototype.toString ( [ radix ] ). */
    private static Object toString(Object self, Object radix) {
        BigInteger x = thisBigIntValue(self, "toString"); // 1
        return radix == Undefined.UNDEFINED
                ? x.toString() // 2
                : BigIntText.toString(x, NumberPrototype.toRadix(radix)); // 3 - 5
    }
}
