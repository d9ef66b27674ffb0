package dev.jsj.jit.ir;

import dev.jsj.interp.bytecode.Op;

/** What a comparison, by itself or with a jump, asks. */
public enum Relation {
    LESS,
    LESS_EQUAL,
    GREATER,
    GREATER_EQUAL,
    EQUAL,
    STRICT_EQUAL;

    /** The relation in the op's name. */
    public static Relation of(Op op) {
        String name = op.name();
        if (name.contains("STRICT")) {
            return STRICT_EQUAL;
        }
        if (name.contains("LESS_EQUAL")) {
            return LESS_EQUAL;
        }
        if (name.contains("GREATER_EQUAL")) {
            return GREATER_EQUAL;
        }
        if (name.contains("LESS")) {
            return LESS;
        }
        return name.contains("GREATER") ? GREATER : EQUAL;
    }

    /** Whether the op asks for the contrary of its relation. */
    public static boolean isNegated(Op op) {
        return op.name().contains("NOT");
    }

    /** Whether the op compares and jumps, loop back edges included. */
    public static boolean jumps(Op op) {
        return op.ordinal() >= Op.JUMP_IF_LESS.ordinal()
                        && op.ordinal() <= Op.JUMP_IF_STRICT_NOT_EQUAL_INT.ordinal()
                || op.ordinal() >= Op.LOOP_IF_LESS.ordinal()
                        && op.ordinal() <= Op.LOOP_IF_GREATER_EQUAL_INT.ordinal();
    }

    /** The relation of ints that holds where this one does not; null for the equalities. */
    public Relation contrary() {
        return switch (this) {
            case LESS -> GREATER_EQUAL;
            case LESS_EQUAL -> GREATER;
            case GREATER -> LESS_EQUAL;
            case GREATER_EQUAL -> LESS;
            case EQUAL, STRICT_EQUAL -> null;
        };
    }
}
