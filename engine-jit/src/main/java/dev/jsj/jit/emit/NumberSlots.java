package dev.jsj.jit.emit;

import dev.jsj.runtime.object.MutableDoubleKeys;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What slots with Numbers hold: boxed ones, or a MutableDouble, which compiled code overwrites. */
final class NumberSlots {
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
        pushValueOf(content);
        mv.visitJumpInsn(Opcodes.GOTO, done);
        mv.visitLabel(boxed);
        jumpUnless(content, "java/lang/Double", isInt);
        mv.visitVarInsn(Opcodes.ALOAD, content);
        f.runtime.unboxDouble(mv);
        mv.visitJumpInsn(Opcodes.GOTO, done);
        mv.visitLabel(isInt);
        jumpUnless(content, "java/lang/Integer", exit);
        mv.visitVarInsn(Opcodes.ALOAD, content);
        f.runtime.unboxInt(mv);
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
                        pushValueOf(local);
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
        pushMutable(content);
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

    private void pushMutable(int local) {
        mv.visitVarInsn(Opcodes.ALOAD, local);
        mv.visitTypeInsn(Opcodes.CHECKCAST, RuntimeMethods.MUTABLE_DOUBLE);
    }

    private void pushValueOf(int mutable) {
        pushMutable(mutable);
        mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.MUTABLE_DOUBLE, "value", "D");
    }
}
