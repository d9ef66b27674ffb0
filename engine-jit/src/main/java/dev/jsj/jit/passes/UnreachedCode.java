package dev.jsj.jit.passes;

import dev.jsj.interp.bytecode.FeedbackKind;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.Body;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.EntryPoint;
import dev.jsj.jit.ir.Instruction;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The blocks that execution has never come to, as far as the interpreter's counts of branches and
 * its notes on calls tell. A way to one of them is compiled to an exit: most functions of real
 * programs have more code for errors, options and rare cases than they ever run, and what is not
 * compiled neither delays HotSpot nor blurs the types of what is.
 */
public final class UnreachedCode {
    private final ControlFlow flow;
    private final int[] counters;
    private final Object[] caches;
    private final List<RefutedGuesses> refuted;

    private UnreachedCode(ControlFlow flow, List<RefutedGuesses> refuted) {
        this.flow = flow;
        this.counters = flow.body().counters();
        this.caches = flow.body().caches();
        this.refuted = refuted;
    }

    /**
     * Finds the blocks.
     *
     * @param refuted by activation
     */
    public static Set<Block> of(ControlFlow flow, EntryPoint entry, List<RefutedGuesses> refuted) {
        return new UnreachedCode(flow, refuted).find(entry);
    }

    private Set<Block> find(EntryPoint entry) {
        Set<Block> reached = new HashSet<>();
        ArrayDeque<Block> pending = new ArrayDeque<>();
        for (Block block : flow.blocks()) {
            if (entry.admits(block) && reached.add(block)) {
                pending.add(block);
            }
        }
        while (!pending.isEmpty()) {
            Block block = pending.poll();
            for (Block successor : block.successors()) {
                boolean known =
                        isTaken(block, successor) && !isUnexecuted(successor)
                                || isRefuted(successor);
                if ((known || !canBeLeftAt(successor)) && reached.add(successor)) {
                    pending.add(successor);
                }
            }
        }
        Set<Block> unreached = new HashSet<>(flow.blocks());
        unreached.removeAll(reached);
        return unreached;
    }

    /** Whether the interpreter can go on at the start of a block: an instruction begins there. */
    private boolean canBeLeftAt(Block block) {
        return flow.body().isStart(block.start())
                && !block.instructions().get(0).op().isOfInlining();
    }

    private boolean isRefuted(Block block) {
        Body body = flow.body();
        return refuted.get(body.activationAt(block.start()).number())
                .unreached()
                .contains(body.originalPc(block.start()));
    }

    /** Whether execution has gone from a block to a successor, or may have. */
    private boolean isTaken(Block block, Block successor) {
        Instruction last = block.last();
        int counts = counts(last);
        if (counts < 0 || last.target() == last.next()) {
            return true;
        }
        int taken = counters[counts];
        int notTaken = counters[counts + 1];
        return taken == 0 && notTaken == 0
                || (last.target() == successor.start() ? taken : notTaken) != 0;
    }

    /** The place of the counts, taken and not taken, of a branch; -1 for anything else. */
    private static int counts(Instruction instruction) {
        FeedbackKind kind = instruction.op().feedback();
        if (kind == FeedbackKind.BRANCH) {
            return instruction.feedback();
        }
        return kind == FeedbackKind.COMPARE_BRANCH ? instruction.feedback() + 1 : -1;
    }

    /** Whether the block holds a call or a branch that has not been executed. */
    private boolean isUnexecuted(Block block) {
        for (Instruction instruction : block.instructions()) {
            if (isCall(instruction.op()) && caches[instruction.feedback()] == null) {
                return true;
            }
            int counts = counts(instruction);
            if (counts >= 0 && counters[counts] == 0 && counters[counts + 1] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the op notes what it calls whenever it is executed. */
    private static boolean isCall(Op op) {
        return op.compareTo(Op.CALL0) >= 0 && op.compareTo(Op.CONSTRUCT) <= 0;
    }
}
