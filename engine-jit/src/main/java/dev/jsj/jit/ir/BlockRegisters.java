package dev.jsj.jit.ir;

import java.util.BitSet;

/** The registers that have a certain property at the two ends of a block, as a data flow finds. */
public final class BlockRegisters {
    private BitSet in = new BitSet();
    private BitSet out = new BitSet();

    BlockRegisters() {}

    /** Those at the start. */
    public BitSet in() {
        return in;
    }

    /** Those at the end. */
    public BitSet out() {
        return out;
    }

    /**
     * Sets both.
     *
     * @return whether that is a change
     */
    public boolean set(BitSet newIn, BitSet newOut) {
        boolean changed = !newIn.equals(in) || !newOut.equals(out);
        in = newIn;
        out = newOut;
        return changed;
    }
}
