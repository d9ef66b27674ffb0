package dev.jsj.interp.interpreter;

import dev.jsj.interp.feedback.ElementFeedback;
import dev.jsj.interp.feedback.MegamorphicCache;
import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.PropertyErrors;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.SingleCharacters;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** Computed member access: GET_ELEMENT, SET_ELEMENT and their kin behind the dense array path. */
final class ElementOps {
    private ElementOps() {}

    /** base[key], whatever they are. */
    static Object get(Frame frame, int pc, Object base, Object key) {
        frame.pc = pc;
        ElementFeedback.note(frame.code.caches, frame.code.instructions[pc + 4], base, key);
        if (base instanceof JSObject object) {
            if (key instanceof Integer index && index >= 0) {
                return object.get(index.intValue(), object);
            }
            return PropertyCache.loadComputed(
                    frame.code.megamorphic(), object, TypeConversion.toPropertyKey(key));
        }
        if (base instanceof CharSequence text && key instanceof Integer index) {
            if (index >= 0 && index < text.length()) {
                return SingleCharacters.of(text.charAt(index));
            }
        }
        if (base == Undefined.UNDEFINED || base == Null.NULL) {
            throw PropertyErrors.cannotRead(base, readableKey(key));
        }
        return ObjectOperations.getV(frame.realm(), base, TypeConversion.toPropertyKey(key));
    }

    /** {@link #get} by a name, where that runs no other code and cannot fail; or null. */
    static @Nullable Object quickGet(MegamorphicCache megamorphic, Object base, Object key) {
        return base instanceof JSObject object && (key instanceof String || key instanceof Symbol)
                ? PropertyCache.quickLoad(megamorphic, object, key)
                : null;
    }

    /** {@link #set} by a name; false, with nothing done, where that is more. */
    static boolean quickSet(MegamorphicCache megamorphic, Object base, Object key, Object value) {
        return base instanceof JSObject object
                && (key instanceof String || key instanceof Symbol)
                && PropertyCache.quickStore(megamorphic, object, key, value);
    }

    /** The key of an error message, without running user code. */
    static Object readableKey(Object key) {
        return key instanceof JSObject
                ? dev.jsj.runtime.operations.ErrorText.of(key)
                : TypeConversion.toPropertyKey(key);
    }

    /** base[key] = value. */
    static void set(Frame frame, int pc, Object base, Object key, Object value) {
        frame.pc = pc;
        int site = frame.code.instructions[pc + 5];
        ElementFeedback.note(frame.code.caches, site, base, key);
        boolean strict = frame.code.instructions[pc + 4] != 0;
        if (base instanceof JSObject object) {
            if (key instanceof Integer index && index >= 0) {
                if (!object.set(index.intValue(), value, object) && strict) {
                    throw PropertyErrors.failedSet(object, index);
                }
                ElementFeedback.note(frame.code.caches, site, base, key); // as it is now
                return;
            }
            Object propertyKey = TypeConversion.toPropertyKey(key);
            if (!PropertyCache.storeComputed(frame.code.megamorphic(), object, propertyKey, value)
                    && strict) {
                throw PropertyErrors.failedSet(object, propertyKey);
            }
            return;
        }
        if (base == Undefined.UNDEFINED || base == Null.NULL) {
            throw PropertyErrors.cannotSet(base, readableKey(key));
        }
        ObjectOperations.setV(
                frame.realm(), base, TypeConversion.toPropertyKey(key), value, strict);
    }
}
