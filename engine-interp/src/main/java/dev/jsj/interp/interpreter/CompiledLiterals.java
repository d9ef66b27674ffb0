package dev.jsj.interp.interpreter;

import dev.jsj.runtime.builtins.text.JSRegExp;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.Elements;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/** The literals of {@link LiteralOps} as compiled code makes them, for a running function. */
final class CompiledLiterals {
    private CompiledLiterals() {}

    static Object closure(ScriptFunction caller, ScriptCode nested, Object @Nullable [] scope) {
        return new ScriptFunction(caller.realm(), nested, scope);
    }

    static Object objectPrototype(ScriptFunction caller) {
        return caller.realm().objectPrototype();
    }

    static Object regExp(ScriptFunction caller, String pattern, String flags) {
        return JSRegExp.create(caller.realm(), pattern, flags);
    }

    static Object emptyObject(ScriptFunction caller) {
        return caller.realm().newObject();
    }

    static Object emptyArray(ScriptFunction caller) {
        return caller.realm().newArray();
    }

    static Object array(ScriptFunction caller, Object[] values) {
        Realm realm = caller.realm();
        Object elements = Elements.of(values, 0, values.length);
        return new JSArray(realm.arrayShape(), elements, values.length);
    }

    static Object copyArray(ScriptFunction caller, int[] ints) {
        return new JSArray(caller.realm().arrayShape(), ints.clone(), ints.length);
    }

    static Object copyArray(ScriptFunction caller, double[] doubles) {
        return new JSArray(caller.realm().arrayShape(), doubles.clone(), doubles.length);
    }

    static Object copyArray(ScriptFunction caller, Object[] objects) {
        return new JSArray(caller.realm().arrayShape(), objects.clone(), objects.length);
    }
}
