package dev.jsj.jit.passes;

import dev.jsj.interp.bytecode.Operand;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.Relation;
import dev.jsj.jit.ir.ValueType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Forward data flow: which int32 registers are known to be less than some int32 number, and which
 * greater than one, from the comparisons passed. Such a number can be counted up, or down, without
 * overflow; and HotSpot recognizes the loop that does it.
 */
public final class Ranges {
    private final ControlFlow flow;
    private final TypeInference types;
    private final Map<Block, Bounds> atEntry = new HashMap<>();
    private final BitSet safe = new BitSet();

    private Ranges(ControlFlow flow, TypeInference types) {
        this.flow = flow;
        this.types = types;
    }

    /** The offsets of the additions of 1 and subtractions of 1 that cannot overflow. */
    static BitSet of(ControlFlow flow, TypeInference types) {
        Ranges pass = new Ranges(flow, types);
        pass.solve();
        return pass.safe;
    }

    /** Registers below the greatest int32 number, and above the least. */
    private record Bounds(BitSet below, BitSet above) {
        Bounds copy() {
            return new Bounds((BitSet) below.clone(), (BitSet) above.clone());
        }

        void keepOnly(Bounds other) {
            below.and(other.below);
            above.and(other.above);
        }

        void set(int register, boolean isBelow, boolean isAbove) {
            below.set(register, isBelow);
            above.set(register, isAbove);
        }
    }

    private void solve() {
        ArrayDeque<Block> pending = new ArrayDeque<>();
        for (Block block : flow.blocks()) {
            if (types.isEntry(block)) {
                atEntry.put(block, new Bounds(new BitSet(), new BitSet()));
                pending.add(block);
            }
        }
        while (!pending.isEmpty()) {
            Block block = pending.poll();
            ValueType[] current = types.atEntry(block).clone();
            Bounds bounds = through(block, current, false);
            for (Block successor : block.successors()) {
                if (!types.isExit(successor)
                        && merge(successor, along(block, successor, current, bounds))) {
                    pending.add(successor);
                }
            }
        }
        atEntry.keySet().forEach(block -> through(block, types.atEntry(block).clone(), true));
    }

    /**
     * The bounds after a block; {@code current} are the types before it, and then those after it.
     */
    private Bounds through(Block block, ValueType[] current, boolean note) {
        Bounds bounds = atEntry.get(block).copy();
        for (Instruction instruction : block.instructions()) {
            step(instruction, current, bounds, note);
            types.step(instruction, current);
        }
        return bounds;
    }

    private boolean merge(Block block, Bounds bounds) {
        Bounds known = atEntry.get(block);
        if (known == null) {
            atEntry.put(block, bounds);
            return true;
        }
        Bounds before = known.copy();
        known.keepOnly(bounds);
        return !before.equals(known);
    }

    /** Applies an instruction; notes, in the last round, the counting that is safe. */
    private void step(Instruction instruction, ValueType[] current, Bounds bounds, boolean note) {
        int value = constant(instruction);
        switch (instruction.op()) {
            case MOVE, LEAVE_FUNCTION -> {
                int source = instruction.operand(1);
                bounds.set(
                        instruction.operand(0), bounds.below.get(source), bounds.above.get(source));
            }
            case LOAD_INT ->
                    bounds.set(
                            instruction.operand(0),
                            instruction.operand(1) < Integer.MAX_VALUE,
                            instruction.operand(1) > Integer.MIN_VALUE);
            case INC, DEC, ADD_INT, SUB_INT -> {
                int source = instruction.operand(1);
                boolean isInt = current[source] == ValueType.INT;
                boolean up = isInt && value == 1 && bounds.below.get(source);
                boolean down = isInt && value == -1 && bounds.above.get(source);
                if (note && (up || down)) {
                    safe.set(instruction.pc());
                }
                bounds.set(instruction.operand(0), down, up);
            }
            default -> instruction.forEachWrite(register -> bounds.set(register, false, false));
        }
    }

    /** What is added. */
    private static int constant(Instruction instruction) {
        return switch (instruction.op()) {
            case INC -> 1;
            case DEC -> -1;
            case ADD_INT -> instruction.operand(2);
            case SUB_INT -> -instruction.operand(2);
            default -> 0;
        };
    }

    /** The bounds on the way to a successor, which a comparison may have told. */
    private Bounds along(Block block, Block successor, ValueType[] current, Bounds bounds) {
        Instruction last = block.last();
        boolean isTaken = successor.start() == last.target();
        Relation relation = Relation.jumps(last.op()) ? Relation.of(last.op()) : null;
        if (relation == null || isTaken && successor.start() == last.next()) {
            return bounds.copy();
        }
        Relation holds = isTaken != Relation.isNegated(last.op()) ? relation : relation.contrary();
        int left = last.operand(0);
        boolean immediate = last.op().operandKinds().get(1) == Operand.INT;
        int right = last.operand(1);
        if (holds == null
                || current[left] != ValueType.INT
                || !immediate && current[right] != ValueType.INT) {
            return bounds.copy();
        }
        Bounds known = bounds.copy();
        learn(known, holds, left, immediate ? null : right, immediate ? right : 0);
        return known;
    }

    /**
     * @param register the right operand, or null where that is {@code number}
     */
    private static void learn(
            Bounds known, Relation holds, int left, @Nullable Integer register, int number) {
        switch (holds) {
            case LESS -> {
                known.below.set(left);
                if (register != null) {
                    known.above.set(register);
                }
            }
            case GREATER -> {
                known.above.set(left);
                if (register != null) {
                    known.below.set(register);
                }
            }
            case LESS_EQUAL -> {
                if (register == null ? number < Integer.MAX_VALUE : known.below.get(register)) {
                    known.below.set(left);
                }
            }
            case GREATER_EQUAL -> {
                if (register == null ? number > Integer.MIN_VALUE : known.above.get(register)) {
                    known.above.set(left);
                }
            }
            case EQUAL, STRICT_EQUAL -> {}
        }
    }
}
