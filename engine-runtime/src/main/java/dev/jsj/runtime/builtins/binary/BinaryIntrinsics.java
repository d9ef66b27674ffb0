package dev.jsj.runtime.builtins.binary;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/** Makes the intrinsics of this package. */
public final class BinaryIntrinsics {
    private BinaryIntrinsics() {}

    /** The intrinsic object; called once per realm. */
    public static JSObject create(Intrinsic intrinsic, Realm realm) {
        return switch (intrinsic) {
            case ARRAY_BUFFER ->
                    constructor(
                            realm,
                            ArrayBufferTables.CONSTRUCTOR,
                            "ArrayBuffer",
                            1,
                            intrinsic,
                            Intrinsic.ARRAY_BUFFER_PROTOTYPE);
            case SHARED_ARRAY_BUFFER ->
                    constructor(
                            realm,
                            ArrayBufferTables.SHARED_CONSTRUCTOR,
                            "SharedArrayBuffer",
                            1,
                            intrinsic,
                            Intrinsic.SHARED_ARRAY_BUFFER_PROTOTYPE);
            case DATA_VIEW ->
                    constructor(
                            realm,
                            DataViewTables.CONSTRUCTOR,
                            "DataView",
                            1,
                            intrinsic,
                            Intrinsic.DATA_VIEW_PROTOTYPE);
            case TYPED_ARRAY ->
                    constructor(
                            realm,
                            TypedArrayConstructor.ABSTRACT,
                            "TypedArray",
                            0,
                            intrinsic,
                            Intrinsic.TYPED_ARRAY_PROTOTYPE);
            case ARRAY_BUFFER_PROTOTYPE -> object(realm, intrinsic, ArrayBufferTables.PROTOTYPE);
            case SHARED_ARRAY_BUFFER_PROTOTYPE ->
                    object(realm, intrinsic, ArrayBufferTables.SHARED_PROTOTYPE);
            case DATA_VIEW_PROTOTYPE -> object(realm, intrinsic, DataViewTables.PROTOTYPE);
            case TYPED_ARRAY_PROTOTYPE -> object(realm, intrinsic, TypedArrayPrototype.TABLE);
            case ATOMICS -> object(realm, intrinsic, AtomicsObject.TABLE);
            default -> elementIntrinsic(realm, intrinsic);
        };
    }

    private static JSObject elementIntrinsic(Realm realm, Intrinsic intrinsic) {
        for (ElementType type : ElementType.values()) {
            if (type.constructor() == intrinsic) {
                return BuiltinFunction.constructor(
                        realm,
                        new TypedArrayConstructor.Concrete(type),
                        TypedArrayConstructor.Concrete.CONSTRUCT,
                        type.arrayName(),
                        3,
                        intrinsic,
                        Intrinsic.TYPED_ARRAY,
                        type.prototype());
            }
            if (type.prototype() == intrinsic) {
                BuiltinTable table =
                        type == ElementType.UINT8
                                ? Uint8ArrayBase64.TABLE
                                : new ConcretePrototype(type);
                return object(realm, intrinsic, Intrinsic.TYPED_ARRAY_PROTOTYPE, table);
            }
        }
        throw new AssertionError(intrinsic + " does not belong to this group.");
    }

    private static JSObject constructor(
            Realm realm,
            BuiltinTable table,
            String name,
            int length,
            Intrinsic self,
            @Nullable Intrinsic prototype) {
        return BuiltinFunction.constructor(
                realm, table, 0, name, length, self, Intrinsic.FUNCTION_PROTOTYPE, prototype);
    }

    private static JSObject object(Realm realm, Intrinsic self, BuiltinTable table) {
        return object(realm, self, Intrinsic.OBJECT_PROTOTYPE, table);
    }

    private static JSObject object(
            Realm realm, Intrinsic self, Intrinsic prototype, BuiltinTable table) {
        JSObject object = realm.newObject(realm.intrinsic(prototype));
        realm.setIntrinsic(self, object);
        table.install(object, realm);
        return object;
    }
}
