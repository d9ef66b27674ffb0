package dev.jsj.jit.regexp;

import dev.jsj.jit.emit.Code;
import dev.jsj.runtime.regexp.CharacterTest;
import dev.jsj.runtime.regexp.RegExpOpcode;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Loops over the characters of one set: what they take at once, and give back or take later. */
final class LoopEmitter {
    private static final int POS = Attempt.POS;
    private static final int END = Attempt.END;
    private static final int TEMP = Attempt.TEMP;
    private static final int LEAST = Attempt.LEAST;
    private static final int UNBOUNDED = Attempt.UNBOUNDED;
    private static final int UNROLLED_RUN = 4;

    private final Attempt attempt;
    private final CharacterEmitter characters;
    private final MethodVisitor mv;
    private final SetEmitter sets;
    private final Backtracking backtracking;

    LoopEmitter(Attempt attempt, CharacterEmitter characters) {
        this.attempt = attempt;
        this.characters = characters;
        mv = attempt.mv;
        sets = attempt.sets;
        backtracking = attempt.backtracking;
    }

    void run() {
        int min = attempt.operand(2);
        int max = attempt.operand(3);
        if (min == max && min <= UNROLLED_RUN) {
            for (int i = 0; i < min; i++) {
                characters.set();
            }
            return;
        }
        runOfUnits(max);
        if (min > 0) {
            failUnlessLonger(min);
        }
        attempt.moveToTemp();
    }

    /** The end of the run of at most {@code max} units goes into a local. */
    private void runOfUnits(int max) {
        attempt.loadInput();
        attempt.load(POS);
        attempt.load(END);
        if (max != UNBOUNDED) {
            Label near = new Label();
            attempt.store(TEMP);
            attempt.load(END);
            attempt.load(POS);
            mv.visitInsn(Opcodes.ISUB);
            Code.pushInt(mv, max);
            mv.visitJumpInsn(Opcodes.IF_ICMPLE, near);
            attempt.load(POS);
            Code.pushInt(mv, max);
            mv.visitInsn(Opcodes.IADD);
            attempt.store(TEMP);
            mv.visitLabel(near);
            attempt.load(TEMP);
        }
        sets.callRun(mv, attempt.test(1));
        attempt.store(TEMP);
    }

    private void failUnlessLonger(int min) {
        attempt.jumpIfShorter(TEMP, POS, min, attempt.failure);
    }

    void runByCodePoint() {
        runByCodePoint(POS, attempt.operand(2), attempt.operand(3), TEMP);
        attempt.moveToTemp();
    }

    /** The end of a run that starts at {@code from} goes into a local; fails when it is short. */
    private void runByCodePoint(int from, int min, int max, int result) {
        sets.push(mv, attempt.test(1));
        attempt.loadInput();
        attempt.load(from);
        attempt.load(END);
        Code.pushInt(mv, min);
        Code.pushInt(mv, max);
        SetEmitter.callRunByCodePoint(mv);
        attempt.store(result);
        if (min > 0) {
            attempt.load(result);
            mv.visitJumpInsn(Opcodes.IFLT, attempt.failure);
        }
    }

    void greedy() {
        int min = attempt.operand(2);
        runOfUnits(attempt.operand(3));
        if (min > 0) {
            failUnlessLonger(min);
        }
        attempt.load(POS);
        Code.pushInt(mv, min);
        mv.visitInsn(Opcodes.IADD);
        attempt.store(LEAST);
        takeAll(false);
    }

    void greedyByCodePoint() {
        int min = attempt.operand(2);
        int max = attempt.operand(3);
        runByCodePoint(POS, min, min, LEAST);
        runByCodePoint(LEAST, 0, max == UNBOUNDED ? max : max - min, TEMP);
        takeAll(true);
    }

    /** Takes all up to TEMP; the GREEDY_BACK that follows gives back down to LEAST later. */
    private void takeAll(boolean byCodePoint) {
        Label exact = new Label();
        attempt.load(TEMP);
        attempt.load(LEAST);
        mv.visitJumpInsn(Opcodes.IF_ICMPLE, exact);
        backtracking.pushSkipped(LEAST);
        stepBack(TEMP, byCodePoint);
        attempt.store(POS);
        backtracking.pushPlace(attempt.pc + 5, POS);
        mv.visitLabel(exact);
        attempt.moveToTemp();
        attempt.goTo(attempt.label(attempt.pc + 7));
    }

    /** Pushes the place one character before the one in a local. */
    private void stepBack(int place, boolean byCodePoint) {
        if (!byCodePoint) {
            attempt.load(place);
            mv.visitInsn(Opcodes.ICONST_1);
            mv.visitInsn(Opcodes.ISUB);
            return;
        }
        attempt.loadInput();
        attempt.load(place);
        attempt.load(LEAST);
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                SetEmitter.SCANNER,
                "stepBack",
                "(L" + SetEmitter.STRING + ";II)I",
                false);
    }

    void greedyBack(boolean byCodePoint) {
        backtracking.loadTopValue();
        attempt.store(LEAST);
        if (attempt.operand(1) >= 0) {
            CharacterTest guard = attempt.test(1);
            if (byCodePoint) {
                sets.push(mv, guard);
            }
            attempt.loadInput();
            attempt.load(POS);
            attempt.load(LEAST);
            if (byCodePoint) {
                mv.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        SetEmitter.SCANNER,
                        "lastBeforeByCodePoint",
                        "(L" + SetEmitter.CHARACTER_TEST + ";L" + SetEmitter.STRING + ";II)I",
                        false);
            } else {
                sets.callLastBefore(mv, guard);
            }
            attempt.store(POS);
        }
        Label last = new Label();
        Label done = new Label();
        attempt.load(POS);
        attempt.load(LEAST);
        mv.visitJumpInsn(Opcodes.IF_ICMPLE, last);
        stepBack(POS, byCodePoint);
        attempt.store(TEMP);
        backtracking.pushPlace(attempt.pc, TEMP);
        attempt.goTo(done);
        mv.visitLabel(last);
        backtracking.drop();
        attempt.load(POS);
        attempt.load(LEAST);
        mv.visitJumpInsn(Opcodes.IF_ICMPLT, attempt.fail);
        mv.visitLabel(done);
    }

    void lazy() {
        int text = attempt.operand(3);
        int guard = attempt.operand(2);
        boolean byCodePoint = attempt.operand(0) == RegExpOpcode.LAZY_U;
        if (text >= 0) {
            attempt.loadInput();
            mv.visitLdcInsn(attempt.program.text(text));
            attempt.load(POS);
            attempt.load(END);
            mv.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    SetEmitter.STRING,
                    "indexOf",
                    "(L" + SetEmitter.STRING + ";II)I",
                    false);
        } else if (guard >= 0 && byCodePoint) {
            sets.push(mv, attempt.test(2));
            sets.push(mv, attempt.test(1));
            attempt.loadInputPosEnd();
            mv.visitInsn(Opcodes.ICONST_1);
            mv.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    SetEmitter.SCANNER,
                    "skipTo",
                    "(L"
                            + SetEmitter.CHARACTER_TEST
                            + ";L"
                            + SetEmitter.CHARACTER_TEST
                            + ";L"
                            + SetEmitter.STRING
                            + ";IIZ)I",
                    false);
        } else if (guard >= 0) {
            attempt.loadInputPosEnd();
            sets.callSkipTo(mv, attempt.test(2), attempt.test(1));
        }
        if (text >= 0 || guard >= 0) {
            attempt.moveOrFail();
        }
        backtracking.pushPlace(attempt.operand(4), POS);
    }
}
