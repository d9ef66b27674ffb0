package dev.jsj.runtime.builtins.numbers;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.BigIntOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.operations.TypeConversion.Hint;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JsNumber;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/** 21.2.1 and 21.2.2 the BigInt constructor. */
final class BigIntConstructor extends BuiltinTable {
    private static final BigIntConstructor TABLE = new BigIntConstructor();

    private static final int BIGINT = 0;
    private static final int AS_UINT_N = 1;
    private static final int AS_INT_N = 2;

    private BigIntConstructor() {
        method(AS_UINT_N, "asUintN", 2);
        method(AS_INT_N, "asIntN", 2);
    }

    static JSObject create(Realm realm) {
        return BuiltinFunction.constructor(
                realm,
                TABLE,
                BIGINT,
                "BigInt",
                1,
                Intrinsic.BIGINT,
                Intrinsic.FUNCTION_PROTOTYPE,
                Intrinsic.BIGINT_PROTOTYPE);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case BIGINT -> construct(arg(arguments, 0), newTarget);
            case AS_UINT_N -> asUintN(arg(arguments, 0), arg(arguments, 1));
            case AS_INT_N -> asIntN(arg(arguments, 0), arg(arguments, 1));
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 21.2.1.1 BigInt ( value ). */
    private static Object construct(Object value, @Nullable JSObject newTarget) {
        if (newTarget != null) {
            throw Errors.typeError("BigInt is not a constructor"); // 1
        }
        Object primitive = TypeConversion.toPrimitive(value, Hint.NUMBER); // 2
        return JsNumber.isNumber(primitive)
                ? BigIntOperations.numberToBigInt(((Number) primitive).doubleValue()) // 3
                : TypeConversion.toBigInt(primitive); // 4
    }

    /** 21.2.2.1 BigInt.asIntN ( bits, bigint ). */
    private static Object asIntN(Object bits, Object bigint) {
        long index = TypeConversion.toIndex(bits); // 1
        BigInteger value = TypeConversion.toBigInt(bigint); // 2
        return BigIntOperations.asIntN(index, value); // 3, 4
    }

    /** 21.2.2.2 BigInt.asUintN ( bits, bigint ). */
    private static Object asUintN(Object bits, Object bigint) {
        long index = TypeConversion.toIndex(bits); // 1
        BigInteger value = TypeConversion.toBigInt(bigint); // 2
        return BigIntOperations.asUintN(index, value); // 3
    }
}
