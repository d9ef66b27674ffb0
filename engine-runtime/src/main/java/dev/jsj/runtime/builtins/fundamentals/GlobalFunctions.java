package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.function.FunctionCode;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Null;

import org.jspecify.annotations.Nullable;

/** The intrinsic functions that belong to no object: eval and %ThrowTypeError%. */
final class GlobalFunctions extends BuiltinTable {
    private static final int EVAL = 0;
    private static final int THROW_TYPE_ERROR = 1;

    private static final GlobalFunctions TABLE = new GlobalFunctions();

    private GlobalFunctions() {}

    static JSObject createEval(Realm realm) {
        return BuiltinFunction.function(realm, TABLE, EVAL, "eval", 1);
    }

    /** 10.2.4.1 %ThrowTypeError% ( ): frozen, and without attributes that could be changed. */
    static JSObject createThrowTypeError(Realm realm) {
        JSObject thrower = BuiltinFunction.function(realm, TABLE, THROW_TYPE_ERROR, "", 0);
        thrower.defineOwnProperty("length", PropertyDescriptor.data(0, Property.FROZEN));
        thrower.defineOwnProperty("name", PropertyDescriptor.data("", Property.FROZEN));
        thrower.preventExtensions();
        return thrower;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (id == EVAL) {
            return eval(realm, arg(arguments, 0));
        }
        if (self instanceof ScriptFunction function
                && function.code().kind() == FunctionCode.Kind.NORMAL
                && !function.code().isStrict()) {
            // NON-STANDARD: elsewhere sloppy functions have own properties "caller" and
            // "arguments" with the value null.
            return Null.NULL;
        }
        throw Errors.typeError(
                "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode"
                        + " functions or the arguments objects for calls to them");
    }

    /** 19.2.1 eval ( x ): the indirect form. Direct calls are recognised by the compiler. */
    private static Object eval(Realm realm, Object source) {
        if (!(source instanceof CharSequence)) {
            return source; // 19.2.1.1, step 2
        }
        realm.agent().hostHooks().ensureCanCompileStrings(realm);
        return realm.agent().services().performIndirectEval(realm, source.toString());
    }
}
