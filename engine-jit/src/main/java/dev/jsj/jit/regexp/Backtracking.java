package dev.jsj.jit.regexp;

import dev.jsj.jit.emit.Code;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The backtrack stack of an attempt: an array and its height in locals. An entry is a number and a
 * value. Numbers from 0 on are places to resume at, in the order in which they were first pushed;
 * -1 is skipped; others are registers to be restored: -2 and down in the order of their first push,
 * or, where registers are in an array, {@code -2 - register}.
 */
final class Backtracking {
    private static final String OWNER = "dev/jsj/runtime/regexp/CompiledMatcher";
    private static final int BACKTRACKS_PER_POLL = 1 << 20;

    private static final int POS = Attempt.POS;
    private static final int REGISTERS = Attempt.REGISTERS;
    private static final int HEIGHT = 6;
    private static final int STACK = 7;
    private static final int UNTIL_POLL = 8;
    private static final int NUMBER = 9;
    private static final int VALUE = 10;
    private static final int SKIPPED = -1;

    private final MethodVisitor mv;
    private final Registers registers;
    private final IntFunction<Label> labels;
    private final List<Integer> places = new ArrayList<>();
    private final List<Integer> restored = new ArrayList<>();

    Backtracking(MethodVisitor mv, Registers registers, IntFunction<Label> labels) {
        this.mv = mv;
        this.registers = registers;
        this.labels = labels;
    }

    /** The stack is empty. */
    void begin() {
        mv.visitInsn(Opcodes.ICONST_0);
        mv.visitVarInsn(Opcodes.ISTORE, HEIGHT);
        loadStack();
        Code.pushInt(mv, BACKTRACKS_PER_POLL);
        mv.visitVarInsn(Opcodes.ISTORE, UNTIL_POLL);
    }

