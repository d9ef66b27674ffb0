package dev.jsj.jit.ir;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.interpreter.ScriptCode;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * What one compilation compiles: the bytecode of a function, with that of the functions inlined
 * into it, and a snapshot of their feedback.
 */
public final class Body {
    private final CodeUnit unit;
    private final int[] counters;
    private final Object[] caches;
    private final List<Activation> activations;
    private final int[] activationAt;
    private final int[] originalPcs;

    /**
     * @param unit the bytecode; its source positions are not to be used
     * @param activations by number
     * @param activationAt by code offset, the number of the activation that an instruction is of
     * @param originalPcs by code offset, that in the activation's own bytecode
     */
    public Body(
            CodeUnit unit,
            int[] counters,
            Object[] caches,
            List<Activation> activations,
            int[] activationAt,
            int[] originalPcs) {
        this.unit = unit;
        this.counters = counters;
        this.caches = caches;
        this.activations = List.copyOf(activations);
        this.activationAt = activationAt;
        this.originalPcs = originalPcs;
    }

    /** A function without others, with its feedback as it is now. */
    public static Body of(ScriptCode code) {
        CodeUnit unit = code.unit();
        int[] pcs = new int[unit.code().length];
        Arrays.setAll(pcs, pc -> pc);
        return new Body(
                unit,
                code.counters().clone(),
                code.caches().clone(),
                List.of(new Activation(0, null, code, null, null, 0, 0, 0)),
                new int[pcs.length],
                pcs);
    }

    public CodeUnit unit() {
        return unit;
    }

    /** Feedback counters, of all functions. */
    public int[] counters() {
        return counters;
    }

    /** Feedback caches, of all functions. */
    public Object[] caches() {
        return caches;
    }

    /** The function that is compiled and all that are inlined, by number. */
    public List<Activation> activations() {
        return activations;
    }

    /** Whose instruction is at a code offset. */
    public Activation activationAt(int pc) {
        return activations.get(activationAt[pc]);
    }

    /** Where the instruction is in the bytecode of its own function. */
    public int originalPc(int pc) {
        return originalPcs[pc];
    }

    /** Whether an instruction of the function that is compiled begins here. */
    public boolean isOriginal(int pc) {
        return activationAt[pc] == 0 && isStart(pc);
    }

    /**
     * Whether an instruction of its function's own bytecode begins here; where one has become
     * several, the first of them.
     */
    public boolean isStart(int pc) {
        if (originalPcs[pc] < 0) {
            return false;
        }
        for (int before = pc - 1; before >= 0; before--) {
            if (activationAt[before] == activationAt[pc] && originalPcs[before] >= 0) {
                return originalPcs[before] != originalPcs[pc];
            }
        }
        return true;
    }

    /** The activation that a register is of; null for one of none, which no frame has. */
    public @Nullable Activation activationOf(int register) {
        for (Activation activation : activations) {
            if (register >= activation.firstRegister() && register < activation.endRegister()) {
                return activation;
            }
        }
        return null;
    }
}
