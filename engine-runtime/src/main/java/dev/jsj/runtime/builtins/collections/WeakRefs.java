package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 26.1 WeakRef Objects: the constructor and its prototype. */
final class WeakRefs extends BuiltinTable {
    private static final int CONSTRUCTOR = 0;
    private static final int DEREF = 1;

    private static final WeakRefs CONSTRUCTOR_TABLE = new WeakRefs(false);
    private static final WeakRefs PROTOTYPE_TABLE = new WeakRefs(true);

    private WeakRefs(boolean prototype) {
        if (prototype) {
            intrinsic("constructor", Intrinsic.WEAK_REF, Property.HIDDEN);
            method(DEREF, "deref", 0);
            toStringTag("WeakRef");
        }
    }

    static JSObject createConstructor(Realm realm) {
        return BuiltinFunction.constructor(
                realm,
                CONSTRUCTOR_TABLE,
                CONSTRUCTOR,
                "WeakRef",
                1,
                Intrinsic.WEAK_REF,
                Intrinsic.FUNCTION_PROTOTYPE,
                Intrinsic.WEAK_REF_PROTOTYPE);
    }

    static JSObject createPrototype(Realm realm) {
        JSObject prototype = realm.newObject();
        realm.setIntrinsic(Intrinsic.WEAK_REF_PROTOTYPE, prototype);
        PROTOTYPE_TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return id == CONSTRUCTOR
                ? construct(realm, arg(arguments, 0), newTarget)
                : deref(realm, self);
    }

    /** 26.1.1.1 WeakRef ( target ). */
    private static Object construct(Realm realm, Object target, @Nullable JSObject newTarget) {
        if (newTarget == null) { // 1
            throw Errors.typeError("Constructor WeakRef requires 'new'");
        }
        if (!WeakTable.canBeHeldWeakly(realm.agent(), target)) { // 2
            throw Errors.typeError("WeakRef: invalid target");
        }
        JSWeakRef reference = // 3, 5
                new JSWeakRef(
                        Constructors.shapeFromConstructor(
                                newTarget, Intrinsic.WEAK_REF_PROTOTYPE, ObjectKind.ORDINARY),
                        target);
        realm.agent().addToKeptObjects(target); // 4
        return reference;
    }

    /** 26.1.3.2 WeakRef.prototype.deref ( ). */
    private static Object deref(Realm realm, Object self) {
        if (!(self instanceof JSWeakRef reference)) { // 2
            throw Errors.typeError(
                    "Method WeakRef.prototype.deref called on incompatible receiver "
                            + ErrorText.of(self));
        }
        Object target = reference.target(); // 26.1.4.1 WeakRefDeref
        if (target == null) {
            return Undefined.UNDEFINED;
        }
        realm.agent().addToKeptObjects(target);
        return target;
    }
}
