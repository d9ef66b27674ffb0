package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.bytecode.ResumeMode;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

/**
 * The ops that suspend and resume frames. A negative pc tells the interpreter that the frame has
 * been left.
 */
final class CoroutineOps {
    private static final int SUSPENDED = -1;

    private CoroutineOps() {}

    private static int suspend(Frame frame, int pc, Object result) {
        frame.pc = pc;
        frame.result = result;
        frame.leave();
        return SUSPENDED;
    }

    /** {@code CREATE_GENERATOR}. */
    static int createGenerator(Frame frame, int pc) {
        frame.pc = pc;
        if (frame.code.info().kind() == FunctionInfo.Kind.MODULE) {
            return suspend(frame, pc, Undefined.UNDEFINED);
        }
        boolean async = frame.code.info().async();
        JSObject prototype =
                Constructors.getPrototypeFromConstructor(
                        frame.function,
                        async
                                ? Intrinsic.ASYNC_GENERATOR_PROTOTYPE
                                : Intrinsic.GENERATOR_PROTOTYPE);
        var shape = prototype.shape().tree().root(prototype);
        JSObject generator =
                async ? new AsyncGeneratorObject(shape, frame) : new GeneratorObject(shape, frame);
        return suspend(frame, pc, generator);
    }

    /** {@code YIELD dst, mode, value}. */
    static int yield_(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        Object value = frame.registers[code[pc + 3]];
        if (frame.coroutine instanceof AsyncGeneratorObject.AsyncGenerator generator) {
            Object[] next = generator.object.yield(value);
            if (next == null) {
                return suspend(frame, pc, null);
            }
            frame.registers[code[pc + 1]] = next[1];
            frame.registers[code[pc + 2]] = next[0];
            return pc + 4;
        }
        frame.result = yieldValue(frame, pc, value);
        return SUSPENDED;
    }

    /** {@code YIELD} of a generator that is not async: what its resumer gets. */
    static Object yieldValue(Frame frame, int pc, Object value) {
        frame.pc = pc;
        ((GeneratorObject.Generator) frame.coroutine).object.suspend();
        frame.leave();
        return value;
    }

    /** {@code YIELD_DELEGATE dst, mode, result, iterator}. */
    static int yieldDelegate(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        Object[] registers = frame.registers;
        frame.result = yieldResult(frame, pc, registers[code[pc + 3]], registers[code[pc + 4]]);
        return SUSPENDED;
    }

    /** {@code YIELD_DELEGATE}: what the resumer gets. */
    static Object yieldResult(Frame frame, int pc, Object result, Object iterator) {
        frame.pc = pc;
        GeneratorObject generator = ((GeneratorObject.Generator) frame.coroutine).object;
        Object given = generator.delegate((IteratorState) iterator, (JSObject) result);
        frame.leave();
        return given;
    }

    /** Whether RESUME with such a mode just goes on. */
    static boolean goesOn(Object mode) {
        return mode instanceof Integer number && number == 0;
    }

    /** {@code RESUME value, mode, returnTarget}. */
    static int resume(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        int mode = (Integer) frame.registers[code[pc + 2]];
        if (mode == ResumeMode.THROW.ordinal()) {
            frame.pc = pc;
            throw new JSThrow(frame.registers[code[pc + 1]]);
        }
        return mode == ResumeMode.RETURN.ordinal() ? code[pc + 3] : pc + 4;
    }

    /** {@code AWAIT dst, value}. */
    static int await_(Frame frame, int pc) {
        frame.pc = pc;
        frame.coroutine.await(frame.registers[frame.code.instructions[pc + 2]]);
        return suspend(frame, pc, null);
    }

    /** {@code AWAIT_CATCH dst, mode, value}. */
    static int awaitCatch(Frame frame, int pc) {
        frame.pc = pc;
        int[] code = frame.code.instructions;
        try {
            frame.coroutine.await(frame.registers[code[pc + 3]]);
        } catch (JSThrow thrown) {
            Object reason = thrown.valueOrNull();
            if (reason == null) {
                reason = Unwinding.materialize(frame.code.agent, thrown, frame.realm());
            }
            frame.registers[code[pc + 1]] = reason;
            frame.registers[code[pc + 2]] = ResumeMode.THROW.ordinal();
            return pc + 4;
        }
        return suspend(frame, pc, null);
    }
}
