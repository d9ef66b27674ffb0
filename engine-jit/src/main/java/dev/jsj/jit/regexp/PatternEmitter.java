package dev.jsj.jit.regexp;

import dev.jsj.jit.emit.Code;
import dev.jsj.jit.emit.CodeSize;
import dev.jsj.jit.emit.ConstantTable;
import dev.jsj.runtime.regexp.CharacterTest;
import dev.jsj.runtime.regexp.CodePointSet;
import dev.jsj.runtime.regexp.CompiledMatcher;
import dev.jsj.runtime.regexp.RegExpProgram;
import dev.jsj.runtime.regexp.RegExpProgram.SearchPlan;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/**
 * Makes the hidden class of a pattern: a {@link CompiledMatcher} with the methods {@code find}, the
 * search for a start, and {@code attempt}.
 */
final class PatternEmitter {
    private static final String SUPER = "dev/jsj/runtime/regexp/CompiledMatcher";
    private static final String NAME = SUPER + "$Pattern";
    private static final CodePointSet LOW_SURROGATES = CodePointSet.range(0xDC00, 0xDFFF);

    private static final int INPUT = 1;
    private static final int START = 2;
    private static final int REGISTERS = 3;
    private static final int BEGIN = 4;
    private static final int END = 5;
    private static final int LIMIT = 6;
    private static final int UNIT = 7;

    private final RegExpProgram program;
    private final SearchPlan plan;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    private final ConstantTable constants = new ConstantTable();
    private final SetEmitter sets = new SetEmitter(writer, NAME, constants);
    private final Label yes = new Label();
    private final Label no = new Label();

    private PatternEmitter(RegExpProgram program) {
        this.program = program;
        this.plan = program.searchPlan();
    }

    /**
     * The result of an emission.
     *
     * @param bytes the class file
     * @param constants the class data
     * @param codeSize bytes of the largest method's code
     */
    record EmittedPattern(byte[] bytes, List<Object> constants, int codeSize) {
        /** Loads the class and makes an instance. */
        CompiledMatcher define() {
            try {
                MethodHandles.Lookup lookup =
                        CompiledMatcher.lookup()
                                .defineHiddenClassWithClassData(bytes, constants, true);
                return (CompiledMatcher)
                        lookup.findConstructor(
                                        lookup.lookupClass(), MethodType.methodType(void.class))
                                .invoke();
            } catch (Throwable failure) {
                throw new AssertionError("A generated class could not be loaded.", failure);
            }
        }
    }

    /**
     * Emits a program.
     *
     * @throws MethodTooLargeException when a method passes the JVM's limit
     */
    static EmittedPattern emit(RegExpProgram program) {
        return new PatternEmitter(program).emit();
    }

    private EmittedPattern emit() {
        writer.visit(Opcodes.V21, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, SUPER, null);
        writer.visitSource(program.toString(), null);
        constructor();
        find();
        new AttemptEmitter(
                        new PatternFlow(program),
                        method("attempt", AttemptEmitter.DESCRIPTOR),
                        sets,
                        constants)
                .emit();
        writer.visitEnd();
        byte[] bytes = writer.toByteArray();
        return new EmittedPattern(bytes, constants.values(), CodeSize.ofLargestMethod(bytes));
    }

    private MethodVisitor method(String name, String descriptor) {
        return writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
    }

