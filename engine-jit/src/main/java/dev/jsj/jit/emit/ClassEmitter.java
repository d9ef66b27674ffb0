package dev.jsj.jit.emit;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.interpreter.CompiledCode;
import dev.jsj.jit.deopt.GuardStress;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.EntryPoint;
import dev.jsj.jit.passes.Scopes;
import dev.jsj.jit.passes.TypeInference;
import dev.jsj.runtime.realm.Agent;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * Makes the hidden class of a compiled function: a {@link CompiledCode} with one generated method.
 */
public final class ClassEmitter {
    /**
     * HotSpot compiles no method with more bytes, unless it is run with {@code
     * -XX:-DontCompileHugeMethods}: who does that says so in the system property {@code
     * jsj.hugeMethods}.
     */
    private static final int HUGE_METHOD_LIMIT =
            Boolean.getBoolean("jsj.hugeMethods") ? Integer.MAX_VALUE : 8000;

    private static final String OBJECT = "Ljava/lang/Object;";

    private ClassEmitter() {}

    /**
     * The result of an emission.
     *
     * @param bytes the class file
     * @param constants the class data
     * @param codeSize bytes of the generated method's code
     */
    public record EmittedClass(byte[] bytes, List<Object> constants, int codeSize) {
        /** Whether HotSpot would leave the method to its own interpreter for ever. */
        public boolean isTooLarge() {
            return codeSize > HUGE_METHOD_LIMIT;
        }

        /** Loads the class and makes its one instance. */
        public CompiledCode define() {
            try {
                MethodHandles.Lookup lookup =
                        CompiledCode.lookup()
                                .defineHiddenClassWithClassData(bytes, constants, true);
                return (CompiledCode)
                        lookup.findConstructor(
                                        lookup.lookupClass(),
                                        java.lang.invoke.MethodType.methodType(void.class))
                                .invoke();
            } catch (Throwable failure) {
                throw new AssertionError("A generated class could not be loaded.", failure);
            }
        }
    }

    /**
     * Emits a function.
     *
     * @param name the JavaScript function's name, for stack dumps and profilers
     * @param stress fails guards that hold, or null
     * @throws MethodTooLargeException when the method passes the JVM's limit
     */
    public static EmittedClass emit(
            ControlFlow flow,
            EntryPoint entry,
            TypeInference types,
            Scopes scopes,
            Agent agent,
            String name,
            String sourceFile,
            @Nullable GuardStress stress) {
        ClassWriter writer = FrameComputingWriter.create();
        String className = RuntimeMethods.INTERPRETER_PACKAGE + "Compiled$" + identifier(name);
        writer.visit(
                Opcodes.V21,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                className,
                null,
                RuntimeMethods.COMPILED_CODE,
                null);
        writer.visitSource(sourceFile, null);
        emitConstructor(writer);
        if (entry.kind() == EntryPoint.Kind.CALL) {
            emitCallWithOtherCount(writer, arguments(flow.unit()));
            emitCallOfFrame(writer, flow.unit());
        }
        ConstantTable constants = new ConstantTable();
        new FunctionEmitter(flow, entry, types, scopes, agent, writer, className, constants, stress)
                .emit();
        writer.visitEnd();
        byte[] bytes = writer.toByteArray();
        return new EmittedClass(bytes, constants.values(), CodeSize.ofLargestMethod(bytes));
    }

    private static void emitConstructor(ClassWriter writer) {
        MethodVisitor mv = writer.visitMethod(0, "<init>", "()V", null, null);
        mv.visitCode();
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        mv.visitMethodInsn(
                Opcodes.INVOKESPECIAL, RuntimeMethods.COMPILED_CODE, "<init>", "()V", false);
        mv.visitInsn(Opcodes.RETURN);
        mv.visitMaxs(0, 0);
        mv.visitEnd();
    }

    /** The JVM local of the first JavaScript argument of call2 and call5. */
    static final int FIRST_ARGUMENT = 5;

    /** Which of call2 and call5 has the code of a function. */
    static int arguments(CodeUnit unit) {
        return unit.parameterCount() <= 2 ? 2 : EntryPoint.MAX_PARAMETERS;
    }

