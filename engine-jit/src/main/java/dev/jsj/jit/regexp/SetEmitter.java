package dev.jsj.jit.regexp;

import dev.jsj.jit.emit.Code;
import dev.jsj.jit.emit.ConstantTable;
import dev.jsj.runtime.regexp.CharacterTest;
import dev.jsj.runtime.regexp.CodePointSet;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tests of code units against sets: comparisons where they are few, else a static method that reads
 * a table; and the loops over units of one set, which are static methods too, so that each is
 * compiled for itself and wherever it is called.
 */
final class SetEmitter {
    static final String CHARACTER_TEST = "dev/jsj/runtime/regexp/CharacterTest";
    static final String SCANNER = "dev/jsj/runtime/regexp/Scanner";
    static final String STRING = "java/lang/String";

    static final String LOOP = "(L" + STRING + ";II)I";

    private static final int LATIN1 = 256;

    /** The same with one number more. */
    private static final String BOUNDARY = "(L" + STRING + ";III)I";

    /** A free local of the methods made here. */
    private static final int UNIT = 5;

    private static final int LAST_UNIT = 0xFFFF;
    private static final CodePointSet UNITS = CodePointSet.range(0, LAST_UNIT);

    private final ClassWriter writer;
    private final String className;
    private final ConstantTable constants;
    private final Map<String, String> methods = new HashMap<>();
    private final Map<CodePointSet, boolean[]> tables = new HashMap<>();

    SetEmitter(ClassWriter writer, String className, ConstantTable constants) {
        this.writer = writer;
        this.className = className;
        this.constants = constants;
    }

    /** Pushes the test itself. */
    void push(MethodVisitor mv, CharacterTest test) {
        constants.push(mv, test, CHARACTER_TEST);
    }

    /**
     * Takes a code unit from the stack and jumps when it is no member.
     *
     * @param local a free local
     */
    void jumpUnlessMember(MethodVisitor mv, CharacterTest test, int local, Label otherwise) {
        CodePointSet set = test.set().intersect(UNITS);
        int last = set.rangeCount() - 1;
        if (last < 0) {
            mv.visitInsn(Opcodes.POP);
            mv.visitJumpInsn(Opcodes.GOTO, otherwise);
        } else if (last == 0) {
            jumpUnlessBetween(mv, set.first(0), set.last(0), otherwise);
        } else if (last == 1 && set.first(0) == 0 && set.last(1) == LAST_UNIT) {
            jumpIfBetween(mv, set.last(0) + 1, set.first(1) - 1, otherwise);
        } else if (set.size() == 2 && Integer.bitCount(set.first(0) ^ set.first(1)) == 1) {
            Code.pushInt(mv, set.first(0) ^ set.first(1));
            mv.visitInsn(Opcodes.IOR);
            Code.pushInt(mv, set.first(0) | set.first(1));
            mv.visitJumpInsn(Opcodes.IF_ICMPNE, otherwise);
        } else {
            mv.visitVarInsn(Opcodes.ISTORE, local);
            jumpByTable(mv, test, set, local, otherwise);
        }
    }

