package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

/** Makes the intrinsics of this package. */
public final class FundamentalsIntrinsics {
    private FundamentalsIntrinsics() {}

    /** Makes one intrinsic; called once per realm. */
    public static JSObject create(Intrinsic intrinsic, Realm realm) {
        return switch (intrinsic) {
            case OBJECT_PROTOTYPE -> ObjectPrototype.create(realm);
            case FUNCTION_PROTOTYPE -> FunctionPrototype.create(realm);
            default -> {
                NativeError type = NativeError.ofPrototype(intrinsic);
                if (type != null) {
                    yield ErrorPrototype.create(realm, type);
                }
                throw new AssertionError(intrinsic + " is not made here.");
            }
        };
    }
}
