package dev.jsj.jit.regexp;

import dev.jsj.jit.regexp.PatternFlow.Look;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Assertions: places in the input, and look-arounds. */
final class AssertionEmitter {
    private static final int POS = Attempt.POS;
    private static final int BEGIN = Attempt.BEGIN;
    private static final int END = Attempt.END;

    private final Attempt attempt;
    private final MethodVisitor mv;
    private final SetEmitter sets;
    private final Registers registers;
    private final Backtracking backtracking;

    AssertionEmitter(Attempt attempt) {
        this.attempt = attempt;
        mv = attempt.mv;
        sets = attempt.sets;
        registers = attempt.registers;
        backtracking = attempt.backtracking;
    }

    void inputStart() {
        attempt.load(POS);
        attempt.load(BEGIN);
        mv.visitJumpInsn(Opcodes.IF_ICMPNE, attempt.failure);
    }

    void inputEnd() {
        attempt.load(POS);
        attempt.load(END);
        mv.visitJumpInsn(Opcodes.IF_ICMPNE, attempt.failure);
    }

    void lineStart() {
        Label yes = new Label();
        attempt.load(POS);
        attempt.load(BEGIN);
        mv.visitJumpInsn(Opcodes.IF_ICMPEQ, yes);
        attempt.loadUnit(-1);
        unlessLineTerminator();
        mv.visitLabel(yes);
    }

    void lineEnd() {
        Label yes = new Label();
        attempt.load(POS);
        attempt.load(END);
        mv.visitJumpInsn(Opcodes.IF_ICMPEQ, yes);
        attempt.loadUnit(0);
        unlessLineTerminator();
        mv.visitLabel(yes);
    }

    private void unlessLineTerminator() {
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "dev/jsj/runtime/regexp/Matcher",
                "isLineTerminator",
                "(C)Z",
                false);
        mv.visitJumpInsn(Opcodes.IFEQ, attempt.failure);
    }

    void boundary(int failingJump) {
        attempt.loadInputPosEnd();
        attempt.load(BEGIN);
        sets.callBoundary(mv, attempt.test(1));
        mv.visitJumpInsn(failingJump, attempt.failure);
    }

    void lookEnter() {
        Look look = attempt.flow.lookEntered(attempt.pc);
        int register = attempt.operand(1);
        registers.store(register, () -> attempt.load(POS));
        if (look.negative() && look.isSimple()) {
            return;
        }
        if (look.choosing() || look.negative()) {
            registers.store(register + 1, backtracking::loadHeight);
        }
        if (look.negative()) {
            backtracking.pushPlace(attempt.operand(2), POS);
        }
    }

    void lookLeave() {
        Look look = attempt.flow.lookLeft(attempt.pc);
        int register = attempt.operand(1);
        registers.load(register);
        attempt.store(POS);
        if (look.choosing()) {
            if (look.writing()) {
                backtracking.dropChoices(() -> registers.load(register + 1));
            } else {
                backtracking.setHeight(() -> registers.load(register + 1));
            }
        }
    }

    void negativeLeave() {
        Look look = attempt.flow.lookLeft(attempt.pc);
        int register = attempt.operand(1);
        if (!look.isSimple()) {
            backtracking.skipChoices(() -> registers.load(register + 1));
            attempt.goTo(attempt.fail);
            return;
        }
        attempt.goTo(attempt.failureAt(look.enter()));
        mv.visitLabel(attempt.negativeFailure(look));
        registers.load(register);
        attempt.store(POS);
        attempt.goTo(attempt.code[look.enter() + 2]);
    }
}
