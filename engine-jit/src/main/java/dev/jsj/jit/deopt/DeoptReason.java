package dev.jsj.jit.deopt;

/** Why compiled code handed its frame back to the interpreter; texts as V8 prints them. */
public enum DeoptReason {
    NOT_A_SMI("not a Smi"),
    NOT_A_NUMBER("not a Number"),
    OVERFLOW("overflow"),
    DIVISION_BY_ZERO("division by zero"),
    LOST_PRECISION("lost precision"),
    MINUS_ZERO("minus zero");

    private final String text;

    DeoptReason(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
