package dev.jsj.interp.interpreter;

import dev.jsj.runtime.builtins.collections.Arrays;
import dev.jsj.runtime.builtins.collections.JSMap;
import dev.jsj.runtime.builtins.collections.JSSet;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.Elements;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.SingleCharacters;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * Frequent built-in functions as compiled code calls them: without an arguments array, and for the
 * receivers and arguments that are worth it. Everything else gives null (or -1), nothing being
 * done, and is left to the function itself.
 */
final class BuiltinFastPaths {
    private BuiltinFastPaths() {}

    /** 22.1.3.3 String.prototype.charCodeAt ( pos ) within the string; else -1. */
    static int charCodeAt(Object self, int position) {
        if (self instanceof String text) {
            return position >= 0 && position < text.length() ? text.charAt(position) : -1;
        }
        return self instanceof Rope rope && position >= 0 && position < rope.length()
                ? rope.charAt(position)
                : -1;
    }

    /** 22.1.3.2 String.prototype.charAt ( pos ). */
    static @Nullable Object charAt(ScriptFunction caller, Object self, Object position) {
        if (!(self instanceof CharSequence text && position instanceof Integer index)) {
            return null;
        }
        return index >= 0 && index < text.length() ? SingleCharacters.of(text.charAt(index)) : "";
    }

    /** 22.1.2.1 String.fromCharCode ( ...codeUnits ) of one Number. */
    static @Nullable Object fromCharCode(ScriptFunction caller, Object self, Object code) {
        return code instanceof Integer || code instanceof Double
                ? SingleCharacters.of((char) TypeConversion.toInt32(code))
                : null;
    }

    /** 23.1.3.23 Array.prototype.push ( ...items ) of one item: the new length; else -1. */
    static int push(ScriptFunction caller, Object self, Object item) {
        if (self instanceof JSObject object) {
            JSArray array = Arrays.dense(caller.realm(), object);
            if (array != null && array.length() < Integer.MAX_VALUE - 32) {
                array.append(item);
                return (int) array.length();
            }
        }
        return -1;
    }

    /** The same for an item that is no object yet. */
    static int push(ScriptFunction caller, Object self, int item) {
        if (self instanceof JSArray array
                && array.elements instanceof int[] ints
                && array.length() < ints.length
                && item != Elements.INT_HOLE
                && Arrays.dense(caller.realm(), array) != null) {
            return array.appendInPlace(ints, item);
        }
        return push(caller, self, (Object) item);
    }

    /** The same for an item that is no object yet. */
    static int push(ScriptFunction caller, Object self, double item) {
        if (self instanceof JSArray array
                && array.elements instanceof double[] doubles
                && array.length() < doubles.length
                && Arrays.dense(caller.realm(), array) != null) {
            return array.appendInPlace(doubles, item);
        }
        return push(caller, self, (Object) item);
    }

    /** 23.1.3.22 Array.prototype.pop ( ). */
    static @Nullable Object pop(ScriptFunction caller, Object self) {
        if (self instanceof JSObject object) {
            JSArray array = Arrays.dense(caller.realm(), object);
            return array == null ? null : array.removeLast();
        }
        return null;
    }

    /** 23.1.2.2 Array.isArray ( arg ), but for proxies. */
    static @Nullable Object isArray(ScriptFunction caller, Object self, Object value) {
        if (value instanceof JSArray) {
            return Boolean.TRUE;
        }
        return value instanceof JSObject ? null : Boolean.FALSE;
    }

    /** 24.1.3.6 Map.prototype.get ( key ). */
    static @Nullable Object mapGet(ScriptFunction caller, Object self, Object key) {
        if (self instanceof JSMap map) {
            Object value = map.table().get(key);
            return value == null ? Undefined.UNDEFINED : value;
        }
        return null;
    }

    /** 24.1.3.7 Map.prototype.has ( key ). */
    static @Nullable Object mapHas(ScriptFunction caller, Object self, Object key) {
        return self instanceof JSMap map ? map.table().has(key) : null;
    }

    /** 24.1.3.9 Map.prototype.set ( key, value ). */
    static @Nullable Object mapSet(ScriptFunction caller, Object self, Object key, Object value) {
        if (self instanceof JSMap map) {
            map.table().put(key, value);
            return map;
        }
        return null;
    }

    /** 24.2.4.8 Set.prototype.has ( value ). */
    static @Nullable Object setHas(ScriptFunction caller, Object self, Object value) {
        return self instanceof JSSet set ? set.table().has(value) : null;
    }

    /** 24.2.4.1 Set.prototype.add ( value ). */
    static @Nullable Object setAdd(ScriptFunction caller, Object self, Object value) {
        if (self instanceof JSSet set) {
            set.table().put(value, null);
            return set;
        }
        return null;
    }
}
