package dev.jsj.jit.regexp;

import dev.jsj.jit.emit.Code;
import dev.jsj.jit.emit.ConstantTable;
import dev.jsj.runtime.regexp.RegExpOpcode;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The method {@code attempt}: the program's instructions one after the other, as the matcher runs
 * them, with position, stack height and registers in locals. Failing is a jump: to the return where
 * there can be no choice, else to the code at the end ({@link Backtracking}) that takes the last
 * one off the stack and goes on there. Each kind of instruction has its emitter; the ones here only
 * change registers.
 */
final class AttemptEmitter {
    static final String DESCRIPTOR = "(L" + SetEmitter.STRING + ";I[III)Z";

    private static final int POS = Attempt.POS;

    private final Attempt attempt;
    private final MethodVisitor mv;
    private final Registers registers;
    private final Backtracking backtracking;
    private final CharacterEmitter characters;
    private final TextEmitter texts;
    private final AssertionEmitter assertions;
    private final BranchEmitter branches;
    private final LoopEmitter loops;

    AttemptEmitter(PatternFlow flow, MethodVisitor mv, SetEmitter sets, ConstantTable constants) {
        this.mv = mv;
        attempt = new Attempt(flow, mv, sets, constants);
        registers = attempt.registers;
        backtracking = attempt.backtracking;
        characters = new CharacterEmitter(attempt);
        texts = new TextEmitter(attempt);
        assertions = new AssertionEmitter(attempt);
        branches = new BranchEmitter(attempt, texts);
        loops = new LoopEmitter(attempt, characters);
    }

    void emit() {
        mv.visitCode();
        boolean hasChoices = attempt.flow.hasChoices();
        if (hasChoices) {
            backtracking.begin();
        }
        registers.initialize();
        for (int pc = 0; pc < attempt.code.length; pc = attempt.next) {
            attempt.moveTo(pc);
            if (attempt.flow.isReached(pc)) {
                instruction();
            }
        }
        if (hasChoices) {
            mv.visitLabel(attempt.fail);
            backtracking.resume(attempt.returnFalse);
        }
        mv.visitLabel(attempt.returnFalse);
        mv.visitInsn(Opcodes.ICONST_0);
        mv.visitInsn(Opcodes.IRETURN);
        mv.visitMaxs(0, 0);
        mv.visitEnd();
    }

    private void instruction() {
        int opcode = attempt.operand(0);
        switch (opcode) {
            case RegExpOpcode.FAIL -> attempt.goTo(attempt.failure);
            case RegExpOpcode.ACCEPT -> accept();
            case RegExpOpcode.CHAR -> characters.character();
            case RegExpOpcode.CHAR_PAIR -> characters.charPair();
            case RegExpOpcode.SET -> characters.set();
            case RegExpOpcode.SET_U -> characters.setByCodePoint();
            case RegExpOpcode.SET_BACK -> characters.setBack();
            case RegExpOpcode.SET_U_BACK -> characters.setByCodePointBack();
            case RegExpOpcode.TEXT -> texts.text();
            case RegExpOpcode.TEXT_BACK -> texts.textBack();
            case RegExpOpcode.TEXTS -> texts.texts();
            case RegExpOpcode.BACK_REFERENCE -> texts.backReference();
            case RegExpOpcode.JUMP -> attempt.goTo(attempt.operand(1));
            case RegExpOpcode.SPLIT -> branches.split();
            case RegExpOpcode.BRANCH -> branches.branch();
            case RegExpOpcode.DISPATCH -> branches.dispatch();
            case RegExpOpcode.COUNTED_BRANCH -> branches.countedBranch();
            case RegExpOpcode.SAVE -> set(attempt.operand(1), () -> attempt.load(POS));
            case RegExpOpcode.CLEAR -> clear();
            case RegExpOpcode.SET_REGISTER -> {
                int value = attempt.operand(2);
                set(attempt.operand(1), () -> Code.pushInt(mv, value));
            }
            case RegExpOpcode.INCREMENT -> increment(attempt.operand(1));
            case RegExpOpcode.INPUT_START -> assertions.inputStart();
            case RegExpOpcode.INPUT_END -> assertions.inputEnd();
            case RegExpOpcode.LINE_START -> assertions.lineStart();
            case RegExpOpcode.LINE_END -> assertions.lineEnd();
            case RegExpOpcode.WORD_BOUNDARY -> assertions.boundary(Opcodes.IFEQ);
            case RegExpOpcode.NOT_WORD_BOUNDARY -> assertions.boundary(Opcodes.IFNE);
            case RegExpOpcode.LOOK_ENTER, RegExpOpcode.NEGATIVE_ENTER -> assertions.lookEnter();
            case RegExpOpcode.LOOK_LEAVE -> assertions.lookLeave();
            case RegExpOpcode.NEGATIVE_LEAVE -> assertions.negativeLeave();
            case RegExpOpcode.CHECK_PROGRESS -> checkProgress(Opcodes.IF_ICMPEQ, attempt.failure);
            case RegExpOpcode.CHECK_COUNTED_PROGRESS -> checkCountedProgress();
            case RegExpOpcode.RUN -> loops.run();
            case RegExpOpcode.RUN_U -> loops.runByCodePoint();
            case RegExpOpcode.GREEDY -> loops.greedy();
            case RegExpOpcode.GREEDY_BACK -> loops.greedyBack(false);
            case RegExpOpcode.GREEDY_U -> loops.greedyByCodePoint();
            case RegExpOpcode.GREEDY_BACK_U -> loops.greedyBack(true);
            case RegExpOpcode.LAZY, RegExpOpcode.LAZY_U -> loops.lazy();
            default -> throw new AssertionError("There is no instruction " + opcode + ".");
        }
    }

    private void accept() {
        registers.handOver();
        mv.visitInsn(Opcodes.ICONST_1);
        mv.visitInsn(Opcodes.IRETURN);
    }

    /** Sets a register to what {@code value} pushes; going back restores it. */
    private void set(int register, Runnable value) {
        if (mayGoBack()) {
            backtracking.pushRegister(register);
        }
        registers.store(register, value);
    }

    private boolean mayGoBack() {
        return !attempt.flow.isWithoutChoice(attempt.pc);
    }

    private void increment(int register) {
        set(
                register,
                () -> {
                    registers.load(register);
                    mv.visitInsn(Opcodes.ICONST_1);
                    mv.visitInsn(Opcodes.IADD);
                });
    }

    private void clear() {
        int end = attempt.operand(2);
        for (int register = attempt.operand(1); register < end; register++) {
            if (mayGoBack()) {
                Label unset = new Label();
                registers.load(register);
                mv.visitInsn(Opcodes.ICONST_M1);
                mv.visitJumpInsn(Opcodes.IF_ICMPEQ, unset);
                backtracking.pushRegister(register);
                mv.visitLabel(unset);
            }
            registers.store(register, () -> mv.visitInsn(Opcodes.ICONST_M1));
        }
    }

    /** Compares the position with the one at the start of the loop's body. */
    private void checkProgress(int jump, Label target) {
        registers.load(attempt.operand(1));
        attempt.load(POS);
        mv.visitJumpInsn(jump, target);
    }

    private void checkCountedProgress() {
        Label progress = new Label();
        checkProgress(Opcodes.IF_ICMPNE, progress);
        registers.load(attempt.operand(2));
        Code.pushInt(mv, attempt.operand(3));
        mv.visitJumpInsn(Opcodes.IF_ICMPGT, attempt.failure);
        mv.visitLabel(progress);
    }
}
