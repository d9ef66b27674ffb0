package dev.jsj.interp.feedback;

import dev.jsj.runtime.builtins.binary.ElementType;
import dev.jsj.runtime.builtins.binary.JSTypedArray;
import dev.jsj.runtime.object.Elements;
import dev.jsj.runtime.object.JSObject;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of elements that one GET_ELEMENT or SET_ELEMENT has met, as an immutable bit set. The
 * interpreter notes the first access of a site and those that its dense array path cannot do;
 * compiled code that meets another kind than it was made for notes that one too.
 */
public final class ElementFeedback {
    /** An element of an int[]. */
    public static final int INTS = 1;

    /** An element of a double[]. */
    public static final int DOUBLES = 2;

    /** An element of an Object[]. */
    public static final int OBJECTS = 4;

    /** A code unit of a string. */
    public static final int STRING = 8;

    /** A hole, an index behind the end, or a store that made the array grow. */
    public static final int ABSENT = 16;

    /** Another receiver, or a key that is no index. */
    public static final int OTHER = 32;

    private static final int FIRST_TYPED = 64;

    private final int kinds;

    private ElementFeedback(int kinds) {
        this.kinds = kinds;
    }

    /** The bit of the elements of a typed array. */
    public static int typed(ElementType type) {
        return type.isBigInt() ? OTHER : FIRST_TYPED << type.ordinal();
    }

    /** The bits that a site's cache entry holds; 0 where it was never reached. */
    public static int kinds(@Nullable Object entry) {
        return entry instanceof ElementFeedback feedback ? feedback.kinds : 0;
    }

    /** Whether the site has met the kind. */
    public boolean includes(int kind) {
        return (kinds & kind) != 0;
    }

    /** Whether the site has met typed arrays of the type. */
    public boolean includes(ElementType type) {
        return !type.isBigInt() && includes(typed(type));
    }

    /** Notes an access at the site {@code caches[slot]} that is about to be done. */
    public static void note(Object[] caches, int slot, Object base, Object key) {
        int known = kinds(caches[slot]);
        int kinds = known | kind(base, key);
        if (kinds != known) {
            caches[slot] = new ElementFeedback(kinds);
        }
    }

    private static int kind(Object base, Object key) {
        int index = index(key);
        if (index < 0) {
            return OTHER;
        }
        if (base instanceof JSTypedArray array) {
            return typed(array.type()) | (index < array.length() ? 0 : ABSENT);
        }
        if (base instanceof CharSequence text) {
            return STRING | (index < text.length() ? 0 : ABSENT);
        }
        return base instanceof JSObject object ? kind(object.elements, index) : OTHER;
    }

    private static int kind(@Nullable Object elements, int index) {
        if (elements == null) {
            return ABSENT;
        }
        int absent = Elements.get(elements, index) == null ? ABSENT : 0;
        if (elements instanceof int[]) {
            return INTS | absent;
        }
        if (elements instanceof double[]) {
            return DOUBLES | absent;
        }
        return elements instanceof Object[] ? OBJECTS | absent : OTHER;
    }

    /** The key as an array index, or -1. */
    public static int index(Object key) {
        if (key instanceof Integer index) {
            return index;
        }
        return key instanceof Double number && (int) (double) number == number
                ? (int) (double) number
                : -1;
    }
}
