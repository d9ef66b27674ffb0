package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.PrimitiveObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 20.4.3 Properties of the Symbol Prototype Object. */
final class SymbolPrototype extends BuiltinTable {
    private static final int TO_STRING = 0;
    private static final int VALUE_OF = 1;
    private static final int DESCRIPTION = 2;
    private static final int TO_PRIMITIVE = 3;

    private static final SymbolPrototype TABLE = new SymbolPrototype();

    private SymbolPrototype() {
        intrinsic("constructor", Intrinsic.SYMBOL, Property.HIDDEN);
        method(TO_STRING, "toString", 0);
        method(VALUE_OF, "valueOf", 0);
        getter(DESCRIPTION, "description");
        toStringTag("Symbol");
        method(TO_PRIMITIVE, Symbol.TO_PRIMITIVE, 1, Property.CONFIGURABLE);
    }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.newObject();
        realm.setIntrinsic(Intrinsic.SYMBOL_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case TO_STRING -> thisSymbolValue(self, ".toString").toString(); // 20.4.3.3
            case VALUE_OF -> thisSymbolValue(self, ".valueOf"); // 20.4.3.4
            case DESCRIPTION -> description(self);
            case TO_PRIMITIVE -> thisSymbolValue(self, " [ @@toPrimitive ]"); // 20.4.3.5
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 20.4.3.2 get Symbol.prototype.description. */
    private static Object description(Object self) {
        String description = thisSymbolValue(self, ".description").description();
        return description == null ? Undefined.UNDEFINED : description;
    }

    /** 20.4.3.4.1 ThisSymbolValue ( value ). */
    private static Symbol thisSymbolValue(Object value, String method) {
        Object unwrapped =
                value instanceof PrimitiveObject wrapper ? wrapper.primitiveValue() : value;
        if (unwrapped instanceof Symbol symbol) {
            return symbol;
        }
        throw Errors.typeError("Symbol.prototype" + method + " requires that 'this' be a Symbol");
    }
}
