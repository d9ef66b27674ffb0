package dev.jsj.jit.ir;

import org.jspecify.annotations.Nullable;

/** How compiled code keeps the value of a register: the lattice of the type inference. */
public enum ValueType {
    /** A Java int: an int32 Number. */
    INT,
    /** A Java double: any Number. */
    DOUBLE,
    /** A Java Object: any JavaScript value, boxed, or an internal one. */
    ANY;

    /** How a value is kept whose type is not known, for null. */
    public static ValueType orAny(@Nullable ValueType type) {
        return type == null ? ANY : type;
    }

    /** The type that holds the values of both; null is no value yet. */
    public static ValueType join(@Nullable ValueType a, ValueType b) {
        if (a == null || a == b) {
            return b;
        }
        return a == ANY || b == ANY ? ANY : DOUBLE;
    }
}
