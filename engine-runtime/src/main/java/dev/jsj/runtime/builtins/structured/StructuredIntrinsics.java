package dev.jsj.runtime.builtins.structured;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

/** Makes the intrinsics of this package. */
public final class StructuredIntrinsics {
    private StructuredIntrinsics() {}

    /** Makes one intrinsic; called once per realm. */
    public static JSObject create(Intrinsic intrinsic, Realm realm) {
        return intrinsic == Intrinsic.JSON
                ? JsonObject.create(realm)
                : GlobalFunctions.create(intrinsic, realm);
    }
}
