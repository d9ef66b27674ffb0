package dev.jsj.jit.ir;

import org.jspecify.annotations.Nullable;

/** How compiled code keeps the value of a register: the lattice of the type inference. */
public enum ValueType {
    /** A Java int: an int32 Number. */
    INT,
    /**
     * A Java long: an integer that may be no int32, but is exact as a double, and not -0. Only
     * results that are used modulo 2^32 within a block are kept so: no register is, where a block
     * begins.
     */
    LONG,
    /** A Java double: any Number. */
    DOUBLE,
    /** A Java Object: any JavaScript value, boxed, or an internal one. */
    ANY;

    /** How a value is kept whose type is not known, for null. */
    public static ValueType orAny(@Nullable ValueType type) {
        return type == null ? ANY : type;
    }

    /** Whether it is INT or LONG; not so for null. */
    public static boolean isInteger(@Nullable ValueType type) {
        return type == INT || type == LONG;
    }

    /** The type that holds the values of both; null is no value yet. */
    public static ValueType join(@Nullable ValueType a, ValueType b) {
        if (a == null || a == b) {
            return b;
        }
        return a == ANY || b == ANY ? ANY : DOUBLE;
    }
}
