package dev.jsj.jit.regexp;

import dev.jsj.runtime.regexp.CharacterTest;
import dev.jsj.runtime.regexp.RegExpOpcode;
import dev.jsj.runtime.regexp.RegExpProgram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be known about a program before it runs: which instructions are reached, where there can
 * be no choice to go back to (so that failing is returning), and which look-arounds make no choices
 * of their own.
 */
final class PatternFlow {
    private static final byte NO_CHOICE = 1;
    private static final byte CHOICES = 2;

    /**
     * A look-around; its body is the code {@code [start, leave)}.
     *
     * @param choosing whether the body can make choices
     * @param writing whether the body changes registers
     */
    record Look(
            int enter, int start, int leave, boolean negative, boolean choosing, boolean writing) {
        /** Whether a body that fails or matches leaves nothing on the stack. */
        boolean isSimple() {
            return !choosing && !writing;
        }
    }

    final RegExpProgram program;
    final int[] code;
    private final byte[] states;
    private final Map<Integer, Look> looksByEnter = new HashMap<>();
    private final Map<Integer, Look> looksByLeave = new HashMap<>();
    private final List<Look> looks = new ArrayList<>();
    private final ArrayDeque<Integer> changed = new ArrayDeque<>();
    private boolean anyChoices;

    PatternFlow(RegExpProgram program) {
        this.program = program;
        code = program.code();
        states = new byte[code.length];
        findLooks();
        flow(0, NO_CHOICE);
        while (!changed.isEmpty()) {
            step(changed.pop());
        }
    }

    static int length(int opcode) {
        return 1 + RegExpOpcode.operands(opcode).length();
    }

    boolean isReached(int pc) {
        return states[pc] != 0;
    }

    /** Whether the backtrack stack is surely empty before the instruction. */
    boolean isWithoutChoice(int pc) {
        return states[pc] == NO_CHOICE;
    }

    /** Whether anything is ever pushed. */
    boolean hasChoices() {
        return anyChoices;
    }

    Look lookEntered(int pc) {
        return looksByEnter.get(pc);
    }

    Look lookLeft(int pc) {
        return looksByLeave.get(pc);
    }

    /** The innermost negative look-around around an instruction that needs no stack; or null. */
    Look simpleNegativeAround(int pc) {
        Look innermost = null;
        for (Look look : looks) {
            if (look.negative()
                    && look.isSimple()
                    && look.start() <= pc
                    && pc <= look.leave()
                    && (innermost == null || look.start() > innermost.start())) {
                innermost = look;
            }
        }
        return innermost;
    }

    /** Whether no place allows both guards. */
    boolean areDisjoint(int firstGuard, int secondGuard) {
        if (firstGuard < 0 || secondGuard < 0) {
            return false;
        }
        CharacterTest first = program.test(firstGuard);
        CharacterTest second = program.test(secondGuard);
        return !(first.allowsEnd() && second.allowsEnd()) && !first.set().intersects(second.set());
    }

    private void findLooks() {
        // From the back, so that the inner ones are known first.
        List<Integer> enters = new ArrayList<>();
        for (int pc = 0; pc < code.length; pc += length(code[pc])) {
            if (code[pc] == RegExpOpcode.LOOK_ENTER || code[pc] == RegExpOpcode.NEGATIVE_ENTER) {
                enters.add(pc);
            }
        }
        for (int enter : enters.reversed()) {
            boolean negative = code[enter] == RegExpOpcode.NEGATIVE_ENTER;
            int start = enter + length(code[enter]);
            int leaveOpcode = negative ? RegExpOpcode.NEGATIVE_LEAVE : RegExpOpcode.LOOK_LEAVE;
            boolean choosing = false;
            boolean writing = false;
            int pc = start;
            while (code[pc] != leaveOpcode || code[pc + 1] != code[enter + 1]) {
                choosing |= chooses(pc);
                writing |= writes(pc);
                pc += length(code[pc]);
            }
            Look look = new Look(enter, start, pc, negative, choosing, writing);
            looksByEnter.put(enter, look);
            looksByLeave.put(pc, look);
            looks.add(look);
        }
    }

    private boolean chooses(int pc) {
        return switch (code[pc]) {
            case RegExpOpcode.SPLIT,
                    RegExpOpcode.GREEDY,
                    RegExpOpcode.GREEDY_U,
                    RegExpOpcode.LAZY,
                    RegExpOpcode.LAZY_U ->
                    true;
            case RegExpOpcode.BRANCH -> !areDisjoint(code[pc + 1], code[pc + 2]);
            case RegExpOpcode.COUNTED_BRANCH ->
                    code[pc + 2] != code[pc + 3] && !areDisjoint(code[pc + 5], code[pc + 6]);
            case RegExpOpcode.TEXTS -> program.trie(code[pc + 1]).depth() > 1;
            case RegExpOpcode.NEGATIVE_ENTER -> !looksByEnter.get(pc).isSimple();
            default -> false;
        };
    }

    private boolean writes(int pc) {
        return switch (code[pc]) {
            case RegExpOpcode.SAVE,
                    RegExpOpcode.CLEAR,
                    RegExpOpcode.SET_REGISTER,
                    RegExpOpcode.INCREMENT ->
                    true;
            default -> false;
        };
    }

    private void flow(int pc, byte state) {
        if (state > states[pc]) {
            states[pc] = state;
            anyChoices |= state == CHOICES;
            changed.push(pc);
        }
    }

    private void step(int pc) {
        byte state = states[pc];
        byte chosen = chooses(pc) ? CHOICES : state;
        int next = pc + length(code[pc]);
        switch (code[pc]) {
            case RegExpOpcode.FAIL, RegExpOpcode.ACCEPT -> {}
            case RegExpOpcode.JUMP -> flow(code[pc + 1], state);
            case RegExpOpcode.SPLIT -> {
                flow(code[pc + 1], CHOICES);
                flow(code[pc + 2], state);
            }
            case RegExpOpcode.BRANCH -> {
                flow(code[pc + 3], chosen);
                flow(code[pc + 4], state);
            }
            case RegExpOpcode.DISPATCH -> {
                for (int target : program.table(code[pc + 1])) {
                    flow(target, state);
                }
            }
            case RegExpOpcode.COUNTED_BRANCH -> {
                boolean greedy = code[pc + 4] != 0;
                flow(code[pc + 7], greedy ? chosen : state);
                flow(code[pc + 8], greedy ? state : chosen);
            }
            case RegExpOpcode.LAZY, RegExpOpcode.LAZY_U -> {
                flow(next, CHOICES);
                flow(code[pc + 4], state);
            }
            case RegExpOpcode.GREEDY, RegExpOpcode.GREEDY_U -> {
                flow(pc + 5, CHOICES);
                flow(next, CHOICES);
            }
            case RegExpOpcode.NEGATIVE_ENTER -> {
                flow(next, chosen);
                flow(code[pc + 2], state);
            }
            case RegExpOpcode.NEGATIVE_LEAVE -> {}
            case RegExpOpcode.LOOK_LEAVE -> {
                Look look = looksByLeave.get(pc);
                flow(next, look.choosing() && !look.writing() ? states[look.enter()] : state);
            }
            default -> flow(next, chosen);
        }
    }
}
