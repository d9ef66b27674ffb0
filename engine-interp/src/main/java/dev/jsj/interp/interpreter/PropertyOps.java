package dev.jsj.interp.interpreter;

import dev.jsj.interp.feedback.MegamorphicCache;
import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.PropertyErrors;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/** Named properties: GET_PROPERTY, SET_PROPERTY and their kin behind the monomorphic path. */
final class PropertyOps {
    private PropertyOps() {}

    /** GetV with a constant key, through the cache in {@code caches[site]}. */
    static Object get(Frame frame, int pc, Object base, Object key, int site) {
        frame.pc = pc;
        ScriptCode code = frame.code;
        JSObject start;
        if (base instanceof JSObject object) {
            start = object;
        } else if (base instanceof CharSequence text) {
            if (key.equals("length")) {
                return text.length();
            }
            start = frame.realm().intrinsic(Intrinsic.STRING_PROTOTYPE);
        } else {
            start = prototypeOfPrimitive(frame.realm(), base, key);
        }
        return PropertyCache.load(code.megamorphic(), code.caches, site, start, key, base);
    }

    /**
     * {@link #get} at a megamorphic site, where that runs no other code and cannot fail; or null.
     */
    static @Nullable Object quickGet(MegamorphicCache megamorphic, Object base, Object key) {
        return base instanceof JSObject object
                ? PropertyCache.quickLoad(megamorphic, object, key)
                : null;
    }

    /** {@link #set} at a megamorphic site; false, with nothing done, where that is more. */
    static boolean quickSet(MegamorphicCache megamorphic, Object base, Object key, Object value) {
        return base instanceof JSObject object
                && PropertyCache.quickStore(megamorphic, object, key, value);
    }

    private static JSObject prototypeOfPrimitive(Realm realm, Object base, Object key) {
        if (base == Undefined.UNDEFINED || base == Null.NULL) {
            throw PropertyErrors.cannotRead(base, key);
        }
        if (base instanceof Boolean) {
            return realm.intrinsic(Intrinsic.BOOLEAN_PROTOTYPE);
        }
        if (base instanceof Symbol) {
            return realm.intrinsic(Intrinsic.SYMBOL_PROTOTYPE);
        }
        return realm.intrinsic(
                base instanceof BigInteger
                        ? Intrinsic.BIGINT_PROTOTYPE
                        : Intrinsic.NUMBER_PROTOTYPE);
    }

    /** GET_LENGTH dst, object, fb. */
    static Object length(Frame frame, int pc, Object base, int site) {
        if (base instanceof JSArray array) {
            return array.lengthValue();
        }
        return get(frame, pc, base, "length", site);
    }

    /** SET_PROPERTY object, key, value, strict, fb. */
    static void set(Frame frame, int pc, Object base, Object value) {
        frame.pc = pc;
        ScriptCode code = frame.code;
        int[] instructions = code.instructions;
        Object key = code.constants[instructions[pc + 2]];
        boolean strict = instructions[pc + 4] != 0;
        if (!(base instanceof JSObject object)) {
            ObjectOperations.setV(frame.realm(), base, key, value, strict);
        } else if (!PropertyCache.store(
                        code.megamorphic(), code.caches, instructions[pc + 5], object, key, value)
                && strict) {
            throw PropertyErrors.failedSet(object, key);
        }
    }

    /** DEFINE_PROPERTY object, key, value, fb. */
    static void define(Frame frame, int pc) {
        frame.pc = pc;
        ScriptCode code = frame.code;
        int[] instructions = code.instructions;
        JSObject object = (JSObject) frame.registers[instructions[pc + 1]];
        Object key = code.constants[instructions[pc + 2]];
        Object value = frame.registers[instructions[pc + 3]];
        if (key instanceof Integer
                || !PropertyCache.define(code.caches, instructions[pc + 4], object, key, value)) {
            ObjectOperations.createDataPropertyOrThrow(object, key, value);
        }
    }

    /** GET_SUPER_PROPERTY dst, base, key, this, fb. */
    static Object getSuper(Frame frame, int pc, @Nullable Object base, Object key, int site) {
        frame.pc = pc;
        ScriptCode code = frame.code;
        Object self = frame.registers[code.instructions[pc + 4]];
        if (!(base instanceof JSObject object)) {
            throw PropertyErrors.cannotRead(base == null ? Null.NULL : base, key);
        }
        return PropertyCache.load(code.megamorphic(), code.caches, site, object, key, self);
    }
}
