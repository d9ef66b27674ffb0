package dev.jsj.jit.emit;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Small pieces of JVM code. */
public final class Code {
    private Code() {}

    /** Pushes an int constant in the shortest form. */
    public static void pushInt(MethodVisitor mv, int value) {
        if (value >= -1 && value <= 5) {
            mv.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value == (byte) value) {
            mv.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value == (short) value) {
            mv.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            mv.visitLdcInsn(value);
        }
    }

    /** Replaces the int on the stack by the long from 0 to 2^32 - 1 that has the same bits. */
    static void toUnsigned(MethodVisitor mv) {
        mv.visitInsn(Opcodes.I2L);
        mv.visitLdcInsn(0xffffffffL);
        mv.visitInsn(Opcodes.LAND);
    }

    /**
     * Moves the reference on the stack into a local, and jumps on whether it is null.
     *
     * @param jump IFNULL or IFNONNULL
     */
    static void keep(MethodVisitor mv, int local, int jump, Label target) {
        mv.visitInsn(Opcodes.DUP);
        mv.visitVarInsn(Opcodes.ASTORE, local);
        mv.visitJumpInsn(jump, target);
    }
}
