package dev.jsj.jit.ir;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A basic block: instructions with one entry at the top and one way out at the bottom. */
public final class Block {
    private final int start;
    private final int originalStart;
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Block> successors = new ArrayList<>(2);
    private boolean loopHeader;
    private boolean entry;
    private BitSet liveIn = new BitSet();
    private BitSet liveOut = new BitSet();
    private BitSet handledIn = new BitSet();
    private BitSet handledOut = new BitSet();

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

    /** The registers whose values may be read from here on. */
    public BitSet liveIn() {
        return liveIn;
    }

    /** The registers that may be read after the block. */
    public BitSet liveOut() {
        return liveOut;
    }

    /** The registers whose values an exception handler may read from here on. */
    public BitSet handledIn() {
        return handledIn;
    }

    /** The registers whose values an exception handler may read after the block. */
    public BitSet handledOut() {
        return handledOut;
    }

    /** Set by the liveness pass. */
    public void setLive(BitSet in, BitSet out) {
        liveIn = in;
        liveOut = out;
    }

    /** Set by the liveness pass. */
    public void setHandled(BitSet in, BitSet out) {
        handledIn = in;
        handledOut = out;
    }

    @Override
    public String toString() {
        return "B" + start;
    }
}
