package dev.jsj.runtime.builtins;

import dev.jsj.runtime.builtins.binary.BinaryIntrinsics;
import dev.jsj.runtime.builtins.collections.CollectionsIntrinsics;
import dev.jsj.runtime.builtins.control.ControlIntrinsics;
import dev.jsj.runtime.builtins.fundamentals.FundamentalsIntrinsics;
import dev.jsj.runtime.builtins.numbers.NumbersIntrinsics;
import dev.jsj.runtime.builtins.reflection.ReflectionIntrinsics;
import dev.jsj.runtime.builtins.structured.StructuredIntrinsics;
import dev.jsj.runtime.builtins.text.TextIntrinsics;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

/** The registry of the packages of built-ins: what an engine assembly plugs into its services. */
public final class Builtins {
    private Builtins() {}

    /** Makes an intrinsic object of any group; see {@code EngineServices.createIntrinsic}. */
    public static JSObject createIntrinsic(Intrinsic intrinsic, Realm realm) {
        return switch (intrinsic.group()) {
            case FUNDAMENTALS -> FundamentalsIntrinsics.create(intrinsic, realm);
            case COLLECTIONS -> CollectionsIntrinsics.create(intrinsic, realm);
            case BINARY -> BinaryIntrinsics.create(intrinsic, realm);
            case CONTROL -> ControlIntrinsics.create(intrinsic, realm);
            case NUMBERS -> NumbersIntrinsics.create(intrinsic, realm);
            case REFLECTION -> ReflectionIntrinsics.create(intrinsic, realm);
            case STRUCTURED -> StructuredIntrinsics.create(intrinsic, realm);
            case TEXT -> TextIntrinsics.create(intrinsic, realm);
        };
    }

    /** 9.3.4 SetDefaultGlobalBindings ( realmRec ). */
    public static void setDefaultGlobalBindings(Realm realm) {
        GlobalObject.define(realm);
    }
}
