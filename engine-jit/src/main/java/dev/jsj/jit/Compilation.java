package dev.jsj.jit;

import dev.jsj.interp.interpreter.CompiledCode;
import dev.jsj.interp.interpreter.Frame;
import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.jit.deopt.GuardStress;
import dev.jsj.jit.emit.ClassEmitter;
import dev.jsj.jit.ir.Activation;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.Body;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.EntryPoint;
import dev.jsj.jit.passes.Inliner;
import dev.jsj.jit.passes.Liveness;
import dev.jsj.jit.passes.RefutedGuesses;
import dev.jsj.jit.passes.Scopes;
import dev.jsj.jit.passes.TypeInference;
import dev.jsj.jit.passes.UnreachedCode;
import dev.jsj.jit.trace.Diagnostics;
import dev.jsj.jit.trace.IrText;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodTooLargeException;

import java.util.List;
import java.util.Set;

/** One compilation of a function, from a snapshot of its feedback: the passes in order. */
final class Compilation {
    /** Bytecode longer than this (in ints) would pass the JVM's limit of a method. */
    private static final int MAX_BYTECODE_LENGTH = 20_000;

    private final ScriptCode code;
    private final EntryPoint entry;
    private final Object @Nullable [] outerScope;
    private final Object @Nullable [] currentScope;
    private final Body body;
    private final boolean speculate;
    private final boolean prune;

    /** By activation. */
    private final List<RefutedGuesses> refuted;

    private final @Nullable GuardStress stress;
    private final Diagnostics diagnostics;

    /**
     * Takes the snapshot, on the agent's thread.
     *
     * @param frame the frame to replace in its loop; null for a compilation for calls
     * @param speculate whether guards stand for what the feedback says
     * @param prune whether code is left out that was never executed
     */
    Compilation(
            ScriptCode code,
            @Nullable Frame frame,
            boolean speculate,
            boolean prune,
            @Nullable GuardStress stress,
            Diagnostics diagnostics) {
        this.code = code;
        this.entry = frame == null ? EntryPoint.forCalls(code) : EntryPoint.forLoop(frame);
        this.outerScope = code.hasOnlyScope() ? code.onlyScope() : null;
        this.currentScope = frame == null ? null : frame.currentScope();
        this.body = speculate ? Inliner.inline(code) : Body.of(code);
        this.speculate = speculate;
        this.prune = prune;
        this.refuted =
                body.activations().stream()
                        .map(activation -> TierState.of(activation.code()).refuted.snapshot())
                        .toList();
        this.stress = stress;
        this.diagnostics = diagnostics;
    }

    /**
     * What came out.
     *
     * @param dependsOnOnlyScope whether the code is for the scope of the only closure
     * @param compiled null where the function could not be compiled
     * @param activations the function and all that were inlined into it
     * @param bailout why not
     */
    record Result(
            ScriptCode code,
            EntryPoint entry,
            boolean dependsOnOnlyScope,
            @Nullable CompiledCode compiled,
            List<Activation> activations,
            @Nullable Bailout bailout,
            int codeSize,
            long nanoseconds) {}

    /** Runs all passes, on any thread. */
    Result run() {
        long start = System.nanoTime();
        if (code.unit().code().length > MAX_BYTECODE_LENGTH) {
            return failed(Bailout.FUNCTION_TOO_LARGE, start);
        }
        ControlFlow flow = ControlFlow.of(body);
        Liveness.run(flow);
        Scopes scopes = Scopes.of(flow, entry, outerScope, currentScope);
        Set<Block> unreached = prune ? UnreachedCode.of(flow, entry, refuted) : Set.of();
        TypeInference types =
                TypeInference.of(flow, entry, scopes, speculate, unreached, refuted.get(0));
        if (diagnostics.printIr() && diagnostics.wants(code.name())) {
            diagnostics.output().print(IrText.of(code + " " + code.location(), flow, types));
        }
        try {
            ClassEmitter.EmittedClass emitted =
                    ClassEmitter.emit(
                            flow,
                            entry,
                            types,
                            scopes,
                            code.agent(),
                            code.name(),
                            code.info().source().name(),
                            stress);
            diagnostics.dump(code.name(), emitted.bytes());
            if (emitted.isTooLarge()) {
                return failed(Bailout.METHOD_TOO_LARGE, start);
            }
            return new Result(
                    code,
                    entry,
                    scopes.dependsOnOnlyScope(),
                    emitted.define(),
                    body.activations(),
                    null,
                    emitted.codeSize(),
                    System.nanoTime() - start);
        } catch (IndexOutOfBoundsException failure) {
            // A catch of the library's class would load it, and its kin, when the JVM starts.
            if (!(failure instanceof MethodTooLargeException)) {
                throw failure;
            }
            return failed(Bailout.METHOD_TOO_LARGE, start);
        }
    }

    private Result failed(Bailout bailout, long start) {
        return new Result(
                code, entry, false, null, List.of(), bailout, 0, System.nanoTime() - start);
    }
}
