package dev.jsj.jit.passes;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.EntryPoint;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.ValueType;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

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
    private final Set<Integer> refuted;
    private final BitSet readByHandlers = new BitSet();
    private final Map<Block, ValueType[]> guesses = new HashMap<>();

    /**
     * @param refuted the loop headers where a guess has failed
     */
    LoopTypes(ControlFlow flow, EntryPoint entry, int[] counters, Set<Integer> refuted) {
        this.flow = flow;
        this.entry = entry;
        this.counters = counters;
        this.refuted = refuted;
        flow.unit().handlers().forEach(h -> readByHandlers.or(flow.blockAt(h.handler()).liveIn()));
    }

    /** What the register holds at the start of a loop header, as guessed; null for no guess. */
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
                Block header = flow.blockAt(jump.target());
                if (!entry.admits(header) && !refuted.contains(header.start())) {
                    changed |= refine(inference, header, last);
                }
            }
        }
        return changed;
    }

    private boolean refine(TypeInference inference, Block header, Block last) {
        ValueType[] types = inference.atEntry(header);
        ValueType[] after = inference.typesAfter(last);
        boolean changed = false;
        for (int register = header.liveIn().nextSetBit(0);
                register >= 0;
                register = header.liveIn().nextSetBit(register + 1)) {
            ValueType type = after[register];
            if (types[register] == ValueType.ANY
                    && type != null
                    && type != ValueType.ANY
                    && !readByHandlers.get(register)
                    && isUsedAs(type, register, header, last)) {
                guesses.computeIfAbsent(header, h -> new ValueType[types.length])[register] = type;
                changed = true;
            }
        }
        return changed;
    }

    /** Whether something in the loop computes with the register, and has seen such Numbers only. */
    private boolean isUsedAs(ValueType type, int register, Block header, Block last) {
        boolean[] evidence = new boolean[2]; // for, against
        for (Block block : flow.blocks()) {
            if (block.start() < header.start() || block.start() > last.start()) {
                continue;
            }
            for (Instruction instruction : block.instructions()) {
                instruction.forEachRead(
                        read -> {
                            if (read == register && computes(instruction.op())) {
                                int seen = counters[instruction.feedback()];
                                boolean fits =
                                        type == ValueType.INT
                                                ? seen == 0
                                                : OperatorTypes.isNumeric(seen);
                                evidence[fits ? 0 : 1] = true;
                            }
                        });
            }
        }
        return evidence[0] && !evidence[1];
    }

    private static boolean computes(Op op) {
        return OperatorTypes.isArithmetic(op);
    }
}
