package dev.jsj.jit.passes;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.Relation;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the loads of properties whose results are only operands of arithmetic and comparisons that
 * have met doubles: they give an unboxed double, and a guard at the load takes the place of those
 * at the operators. Only sites that have met own data properties of one shape.
 */
final class NumberLoads {
    private final ControlFlow flow;
    private final int[] counters;
    private final Object[] caches;
    private final Map<Integer, PropertyCache> entries = new HashMap<>();

    private NumberLoads(ControlFlow flow) {
        this.flow = flow;
        this.counters = flow.body().counters();
        this.caches = flow.body().caches();
    }

    /** By offset of the instruction: the entry that the load is to be specialised for. */
    static Map<Integer, PropertyCache> of(ControlFlow flow) {
        NumberLoads pass = new NumberLoads(flow);
        flow.blocks().forEach(pass::scan);
        return pass.entries;
    }

    /** Backwards: {@code other} are the registers whose value is used otherwise from here on. */
    private void scan(Block block) {
        BitSet other = (BitSet) block.live().out().clone();
        BitSet asDouble = new BitSet();
        List<Instruction> instructions = block.instructions();
        for (int i = instructions.size() - 1; i >= 0; i--) {
            Instruction instruction = instructions.get(i);
            if (instruction.op() == Op.GET_PROPERTY
                    && asDouble.get(instruction.operand(0))
                    && !other.get(instruction.operand(0))) {
                PropertyCache entry = onlyEntry(instruction);
                if (entry != null) {
                    entries.put(instruction.pc(), entry);
                }
            }
            instruction.forEachWrite(other::clear);
            instruction.forEachWrite(asDouble::clear);
            Liveness.addReadByHandlers(flow, instruction, other);
            flow.forEachJump(instruction, target -> other.or(flow.blockAt(target).live().in()));
            instruction.forEachRead(usesDoubles(instruction) ? asDouble::set : other::set);
        }
    }

    private boolean usesDoubles(Instruction instruction) {
        Op op = instruction.op();
        boolean computes = OperatorTypes.isArithmetic(op) && !OperatorTypes.isModular(op);
        if (!computes && !isOrder(op)) {
            return false;
        }
        int seen = counters[instruction.feedback()];
        return seen != 0 && OperatorTypes.isNumeric(seen);
    }

    private static boolean isOrder(Op op) {
        return switch (Relation.of(op)) {
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
            case EQUAL, STRICT_EQUAL -> false;
        };
    }

    private @Nullable PropertyCache onlyEntry(Instruction instruction) {
        PropertyCache entry = (PropertyCache) caches[instruction.feedback()];
        return entry != null
                        && entry.kind == PropertyCache.Kind.OWN_DATA
                        && entry.rest() == null
                        && entry.stringPrototype == null
                        && !entry.guardFailed
                ? entry
                : null;
    }
}
