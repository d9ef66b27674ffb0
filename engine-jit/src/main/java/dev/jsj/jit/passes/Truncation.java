package dev.jsj.jit.passes;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.ValueType;

import java.util.BitSet;
import java.util.List;

/**
 * Finds the results that are only used modulo 2^32, as operands of bitwise operators: {@code (a + b
 * + c) | 0}, {@code x >>> 7 ^ y}. They are computed as wrapping ints. That is exact, as sums of
 * int32 numbers within a block stay far below 2^53, as long as a sum that has such an operand adds
 * an int to it: with a fraction the sum of another number is rounded in another direction. So what
 * is found here is to be checked against the types it leads to, {@link #mixedSums}. What this does
 * not cover is an exit between such a sum and the next one, where the interpreter then adds a
 * fraction for the first time: it goes on with the wrapped number.
 */
public final class Truncation {
    private final BitSet truncated = new BitSet();
    private final ControlFlow flow;
    private final BitSet exactSums;

    private Truncation(ControlFlow flow, BitSet exactSums) {
        this.flow = flow;
        this.exactSums = exactSums;
    }

    /**
     * The offsets of the instructions whose results may wrap.
     *
     * @param exactSums the offsets of sums whose operands may not
     */
    static BitSet of(ControlFlow flow, BitSet exactSums) {
        Truncation pass = new Truncation(flow, exactSums);
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
            boolean modular = wraps && isSum(op) && !exactSums.get(instruction.pc());
            if (!OperatorTypes.isModular(op) && !modular) {
                instruction.forEachRead(exact::set);
            }
        }
    }

    /** The sums of a number that may have wrapped and of something not known to be an int32. */
    static BitSet mixedSums(ControlFlow flow, TypeInference types) {
        BitSet mixed = new BitSet();
        for (Block block : flow.blocks()) {
            if (types.reaches(block)) {
                addMixedSums(block, types, mixed);
            }
        }
        return mixed;
    }

    private static void addMixedSums(Block block, TypeInference inference, BitSet mixed) {
        BitSet wrapped = new BitSet();
        ValueType[] types = inference.atEntry(block).clone();
        for (Instruction instruction : block.instructions()) {
            if (isSum(instruction.op())) {
                BitSet operands = new BitSet();
                instruction.forEachRead(operands::set);
                if (operands.intersects(wrapped)
                        && !operands.stream().allMatch(each -> types[each] == ValueType.INT)) {
                    mixed.set(instruction.pc());
                }
            }
            instruction.forEachWrite(wrapped::clear);
            inference.step(instruction, types);
            if (inference.truncates(instruction)) {
                instruction.forEachWrite(wrapped::set);
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
