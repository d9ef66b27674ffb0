package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 20.5.3 and 20.5.6.3: the prototypes of the errors, one table for each. */
final class ErrorPrototype extends BuiltinTable {
    private static final int TO_STRING = 0;

    private ErrorPrototype(NativeError type) {
        intrinsic("constructor", type.constructor(), Property.HIDDEN);
        value("name", type.errorName(), Property.HIDDEN);
        value("message", "", Property.HIDDEN);
        if (type == NativeError.ERROR) {
            method(TO_STRING, "toString", 0);
        }
    }

    static JSObject create(Realm realm, NativeError type) {
        JSObject parent =
                type == NativeError.ERROR
                        ? realm.objectPrototype()
                        : realm.intrinsic(Intrinsic.ERROR_PROTOTYPE);
        JSObject prototype = realm.newObject(parent);
        realm.setIntrinsic(type.prototype(), prototype);
        new ErrorPrototype(type).install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return toString(self);
    }

    /** 20.5.3.4 Error.prototype.toString ( ). */
    private static Object toString(Object self) {
        if (!(self instanceof JSObject error)) { // 2
            throw Errors.typeError(
                    "Method Error.prototype.toString called on incompatible receiver "
                            + ErrorText.of(self));
        }
        Object name = error.get("name", error); // 3
        String nameText =
                name == Undefined.UNDEFINED ? "Error" : TypeConversion.toJavaString(name); // 4
        Object message = error.get("message", error); // 5
        String messageText =
                message == Undefined.UNDEFINED ? "" : TypeConversion.toJavaString(message); // 6
        if (nameText.isEmpty()) {
            return messageText; // 7
        }
        return messageText.isEmpty() ? nameText : nameText + ": " + messageText; // 8, 9
    }
}
