package dev.jsj.runtime.builtins.reflection;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

/** Makes the intrinsics of this package. */
public final class ReflectionIntrinsics {
    private ReflectionIntrinsics() {}

    /** Makes one intrinsic; called once per realm. */
    public static JSObject create(Intrinsic intrinsic, Realm realm) {
        return switch (intrinsic) {
            case REFLECT -> Reflect.create(realm);
            case PROXY -> ProxyConstructor.create(realm);
            case ABSTRACT_MODULE_SOURCE -> AbstractModuleSource.createConstructor(realm);
            case ABSTRACT_MODULE_SOURCE_PROTOTYPE -> AbstractModuleSource.createPrototype(realm);
            default -> throw new AssertionError(intrinsic + " is not made here.");
        };
    }
}
