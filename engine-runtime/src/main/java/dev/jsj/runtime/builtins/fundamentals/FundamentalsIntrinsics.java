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
            case OBJECT -> ObjectConstructor.create(realm);
            case FUNCTION -> FunctionConstructor.create(realm);
            case BOOLEAN -> BooleanConstructor.create(realm);
            case BOOLEAN_PROTOTYPE -> BooleanPrototype.create(realm);
            case SYMBOL -> SymbolConstructor.create(realm);
            case SYMBOL_PROTOTYPE -> SymbolPrototype.create(realm);
            case CALL_SITE_PROTOTYPE -> CallSitePrototype.create(realm);
            case THROW_TYPE_ERROR -> GlobalFunctions.createThrowTypeError(realm);
            case EVAL -> GlobalFunctions.createEval(realm);
            default -> createErrorPart(intrinsic, realm);
        };
    }

    private static JSObject createErrorPart(Intrinsic intrinsic, Realm realm) {
        NativeError constructor = NativeError.ofConstructor(intrinsic);
        if (constructor != null) {
            return ErrorConstructor.create(realm, constructor);
        }
        NativeError prototype = NativeError.ofPrototype(intrinsic);
        if (prototype != null) {
            return ErrorPrototype.create(realm, prototype);
        }
        throw new AssertionError(intrinsic + " is not made here.");
    }
}
