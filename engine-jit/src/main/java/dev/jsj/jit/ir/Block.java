package dev.jsj.jit.ir;

import java.util.ArrayList;
import java.util.List;

/** A basic block: instructions with one entry at the top and one way out at the bottom. */
public final class Block {
    private final int start;
    private final int originalStart;
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Block> successors = new ArrayList<>(2);
    private final List<Block> predecessors = new ArrayList<>(2);
    private boolean loopHeader;
    private boolean entry;
    private final BlockRegisters live = new BlockRegisters();
    private final BlockRegisters handled = new BlockRegisters();

    Block(int start, int originalStart) {
        this.start = start;
        this.originalStart = originalStart;
    }

    /** Code offset of the first instruction. */
    public int start() {
        return start;
    }

    /**
     * The same in the bytecode of the function that is compiled; -1 in one inlined into it, and
     * between the two.
     */
    public int originalStart() {
        return originalStart;
    }

    public List<Instruction> instructions() {
        return instructions;
    }

    public Instruction last() {
        return instructions.get(instructions.size() - 1);
    }

    public List<Block> successors() {
        return successors;
    }

    /** The blocks that this one is a successor of, in code order. */
    public List<Block> predecessors() {
        return predecessors;
    }

    void connectTo(Block successor) {
        if (!successors.contains(successor)) {
            successors.add(successor);
            successor.predecessors.add(this);
        }
    }

    /** Whether a back edge leads here. */
    public boolean isLoopHeader() {
        return loopHeader;
    }

    void markLoopHeader() {
        loopHeader = true;
    }

    /**
     * Whether execution can enter the function here from a frame: the start, resume points and
     * handlers.
     */
    public boolean isEntry() {
        return entry;
    }

    void markEntry() {
        entry = true;
    }

    /** The registers whose values may still be read; set by the liveness pass. */
    public BlockRegisters live() {
        return live;
    }

    /** The registers whose values an exception handler may read; set by the liveness pass. */
    public BlockRegisters handled() {
        return handled;
    }

    @Override
    public String toString() {
        return "B" + start;
    }
}
