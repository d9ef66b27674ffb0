package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

/** Makes the intrinsics of this package. */
public final class CollectionsIntrinsics {
    private CollectionsIntrinsics() {}

    /** Makes one intrinsic; called once per realm. */
    public static JSObject create(Intrinsic intrinsic, Realm realm) {
        return switch (intrinsic) {
            case ARRAY -> ArrayConstructor.create(realm);
            case ARRAY_PROTOTYPE -> ArrayPrototype.create(realm);
            case ARRAY_PROTOTYPE_VALUES -> ArrayFunctions.createValues(realm);
            case ARRAY_ITERATOR_PROTOTYPE -> ArrayFunctions.createIteratorPrototype(realm);
            case ARRAY_ITERATOR_PROTOTYPE_NEXT -> ArrayFunctions.createNext(realm);
            default -> throw new AssertionError(intrinsic + " is not made here.");
        };
    }
}