    private void loadStack() {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, OWNER, "stack", "()[I", false);
        mv.visitVarInsn(Opcodes.ASTORE, STACK);
    }

    private int indexOf(List<Integer> list, int value) {
        int index = list.indexOf(value);
        if (index < 0) {
            index = list.size();
            list.add(value);
        }
        return index;
    }

    /** Pushes a place to resume at, with the position in a local. */
    void pushPlace(int pc, int position) {
        push(indexOf(places, pc), () -> mv.visitVarInsn(Opcodes.ILOAD, position));
    }

    /** Pushes a value that only {@link #loadTopValue} looks at. */
    void pushSkipped(int local) {
        push(SKIPPED, () -> mv.visitVarInsn(Opcodes.ILOAD, local));
    }

    /** Pushes the value of a register, unless there is nothing to go back to. */
    void pushRegister(int register) {
        if (!registers.areLocals()) {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            mv.visitVarInsn(Opcodes.ALOAD, REGISTERS);
            Code.pushInt(mv, register);
            mv.visitVarInsn(Opcodes.ILOAD, HEIGHT);
            mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, OWNER, "pushRegister", "([III)I", false);
            mv.visitVarInsn(Opcodes.ISTORE, HEIGHT);
            loadStack();
            return;
        }
        Label empty = new Label();
        mv.visitVarInsn(Opcodes.ILOAD, HEIGHT);
        mv.visitJumpInsn(Opcodes.IFEQ, empty);
        push(SKIPPED - 1 - indexOf(restored, register), () -> registers.load(register));
        mv.visitLabel(empty);
    }

    private void push(int number, Runnable value) {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        mv.visitVarInsn(Opcodes.ALOAD, STACK);
        mv.visitVarInsn(Opcodes.ILOAD, HEIGHT);
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, OWNER, "ensure", "([II)[I", false);
        mv.visitInsn(Opcodes.DUP);
        mv.visitVarInsn(Opcodes.ASTORE, STACK);
        mv.visitVarInsn(Opcodes.ILOAD, HEIGHT);
        Code.pushInt(mv, number);
        mv.visitInsn(Opcodes.IASTORE);
        mv.visitVarInsn(Opcodes.ALOAD, STACK);
        mv.visitVarInsn(Opcodes.ILOAD, HEIGHT);
        mv.visitInsn(Opcodes.ICONST_1);
        mv.visitInsn(Opcodes.IADD);
        value.run();
        mv.visitInsn(Opcodes.IASTORE);
        mv.visitIincInsn(HEIGHT, 2);
    }

    /** Pushes all but the first of what a trie has found. */
    void pushTexts(Runnable found, int count, int pc) {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        found.run();
        mv.visitVarInsn(Opcodes.ILOAD, count);
        Code.pushInt(mv, indexOf(places, pc));
        mv.visitVarInsn(Opcodes.ILOAD, HEIGHT);
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, OWNER, "pushTexts", "([IIII)I", false);
        mv.visitVarInsn(Opcodes.ISTORE, HEIGHT);
        loadStack();
    }

    /** Pushes the value of the last entry. */
    void loadTopValue() {
        mv.visitVarInsn(Opcodes.ALOAD, STACK);
        mv.visitVarInsn(Opcodes.ILOAD, HEIGHT);
        mv.visitInsn(Opcodes.ICONST_1);
        mv.visitInsn(Opcodes.ISUB);
        mv.visitInsn(Opcodes.IALOAD);
    }

    /** Takes the last entry off. */
    void drop() {
        mv.visitIincInsn(HEIGHT, -2);
    }

    void loadHeight() {
        mv.visitVarInsn(Opcodes.ILOAD, HEIGHT);
    }

    void setHeight(Runnable height) {
        height.run();
        mv.visitVarInsn(Opcodes.ISTORE, HEIGHT);
    }

    /** Keeps only what restores registers above a height. */
    void dropChoices(Runnable height) {
        mv.visitVarInsn(Opcodes.ALOAD, STACK);
        height.run();
        mv.visitVarInsn(Opcodes.ILOAD, HEIGHT);
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "dev/jsj/runtime/regexp/Matcher",
                "dropChoices",
                "([III)I",
                false);
        mv.visitVarInsn(Opcodes.ISTORE, HEIGHT);
    }

    /** Makes all choices above a height ones that are skipped. */
    void skipChoices(Runnable height) {
        mv.visitVarInsn(Opcodes.ALOAD, STACK);
        height.run();
        mv.visitVarInsn(Opcodes.ILOAD, HEIGHT);
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, "skipChoices", "([III)V", false);
    }

    /** The code that goes back to the last choice, or returns false where there is none. */
    void resume(Label returnFalse) {
        Label noPoll = new Label();
        mv.visitIincInsn(UNTIL_POLL, -1);
        mv.visitVarInsn(Opcodes.ILOAD, UNTIL_POLL);
        mv.visitJumpInsn(Opcodes.IFNE, noPoll);
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, OWNER, "poll", "()I", false);
        mv.visitVarInsn(Opcodes.ISTORE, UNTIL_POLL);
        mv.visitLabel(noPoll);
        mv.visitVarInsn(Opcodes.ILOAD, HEIGHT);
        mv.visitJumpInsn(Opcodes.IFEQ, returnFalse);
        drop();
        mv.visitVarInsn(Opcodes.ALOAD, STACK);
        mv.visitVarInsn(Opcodes.ILOAD, HEIGHT);
        mv.visitInsn(Opcodes.ICONST_1);
        mv.visitInsn(Opcodes.IADD);
        mv.visitInsn(Opcodes.IALOAD);
        mv.visitVarInsn(Opcodes.ISTORE, VALUE);
        mv.visitVarInsn(Opcodes.ALOAD, STACK);
        mv.visitVarInsn(Opcodes.ILOAD, HEIGHT);
        mv.visitInsn(Opcodes.IALOAD);
        if (registers.areLocals()) {
            resumeWithLocals(noPoll);
        } else {
            resumeWithArray(noPoll);
        }
    }

    private void resumeWithLocals(Label again) {
        int lowest = SKIPPED - restored.size();
        Label[] targets = new Label[restored.size() + 1 + places.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = new Label();
        }
        mv.visitTableSwitchInsn(lowest, places.size() - 1, again, targets);
        for (int i = 0; i < restored.size(); i++) {
            mv.visitLabel(targets[SKIPPED - 1 - i - lowest]);
            registers.store(restored.get(i), () -> mv.visitVarInsn(Opcodes.ILOAD, VALUE));
            mv.visitJumpInsn(Opcodes.GOTO, again);
        }
        mv.visitLabel(targets[SKIPPED - lowest]);
        mv.visitJumpInsn(Opcodes.GOTO, again);
        goOn(targets, -lowest);
    }

    private void goOn(Label[] targets, int offset) {
        for (int i = 0; i < places.size(); i++) {
            mv.visitLabel(targets[i + offset]);
            mv.visitVarInsn(Opcodes.ILOAD, VALUE);
            mv.visitVarInsn(Opcodes.ISTORE, POS);
            mv.visitJumpInsn(Opcodes.GOTO, labels.apply(places.get(i)));
        }
    }

    private void resumeWithArray(Label again) {
        Label place = new Label();
        mv.visitInsn(Opcodes.DUP);
        mv.visitVarInsn(Opcodes.ISTORE, NUMBER);
        mv.visitJumpInsn(Opcodes.IFGE, place);
        mv.visitVarInsn(Opcodes.ILOAD, NUMBER);
        Code.pushInt(mv, SKIPPED);
        mv.visitJumpInsn(Opcodes.IF_ICMPEQ, again);
        mv.visitVarInsn(Opcodes.ALOAD, REGISTERS);
        Code.pushInt(mv, SKIPPED - 1);
        mv.visitVarInsn(Opcodes.ILOAD, NUMBER);
        mv.visitInsn(Opcodes.ISUB);
        mv.visitVarInsn(Opcodes.ILOAD, VALUE);
        mv.visitInsn(Opcodes.IASTORE);
        mv.visitJumpInsn(Opcodes.GOTO, again);
        mv.visitLabel(place);
        mv.visitVarInsn(Opcodes.ILOAD, NUMBER);
        Label[] targets = new Label[places.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = new Label();
        }
        mv.visitTableSwitchInsn(0, targets.length - 1, again, targets);
        goOn(targets, 0);
    }
}
