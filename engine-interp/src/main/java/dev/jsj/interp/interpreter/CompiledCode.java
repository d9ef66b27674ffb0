package dev.jsj.interp.interpreter;

import dev.jsj.runtime.object.Elements;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.ExecutionTerminated;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;

/**
 * A function that the optimizing tier has compiled. It takes over an entered frame at its pc, as
 * {@link Interpreter#run} does, and may hand it back at any op. The static methods are what
 * generated subclasses call beside the interpreter's own helpers.
 */
public abstract class CompiledCode {
    /** Runs an entered frame from its pc; null where it was suspended. */
    public abstract @Nullable Object run(Frame frame);

    private @Nullable OptimizingTier tier;

    /** Tells whom to notify of failed guards; called once, before the code runs. */
    public final void setTier(OptimizingTier owner) {
        tier = owner;
    }

    /** For the definition of subclasses as hidden classes of this package. */
    public static MethodHandles.Lookup lookup() {
        return MethodHandles.lookup();
    }

    /**
     * Goes on with the frame in the interpreter: it is at a place, or holds values, that the
     * compiled code was not made for.
     */
    static @Nullable Object interpret(Frame frame) {
        frame.left = frame.code.compiled;
        return Interpreter.run(frame);
    }

    /** Leaves compiled code: the interpreter goes on with the op at {@code pc}. */
    static @Nullable Object exit(Frame frame, int pc, int reason, CompiledCode code) {
        frame.pc = pc;
        if (code.tier != null) {
            code.tier.exited(frame.code, code, pc, reason);
        }
        return Interpreter.run(frame);
    }

    /** At loop back edges: serves a request for termination. */
    static void poll(Frame frame) {
        if (frame.code.agent.isTerminationRequested()) {
            throw new ExecutionTerminated();
        }
    }

    /** Any op, its operands being in the frame: the next pc, negative where the frame was left. */
    static int execute(Frame frame, int pc) {
        frame.pc = pc;
        return SlowOps.execute(frame, frame.code.instructions[pc], pc);
    }

    static boolean isTrue(@Nullable Object value) {
        return value == Boolean.TRUE || value != Boolean.FALSE && TypeConversion.toBoolean(value);
    }

    static boolean isNullish(@Nullable Object value) {
        return value == Undefined.UNDEFINED || value == Null.NULL;
    }

    /** GET_ELEMENT with an int key. */
    static Object getElement(Frame frame, int pc, Object base, int index) {
        if (index >= 0 && base instanceof JSObject object) {
            Object value = Elements.get(object.elements, index);
            if (value != null) {
                return value;
            }
        }
        frame.pc = pc;
        return ElementOps.get(frame, pc, base, index);
    }

    /** GET_ELEMENT. */
    static Object getElement(Frame frame, int pc, Object base, Object key) {
        if (key instanceof Integer index) {
            return getElement(frame, pc, base, index.intValue());
        }
        frame.pc = pc;
        return ElementOps.get(frame, pc, base, key);
    }

    /** SET_ELEMENT with an int key. */
    static void setElement(Frame frame, int pc, Object base, int index, Object value) {
        if (!(base instanceof JSObject object && Elements.replace(object.elements, index, value))) {
            frame.pc = pc;
            ElementOps.set(frame, pc, base, index, value);
        }
    }

    /** SET_ELEMENT. */
    static void setElement(Frame frame, int pc, Object base, Object key, Object value) {
        if (key instanceof Integer index) {
            setElement(frame, pc, base, index.intValue(), value);
        } else {
            frame.pc = pc;
            ElementOps.set(frame, pc, base, key, value);
        }
    }

    /** GET_GLOBAL: the value is put into the op's register, and given back. */
    static Object getGlobal(Frame frame, int pc) {
        frame.pc = pc;
        GlobalOps.get(frame, pc);
        return frame.registers[frame.code.instructions[pc + 1]];
    }

    /** {@code x >>> y} of any numbers. */
    static double unsignedShift(double x, double y) {
        return (TypeConversion.toInt32(x) >>> TypeConversion.toInt32(y)) & 0xffffffffL;
    }
}