    private void constructor() {
        MethodVisitor mv = writer.visitMethod(0, "<init>", "()V", null, null);
        mv.visitCode();
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        mv.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPER, "<init>", "()V", false);
        mv.visitInsn(Opcodes.RETURN);
        mv.visitMaxs(0, 0);
        mv.visitEnd();
    }

    private void find() {
        MethodVisitor mv = method("find", AttemptEmitter.DESCRIPTOR);
        mv.visitCode();
        mv.visitVarInsn(Opcodes.ILOAD, END);
        Code.pushInt(mv, plan.minLength());
        mv.visitInsn(Opcodes.ISUB);
        mv.visitVarInsn(Opcodes.ISTORE, LIMIT);
        switch (plan.kind()) {
            case INPUT_START -> inputStart(mv);
            case TEXT -> text(mv);
            case CHARACTERS -> characters(mv);
            case ANY -> any(mv);
        }
        mv.visitLabel(no);
        mv.visitInsn(Opcodes.ICONST_0);
        mv.visitInsn(Opcodes.IRETURN);
        mv.visitLabel(yes);
        mv.visitInsn(Opcodes.ICONST_1);
        mv.visitInsn(Opcodes.IRETURN);
        mv.visitMaxs(0, 0);
        mv.visitEnd();
    }

    private static void attempt(MethodVisitor mv) {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        mv.visitVarInsn(Opcodes.ALOAD, INPUT);
        mv.visitVarInsn(Opcodes.ILOAD, START);
        mv.visitVarInsn(Opcodes.ALOAD, REGISTERS);
        mv.visitVarInsn(Opcodes.ILOAD, BEGIN);
        mv.visitVarInsn(Opcodes.ILOAD, END);
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, NAME, "attempt", AttemptEmitter.DESCRIPTOR, false);
    }

    private void inputStart(MethodVisitor mv) {
        mv.visitVarInsn(Opcodes.ILOAD, START);
        mv.visitVarInsn(Opcodes.ILOAD, BEGIN);
        mv.visitJumpInsn(Opcodes.IF_ICMPNE, no);
        mv.visitVarInsn(Opcodes.ILOAD, LIMIT);
        mv.visitVarInsn(Opcodes.ILOAD, BEGIN);
        mv.visitJumpInsn(Opcodes.IF_ICMPLT, no);
        attempt(mv);
        mv.visitJumpInsn(Opcodes.IFNE, yes);
    }

    private void text(MethodVisitor mv) {
        Label loop = new Label();
        mv.visitLabel(loop);
        mv.visitVarInsn(Opcodes.ALOAD, INPUT);
        String text = plan.text();
        boolean single = text.length() == 1;
        if (single) {
            Code.pushInt(mv, text.charAt(0));
        } else {
            mv.visitLdcInsn(text);
        }
        mv.visitVarInsn(Opcodes.ILOAD, START);
        mv.visitVarInsn(Opcodes.ILOAD, END);
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                SetEmitter.STRING,
                "indexOf",
                single ? "(III)I" : "(L" + SetEmitter.STRING + ";II)I",
                false);
        mv.visitInsn(Opcodes.DUP);
        mv.visitVarInsn(Opcodes.ISTORE, START);
        mv.visitJumpInsn(Opcodes.IFLT, no);
        attempt(mv);
        mv.visitJumpInsn(Opcodes.IFNE, yes);
        mv.visitIincInsn(START, 1);
        mv.visitJumpInsn(Opcodes.GOTO, loop);
    }

    private void characters(MethodVisitor mv) {
        Label loop = new Label();
        Label next = new Label();
        Label possible = new Label();
        // A match has one unit at least.
        if (plan.minLength() == 0) {
            mv.visitIincInsn(LIMIT, -1);
        }
        mv.visitLabel(loop);
        mv.visitVarInsn(Opcodes.ALOAD, INPUT);
        mv.visitVarInsn(Opcodes.ILOAD, START);
        mv.visitVarInsn(Opcodes.ILOAD, LIMIT);
        sets.callNextMember(mv, plan.characters());
        mv.visitVarInsn(Opcodes.ISTORE, START);
        mv.visitVarInsn(Opcodes.ILOAD, START);
        mv.visitVarInsn(Opcodes.ILOAD, LIMIT);
        mv.visitJumpInsn(Opcodes.IF_ICMPGT, no);
        if (plan.wordStart() != null) {
            mv.visitVarInsn(Opcodes.ILOAD, START);
            mv.visitVarInsn(Opcodes.ILOAD, BEGIN);
            mv.visitJumpInsn(Opcodes.IF_ICMPEQ, possible);
            SetEmitter.unitAt(mv, INPUT, START, -1);
            sets.jumpUnlessMember(mv, plan.wordStart(), UNIT, possible);
            mv.visitJumpInsn(Opcodes.GOTO, next);
            mv.visitLabel(possible);
        }
        if (program.unicodeMode() && plan.characters().set().intersects(LOW_SURROGATES)) {
            unlessInsidePair(mv, next);
        }
        attempt(mv);
        mv.visitJumpInsn(Opcodes.IFNE, yes);
        afterFailure(mv, next, loop);
    }

    private void any(MethodVisitor mv) {
        Label loop = new Label();
        Label next = new Label();
        mv.visitLabel(loop);
        mv.visitVarInsn(Opcodes.ILOAD, START);
        mv.visitVarInsn(Opcodes.ILOAD, LIMIT);
        mv.visitJumpInsn(Opcodes.IF_ICMPGT, no);
        if (program.unicodeMode()) {
            unlessInsidePair(mv, next);
        }
        attempt(mv);
        mv.visitJumpInsn(Opcodes.IFNE, yes);
        afterFailure(mv, next, loop);
    }

    private static void unlessInsidePair(MethodVisitor mv, Label otherwise) {
        mv.visitVarInsn(Opcodes.ALOAD, INPUT);
        mv.visitVarInsn(Opcodes.ILOAD, START);
        mv.visitVarInsn(Opcodes.ILOAD, BEGIN);
        mv.visitVarInsn(Opcodes.ILOAD, END);
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "dev/jsj/runtime/regexp/RegExpProgram",
                "isInsidePair",
                "(L" + SetEmitter.STRING + ";III)Z",
                false);
        mv.visitJumpInsn(Opcodes.IFNE, otherwise);
    }

    /** Goes on behind the run of characters that the match would begin with, or one further. */
    private void afterFailure(MethodVisitor mv, Label next, Label loop) {
        CharacterTest run = plan.run();
        if (run != null) {
            if (program.unicodeMode()) {
                sets.push(mv, run);
                mv.visitVarInsn(Opcodes.ALOAD, INPUT);
                mv.visitVarInsn(Opcodes.ILOAD, START);
                mv.visitVarInsn(Opcodes.ILOAD, END);
                mv.visitInsn(Opcodes.ICONST_0);
                Code.pushInt(mv, Integer.MAX_VALUE);
                SetEmitter.callRunByCodePoint(mv);
            } else {
                mv.visitVarInsn(Opcodes.ALOAD, INPUT);
                mv.visitVarInsn(Opcodes.ILOAD, START);
                mv.visitVarInsn(Opcodes.ILOAD, END);
                sets.callRun(mv, run);
            }
            mv.visitVarInsn(Opcodes.ILOAD, START);
            mv.visitInsn(Opcodes.ICONST_1);
            mv.visitInsn(Opcodes.IADD);
            mv.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Math", "max", "(II)I", false);
            mv.visitVarInsn(Opcodes.ISTORE, START);
            mv.visitJumpInsn(Opcodes.GOTO, loop);
        }
        mv.visitLabel(next);
        mv.visitIincInsn(START, 1);
        mv.visitJumpInsn(Opcodes.GOTO, loop);
    }
}
