package dev.jsj.runtime.value;

/** 6.1.1 The Undefined type: its one value. */
public final class Undefined {
    /** The value {@code undefined}. */
    public static final Undefined UNDEFINED = new Undefined();

    private Undefined() {}

    @Override
    public String toString() {
        return "undefined";
    }
}
