package dev.jsj.jit.emit;

import dev.jsj.jit.ir.Instruction;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Suspension of generators that are not async: the method returns what the resumer gets. The next
 * resumption comes in at the block behind, with all registers in the frame.
 */
final class GeneratorEmitter {
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String OPS = "CoroutineOps";

    private final FunctionEmitter f;
    private final MethodVisitor mv;

    GeneratorEmitter(FunctionEmitter f) {
        this.f = f;
        this.mv = f.mv;
    }

    /** YIELD dst, mode, value. */
    void yield(Instruction instruction) {
        leave(instruction, "yieldValue", instruction.operand(2));
    }

    /** YIELD_DELEGATE dst, mode, result, iterator. */
    void delegate(Instruction instruction) {
        leave(instruction, "yieldResult", instruction.operand(2), instruction.operand(3));
    }

    private void leave(Instruction instruction, String helper, int... operands) {
        for (int operand : operands) {
            f.registers.box(operand);
        }
        f.activation.needRegisterArray();
        f.spillLiveAfter(instruction);
        f.activation.pushFrameAndPc(instruction);
        for (int operand : operands) {
            f.registers.pushAny(operand);
        }
        f.runtime.helper(mv, OPS, helper, RuntimeMethods.descriptor(operands.length, OBJECT));
        mv.visitInsn(Opcodes.ARETURN);
        f.endBlock();
    }

    /** ITERATOR_CALL_NEXT dst, iterator, value. */
    void callNext(Instruction instruction) {
        f.activation.pushFrameAndPc(instruction);
        f.registers.pushAny(instruction.operand(1));
        f.registers.pushAny(instruction.operand(2));
        f.runtime.helper(mv, "IterationOps", "callNext", RuntimeMethods.descriptor(2, OBJECT));
        f.registers.storeAny(instruction.operand(0));
    }
}
