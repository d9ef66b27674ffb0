package dev.jsj.jit.ir;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.Operand;

import java.util.function.IntConsumer;

/** One bytecode instruction: a view of the code array at an offset. */
public record Instruction(Op op, int pc, int[] code) {
    /** The instruction at a code offset. */
    public static Instruction at(int[] code, int pc) {
        return new Instruction(Op.of(code[pc]), pc, code);
    }

    /** Operand {@code index}, counted from 0. */
    public int operand(int index) {
        return code[pc + 1 + index];
    }

    /** The registers of a range: operand {@code index} is the first, the next their number. */
    public int[] range(int index) {
        int[] registers = new int[operand(index + 1)];
        for (int i = 0; i < registers.length; i++) {
            registers[i] = operand(index) + i;
        }
        return registers;
    }

    /** The offset of the next instruction. */
    public int next() {
        return pc + op.length();
    }

    /** Calls {@code use} with every register that is read. */
    public void forEachRead(IntConsumer use) {
        for (int i = 0; i < op.operandKinds().size(); i++) {
            Operand kind = op.operandKinds().get(i);
            if (kind == Operand.SRC) {
                use.accept(operand(i));
            } else if (kind == Operand.RANGE) {
                for (int k = 0; k < operand(i + 1); k++) {
                    use.accept(operand(i) + k);
                }
            }
        }
    }

    /** Calls {@code definition} with every register that is written. */
    public void forEachWrite(IntConsumer definition) {
        for (int i = 0; i < op.operandKinds().size(); i++) {
            switch (op.operandKinds().get(i)) {
                case DST -> definition.accept(operand(i));
                case DST_PAIR -> {
                    definition.accept(operand(i));
                    definition.accept(operand(i) + 1);
                }
                case DST_RANGE -> {
                    for (int k = 0; k < operand(i + 1); k++) {
                        definition.accept(operand(i) + k);
                    }
                }
                default -> {}
            }
        }
    }

    /** Whether it writes a register. */
    public boolean writes() {
        for (Operand kind : op.operandKinds()) {
            if (kind == Operand.DST || kind == Operand.DST_PAIR || kind == Operand.DST_RANGE) {
                return true;
            }
        }
        return false;
    }

    /** The jump target operand, or -1. */
    public int target() {
        int index = op.operandKinds().indexOf(Operand.TARGET);
        return index < 0 ? -1 : operand(index);
    }

    /** The feedback slot, or -1. */
    public int feedback() {
        int index = op.operandKinds().indexOf(Operand.FEEDBACK);
        return index < 0 ? -1 : operand(index);
    }

    /** Whether this is a loop back edge. */
    public boolean isBackEdge() {
        return op.ordinal() >= Op.LOOP.ordinal()
                && op.ordinal() <= Op.LOOP_IF_GREATER_EQUAL_INT.ordinal();
    }
}
