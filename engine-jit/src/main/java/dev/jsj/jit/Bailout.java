package dev.jsj.jit;

/** Why a function stays in the interpreter. */
enum Bailout {
    FUNCTION_TOO_LARGE("function too large"),
    METHOD_TOO_LARGE("generated method too large for the JVM's compilers");

    private final String text;

    Bailout(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
