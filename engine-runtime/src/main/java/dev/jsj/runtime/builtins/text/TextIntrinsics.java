package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

/** Makes the intrinsics of this package. */
public final class TextIntrinsics {
    private TextIntrinsics() {}

    /** Makes one intrinsic; called once per realm. */
    public static JSObject create(Intrinsic intrinsic, Realm realm) {
        return switch (intrinsic) {
            case STRING -> StringConstructor.create(realm);
            case STRING_PROTOTYPE -> StringPrototype.create(realm);
            case STRING_ITERATOR_PROTOTYPE -> StringIterator.Prototype.create(realm);
            case REGEXP -> RegExpConstructor.create(realm);
            case REGEXP_PROTOTYPE -> RegExpPrototype.create(realm);
            case REGEXP_STRING_ITERATOR_PROTOTYPE -> RegExpStringIterator.Prototype.create(realm);
            default -> throw new AssertionError(intrinsic + " is not made here.");
        };
    }
}
