package dev.jsj.jit.ir;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.runtime.function.ScriptFunction;

import org.jspecify.annotations.Nullable;

/**
 * One of the functions that a {@link Body} is made of: the one that is compiled, or one inlined at
 * a call. Registers and feedback slots of the body are those of the function, moved up.
 *
 * @param number 0 for the function that is compiled
 * @param caller the activation that calls; null for the function that is compiled
 * @param code what runs
 * @param function the only function that is admitted; null where any closure of the code is
 * @param call the call in the caller's own bytecode; null for the function that is compiled
 * @param firstRegister the body's register for the function's first one
 * @param firstCounter the body's place for the function's feedback counters
 * @param firstCache the body's place for the function's caches
 */
public record Activation(
        int number,
        @Nullable Activation caller,
        ScriptCode code,
        @Nullable ScriptFunction function,
        @Nullable Instruction call,
        int firstRegister,
        int firstCounter,
        int firstCache) {
    /** Whether the function is a constructor called by new. */
    public boolean isConstruction() {
        return call != null && call.op() == Op.CONSTRUCT;
    }

    /** The register after the last of the function. */
    public int endRegister() {
        return firstRegister + code.unit().registerCount();
    }

    /** Whether the code runs in this activation or in one that called it. */
    public boolean isRunning(ScriptCode other) {
        return code == other || caller != null && caller.isRunning(other);
    }

    /** How many calls deep the activation is. */
    public int depth() {
        return caller == null ? 0 : caller.depth() + 1;
    }

    @Override
    public String toString() {
        return number + ": " + code;
    }
}
