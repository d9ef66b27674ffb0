package dev.jsj.interp.bytecode;

/** The kinds of operand. Each operand is one int in the code, after the opcode. */
public enum Operand {
    /**
     * A register that is written, after all operands were read; never written when the op throws.
     */
    DST,
    /** A register that is read. */
    SRC,
    /** The first of consecutive registers that are read; a COUNT operand follows at once. */
    RANGE,
    /** How many registers the RANGE or DST_RANGE before it covers; may be 0. */
    COUNT,
    /** The first of consecutive registers that are written; a COUNT operand follows at once. */
    DST_RANGE,
    /** The first of two consecutive registers that are both written. */
    DST_PAIR,
    /** An int immediate. */
    INT,
    /**
     * A small enumeration or bit set; see the op. 0 and 1 mean sloppy and strict where called
     * {@code strict}.
     */
    FLAG,
    /** An index into the constant pool. */
    CONSTANT,
    /** An index into the nested functions of the code unit. */
    FUNCTION,
    /** How many scopes to go up from the frame's current one; 0 is the current one. */
    DEPTH,
    /** An index into the scope array (2 is the first variable). */
    SLOT,
    /** The absolute code offset of a jump. */
    TARGET,
    /** A feedback slot, see {@link FeedbackKind}; always last. */
    FEEDBACK
}
