package dev.jsj.jit.passes;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.Instruction;

import java.util.BitSet;
import java.util.List;

/**
 * Finds the results that are only used modulo 2^32, as operands of bitwise operators: {@code (a + b
 * + c) | 0}, {@code x >>> 7 ^ y}. They are computed as wrapping ints. That is exact, also for the
 * interpreter that goes on with such a value after an exit: sums of int32 numbers within a block
 * stay far below 2^53.
 */
public final class Truncation {
    private final BitSet truncated = new BitSet();
    private final ControlFlow flow;

    private Truncation(ControlFlow flow) {
        this.flow = flow;
    }

    /** The offsets of the instructions whose results may wrap. */
    static BitSet of(ControlFlow flow) {
        Truncation pass = new Truncation(flow);
        flow.blocks().forEach(pass::scan);
        return pass.truncated;
    }

    /** Backwards: {@code exact} are the registers whose value is used otherwise from here on. */
    private void scan(Block block) {
        BitSet exact = (BitSet) block.live().out().clone();
        List<Instruction> instructions = block.instructions();
        for (int i = instructions.size() - 1; i >= 0; i--) {
            Instruction instruction = instructions.get(i);
            Op op = instruction.op();
            boolean wraps =
                    (isSum(op)
                                    || OperatorTypes.isUnsignedShift(op)
                                    || op == Op.GET_ELEMENT
                                    || op == Op.GET_ELEMENT_INT)
                            && !exact.get(instruction.operand(0));
            if (wraps) {
                truncated.set(instruction.pc());
            }
            instruction.forEachWrite(exact::clear);
            Liveness.addReadByHandlers(flow, instruction, exact);
            flow.forEachJump(instruction, target -> exact.or(flow.blockAt(target).live().in()));
            if (!OperatorTypes.isModular(op) && !(wraps && isSum(op))) {
                instruction.forEachRead(exact::set);
            }
        }
    }

    private static boolean isSum(Op op) {
        return switch (op) {
            case ADD, ADD_INT, SUB, SUB_INT, INC, DEC -> true;
            default -> false;
        };
    }
}
