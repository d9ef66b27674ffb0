package dev.jsj.jit.deopt;

import dev.jsj.interp.interpreter.CompiledCode;

/** Why compiled code handed its frame back to the interpreter; texts as V8 prints them. */
public enum DeoptReason {
    WRONG_OSR_TYPE("wrong type at loop entry"),
    /** A variable of a loop was guessed to be an int32 from the start. */
    WRONG_LOOP_VARIABLE("wrong type of loop variable"),
    /** The same, with any Number. */
    LOOP_VARIABLE_NO_NUMBER("loop variable not a Number"),
    NOT_A_SMI("not a Smi"),
    NOT_A_NUMBER("not a Number"),
    OVERFLOW("overflow"),
    DIVISION_BY_ZERO("division by zero"),
    LOST_PRECISION("lost precision"),
    MINUS_ZERO("minus zero"),
    /** The elements, or the receiver of an element access, are of another kind. */
    WRONG_ELEMENTS("wrong elements kind"),
    /** The object has another shape than those seen so far. */
    WRONG_SHAPE("wrong map"),
    /** A {@code length} of something else than an array or a string. */
    WRONG_LENGTH("wrong instance type"),
    /** A call of another function than the one seen so far. */
    WRONG_CALL_TARGET("wrong call target"),
    /** What follows had never been executed when the code was made. */
    UNREACHED("Insufficient type feedback");

    private final String text;

    DeoptReason(String text) {
        this.text = text;
    }

    /** The reason that compiled code gave the interpreter. */
    public static DeoptReason of(int reason) {
        return reason == CompiledCode.UNREACHED ? UNREACHED : values()[reason];
    }

    @Override
    public String toString() {
        return text;
    }
}
