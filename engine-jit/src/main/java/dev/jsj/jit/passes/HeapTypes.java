package dev.jsj.jit.passes;

import dev.jsj.interp.feedback.ElementFeedback;
import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.jit.ir.ValueType;
import dev.jsj.runtime.builtins.binary.ElementType;

import org.jspecify.annotations.Nullable;

/** What the caches of property and element sites say about the values that are loaded. */
public final class HeapTypes {
    private static final int INT_KINDS =
            ElementFeedback.INTS
                    | ElementFeedback.typed(ElementType.INT8)
                    | ElementFeedback.typed(ElementType.UINT8)
                    | ElementFeedback.typed(ElementType.UINT8_CLAMPED)
                    | ElementFeedback.typed(ElementType.INT16)
                    | ElementFeedback.typed(ElementType.UINT16)
                    | ElementFeedback.typed(ElementType.INT32);

    private static final int INTEGER_KINDS = INT_KINDS | ElementFeedback.typed(ElementType.UINT32);

    private static final int NUMBER_KINDS =
            INTEGER_KINDS
                    | ElementFeedback.DOUBLES
                    | ElementFeedback.typed(ElementType.FLOAT16)
                    | ElementFeedback.typed(ElementType.FLOAT32)
                    | ElementFeedback.typed(ElementType.FLOAT64);

    private HeapTypes() {}

    /**
     * The type of what a GET_ELEMENT gives, with guards for the kinds that it has met.
     *
     * @param truncated whether it is only used modulo 2^32
     */
    public static ValueType ofElement(@Nullable Object cache, boolean truncated) {
        int kinds = ElementFeedback.kinds(cache);
        if (kinds == 0 || (kinds & ~NUMBER_KINDS) != 0) {
            return ValueType.ANY;
        }
        if ((kinds & ~INT_KINDS) == 0) {
            return ValueType.INT;
        }
        return truncated && (kinds & ~INTEGER_KINDS) == 0 ? ValueType.LONG : ValueType.DOUBLE;
    }

    /**
     * The type of what a GET_LENGTH gives: an int for arrays, strings and typed arrays, when it has
     * met nothing else.
     */
    public static ValueType ofLength(@Nullable Object cache) {
        for (PropertyCache entry = (PropertyCache) cache; entry != null; entry = entry.rest()) {
            if (!entry.isTypedArrayLength()) {
                return ValueType.ANY;
            }
        }
        return ValueType.INT;
    }
}
