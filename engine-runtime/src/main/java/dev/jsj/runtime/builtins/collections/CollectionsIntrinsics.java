package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

/** Makes the intrinsics of this package. */
public final class CollectionsIntrinsics {
    private CollectionsIntrinsics() {}

    /** Makes one intrinsic; called once per realm. */
    public static JSObject create(Intrinsic intrinsic, Realm realm) {
        return switch (intrinsic) {
            case ARRAY_PROTOTYPE ->
                    new JSArray(realm.agent().root(realm.objectPrototype(), ObjectKind.ARRAY));
            case ARRAY_ITERATOR_PROTOTYPE -> {
                JSObject prototype = realm.newObject(realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE));
                realm.setIntrinsic(intrinsic, prototype);
                ArrayIteratorPrototype.TABLE.install(prototype, realm);
                yield prototype;
            }
            default -> throw new AssertionError(intrinsic + " is not made here.");
        };
    }
}
