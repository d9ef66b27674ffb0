package dev.jsj.jit.regexp;

import dev.jsj.jit.emit.Code;
import dev.jsj.runtime.regexp.CharacterTest;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Instructions that match one character: of a set, by code unit or code point, either way. */
final class CharacterEmitter {
    private static final int POS = Attempt.POS;
    private static final int BEGIN = Attempt.BEGIN;
    private static final int UNIT = Attempt.UNIT;
    private static final int TEMP = Attempt.TEMP;

    private final Attempt attempt;
    private final MethodVisitor mv;
    private final SetEmitter sets;

    CharacterEmitter(Attempt attempt) {
        this.attempt = attempt;
        mv = attempt.mv;
        sets = attempt.sets;
    }

    void character() {
        attempt.loadUnitOrFail();
        Code.pushInt(mv, attempt.operand(1));
        mv.visitJumpInsn(Opcodes.IF_ICMPNE, attempt.failure);
        mv.visitIincInsn(POS, 1);
    }

    void charPair() {
        Label yes = new Label();
        attempt.loadUnitOrFail();
        int first = attempt.operand(1);
        int second = attempt.operand(2);
        if (Integer.bitCount(first ^ second) == 1) {
            Code.pushInt(mv, first ^ second);
            mv.visitInsn(Opcodes.IOR);
            Code.pushInt(mv, first | second);
            mv.visitJumpInsn(Opcodes.IF_ICMPNE, attempt.failure);
        } else {
            mv.visitInsn(Opcodes.DUP);
            attempt.store(UNIT);
            Code.pushInt(mv, first);
            mv.visitJumpInsn(Opcodes.IF_ICMPEQ, yes);
            attempt.load(UNIT);
            Code.pushInt(mv, second);
            mv.visitJumpInsn(Opcodes.IF_ICMPNE, attempt.failure);
            mv.visitLabel(yes);
        }
        mv.visitIincInsn(POS, 1);
    }

    void set() {
        attempt.loadUnitOrFail();
        sets.jumpUnlessMember(mv, attempt.test(1), UNIT, attempt.failure);
        mv.visitIincInsn(POS, 1);
    }

    void setBack() {
        attempt.load(POS);
        attempt.load(BEGIN);
        mv.visitJumpInsn(Opcodes.IF_ICMPLE, attempt.failure);
        attempt.loadUnit(-1);
        sets.jumpUnlessMember(mv, attempt.test(1), UNIT, attempt.failure);
        mv.visitIincInsn(POS, -1);
    }

    void setByCodePoint() {
        CharacterTest test = attempt.test(1);
        Label simple = new Label();
        Label done = new Label();
        attempt.loadUnitOrFail();
        attempt.store(UNIT);
        unlessSurrogate(simple);
        attempt.loadInput();
        attempt.load(POS);
        attempt.load(Attempt.END);
        codePoint("codePointAt");
        attempt.store(TEMP);
        codePointMember(test);
        moveBy(Opcodes.IADD);
        attempt.goTo(done);
        mv.visitLabel(simple);
        attempt.load(UNIT);
        sets.jumpUnlessMember(mv, test, UNIT, attempt.failure);
        mv.visitIincInsn(POS, 1);
        mv.visitLabel(done);
    }

    void setByCodePointBack() {
        attempt.load(POS);
        attempt.load(BEGIN);
        mv.visitJumpInsn(Opcodes.IF_ICMPLE, attempt.failure);
        attempt.loadInput();
        attempt.load(POS);
        attempt.load(BEGIN);
        codePoint("codePointBefore");
        attempt.store(TEMP);
        codePointMember(attempt.test(1));
        moveBy(Opcodes.ISUB);
    }

    /** Calls {@code (input, pos, limit) -> the code point there}. */
    private void codePoint(String method) {
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC, SetEmitter.SCANNER, method, SetEmitter.LOOP, false);
    }

    private void codePointMember(CharacterTest test) {
        sets.push(mv, test);
        attempt.load(TEMP);
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, SetEmitter.CHARACTER_TEST, "matches", "(I)Z", false);
        mv.visitJumpInsn(Opcodes.IFEQ, attempt.failure);
    }

    /** Moves over the code point in a local. */
    private void moveBy(int operation) {
        attempt.load(POS);
        attempt.load(TEMP);
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Character", "charCount", "(I)I", false);
        mv.visitInsn(operation);
        attempt.store(POS);
    }

    /** The unit in a local is a surrogate: jumps where it is none. */
    private void unlessSurrogate(Label target) {
        attempt.load(UNIT);
        Code.pushInt(mv, 0xF800);
        mv.visitInsn(Opcodes.IAND);
        Code.pushInt(mv, 0xD800);
        mv.visitJumpInsn(Opcodes.IF_ICMPNE, target);
    }
}
