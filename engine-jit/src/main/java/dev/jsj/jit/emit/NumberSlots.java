package dev.jsj.jit.emit;

import dev.jsj.runtime.object.MutableDoubleKeys;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What slots with Numbers hold: boxed ones, or a MutableDouble, which compiled code overwrites. */
final class NumberSlots {
    private static final String BOXED_DOUBLE = "java/lang/Double";
    private static final String BOXED_INT = "java/lang/Integer";

    /** A scratch local. */
    private static final int CONTENT = 2;

    private final FunctionEmitter f;
    private final MethodVisitor mv;
    private final MutableDoubleKeys keys;

    NumberSlots(FunctionEmitter f) {
        this.f = f;
        this.mv = f.mv;
        this.keys = f.agent.mutableDoubleKeys();
    }

    /** Replaces the content of a slot on the stack by the double; jumps for what is no Number. */
    void unbox(Label exit) {
        int content = f.registers.scratch(CONTENT);
        Label boxed = new Label();
        Label isInt = new Label();
        Label done = new Label();
        mv.visitVarInsn(Opcodes.ASTORE, content);
        jumpUnless(content, RuntimeMethods.MUTABLE_DOUBLE, boxed);
        pushAs(content, RuntimeMethods.MUTABLE_DOUBLE);
        pushMutable();
        mv.visitJumpInsn(Opcodes.GOTO, done);
        mv.visitLabel(boxed);
        jumpUnless(content, BOXED_DOUBLE, isInt);
        pushAs(content, BOXED_DOUBLE);
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BOXED_DOUBLE, "doubleValue", "()D", false);
        mv.visitJumpInsn(Opcodes.GOTO, done);
        mv.visitLabel(isInt);
        jumpUnless(content, BOXED_INT, exit);
        pushAs(content, BOXED_INT);
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BOXED_INT, "intValue", "()I", false);
        mv.visitInsn(Opcodes.I2D);
        mv.visitLabel(done);
    }

    /** Puts the value of a slot, whose content is on the stack, into a local. */
    void storeValue(Object key, int local) {
        mv.visitVarInsn(Opcodes.ASTORE, local);
        if (keys.contains(key)) {
            Label mutable = new Label();
            Label done = new Label();
            mv.visitVarInsn(Opcodes.ALOAD, local);
            mv.visitTypeInsn(Opcodes.INSTANCEOF, RuntimeMethods.MUTABLE_DOUBLE);
            mv.visitJumpInsn(Opcodes.IFNE, mutable);
            mv.visitLabel(done);
            f.later(
                    () -> {
                        mv.visitLabel(mutable);
                        pushAs(local, RuntimeMethods.MUTABLE_DOUBLE);
                        pushMutable();
                        f.runtime.boxDouble(mv);
                        mv.visitVarInsn(Opcodes.ASTORE, local);
                        mv.visitJumpInsn(Opcodes.GOTO, done);
                    });
        }
    }

    /** Whether a store of the register's value overwrites a MutableDouble. */
    boolean keeps(Object key, int register) {
        return f.registers.hasDouble(register) && !f.registers.hasAny(register) && keys.add(key);
    }

    /** Overwrites the MutableDouble on the stack; jumps to {@code first} where it is none. */
    void overwrite(int register, Label first) {
        int content = f.registers.scratch(CONTENT);
        mv.visitVarInsn(Opcodes.ASTORE, content);
        jumpUnless(content, RuntimeMethods.MUTABLE_DOUBLE, first);
        pushAs(content, RuntimeMethods.MUTABLE_DOUBLE);
        f.registers.pushDouble(register);
        mv.visitFieldInsn(Opcodes.PUTFIELD, RuntimeMethods.MUTABLE_DOUBLE, "value", "D");
    }

    /** Pushes a new MutableDouble with the register's value. */
    void pushNew(int register) {
        mv.visitTypeInsn(Opcodes.NEW, RuntimeMethods.MUTABLE_DOUBLE);
        mv.visitInsn(Opcodes.DUP);
        f.registers.pushDouble(register);
        mv.visitMethodInsn(
                Opcodes.INVOKESPECIAL, RuntimeMethods.MUTABLE_DOUBLE, "<init>", "(D)V", false);
    }

    private void jumpUnless(int local, String type, Label target) {
        mv.visitVarInsn(Opcodes.ALOAD, local);
        mv.visitTypeInsn(Opcodes.INSTANCEOF, type);
        mv.visitJumpInsn(Opcodes.IFEQ, target);
    }

    private void pushAs(int local, String type) {
        mv.visitVarInsn(Opcodes.ALOAD, local);
        mv.visitTypeInsn(Opcodes.CHECKCAST, type);
    }

    private void pushMutable() {
        mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.MUTABLE_DOUBLE, "value", "D");
    }
}
