package dev.jsj.jit.passes;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.ValueType;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the results that are only used modulo 2^32 and within their block, as operands of bitwise
 * operators: {@code (a + b + c) | 0}, {@code (x >>> 0) ^ y}. Where they are sums of integers they
 * can be kept as {@link ValueType#LONG}, without guards: exact, so that the interpreter, or a sum
 * with a fraction, can go on with any of them, and in 32 bits beside that for bitwise operators.
 */
final class Truncation {
    /** Sums of so many integers of 32 bits, signed or unsigned, stay below 2^53. */
    private static final int MAX_TERMS = 1 << 21;

    private final BitSet truncated = new BitSet();
    private final ControlFlow flow;

    private Truncation(ControlFlow flow) {
        this.flow = flow;
    }

    /** The offsets of the instructions whose results may be longs, if they are integers. */
    static BitSet of(ControlFlow flow) {
        Truncation pass = new Truncation(flow);
        for (Block block : flow.blocks()) {
            pass.scan(block);
            pass.leaveOutLargeSums(block);
        }
        return pass.truncated;
    }

    /** Backwards: {@code exact} are the registers whose value is used otherwise from here on. */
    private void scan(Block block) {
        BitSet exact = (BitSet) block.live().out().clone();
        List<Instruction> instructions = block.instructions();
        for (int i = instructions.size() - 1; i >= 0; i--) {
            Instruction instruction = instructions.get(i);
            Op op = instruction.op();
            boolean isTruncated = mayBeLong(op) && !exact.get(instruction.operand(0));
            if (isTruncated) {
                truncated.set(instruction.pc());
            }
            instruction.forEachWrite(exact::clear);
            Liveness.addReadByHandlers(flow, instruction, exact);
            flow.forEachJump(instruction, target -> exact.or(flow.blockAt(target).live().in()));
            if (!OperatorTypes.isModular(op) && !(isTruncated && isSum(op))) {
                instruction.forEachRead(exact::set);
            }
        }
    }

    /** Forwards: {@code terms} tells of how many integers, if several, a register is the sum. */
    private void leaveOutLargeSums(Block block) {
        Map<Integer, Integer> terms = new HashMap<>();
        for (Instruction instruction : block.instructions()) {
            int count = 0;
            if (isSum(instruction.op()) && truncated.get(instruction.pc())) {
                boolean binary = OperatorTypes.isBinary(instruction.op());
                count =
                        terms.getOrDefault(instruction.operand(1), 1)
                                + (binary ? terms.getOrDefault(instruction.operand(2), 1) : 1);
            }
            instruction.forEachWrite(terms::remove);
            if (count > MAX_TERMS) {
                truncated.clear(instruction.pc());
            } else if (count > 0) {
                terms.put(instruction.operand(0), count);
            }
        }
    }

    private static boolean mayBeLong(Op op) {
        return isSum(op)
                || OperatorTypes.isUnsignedShift(op)
                || op == Op.GET_ELEMENT
                || op == Op.GET_ELEMENT_INT;
    }

    private static boolean isSum(Op op) {
        return switch (op) {
            case ADD, ADD_INT, SUB, SUB_INT, INC, DEC -> true;
            default -> false;
        };
    }
}
