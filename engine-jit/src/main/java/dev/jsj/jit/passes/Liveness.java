package dev.jsj.jit.passes;

import dev.jsj.interp.bytecode.ExceptionHandler;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.Instruction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

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
        liveness.solve();
        if (!flow.unit().handlers().isEmpty()) {
            liveness.solveHandled();
        }
    }

    private void solve() {
        List<Block> blocks = new ArrayList<>(flow.blocks());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = blocks.size() - 1; i >= 0; i--) {
                Block block = blocks.get(i);
                BitSet out = new BitSet();
                for (Block successor : block.successors()) {
                    out.or(successor.liveIn());
                }
                BitSet in = (BitSet) out.clone();
                for (int k = block.instructions().size() - 1; k >= 0; k--) {
                    step(flow, block.instructions().get(k), in);
                }
                if (!in.equals(block.liveIn()) || !out.equals(block.liveOut())) {
                    block.setLive(in, out);
                    changed = true;
                }
            }
        }
    }

    private void solveHandled() {
        List<Block> blocks = new ArrayList<>(flow.blocks());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = blocks.size() - 1; i >= 0; i--) {
                Block block = blocks.get(i);
                BitSet out = new BitSet();
                for (Block successor : block.successors()) {
                    out.or(successor.handledIn());
                }
                BitSet in = (BitSet) out.clone();
                for (int k = block.instructions().size() - 1; k >= 0; k--) {
                    stepHandled(flow, block.instructions().get(k), in);
                }
                if (!in.equals(block.handledIn()) || !out.equals(block.handledOut())) {
                    block.setHandled(in, out);
                    changed = true;
                }
            }
        }
    }

    /**
     * Turns the set of what handlers may read after an instruction into the set before it. Only
     * values in it have to be in the frame.
     */
    public static void stepHandled(ControlFlow flow, Instruction instruction, BitSet handled) {
        instruction.forEachWrite(handled::clear);
        flow.forEachJump(instruction, target -> handled.or(flow.blockAt(target).handledIn()));
        addReadByHandlers(flow, instruction, handled);
    }

    /** Adds what is read by the handlers of what the instruction throws. */
    static void addReadByHandlers(ControlFlow flow, Instruction instruction, BitSet registers) {
        for (ExceptionHandler handler : flow.unit().handlers()) {
            if (handler.covers(instruction.pc())) {
                BitSet atHandler = (BitSet) flow.blockAt(handler.handler()).liveIn().clone();
                atHandler.clear(handler.register());
                registers.or(atHandler);
            }
        }
    }

    /** Turns the set live after an instruction into the set live before it. */
    public static void step(ControlFlow flow, Instruction instruction, BitSet live) {
        instruction.forEachWrite(live::clear);
        // What writes and jumps, as the end of an iteration does, jumps without writing.
        flow.forEachJump(instruction, target -> live.or(flow.blockAt(target).liveIn()));
        addReadByHandlers(flow, instruction, live);
        instruction.forEachRead(live::set);
    }
}
