package dev.jsj.jit.passes;

import dev.jsj.interp.bytecode.ExceptionHandler;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.BlockRegisters;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.Instruction;

import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Backward data flow: which registers hold a value that may still be read. A register that a
 * handler reads is live throughout the code the handler covers.
 */
public final class Liveness {
    private final ControlFlow flow;

    private Liveness(ControlFlow flow) {
        this.flow = flow;
    }

    /** Fills in what is live at the ends of each {@link Block}, and what handlers read. */
    public static void run(ControlFlow flow) {
        Liveness liveness = new Liveness(flow);
        liveness.solve(Block::live, liveness::step);
        if (!flow.unit().handlers().isEmpty()) {
            liveness.solve(Block::handled, liveness::stepHandled);
        }
    }

    /** By instruction: the registers live before it; and at the end those live after the block. */
    public static BitSet[] live(ControlFlow flow, Block block) {
        return along(block, block.live().out(), new Liveness(flow)::step);
    }

    /** The same of the registers that handlers may read. */
    public static BitSet[] handled(ControlFlow flow, Block block) {
        return along(block, block.handled().out(), new Liveness(flow)::stepHandled);
    }

    private static BitSet[] along(Block block, BitSet out, BiConsumer<Instruction, BitSet> step) {
        int count = block.instructions().size();
        BitSet[] sets = new BitSet[count + 1];
        sets[count] = out;
        for (int i = count - 1; i >= 0; i--) {
            sets[i] = (BitSet) sets[i + 1].clone();
            step.accept(block.instructions().get(i), sets[i]);
        }
        return sets;
    }

    private void solve(
            Function<Block, BlockRegisters> registers, BiConsumer<Instruction, BitSet> step) {
        List<Block> blocks = List.copyOf(flow.blocks()).reversed();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : blocks) {
                BitSet out = new BitSet();
                for (Block successor : block.successors()) {
                    out.or(registers.apply(successor).in());
                }
                BitSet in = (BitSet) out.clone();
                for (Instruction instruction : block.instructions().reversed()) {
                    step.accept(instruction, in);
                }
                changed |= registers.apply(block).set(in, out);
            }
        }
    }

    /**
     * Turns the set of what handlers may read after an instruction into the set before it. Only
     * values in it have to be in the frame.
     */
    private void stepHandled(Instruction instruction, BitSet handled) {
        instruction.forEachWrite(handled::clear);
        flow.forEachJump(instruction, target -> handled.or(flow.blockAt(target).handled().in()));
        addReadByHandlers(flow, instruction, handled);
    }

    /** Adds what is read by the handlers of what the instruction throws. */
    static void addReadByHandlers(ControlFlow flow, Instruction instruction, BitSet registers) {
        for (ExceptionHandler handler : flow.unit().handlers()) {
            if (handler.covers(instruction.pc())) {
                BitSet atHandler = (BitSet) flow.blockAt(handler.handler()).live().in().clone();
                atHandler.clear(handler.register());
                registers.or(atHandler);
            }
        }
    }

    /** Turns the set live after an instruction into the set live before it. */
    private void step(Instruction instruction, BitSet live) {
        instruction.forEachWrite(live::clear);
        // What writes and jumps, as the end of an iteration does, jumps without writing.
        flow.forEachJump(instruction, target -> live.or(flow.blockAt(target).live().in()));
        addReadByHandlers(flow, instruction, live);
        instruction.forEachRead(live::set);
    }
}
