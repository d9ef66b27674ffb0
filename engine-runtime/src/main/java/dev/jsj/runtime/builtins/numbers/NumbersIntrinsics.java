package dev.jsj.runtime.builtins.numbers;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

/** Makes the intrinsics of this package. */
public final class NumbersIntrinsics {
    private NumbersIntrinsics() {}

    /** Makes one intrinsic; called once per realm. */
    public static JSObject create(Intrinsic intrinsic, Realm realm) {
        return switch (intrinsic) {
            case NUMBER -> NumberConstructor.create(realm);
            case NUMBER_PROTOTYPE -> NumberPrototype.create(realm);
            case BIGINT -> BigIntConstructor.create(realm);
            case BIGINT_PROTOTYPE -> BigIntPrototype.create(realm);
            case MATH -> MathObject.create(realm);
            case DATE -> DateConstructor.create(realm);
            case DATE_PROTOTYPE -> DatePrototype.create(realm);
            default -> throw new AssertionError(intrinsic + " is not made here.");
        };
    }
}
