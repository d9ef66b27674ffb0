package dev.jsj.jit.regexp;

import dev.jsj.jit.emit.Code;
import dev.jsj.runtime.regexp.CharacterTest;
import dev.jsj.runtime.regexp.RegExpOpcode;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.List;

/** Instructions with several ways to go on; most look at the next unit first. */
final class BranchEmitter {
    private static final int POS = Attempt.POS;
    private static final int END = Attempt.END;
    private static final int UNIT = Attempt.UNIT;
    private static final int UNBOUNDED = Attempt.UNBOUNDED;

    private final Attempt attempt;
    private final TextEmitter texts;
    private final int[] code;
    private final MethodVisitor mv;
    private final SetEmitter sets;
    private final Registers registers;
    private final Backtracking backtracking;

    BranchEmitter(Attempt attempt, TextEmitter texts) {
        this.attempt = attempt;
        this.texts = texts;
        code = attempt.code;
        mv = attempt.mv;
        sets = attempt.sets;
        registers = attempt.registers;
        backtracking = attempt.backtracking;
    }

    /** Jumps unless the guard allows what is at the position. */
    private void guard(int guard, Label otherwise) {
        if (guard < 0) {
            return;
        }
        CharacterTest test = attempt.program.test(guard);
        Label allowed = new Label();
        attempt.load(POS);
        attempt.load(END);
        mv.visitJumpInsn(Opcodes.IF_ICMPGE, test.allowsEnd() ? allowed : otherwise);
        attempt.loadUnit(0);
        sets.jumpUnlessMember(mv, test, UNIT, otherwise);
        mv.visitLabel(allowed);
    }

    void split() {
        int preferred = attempt.operand(1);
        int other = attempt.operand(2);
        leadingText(preferred, attempt.label(other));
        backtracking.pushPlace(other, POS);
        attempt.goTo(preferred);
    }

    void branch() {
        int preferred = attempt.operand(3);
        int other = attempt.operand(4);
        guard(attempt.operand(1), attempt.label(other));
        if (!attempt.flow.areDisjoint(attempt.operand(1), attempt.operand(2))) {
            leadingText(preferred, attempt.label(other));
            guard(attempt.operand(2), attempt.label(preferred));
            backtracking.pushPlace(other, POS);
        }
        attempt.goTo(preferred);
    }

    /** Where what follows at {@code target} begins with a text: jumps unless that is there. */
    private void leadingText(int target, Label otherwise) {
        int place = target;
        while (code[place] == RegExpOpcode.SAVE
                || code[place] == RegExpOpcode.WORD_BOUNDARY
                || code[place] == RegExpOpcode.JUMP) {
            place =
                    code[place] == RegExpOpcode.JUMP
                            ? code[place + 1]
                            : place + PatternFlow.length(code[place]);
        }
        if (code[place] == RegExpOpcode.TEXT) {
            texts.unlessText(attempt.program.text(code[place + 1]), otherwise);
        }
    }

    void dispatch() {
        int[] table = attempt.program.table(attempt.operand(1));
        int latin1 = table.length - 2;
        int others = table[latin1];
        attempt.load(POS);
        attempt.load(END);
        mv.visitJumpInsn(Opcodes.IF_ICMPGE, attempt.label(table[latin1 + 1]));
        attempt.loadUnit(0);
        List<Integer> different = new ArrayList<>();
        for (int unit = 0; unit < latin1; unit++) {
            if (table[unit] != others) {
                different.add(unit);
            }
        }
        if (different.isEmpty()) {
            mv.visitInsn(Opcodes.POP);
            attempt.goTo(others);
            return;
        }
        int first = different.getFirst();
        int last = different.getLast();
        Label[] targets;
        if (last - first < 2 * different.size()) {
            targets = new Label[last - first + 1];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = attempt.label(table[first + i]);
            }
            mv.visitTableSwitchInsn(first, last, attempt.label(others), targets);
            return;
        }
        int[] keys = new int[different.size()];
        targets = new Label[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = different.get(i);
            targets[i] = attempt.label(table[keys[i]]);
        }
        mv.visitLookupSwitchInsn(attempt.label(others), keys, targets);
    }

    void countedBranch() {
        int counter = attempt.operand(1);
        int min = attempt.operand(2);
        int max = attempt.operand(3);
        boolean greedy = attempt.operand(4) != 0;
        int body = attempt.operand(7);
        int exit = attempt.operand(8);
        if (min > 0) {
            registers.load(counter);
            Code.pushInt(mv, min);
            mv.visitJumpInsn(Opcodes.IF_ICMPLT, attempt.label(body));
        }
        if (max != UNBOUNDED) {
            registers.load(counter);
            Code.pushInt(mv, max);
            mv.visitJumpInsn(Opcodes.IF_ICMPGE, attempt.label(exit));
        }
        if (min == max) {
            attempt.goTo(exit);
            return;
        }
        guard(attempt.operand(5), attempt.label(exit));
        if (attempt.flow.areDisjoint(attempt.operand(5), attempt.operand(6))) {
            attempt.goTo(body);
            return;
        }
        guard(attempt.operand(6), attempt.label(body));
        backtracking.pushPlace(greedy ? exit : body, POS);
        attempt.goTo(greedy ? body : exit);
    }
}