    static String callDescriptor(int arguments) {
        return "("
                + RuntimeMethods.ACTIVATION_DESCRIPTOR
                + "L"
                + RuntimeMethods.SCRIPT_FUNCTION
                + ";"
                + OBJECT
                + "L"
                + RuntimeMethods.JS_OBJECT
                + ";"
                + OBJECT.repeat(arguments)
                + ")"
                + OBJECT;
    }

    /** The one of call2 and call5 that only passes on to the other. */
    private static void emitCallWithOtherCount(ClassWriter writer, int arguments) {
        int other = arguments == 2 ? EntryPoint.MAX_PARAMETERS : 2;
        MethodVisitor mv =
                writer.visitMethod(
                        Opcodes.ACC_PUBLIC, "call" + other, callDescriptor(other), null, null);
        mv.visitCode();
        for (int local = 0; local < FIRST_ARGUMENT; local++) {
            mv.visitVarInsn(Opcodes.ALOAD, local);
        }
        for (int i = 0; i < arguments; i++) {
            if (i < other) {
                mv.visitVarInsn(Opcodes.ALOAD, FIRST_ARGUMENT + i);
            } else {
                RuntimeMethods.pushUndefined(mv);
            }
        }
        emitCallAndReturn(mv, arguments);
    }

    /** {@code run}: an interpreted call whose frame is there already. */
    private static void emitCallOfFrame(ClassWriter writer, CodeUnit unit) {
        MethodVisitor mv =
                writer.visitMethod(
                        Opcodes.ACC_PUBLIC,
                        "run",
                        "(L" + RuntimeMethods.FRAME + ";)" + OBJECT,
                        null,
                        null);
        mv.visitCode();
        Label start = new Label();
        mv.visitVarInsn(Opcodes.ALOAD, 1);
        mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.FRAME, "pc", "I");
        mv.visitJumpInsn(Opcodes.IFEQ, start);
        mv.visitVarInsn(Opcodes.ALOAD, 1);
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                RuntimeMethods.COMPILED_CODE,
                "interpret",
                "(L" + RuntimeMethods.FRAME + ";L" + RuntimeMethods.COMPILED_CODE + ";)" + OBJECT,
                false);
        mv.visitInsn(Opcodes.ARETURN);
        mv.visitLabel(start);
        mv.visitVarInsn(Opcodes.ALOAD, 1);
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, RuntimeMethods.FRAME, "leave", "()V", false);
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        pushField(mv, "caller", RuntimeMethods.ACTIVATION_DESCRIPTOR);
        pushField(mv, "function", "L" + RuntimeMethods.SCRIPT_FUNCTION + ";");
        pushField(mv, "self", OBJECT);
        pushField(mv, "newTarget", "L" + RuntimeMethods.JS_OBJECT + ";");
        int arguments = arguments(unit);
        for (int i = 0; i < arguments; i++) {
            if (i < unit.parameterCount()) {
                pushField(mv, "registers", "[" + OBJECT);
                Code.pushInt(mv, i);
                mv.visitInsn(Opcodes.AALOAD);
            } else {
                RuntimeMethods.pushUndefined(mv);
            }
        }
        emitCallAndReturn(mv, arguments);
    }

    private static void pushField(MethodVisitor mv, String field, String descriptor) {
        mv.visitVarInsn(Opcodes.ALOAD, 1);
        mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.FRAME, field, descriptor);
    }

    private static void emitCallAndReturn(MethodVisitor mv, int arguments) {
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                RuntimeMethods.COMPILED_CODE,
                "call" + arguments,
                callDescriptor(arguments),
                false);
        mv.visitInsn(Opcodes.ARETURN);
        mv.visitMaxs(0, 0);
        mv.visitEnd();
    }

    private static String identifier(String name) {
        StringBuilder text = new StringBuilder();
        name.chars()
                .limit(60)
                .forEach(c -> text.append(Character.isJavaIdentifierPart(c) ? (char) c : '_'));
        return text.isEmpty() ? "anonymous" : text.toString();
    }

    /**
     * All reference types of generated code that meet are told apart by checkcasts: Object is a
     * good enough common super class.
     */
    private static final class FrameComputingWriter extends ClassWriter {
        private FrameComputingWriter() {
            super(COMPUTE_FRAMES);
        }

        /** Made here, so that nobody else must know the super class when the JVM starts. */
        static ClassWriter create() {
            return new FrameComputingWriter();
        }

        @Override
        protected String getCommonSuperClass(String first, String second) {
            return "java/lang/Object";
        }
    }
}
