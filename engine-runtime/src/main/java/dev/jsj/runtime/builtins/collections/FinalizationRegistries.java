package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 26.2 FinalizationRegistry Objects: the constructor and its prototype. */
final class FinalizationRegistries extends BuiltinTable {
    private static final int CONSTRUCTOR = 0;
    private static final int REGISTER = 1;
    private static final int UNREGISTER = 2;

    private static final FinalizationRegistries CONSTRUCTOR_TABLE =
            new FinalizationRegistries(false);
    private static final FinalizationRegistries PROTOTYPE_TABLE = new FinalizationRegistries(true);

    private FinalizationRegistries(boolean prototype) {
        if (prototype) {
            intrinsic("constructor", Intrinsic.FINALIZATION_REGISTRY, Property.HIDDEN);
            method(REGISTER, "register", 2);
            method(UNREGISTER, "unregister", 1);
            toStringTag("FinalizationRegistry");
        }
    }

    static JSObject createConstructor(Realm realm) {
        return BuiltinFunction.constructor(
                realm,
                CONSTRUCTOR_TABLE,
                CONSTRUCTOR,
                "FinalizationRegistry",
                1,
                Intrinsic.FINALIZATION_REGISTRY,
                Intrinsic.FUNCTION_PROTOTYPE,
                Intrinsic.FINALIZATION_REGISTRY_PROTOTYPE);
    }

    static JSObject createPrototype(Realm realm) {
        JSObject prototype = realm.newObject();
        realm.setIntrinsic(Intrinsic.FINALIZATION_REGISTRY_PROTOTYPE, prototype);
        PROTOTYPE_TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case CONSTRUCTOR -> construct(realm, arg(arguments, 0), newTarget);
            case REGISTER -> register(realm, self, arguments);
            case UNREGISTER -> unregister(realm, self, arg(arguments, 0));
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 26.2.1.1 FinalizationRegistry ( cleanupCallback ). */
    private static Object construct(Realm realm, Object callback, @Nullable JSObject newTarget) {
        if (newTarget == null) { // 1
            throw Errors.typeError("Constructor FinalizationRegistry requires 'new'");
        }
        if (!(callback instanceof JSObject function) || !function.isCallable()) { // 2
            throw Errors.typeError("FinalizationRegistry: cleanup must be callable");
        }
        return new JSFinalizationRegistry( // 3-8
                Constructors.shapeFromConstructor(
                        newTarget, Intrinsic.FINALIZATION_REGISTRY_PROTOTYPE, ObjectKind.ORDINARY),
                realm.agent(),
                function);
    }

    private static JSFinalizationRegistry registry(Object self, String method) {
        if (self instanceof JSFinalizationRegistry registry) {
            return registry;
        }
        throw Errors.typeError(
                "Method FinalizationRegistry.prototype."
                        + method
                        + " called on incompatible receiver "
                        + ErrorText.of(self));
    }

    /** 26.2.3.2 FinalizationRegistry.prototype.register ( target, heldValue [ , token ] ). */
    private static Object register(Realm realm, Object self, Object[] arguments) {
        JSFinalizationRegistry registry = registry(self, "register"); // 1, 2
        Object target = arg(arguments, 0);
        Object heldValue = arg(arguments, 1);
        Object token = arg(arguments, 2);
        if (!WeakTable.canBeHeldWeakly(realm.agent(), target)) { // 3
            throw Errors.typeError("FinalizationRegistry.prototype.register: invalid target");
        }
        if (Comparison.sameValue(target, heldValue)) { // 4
            throw Errors.typeError(
                    "FinalizationRegistry.prototype.register: target and holdings must not be"
                            + " same");
        }
        if (token != Undefined.UNDEFINED) { // 5
            requireToken(realm, token);
        }
        registry.register(target, heldValue, token); // 6, 7
        return Undefined.UNDEFINED;
    }

    /** 26.2.3.3 FinalizationRegistry.prototype.unregister ( unregisterToken ). */
    private static Object unregister(Realm realm, Object self, Object token) {
        JSFinalizationRegistry registry = registry(self, "unregister"); // 1, 2
        requireToken(realm, token); // 3
        return registry.unregister(token); // 4-6
    }

    private static void requireToken(Realm realm, Object token) {
        if (!WeakTable.canBeHeldWeakly(realm.agent(), token)) {
            throw Errors.typeError("Invalid unregisterToken ('" + ErrorText.of(token) + "')");
        }
    }
}
