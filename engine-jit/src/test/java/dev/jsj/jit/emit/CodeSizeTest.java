package dev.jsj.jit.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

final class CodeSizeTest {
    private static byte[] classWith(int fields, int... codeSizes) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V21,
                Opcodes.ACC_PUBLIC,
                "Sized",
                null,
                "java/lang/Object",
                new String[] {"java/lang/Runnable", "java/lang/Comparable"});
        for (int i = 0; i < fields; i++) {
            writer.visitField(Opcodes.ACC_STATIC, "field" + i, "I", null, 1).visitEnd();
        }
        for (int size : codeSizes) {
            method(writer, "method" + size, size);
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void method(ClassWriter writer, String name, int size) {
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, name, "()V", null, null);
        method.visitCode();
        for (int i = 1; i < size; i++) {
            method.visitInsn(Opcodes.NOP);
        }
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    @Test
    void findsTheLargestMethodBehindInterfacesAndFields() {
        assertEquals(9000, CodeSize.ofLargestMethod(classWith(3, 7, 9000, 120)));
    }

    @Test
    void aClassWithoutMethodsHasNoCode() {
        assertEquals(0, CodeSize.ofLargestMethod(classWith(1)));
    }
}
