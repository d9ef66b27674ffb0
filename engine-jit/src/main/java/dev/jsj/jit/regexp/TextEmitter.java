package dev.jsj.jit.regexp;

import dev.jsj.jit.emit.Code;
import dev.jsj.runtime.regexp.Trie;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Instructions that match a text: one, one of several, or what a group has matched. */
final class TextEmitter {
    private static final int POS = Attempt.POS;
    private static final int END = Attempt.END;
    private static final int TEMP = Attempt.TEMP;
    private static final int SHORT_TEXT = 6;

    private final Attempt attempt;
    private final MethodVisitor mv;
    private final SetEmitter sets;
    private final Registers registers;
    private final Backtracking backtracking;

    TextEmitter(Attempt attempt) {
        this.attempt = attempt;
        mv = attempt.mv;
        sets = attempt.sets;
        registers = attempt.registers;
        backtracking = attempt.backtracking;
    }

    private String operand() {
        return attempt.program.text(attempt.operand(1));
    }

    void text() {
        String text = operand();
        unlessText(text, attempt.failure);
        mv.visitIincInsn(POS, text.length());
    }

    /** Jumps when a text is not what comes next. */
    void unlessText(String text, Label otherwise) {
        if (text.length() > SHORT_TEXT) {
            attempt.loadInput();
            mv.visitLdcInsn(text);
            attempt.load(POS);
            startsWith(otherwise);
            return;
        }
        attempt.jumpIfShorter(END, POS, text.length(), otherwise);
        for (int i = 0; i < text.length(); i++) {
            attempt.loadUnit(i);
            Code.pushInt(mv, text.charAt(i));
            mv.visitJumpInsn(Opcodes.IF_ICMPNE, otherwise);
        }
    }

    void textBack() {
        String text = operand();
        attempt.loadInput();
        mv.visitLdcInsn(text);
        attempt.load(POS);
        Code.pushInt(mv, text.length());
        mv.visitInsn(Opcodes.ISUB);
        startsWith(attempt.failure);
        mv.visitIincInsn(POS, -text.length());
    }

    private void startsWith(Label otherwise) {
        attempt.loadBeginEnd();
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                SetEmitter.SCANNER,
                "startsWith",
                "(L" + SetEmitter.STRING + ";L" + SetEmitter.STRING + ";III)Z",
                false);
        mv.visitJumpInsn(Opcodes.IFEQ, otherwise);
    }

    void texts() {
        Trie trie = attempt.program.trie(attempt.operand(1));
        if (TrieEmitter.isPossible(trie)) {
            attempt.loadInputPosEnd();
            sets.callTexts(mv, attempt.operand(1), method -> TrieEmitter.emit(method, trie));
            attempt.moveOrFail();
            return;
        }
        int[] found = new int[2 * trie.depth()];
        attempt.constants.push(mv, trie, "dev/jsj/runtime/regexp/Trie");
        attempt.loadInputPosEnd();
        attempt.constants.push(mv, found, "[I");
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                "dev/jsj/runtime/regexp/Trie",
                "match",
                "(L" + SetEmitter.STRING + ";II[I)I",
                false);
        mv.visitInsn(Opcodes.DUP);
        attempt.store(TEMP);
        mv.visitJumpInsn(Opcodes.IFEQ, attempt.failure);
        if (trie.depth() > 1) {
            backtracking.pushTexts(
                    () -> attempt.constants.push(mv, found, "[I"), TEMP, attempt.next);
        }
        attempt.constants.push(mv, found, "[I");
        mv.visitInsn(Opcodes.ICONST_0);
        mv.visitInsn(Opcodes.IALOAD);
        attempt.store(POS);
    }

    void backReference() {
        var reference = attempt.program.reference(attempt.operand(1));
        Label done = new Label();
        for (int capture : reference.captures()) {
            Label unset = new Label();
            registers.load(2 * capture);
            mv.visitJumpInsn(Opcodes.IFLT, unset);
            registers.load(2 * capture + 1);
            mv.visitJumpInsn(Opcodes.IFLT, unset);
            attempt.constants.push(mv, reference, "dev/jsj/runtime/regexp/BackReferenceTest");
            attempt.loadInput();
            registers.load(2 * capture);
            registers.load(2 * capture + 1);
            attempt.load(POS);
            attempt.loadBeginEnd();
            mv.visitInsn(attempt.program.unicodeMode() ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
            mv.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    "dev/jsj/runtime/regexp/BackReferenceTest",
                    "matchText",
                    "(L" + SetEmitter.STRING + ";IIIIIZ)I",
                    false);
            attempt.moveOrFail();
            attempt.goTo(done);
            mv.visitLabel(unset);
        }
        mv.visitLabel(done);
    }
}
