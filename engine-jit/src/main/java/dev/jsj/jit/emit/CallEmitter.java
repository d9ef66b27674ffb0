package dev.jsj.jit.emit;

import dev.jsj.jit.ir.Instruction;

import org.objectweb.asm.MethodVisitor;

/**
 * Calls: the arguments go to the interpreter's call helpers, which run compiled callees directly.
 */
final class CallEmitter {
    private static final String OBJECT = "Ljava/lang/Object;";

    private final FunctionEmitter f;
    private final MethodVisitor mv;

    CallEmitter(FunctionEmitter f) {
        this.f = f;
        this.mv = f.mv;
    }

    void emit(Instruction instruction) {
        switch (instruction.op()) {
            case CALL0 -> fixed(instruction, false, 0);
            case CALL1 -> fixed(instruction, false, 1);
            case CALL2 -> fixed(instruction, false, 2);
            case CALL3 -> fixed(instruction, false, 3);
            case CALL_METHOD0 -> fixed(instruction, true, 0);
            case CALL_METHOD1 -> fixed(instruction, true, 1);
            case CALL_METHOD2 -> fixed(instruction, true, 2);
            case CALL_METHOD3 -> fixed(instruction, true, 3);
            case CALL_N -> range(instruction, false);
            case CALL_METHOD_N -> range(instruction, true);
            case CONSTRUCT -> construct(instruction);
            default -> throw new AssertionError(instruction.op());
        }
    }

    /** Frame, pc, feedback slot, callee. */
    private void pushStart(Instruction instruction) {
        f.pushFrameAndPc(instruction);
        Code.pushInt(mv, instruction.feedback());
        f.registers.pushAny(instruction.operand(1));
    }

    private void pushSelf(Instruction instruction, boolean method) {
        if (method) {
            f.registers.pushAny(instruction.operand(2));
        } else {
            f.runtime.pushUndefined(mv);
        }
    }

    private void fixed(Instruction instruction, boolean method, int arguments) {
        pushStart(instruction);
        pushSelf(instruction, method);
        int first = method ? 3 : 2;
        for (int i = 0; i < arguments; i++) {
            f.registers.pushAny(instruction.operand(first + i));
        }
        String descriptor =
                "(L" + RuntimeMethods.FRAME + ";II" + OBJECT.repeat(2 + arguments) + ")" + OBJECT;
        f.runtime.helper(mv, "Calls", "call" + arguments, descriptor);
        f.registers.storeAny(instruction.operand(0));
    }

    private void range(Instruction instruction, boolean method) {
        int first = method ? 3 : 2;
        spillRange(instruction, first);
        pushStart(instruction);
        pushSelf(instruction, method);
        Code.pushInt(mv, instruction.operand(first));
        Code.pushInt(mv, instruction.operand(first + 1));
        f.runtime.helper(
                mv,
                "Calls",
                "callRange",
                "(L" + RuntimeMethods.FRAME + ";II" + OBJECT + OBJECT + "II)" + OBJECT);
        f.registers.storeAny(instruction.operand(0));
    }

    private void construct(Instruction instruction) {
        spillRange(instruction, 2);
        f.pushFrameAndPc(instruction);
        f.registers.pushAny(instruction.operand(1));
        Code.pushInt(mv, instruction.operand(2));
        Code.pushInt(mv, instruction.operand(3));
        f.runtime.helper(
                mv,
                "Calls",
                "construct",
                "(L" + RuntimeMethods.FRAME + ";I" + OBJECT + "II)" + OBJECT);
        f.registers.storeAny(instruction.operand(0));
    }

    private void spillRange(Instruction instruction, int first) {
        int start = instruction.operand(first);
        for (int i = 0; i < instruction.operand(first + 1); i++) {
            f.registers.spill(start + i);
        }
    }
}
