package dev.jsj.jit.emit;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The static methods through which a compiled function is left: each takes the values of certain
 * registers, stores them into the frame and goes on in the interpreter. All exits with the same
 * registers in the same places share one, so that an exit is little more than pushing its values.
 */
final class ExitMethods {
    /** A method takes up to 255 words. */
    private static final int MAX_WORDS = 240;

    private static final String START =
            "(IIL" + RuntimeMethods.FRAME + ";L" + RuntimeMethods.COMPILED_CODE + ";";
    private static final String OBJECT = "Ljava/lang/Object;";

    private final ClassWriter writer;
    private final String className;
    private final RuntimeMethods runtime;
    private final Map<Exit, String> names = new LinkedHashMap<>();

    ExitMethods(ClassWriter writer, String className, RuntimeMethods runtime) {
        this.writer = writer;
        this.className = className;
        this.runtime = runtime;
    }

    /**
     * A register that an exit stores.
     *
     * @param descriptor I, J, D or that of Object
     */
    record Argument(int register, String descriptor) {
        Argument movedDown(int registers) {
            return new Argument(register - registers, descriptor);
        }

        int words() {
            return switch (descriptor) {
                case "J", "D" -> 2;
                default -> 1;
            };
        }

        int load() {
            return switch (descriptor) {
                case "I" -> Opcodes.ILOAD;
                case "J" -> Opcodes.LLOAD;
                case "D" -> Opcodes.DLOAD;
                default -> Opcodes.ALOAD;
            };
        }
    }

    /** What a method does: stores the arguments, and calls a method of CompiledCode. */
    private record Exit(String last, List<Argument> arguments) {}

    /** Whether a method can take so many values. */
    static boolean fits(List<Argument> arguments) {
        return arguments.stream().mapToInt(Argument::words).sum() <= MAX_WORDS;
    }

    /**
     * With the pc, the reason, the frame, the code and the values on the stack: leaves the
     * function.
     *
     * @param last the method of CompiledCode that goes on in the interpreter
     */
    void call(MethodVisitor mv, String last, List<Argument> arguments) {
        String name = names.computeIfAbsent(new Exit(last, arguments), a -> "exit" + names.size());
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, className, name, descriptor(arguments), false);
    }

    private static String descriptor(List<Argument> arguments) {
        StringBuilder text = new StringBuilder(START);
        arguments.forEach(argument -> text.append(argument.descriptor()));
        return text.append(")").append(OBJECT).toString();
    }

    /** Emits the methods that were used. */
    void emit() {
        names.forEach((exit, name) -> emit(name, exit.last(), exit.arguments()));
    }

    private void emit(String name, String last, List<Argument> arguments) {
        MethodVisitor mv =
                writer.visitMethod(Opcodes.ACC_STATIC, name, descriptor(arguments), null, null);
        mv.visitCode();
        int local = 4;
        int array = local + arguments.stream().mapToInt(Argument::words).sum();
        mv.visitVarInsn(Opcodes.ALOAD, 2);
        runtime.helper(
                mv, "CompiledCode", "registers", "(L" + RuntimeMethods.FRAME + ";)[" + OBJECT);
        mv.visitVarInsn(Opcodes.ASTORE, array);
        for (Argument argument : arguments) {
            mv.visitVarInsn(Opcodes.ALOAD, array);
            Code.pushInt(mv, argument.register());
            mv.visitVarInsn(argument.load(), local);
            switch (argument.descriptor()) {
                case "I" -> runtime.boxInt(mv);
                case "J" -> runtime.boxLong(mv);
                case "D" -> runtime.boxDouble(mv);
                default -> {}
            }
            mv.visitInsn(Opcodes.AASTORE);
            local += argument.words();
        }
        mv.visitVarInsn(Opcodes.ILOAD, 0);
        mv.visitVarInsn(Opcodes.ILOAD, 1);
        mv.visitVarInsn(Opcodes.ALOAD, 2);
        mv.visitVarInsn(Opcodes.ALOAD, 3);
        runtime.helper(mv, "CompiledCode", last, START + ")" + OBJECT);
        mv.visitInsn(Opcodes.ARETURN);
        mv.visitMaxs(0, 0);
        mv.visitEnd();
    }
}
