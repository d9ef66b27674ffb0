package dev.jsj.interp.bytecode;

/**
 * How a suspended generator is resumed; {@link Op#YIELD} leaves the ordinal, as an Integer, in its
 * mode register.
 */
public enum ResumeMode {
    NEXT(".next"),
    THROW(".throw"),
    RETURN(".return");

    private final String method;

    ResumeMode(String method) {
        this.method = method;
    }

    /** The generator's method that resumes so, behind a dot. */
    public String method() {
        return method;
    }
}
