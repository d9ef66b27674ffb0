package dev.jsj.interp.bytecode;

/** The error constructor of an {@link Op#THROW_ERROR}; the ordinal is the operand. */
public enum ErrorKind {
    TYPE_ERROR,
    REFERENCE_ERROR,
    SYNTAX_ERROR,
    RANGE_ERROR;

    private static final ErrorKind[] VALUES = values();

    public static ErrorKind of(int ordinal) {
        return VALUES[ordinal];
    }
}
