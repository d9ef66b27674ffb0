package dev.jsj.interp.bytecode;

/**
 * How a suspended generator is resumed; {@link Op#YIELD} leaves the ordinal, as an Integer, in its
 * mode register.
 */
public enum ResumeMode {
    NEXT,
    THROW,
    RETURN
}
