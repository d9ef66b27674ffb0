package dev.jsj.jit.passes;

import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.EntryPoint;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.ValueType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Guesses that a loop variable of unknown type (a parameter, a value from the heap) is a Number
 * from the start where the loop makes it one: it is unboxed once, on the way into the loop, and not
 * boxed again at each iteration. A guess needs arithmetic in the loop that has only seen Numbers in
 * the variable; the edges into the loop are guarded.
 */
final class LoopTypes {
    /** Variables that pass values to each other are found one after the other. */
    static final int MAX_ROUNDS = 12;

    private final ControlFlow flow;
    private final EntryPoint entry;
    private final int[] counters;
    private final RefutedGuesses refuted;
    private final Map<Block, ValueType[]> guesses = new HashMap<>();

    /**
     * @param refuted the blocks where a guess has failed: no int32 is taken for a double next
     */
    LoopTypes(ControlFlow flow, EntryPoint entry, int[] counters, RefutedGuesses refuted) {
        this.flow = flow;
        this.entry = entry;
        this.counters = counters;
        this.refuted = refuted;
    }

    /** What the register holds at the start of a block, as guessed; null for no guess. */
    @Nullable ValueType guess(Block block, int register) {
        ValueType[] types = guesses.get(block);
        return types == null ? null : types[register];
    }

    /** Makes guesses from what the inference has found so far; whether there are new ones. */
    boolean refine(TypeInference inference) {
        boolean changed = false;
        for (Block last : flow.blocks()) {
            Instruction jump = last.last();
            if (jump.isBackEdge() && inference.reaches(last)) {
                changed |= refine(inference, jump.target(), last.start());
            }
        }
        return changed;
    }

    /** One loop: the blocks that start from {@code first} to {@code last}. */
    private boolean refine(TypeInference inference, int first, int last) {
        boolean changed = false;
        for (Block block : flow.blocks()) {
            if (!isIn(block, first, last)
                    || !inference.reaches(block)
                    || entry.admits(block)
                    || refuted.numbers().contains(block.originalStart())) {
                continue;
            }
            List<Block> inside = new ArrayList<>();
            boolean entered = false;
            for (Block predecessor : block.predecessors()) {
                if (isIn(predecessor, first, last)) {
                    inside.add(predecessor);
                } else {
                    entered = true;
                }
            }
            if (entered) {
                changed |= refine(inference, block, inside, first, last);
            }
        }
        return changed;
    }

    private static boolean isIn(Block block, int first, int last) {
        return block.start() >= first && block.start() <= last;
    }

    /** A block where the loop is entered, and to which the blocks {@code inside} lead, too. */
    private boolean refine(
            TypeInference inference, Block block, List<Block> inside, int first, int last) {
        ValueType[] types = inference.atEntry(block);
        List<ValueType[]> after = new ArrayList<>();
        for (Block predecessor : inside) {
            if (inference.reaches(predecessor)) {
                after.add(inference.typesOnEdge(predecessor, block));
            }
        }
        boolean changed = false;
        for (int register = block.live().in().nextSetBit(0);
                register >= 0;
                register = block.live().in().nextSetBit(register + 1)) {
            ValueType type = null;
            for (ValueType[] each : after) {
                type = ValueType.join(type, ValueType.orAny(each[register]));
            }
            if (types[register] == ValueType.ANY
                    && type != null
                    && type != ValueType.ANY
                    && !block.handled().in().get(register)
                    && isComputedWith(register, first, last)) {
                guesses.computeIfAbsent(block, b -> new ValueType[types.length])[register] =
                        refuted.ints().contains(block.originalStart()) ? ValueType.DOUBLE : type;
                changed = true;
            }
        }
        return changed;
    }

    /** Whether the loop computes with the register, and has seen only Numbers then. */
    private boolean isComputedWith(int register, int first, int last) {
        boolean[] seen = new boolean[2]; // Numbers, something else
        for (Block block : flow.blocks()) {
            if (isIn(block, first, last)) {
                for (Instruction instruction : block.instructions()) {
                    if (OperatorTypes.isArithmetic(instruction.op())) {
                        instruction.forEachRead(
                                read -> {
                                    if (read == register) {
                                        int types = counters[instruction.feedback()];
                                        seen[OperatorTypes.isNumeric(types) ? 0 : 1] = true;
                                    }
                                });
                    }
                }
            }
        }
        return seen[0] && !seen[1];
    }
}
