package dev.jsj.jit;

import dev.jsj.interp.interpreter.CompiledCode;
import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.jit.deopt.GuardStress;
import dev.jsj.jit.emit.ClassEmitter;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.passes.Liveness;
import dev.jsj.jit.passes.TypeInference;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodTooLargeException;

/** One compilation of a function, from a snapshot of its feedback: the passes in order. */
final class Compilation {
    /** Bytecode longer than this (in ints) would become a method that HotSpot does not compile. */
    private static final int MAX_BYTECODE_LENGTH = 3000;

    private final ScriptCode code;
    private final int[] counters;
    private final Object[] caches;
    private final boolean speculate;
    private final @Nullable GuardStress stress;

    private Compilation(ScriptCode code, boolean speculate, @Nullable GuardStress stress) {
        this.code = code;
        this.counters = code.counters().clone();
        this.caches = code.caches().clone();
        this.speculate = speculate;
        this.stress = stress;
    }

    /** Takes the snapshot, on the agent's thread. */
    static Compilation prepare(ScriptCode code, boolean speculate, @Nullable GuardStress stress) {
        return new Compilation(code, speculate, stress);
    }

    /**
     * What came out.
     *
     * @param compiled null where the function could not be compiled
     * @param bailout why not
     */
    record Result(
            ScriptCode code,
            @Nullable CompiledCode compiled,
            @Nullable Bailout bailout,
            int codeSize,
            long nanoseconds) {}

    /** Runs all passes, on any thread. */
    Result run() {
        long start = System.nanoTime();
        if (code.unit().code().length > MAX_BYTECODE_LENGTH) {
            return failed(Bailout.FUNCTION_TOO_LARGE, start);
        }
        ControlFlow flow = ControlFlow.of(code.unit());
        Liveness.run(flow);
        TypeInference types = TypeInference.of(flow, counters, caches, speculate);
        try {
            ClassEmitter.EmittedClass emitted =
                    ClassEmitter.emit(
                            flow,
                            types,
                            counters,
                            caches,
                            code.name(),
                            code.info().source().name(),
                            stress);
            if (emitted.isTooLarge()) {
                return failed(Bailout.METHOD_TOO_LARGE, start);
            }
            return new Result(
                    code, emitted.define(), null, emitted.codeSize(), System.nanoTime() - start);
        } catch (MethodTooLargeException tooLarge) {
            return failed(Bailout.METHOD_TOO_LARGE, start);
        }
    }

    private Result failed(Bailout bailout, long start) {
        return new Result(code, null, bailout, 0, System.nanoTime() - start);
    }
}
