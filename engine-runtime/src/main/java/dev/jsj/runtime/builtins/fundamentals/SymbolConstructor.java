package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 20.4.1 and 20.4.2: the Symbol constructor and its properties. */
final class SymbolConstructor extends BuiltinTable {
    private static final int CONSTRUCTOR = 0;
    private static final int FOR = 1;
    private static final int KEY_FOR = 2;

    private static final SymbolConstructor TABLE = new SymbolConstructor();

    private SymbolConstructor() {
        method(FOR, "for", 1);
        method(KEY_FOR, "keyFor", 1);
        value("asyncIterator", Symbol.ASYNC_ITERATOR, Property.FROZEN);
        value("hasInstance", Symbol.HAS_INSTANCE, Property.FROZEN);
        value("isConcatSpreadable", Symbol.IS_CONCAT_SPREADABLE, Property.FROZEN);
        value("iterator", Symbol.ITERATOR, Property.FROZEN);
        value("match", Symbol.MATCH, Property.FROZEN);
        value("matchAll", Symbol.MATCH_ALL, Property.FROZEN);
        value("replace", Symbol.REPLACE, Property.FROZEN);
        value("search", Symbol.SEARCH, Property.FROZEN);
        value("species", Symbol.SPECIES, Property.FROZEN);
        value("split", Symbol.SPLIT, Property.FROZEN);
        value("toPrimitive", Symbol.TO_PRIMITIVE, Property.FROZEN);
        value("toStringTag", Symbol.TO_STRING_TAG, Property.FROZEN);
        value("unscopables", Symbol.UNSCOPABLES, Property.FROZEN);
        value("dispose", Symbol.DISPOSE, Property.FROZEN);
        value("asyncDispose", Symbol.ASYNC_DISPOSE, Property.FROZEN);
    }

    static JSObject create(Realm realm) {
        return BuiltinFunction.constructor(
                realm,
                TABLE,
                CONSTRUCTOR,
                "Symbol",
                0,
                Intrinsic.SYMBOL,
                Intrinsic.FUNCTION_PROTOTYPE,
                Intrinsic.SYMBOL_PROTOTYPE);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case CONSTRUCTOR -> construct(arg(arguments, 0), newTarget);
            case FOR -> realm.agent().symbolFor(TypeConversion.toJavaString(arg(arguments, 0)));
            case KEY_FOR -> keyFor(realm, arg(arguments, 0));
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 20.4.1.1 Symbol ( [ description ] ). */
    private static Object construct(Object description, @Nullable JSObject newTarget) {
        if (newTarget != null) {
            throw Errors.typeError("Symbol is not a constructor"); // 1
        }
        return Symbol.create( // 2-4
                description == Undefined.UNDEFINED
                        ? null
                        : TypeConversion.toJavaString(description));
    }

    /** 20.4.2.6 Symbol.keyFor ( sym ). */
    private static Object keyFor(Realm realm, Object value) {
        if (!(value instanceof Symbol symbol)) {
            throw Errors.typeError(ErrorText.of(value) + " is not a symbol"); // 1
        }
        String key = realm.agent().keyForSymbol(symbol); // 2
        return key == null ? Undefined.UNDEFINED : key;
    }
}
