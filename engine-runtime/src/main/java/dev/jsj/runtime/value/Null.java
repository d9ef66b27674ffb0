package dev.jsj.runtime.value;

/** 6.1.2 The Null type: its one value. Java {@code null} is never a JavaScript value. */
public final class Null {
    /** The value {@code null}. */
    public static final Null NULL = new Null();

    private Null() {}

    @Override
    public String toString() {
        return "null";
    }
}
