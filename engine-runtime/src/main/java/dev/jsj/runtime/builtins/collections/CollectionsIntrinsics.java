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
            case MAP, SET, WEAK_MAP, WEAK_SET -> CollectionConstructors.create(realm, intrinsic);
            case MAP_PROTOTYPE -> MapPrototype.create(realm);
            case MAP_ITERATOR_PROTOTYPE -> TableIterator.Prototype.create(realm, true);
            case SET_PROTOTYPE -> SetPrototype.create(realm);
            case SET_ITERATOR_PROTOTYPE -> TableIterator.Prototype.create(realm, false);
            case WEAK_MAP_PROTOTYPE -> WeakMapPrototype.create(realm);
            case WEAK_SET_PROTOTYPE -> WeakSetPrototype.create(realm);
            case WEAK_REF -> WeakRefs.createConstructor(realm);
            case WEAK_REF_PROTOTYPE -> WeakRefs.createPrototype(realm);
            case FINALIZATION_REGISTRY -> FinalizationRegistries.createConstructor(realm);
            case FINALIZATION_REGISTRY_PROTOTYPE -> FinalizationRegistries.createPrototype(realm);
            default -> throw new AssertionError(intrinsic + " is not made here.");
        };
    }
}