    private void jumpByTable(
            MethodVisitor mv, CharacterTest test, CodePointSet set, int local, Label otherwise) {
        int above = set.intersect(CodePointSet.range(LATIN1, LAST_UNIT)).size();
        boolean none = above == 0;
        boolean all = above == LAST_UNIT + 1 - LATIN1;
        Label notLatin1 = new Label();
        Label member = new Label();
        mv.visitVarInsn(Opcodes.ILOAD, local);
        Code.pushInt(mv, LATIN1);
        mv.visitJumpInsn(Opcodes.IF_ICMPGE, none ? otherwise : all ? member : notLatin1);
        constants.push(mv, table(set), "[Z");
        mv.visitVarInsn(Opcodes.ILOAD, local);
        mv.visitInsn(Opcodes.BALOAD);
        mv.visitJumpInsn(Opcodes.IFEQ, otherwise);
        if (!none && !all) {
            mv.visitJumpInsn(Opcodes.GOTO, member);
            mv.visitLabel(notLatin1);
            push(mv, test);
            mv.visitVarInsn(Opcodes.ILOAD, local);
            mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, CHARACTER_TEST, "matches", "(I)Z", false);
            mv.visitJumpInsn(Opcodes.IFEQ, otherwise);
        }
        mv.visitLabel(member);
    }

    /** The members up to U+00FF as a table, the same one for the same members. */
    private boolean[] table(CodePointSet set) {
        return tables.computeIfAbsent(
                set.intersect(CodePointSet.range(0, LATIN1 - 1)),
                latin1 -> {
                    boolean[] table = new boolean[LATIN1];
                    for (int unit = 0; unit < LATIN1; unit++) {
                        table[unit] = latin1.contains(unit);
                    }
                    return table;
                });
    }

    private static void jumpUnlessBetween(MethodVisitor mv, int first, int last, Label otherwise) {
        if (first == last) {
            Code.pushInt(mv, first);
            mv.visitJumpInsn(Opcodes.IF_ICMPNE, otherwise);
        } else if (last == LAST_UNIT) {
            Code.pushInt(mv, first);
            mv.visitJumpInsn(Opcodes.IF_ICMPLT, otherwise);
        } else {
            difference(mv, first, last);
            mv.visitJumpInsn(Opcodes.IF_ICMPGT, otherwise);
        }
    }

    private static void jumpIfBetween(MethodVisitor mv, int first, int last, Label target) {
        if (first == last) {
            Code.pushInt(mv, first);
            mv.visitJumpInsn(Opcodes.IF_ICMPEQ, target);
        } else {
            difference(mv, first, last);
            mv.visitJumpInsn(Opcodes.IF_ICMPLE, target);
        }
    }

    /** Makes of a unit u: u - first as if without sign, and last - first. */
    private static void difference(MethodVisitor mv, int first, int last) {
        if (first != 0) {
            Code.pushInt(mv, first);
            mv.visitInsn(Opcodes.ISUB);
            mv.visitInsn(Opcodes.I2C);
        }
        Code.pushInt(mv, last - first);
    }

    /** Pushes the unit at an index that is in a local. */
    static void unitAt(MethodVisitor mv, int input, int index, int offset) {
        mv.visitVarInsn(Opcodes.ALOAD, input);
        mv.visitVarInsn(Opcodes.ILOAD, index);
        if (offset != 0) {
            Code.pushInt(mv, offset);
            mv.visitInsn(Opcodes.IADD);
        }
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, STRING, "charAt", "(I)C", false);
    }

    /**
     * Calls {@code (set, input, from, end, min, max) -> the end of the run of characters, or -1}.
     */
    static void callRunByCodePoint(MethodVisitor mv) {
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                SCANNER,
                "runByCodePoint",
                "(L" + CHARACTER_TEST + ";L" + STRING + ";IIII)I",
                false);
    }

    /** Calls {@code (input, from, limit) -> the end of the run of units that starts at from}. */
    void callRun(MethodVisitor mv, CharacterTest test) {
        call(mv, "run " + test.set(), "run", m -> run(m, test));
    }

    /**
     * Calls a method of a string and two numbers.
     *
     * @param key what tells it from the others; its first caller has it made
     */
    private void call(MethodVisitor mv, String key, String prefix, Consumer<MethodVisitor> body) {
        call(mv, key, prefix, LOOP, body);
    }

    private void call(
            MethodVisitor mv,
            String key,
            String prefix,
            String descriptor,
            Consumer<MethodVisitor> body) {
        String name = methods.get(key);
        if (name == null) {
            name = prefix + methods.size();
            methods.put(key, name);
            define(name, descriptor, body);
        }
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, className, name, descriptor, false);
    }

    private void define(String name, String descriptor, Consumer<MethodVisitor> body) {
        MethodVisitor mv =
                writer.visitMethod(
                        Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, name, descriptor, null, null);
        mv.visitCode();
        body.accept(mv);
        mv.visitMaxs(0, 0);
        mv.visitEnd();
    }

    private void run(MethodVisitor mv, CharacterTest test) {
        CodePointSet set = test.set().intersect(UNITS);
        Label end = new Label();
        if (set.size() == LAST_UNIT + 1) {
            mv.visitVarInsn(Opcodes.ILOAD, 2);
            mv.visitInsn(Opcodes.IRETURN);
            return;
        }
        if (set.size() == LAST_UNIT) {
            int missing = set.first(0) > 0 ? 0 : set.last(0) + 1;
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            Code.pushInt(mv, missing);
            mv.visitVarInsn(Opcodes.ILOAD, 1);
            mv.visitVarInsn(Opcodes.ILOAD, 2);
            mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, STRING, "indexOf", "(III)I", false);
            mv.visitInsn(Opcodes.DUP);
            mv.visitJumpInsn(Opcodes.IFGE, end);
            mv.visitInsn(Opcodes.POP);
            mv.visitVarInsn(Opcodes.ILOAD, 2);
            mv.visitLabel(end);
            mv.visitInsn(Opcodes.IRETURN);
            return;
        }
        Label loop = new Label();
        mv.visitLabel(loop);
        mv.visitVarInsn(Opcodes.ILOAD, 1);
        mv.visitVarInsn(Opcodes.ILOAD, 2);
        mv.visitJumpInsn(Opcodes.IF_ICMPGE, end);
        unitAt(mv, 0, 1, 0);
        jumpUnlessMember(mv, test, UNIT, end);
        mv.visitIincInsn(1, 1);
        mv.visitJumpInsn(Opcodes.GOTO, loop);
        mv.visitLabel(end);
        mv.visitVarInsn(Opcodes.ILOAD, 1);
        mv.visitInsn(Opcodes.IRETURN);
    }

    /**
     * Calls {@code (input, from, least) -> the last place from from down to least before a unit of
     * the set, or least - 1}.
     */
    void callLastBefore(MethodVisitor mv, CharacterTest guard) {
        call(mv, "last " + guard.set(), "lastBefore", m -> search(m, guard, -1));
    }

    /**
     * Calls {@code (input, from, end) -> the first place that the guard allows after units of the
     * set only, or -1}.
     */
    void callSkipTo(MethodVisitor mv, CharacterTest guard, CharacterTest set) {
        call(mv, "skip " + guard + " " + set, "skipTo", m -> skipTo(m, guard, set));
    }

    private void skipTo(MethodVisitor mv, CharacterTest guard, CharacterTest set) {
        Label loop = new Label();
        Label notYet = new Label();
        Label fail = new Label();
        Label end = new Label();
        mv.visitLabel(loop);
        mv.visitVarInsn(Opcodes.ILOAD, 1);
        mv.visitVarInsn(Opcodes.ILOAD, 2);
        mv.visitJumpInsn(Opcodes.IF_ICMPGE, guard.allowsEnd() ? end : fail);
        unitAt(mv, 0, 1, 0);
        jumpUnlessMember(mv, guard, UNIT, notYet);
        mv.visitLabel(end);
        mv.visitVarInsn(Opcodes.ILOAD, 1);
        mv.visitInsn(Opcodes.IRETURN);
        mv.visitLabel(notYet);
        unitAt(mv, 0, 1, 0);
        jumpUnlessMember(mv, set, UNIT, fail);
        mv.visitIincInsn(1, 1);
        mv.visitJumpInsn(Opcodes.GOTO, loop);
        mv.visitLabel(fail);
        mv.visitInsn(Opcodes.ICONST_M1);
        mv.visitInsn(Opcodes.IRETURN);
    }

    /**
     * Calls {@code (input, from, limit) -> the first place of a member up to limit, or a place
     * beyond}.
     */
    void callNextMember(MethodVisitor mv, CharacterTest set) {
        call(mv, "next " + set.set(), "nextMember", m -> search(m, set, 1));
    }

    /** Goes on in steps of 1 up to the limit, or of -1 down to it, until there is a member. */
    private void search(MethodVisitor mv, CharacterTest set, int step) {
        Label loop = new Label();
        Label next = new Label();
        Label end = new Label();
        mv.visitLabel(loop);
        mv.visitVarInsn(Opcodes.ILOAD, 1);
        mv.visitVarInsn(Opcodes.ILOAD, 2);
        mv.visitJumpInsn(step > 0 ? Opcodes.IF_ICMPGT : Opcodes.IF_ICMPLT, end);
        unitAt(mv, 0, 1, 0);
        jumpUnlessMember(mv, set, UNIT, next);
        mv.visitLabel(end);
        mv.visitVarInsn(Opcodes.ILOAD, 1);
        mv.visitInsn(Opcodes.IRETURN);
        mv.visitLabel(next);
        mv.visitIincInsn(1, step);
        mv.visitJumpInsn(Opcodes.GOTO, loop);
    }

    /** Calls {@code (input, pos, end, begin) -> 1 at a word boundary, else 0}. */
    void callBoundary(MethodVisitor mv, CharacterTest word) {
        call(mv, "boundary " + word.set(), "isBoundary", BOUNDARY, m -> boundary(m, word));
    }

    private void boundary(MethodVisitor mv, CharacterTest word) {
        Label notBefore = new Label();
        Label second = new Label();
        Label notAfter = new Label();
        mv.visitVarInsn(Opcodes.ILOAD, 1);
        mv.visitVarInsn(Opcodes.ILOAD, 3);
        mv.visitJumpInsn(Opcodes.IF_ICMPLE, notBefore);
        unitAt(mv, 0, 1, -1);
        jumpUnlessMember(mv, word, UNIT, notBefore);
        mv.visitInsn(Opcodes.ICONST_1);
        mv.visitVarInsn(Opcodes.ISTORE, 4);
        mv.visitJumpInsn(Opcodes.GOTO, second);
        mv.visitLabel(notBefore);
        mv.visitInsn(Opcodes.ICONST_0);
        mv.visitVarInsn(Opcodes.ISTORE, 4);
        mv.visitLabel(second);
        mv.visitVarInsn(Opcodes.ILOAD, 1);
        mv.visitVarInsn(Opcodes.ILOAD, 2);
        mv.visitJumpInsn(Opcodes.IF_ICMPGE, notAfter);
        unitAt(mv, 0, 1, 0);
        jumpUnlessMember(mv, word, UNIT, notAfter);
        mv.visitInsn(Opcodes.ICONST_1);
        mv.visitVarInsn(Opcodes.ILOAD, 4);
        mv.visitInsn(Opcodes.ISUB);
        mv.visitInsn(Opcodes.IRETURN);
        mv.visitLabel(notAfter);
        mv.visitVarInsn(Opcodes.ILOAD, 4);
        mv.visitInsn(Opcodes.IRETURN);
    }

    /** Calls {@code (input, pos, length) -> the end of a text of the trie, or -1}. */
    void callTexts(MethodVisitor mv, int index, Consumer<MethodVisitor> body) {
        call(mv, "texts " + index, "texts", body);
    }
}
