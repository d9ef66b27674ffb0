package dev.jsj.jit.emit;

import dev.jsj.jit.ir.Instruction;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Iteration: the steps of for-of and array patterns. A cursor over an array steps without a frame;
 * other iterators go through the interpreter's helper.
 */
final class IterationEmitter {
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String STATE = RuntimeMethods.INTERPRETER_PACKAGE + "IteratorState";
    private static final int RESULT = 2;

    private final FunctionEmitter f;
    private final MethodVisitor mv;

    IterationEmitter(FunctionEmitter f) {
        this.f = f;
        this.mv = f.mv;
    }

    /** GET_ITERATOR dst, iterable, fb. */
    void open(Instruction instruction) {
        int iterable = instruction.operand(1);
        int result = f.registers.scratch(RESULT);
        Label opened = new Label();
        f.registers.box(iterable);
        f.activation.pushFunction();
        f.registers.pushAny(iterable);
        f.runtime.helper(
                mv,
                "IterationOps",
                "openArray",
                "(L" + RuntimeMethods.SCRIPT_FUNCTION + ";" + OBJECT + ")L" + STATE + ";");
        Code.keep(mv, result, Opcodes.IFNONNULL, opened);
        f.activation.pushFrameAndPc(instruction);
        f.registers.pushAny(iterable);
        f.runtime.helper(
                mv, "IterationOps", "open", RuntimeMethods.descriptor(1, "L" + STATE + ";"));
        mv.visitVarInsn(Opcodes.ASTORE, result);
        mv.visitLabel(opened);
        f.registers.storeFrom(result, instruction.operand(0));
    }

    /** ITERATOR_CLOSE iterator. */
    void close(Instruction instruction) {
        int iterator = instruction.operand(0);
        Label slow = new Label();
        Label done = new Label();
        f.registers.box(iterator);
        f.registers.pushAs(iterator, STATE);
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, STATE, "quickClose", "()Z", false);
        mv.visitJumpInsn(Opcodes.IFEQ, slow);
        mv.visitLabel(done);
        f.sharedLater(instruction, slow, done);
    }

    /** JUMP_IF_ARRAY_ITERATION_CHANGED target. */
    void jumpIfChanged(Instruction instruction) {
        ask("arraysIterateAsMade");
        mv.visitJumpInsn(Opcodes.IFEQ, f.edge(instruction.target()));
    }

    /** CLOSE_ARRAY_ITERATION silently. */
    void closeUnmade(Instruction instruction) {
        Label slow = new Label();
        Label done = new Label();
        ask("closesWithoutCall");
        mv.visitJumpInsn(Opcodes.IFEQ, slow);
        mv.visitLabel(done);
        f.sharedLater(instruction, slow, done);
    }

    private void ask(String question) {
        f.activation.pushFunction();
        f.runtime.helper(
                mv, "IterationOps", question, "(L" + RuntimeMethods.SCRIPT_FUNCTION + ";)Z");
    }

    /** Leaves the next value in the result local, null at the end. */
    private void step(Instruction instruction) {
        int iterator = instruction.operand(1);
        int result = f.registers.scratch(RESULT);
        Label stepped = new Label();
        f.registers.box(iterator);
        f.registers.pushAs(iterator, STATE);
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, STATE, "stepCursor", "()" + OBJECT, false);
        Code.keep(mv, result, Opcodes.IFNONNULL, stepped);
        f.activation.pushFrameAndPc(instruction);
        f.registers.pushAny(iterator);
        f.runtime.helper(mv, "CompiledCode", "step", RuntimeMethods.descriptor(1, OBJECT));
        mv.visitVarInsn(Opcodes.ASTORE, result);
        mv.visitLabel(stepped);
    }

    /** ITERATOR_NEXT dst, iterator, doneTarget, fb. */
    void next(Instruction instruction) {
        step(instruction);
        int result = f.registers.scratch(RESULT);
        mv.visitVarInsn(Opcodes.ALOAD, result);
        mv.visitJumpInsn(Opcodes.IFNULL, f.edge(instruction.target()));
        f.registers.storeFrom(result, instruction.operand(0));
    }

    /** ITERATOR_STEP dst, iterator, fb: undefined at the end. */
    void stepOfPattern(Instruction instruction) {
        step(instruction);
        int result = f.registers.scratch(RESULT);
        Label present = new Label();
        mv.visitVarInsn(Opcodes.ALOAD, result);
        mv.visitJumpInsn(Opcodes.IFNONNULL, present);
        RuntimeMethods.pushUndefined(mv);
        mv.visitVarInsn(Opcodes.ASTORE, result);
        mv.visitLabel(present);
        f.registers.storeFrom(result, instruction.operand(0));
    }
}
