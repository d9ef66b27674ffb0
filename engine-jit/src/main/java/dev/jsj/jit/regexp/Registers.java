package dev.jsj.jit.regexp;

import dev.jsj.jit.emit.Code;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Where the registers of an attempt are: in locals while they are few, else in the array that the
 * captures are handed over in.
 */
final class Registers {
    private static final String OWNER = "dev/jsj/runtime/regexp/CompiledMatcher";
    private static final int MAX_LOCALS = 32;

    private final MethodVisitor mv;
    private final int array;
    private final int firstLocal;
    private final int count;
    private final int captures;

    Registers(MethodVisitor mv, int array, int firstLocal, int count, int captures) {
        this.mv = mv;
        this.array = array;
        this.firstLocal = firstLocal;
        this.count = count;
        this.captures = captures;
    }

    boolean areLocals() {
        return count <= MAX_LOCALS;
    }

    /**
     * Makes the captures unset. In the array they are so already when no attempt has written any:
     * most attempts fail before. The first two are always written by a match.
     */
    void initialize() {
        if (!areLocals()) {
            Label clean = new Label();
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            mv.visitFieldInsn(Opcodes.GETFIELD, OWNER, "isWritten", "Z");
            mv.visitJumpInsn(Opcodes.IFEQ, clean);
            mark(Opcodes.ICONST_0);
            mv.visitVarInsn(Opcodes.ALOAD, array);
            mv.visitInsn(Opcodes.ICONST_0);
            Code.pushInt(mv, captures);
            mv.visitInsn(Opcodes.ICONST_M1);
            mv.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Arrays", "fill", "([IIII)V", false);
            mv.visitLabel(clean);
            return;
        }
        for (int register = 0; register < count; register++) {
            mv.visitInsn(register < captures ? Opcodes.ICONST_M1 : Opcodes.ICONST_0);
            mv.visitVarInsn(Opcodes.ISTORE, firstLocal + register);
        }
    }

    void load(int register) {
        if (areLocals()) {
            mv.visitVarInsn(Opcodes.ILOAD, firstLocal + register);
        } else {
            mv.visitVarInsn(Opcodes.ALOAD, array);
            Code.pushInt(mv, register);
            mv.visitInsn(Opcodes.IALOAD);
        }
    }

    /** Stores what {@code value} pushes. */
    void store(int register, Runnable value) {
        if (areLocals()) {
            value.run();
            mv.visitVarInsn(Opcodes.ISTORE, firstLocal + register);
        } else {
            if (register >= 2 && register < captures) {
                mark(Opcodes.ICONST_1);
            }
            mv.visitVarInsn(Opcodes.ALOAD, array);
            Code.pushInt(mv, register);
            value.run();
            mv.visitInsn(Opcodes.IASTORE);
        }
    }

    private void mark(int value) {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        mv.visitInsn(value);
        mv.visitFieldInsn(Opcodes.PUTFIELD, OWNER, "isWritten", "Z");
    }

    /** Puts the captures into the array. */
    void handOver() {
        if (areLocals()) {
            for (int register = 0; register < captures; register++) {
                mv.visitVarInsn(Opcodes.ALOAD, array);
                Code.pushInt(mv, register);
                mv.visitVarInsn(Opcodes.ILOAD, firstLocal + register);
                mv.visitInsn(Opcodes.IASTORE);
            }
        }
    }
}
