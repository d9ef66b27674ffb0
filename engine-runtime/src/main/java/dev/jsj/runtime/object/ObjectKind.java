package dev.jsj.runtime.object;

/**
 * What a shape says about the Java class and the exotic behaviour of its objects. Objects of
 * different kinds never share a shape, so a shape check also proves the kind.
 */
public enum ObjectKind {
    /** All named properties live in the shape. */
    ORDINARY,
    /** A {@link JSArray}: {@code length} is not in the shape. */
    ARRAY,
    /** A function object of any class. */
    FUNCTION,
    /** Integer-indexed exotic objects (10.4.5): canonical numeric strings are not ordinary keys. */
    TYPED_ARRAY,
    /** Ordinary named properties; indices are handled by the class (String objects, arguments). */
    INDEXED_EXOTIC,
    /** Nothing about the object may be cached (Proxy, module namespace and host exotics). */
    EXOTIC;

    /**
     * Whether named properties behave as those of ordinary objects, but for the {@code length} and
     * the large indices of arrays.
     */
    public boolean hasOrdinaryNames() {
        return this != TYPED_ARRAY && this != EXOTIC;
    }

    /** Whether {@link JSObject#elements} holds all there is to know about indices. */
    public boolean hasOrdinaryElements() {
        return this == ORDINARY || this == ARRAY || this == FUNCTION;
    }
}
