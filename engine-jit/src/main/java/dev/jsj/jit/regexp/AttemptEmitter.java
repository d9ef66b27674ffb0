package dev.jsj.jit.regexp;

import dev.jsj.jit.emit.Code;
import dev.jsj.jit.emit.ConstantTable;
import dev.jsj.jit.regexp.PatternFlow.Look;
import dev.jsj.runtime.regexp.CharacterTest;
import dev.jsj.runtime.regexp.RegExpOpcode;
import dev.jsj.runtime.regexp.RegExpProgram;
import dev.jsj.runtime.regexp.Trie;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.List;

/**
 * The method {@code attempt}: the program's instructions one after the other, as the matcher runs
 * them, with position, stack height and registers in locals. Failing is a jump: to the return where
 * there can be no choice, else to the code at the end ({@link Backtracking}) that takes the last
 * one off the stack and goes on there.
 */
final class AttemptEmitter {
    static final String DESCRIPTOR = "(L" + SetEmitter.STRING + ";I[I)Z";

    private static final int UNBOUNDED = Integer.MAX_VALUE;
    private static final int SHORT_TEXT = 6;
    private static final int UNROLLED_RUN = 4;

    static final int INPUT = 1;
    static final int POS = 2;
    private static final int REGISTERS = 3;
    private static final int END = 4;
    private static final int UNIT = 8;
    private static final int TEMP = 9;
    private static final int LEAST = 10;
    private static final int FIRST_REGISTER = 11;

    private final RegExpProgram program;
    private final PatternFlow flow;
    private final int[] code;
    private final MethodVisitor mv;
    private final SetEmitter sets;
    private final ConstantTable constants;
    private final Registers registers;
    private final Backtracking backtracking;
    private final Label[] labels;
    private final Label[] negativeFailures;
    private final Label fail = new Label();
    private final Label returnFalse = new Label();
    private int pc;
    private int next;
    private Label failure = fail;

    AttemptEmitter(PatternFlow flow, MethodVisitor mv, SetEmitter sets, ConstantTable constants) {
        this.flow = flow;
        this.mv = mv;
        this.sets = sets;
        this.constants = constants;
        program = flow.program;
        code = flow.code;
        labels = new Label[code.length];
        negativeFailures = new Label[code.length];
        registers =
                new Registers(
                        mv,
                        REGISTERS,
                        FIRST_REGISTER,
                        program.registerCount(),
                        program.captureRegisters());
        backtracking = new Backtracking(mv, registers, this::label);
    }

    private Label label(int target) {
        if (labels[target] == null) {
            labels[target] = new Label();
        }
        return labels[target];
    }

    void emit() {
        mv.visitCode();
        SetEmitter.length(mv, INPUT);
        mv.visitVarInsn(Opcodes.ISTORE, END);
        if (flow.hasChoices()) {
            backtracking.begin();
        }
        registers.initialize();
        for (pc = 0; pc < code.length; pc = next) {
            next = pc + PatternFlow.length(code[pc]);
            if (flow.isReached(pc)) {
                mv.visitLabel(label(pc));
                failure = failureAt(pc);
                instruction();
            }
        }
        if (flow.hasChoices()) {
            mv.visitLabel(fail);
            backtracking.resume(returnFalse);
        }
        mv.visitLabel(returnFalse);
        mv.visitInsn(Opcodes.ICONST_0);
        mv.visitInsn(Opcodes.IRETURN);
        mv.visitMaxs(0, 0);
        mv.visitEnd();
    }

    private Label failureAt(int place) {
        Look look = flow.simpleNegativeAround(place);
        if (look != null) {
            return negativeFailures[look.enter()];
        }
        return flow.isWithoutChoice(place) ? returnFalse : fail;
    }

    private void instruction() {
        switch (code[pc]) {
            case RegExpOpcode.FAIL -> goTo(failure);
            case RegExpOpcode.ACCEPT -> {
                registers.handOver();
                mv.visitInsn(Opcodes.ICONST_1);
                mv.visitInsn(Opcodes.IRETURN);
            }
            case RegExpOpcode.CHAR -> {
                unitAfterEndCheck();
                Code.pushInt(mv, code[pc + 1]);
                mv.visitJumpInsn(Opcodes.IF_ICMPNE, failure);
                mv.visitIincInsn(POS, 1);
            }
            case RegExpOpcode.CHAR_PAIR -> charPair();
            case RegExpOpcode.SET -> set(test(1));
            case RegExpOpcode.SET_U -> setByCodePoint(test(1));
            case RegExpOpcode.TEXT -> text(program.text(code[pc + 1]));
            case RegExpOpcode.SET_BACK -> {
                mv.visitVarInsn(Opcodes.ILOAD, POS);
                mv.visitJumpInsn(Opcodes.IFLE, failure);
                SetEmitter.unitAt(mv, INPUT, POS, -1);
                sets.jumpUnlessMember(mv, test(1), UNIT, failure);
                mv.visitIincInsn(POS, -1);
            }
            case RegExpOpcode.SET_U_BACK -> setByCodePointBack(test(1));
            case RegExpOpcode.TEXT_BACK -> textBack(program.text(code[pc + 1]));
            case RegExpOpcode.JUMP -> goTo(code[pc + 1]);
            case RegExpOpcode.SPLIT -> {
                leadingText(code[pc + 1], label(code[pc + 2]));
                backtracking.pushPlace(code[pc + 2], POS);
                goTo(code[pc + 1]);
            }
            case RegExpOpcode.BRANCH -> branch();
            case RegExpOpcode.DISPATCH -> dispatch(program.table(code[pc + 1]));
            case RegExpOpcode.SAVE -> {
                int register = code[pc + 1];
                saveRegister(register);
                registers.store(register, () -> mv.visitVarInsn(Opcodes.ILOAD, POS));
            }
            case RegExpOpcode.CLEAR -> clear();
            case RegExpOpcode.BACK_REFERENCE -> backReference();
            case RegExpOpcode.INPUT_START -> {
                mv.visitVarInsn(Opcodes.ILOAD, POS);
                mv.visitJumpInsn(Opcodes.IFNE, failure);
            }
            case RegExpOpcode.INPUT_END -> {
                mv.visitVarInsn(Opcodes.ILOAD, POS);
                mv.visitVarInsn(Opcodes.ILOAD, END);
                mv.visitJumpInsn(Opcodes.IF_ICMPNE, failure);
            }
            case RegExpOpcode.LINE_START -> {
                Label yes = new Label();
                mv.visitVarInsn(Opcodes.ILOAD, POS);
                mv.visitJumpInsn(Opcodes.IFEQ, yes);
                SetEmitter.unitAt(mv, INPUT, POS, -1);
                unlessLineTerminator();
                mv.visitLabel(yes);
            }
            case RegExpOpcode.LINE_END -> {
                Label yes = new Label();
                mv.visitVarInsn(Opcodes.ILOAD, POS);
                mv.visitVarInsn(Opcodes.ILOAD, END);
                mv.visitJumpInsn(Opcodes.IF_ICMPEQ, yes);
                SetEmitter.unitAt(mv, INPUT, POS, 0);
                unlessLineTerminator();
                mv.visitLabel(yes);
            }
            case RegExpOpcode.WORD_BOUNDARY -> boundary(Opcodes.IFEQ);
            case RegExpOpcode.NOT_WORD_BOUNDARY -> boundary(Opcodes.IFNE);
            case RegExpOpcode.RUN -> run();
            case RegExpOpcode.RUN_U -> {
                runByCodePoint(POS, code[pc + 2], code[pc + 3], TEMP);
                moveToTemp();
            }
            case RegExpOpcode.GREEDY -> greedy();
            case RegExpOpcode.GREEDY_BACK -> greedyBack(false);
            case RegExpOpcode.GREEDY_U -> greedyByCodePoint();
            case RegExpOpcode.GREEDY_BACK_U -> greedyBack(true);
            case RegExpOpcode.LAZY, RegExpOpcode.LAZY_U -> lazy();
            case RegExpOpcode.SET_REGISTER -> {
                saveRegister(code[pc + 1]);
                int value = code[pc + 2];
                registers.store(code[pc + 1], () -> Code.pushInt(mv, value));
            }
            case RegExpOpcode.INCREMENT -> {
                int register = code[pc + 1];
                saveRegister(register);
                registers.store(
                        register,
                        () -> {
                            registers.load(register);
                            mv.visitInsn(Opcodes.ICONST_1);
                            mv.visitInsn(Opcodes.IADD);
                        });
            }
            case RegExpOpcode.COUNTED_BRANCH -> countedBranch();
            case RegExpOpcode.CHECK_PROGRESS -> {
                registers.load(code[pc + 1]);
                mv.visitVarInsn(Opcodes.ILOAD, POS);
                mv.visitJumpInsn(Opcodes.IF_ICMPEQ, failure);
            }
            case RegExpOpcode.CHECK_COUNTED_PROGRESS -> {
                Label progress = new Label();
                registers.load(code[pc + 1]);
                mv.visitVarInsn(Opcodes.ILOAD, POS);
                mv.visitJumpInsn(Opcodes.IF_ICMPNE, progress);
                registers.load(code[pc + 2]);
                Code.pushInt(mv, code[pc + 3]);
                mv.visitJumpInsn(Opcodes.IF_ICMPGT, failure);
                mv.visitLabel(progress);
            }
            case RegExpOpcode.LOOK_ENTER, RegExpOpcode.NEGATIVE_ENTER -> lookEnter();
            case RegExpOpcode.LOOK_LEAVE -> lookLeave();
            case RegExpOpcode.NEGATIVE_LEAVE -> negativeLeave();
            case RegExpOpcode.TEXTS -> texts(program.trie(code[pc + 1]));
            default -> throw new AssertionError("There is no instruction " + code[pc] + ".");
        }
    }

    private CharacterTest test(int operand) {
        return program.test(code[pc + operand]);
    }

    private void goTo(Label target) {
        mv.visitJumpInsn(Opcodes.GOTO, target);
    }

    private void goTo(int target) {
        if (target != next || !flow.isReached(next)) {
            goTo(label(target));
        }
    }

    // ---- characters and texts

    private void failAtEnd() {
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        mv.visitVarInsn(Opcodes.ILOAD, END);
        mv.visitJumpInsn(Opcodes.IF_ICMPGE, failure);
    }

    private void unitAfterEndCheck() {
        failAtEnd();
        SetEmitter.unitAt(mv, INPUT, POS, 0);
    }

    private void set(CharacterTest test) {
        unitAfterEndCheck();
        sets.jumpUnlessMember(mv, test, UNIT, failure);
        mv.visitIincInsn(POS, 1);
    }

    private void charPair() {
        Label yes = new Label();
        unitAfterEndCheck();
        int first = code[pc + 1];
        int second = code[pc + 2];
        if (Integer.bitCount(first ^ second) == 1) {
            Code.pushInt(mv, first ^ second);
            mv.visitInsn(Opcodes.IOR);
            Code.pushInt(mv, first | second);
            mv.visitJumpInsn(Opcodes.IF_ICMPNE, failure);
        } else {
            mv.visitInsn(Opcodes.DUP);
            mv.visitVarInsn(Opcodes.ISTORE, UNIT);
            Code.pushInt(mv, first);
            mv.visitJumpInsn(Opcodes.IF_ICMPEQ, yes);
            mv.visitVarInsn(Opcodes.ILOAD, UNIT);
            Code.pushInt(mv, second);
            mv.visitJumpInsn(Opcodes.IF_ICMPNE, failure);
            mv.visitLabel(yes);
        }
        mv.visitIincInsn(POS, 1);
    }

    /** The unit in a local is a surrogate: jumps where it is none. */
    private void unlessSurrogate(Label target) {
        mv.visitVarInsn(Opcodes.ILOAD, UNIT);
        Code.pushInt(mv, 0xF800);
        mv.visitInsn(Opcodes.IAND);
        Code.pushInt(mv, 0xD800);
        mv.visitJumpInsn(Opcodes.IF_ICMPNE, target);
    }

    private void setByCodePoint(CharacterTest test) {
        Label simple = new Label();
        Label done = new Label();
        unitAfterEndCheck();
        mv.visitVarInsn(Opcodes.ISTORE, UNIT);
        unlessSurrogate(simple);
        mv.visitVarInsn(Opcodes.ALOAD, INPUT);
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, SetEmitter.STRING, "codePointAt", "(I)I", false);
        mv.visitVarInsn(Opcodes.ISTORE, TEMP);
        codePointMember(test);
        moveBy(Opcodes.IADD);
        goTo(done);
        mv.visitLabel(simple);
        mv.visitVarInsn(Opcodes.ILOAD, UNIT);
        sets.jumpUnlessMember(mv, test, UNIT, failure);
        mv.visitIincInsn(POS, 1);
        mv.visitLabel(done);
    }

    private void setByCodePointBack(CharacterTest test) {
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        mv.visitJumpInsn(Opcodes.IFLE, failure);
        mv.visitVarInsn(Opcodes.ALOAD, INPUT);
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, SetEmitter.STRING, "codePointBefore", "(I)I", false);
        mv.visitVarInsn(Opcodes.ISTORE, TEMP);
        codePointMember(test);
        moveBy(Opcodes.ISUB);
    }

    private void codePointMember(CharacterTest test) {
        sets.push(mv, test);
        mv.visitVarInsn(Opcodes.ILOAD, TEMP);
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, SetEmitter.CHARACTER_TEST, "matches", "(I)Z", false);
        mv.visitJumpInsn(Opcodes.IFEQ, failure);
    }

    /** Moves over the code point in a local. */
    private void moveBy(int operation) {
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        mv.visitVarInsn(Opcodes.ILOAD, TEMP);
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Character", "charCount", "(I)I", false);
        mv.visitInsn(operation);
        mv.visitVarInsn(Opcodes.ISTORE, POS);
    }

    private void text(String text) {
        unlessText(text, failure);
        mv.visitIincInsn(POS, text.length());
    }

    /** Jumps when a text is not what comes next. */
    private void unlessText(String text, Label otherwise) {
        if (text.length() > SHORT_TEXT) {
            mv.visitVarInsn(Opcodes.ALOAD, INPUT);
            mv.visitLdcInsn(text);
            mv.visitVarInsn(Opcodes.ILOAD, POS);
            startsWith(otherwise);
            return;
        }
        mv.visitVarInsn(Opcodes.ILOAD, END);
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        mv.visitInsn(Opcodes.ISUB);
        Code.pushInt(mv, text.length());
        mv.visitJumpInsn(Opcodes.IF_ICMPLT, otherwise);
        for (int i = 0; i < text.length(); i++) {
            SetEmitter.unitAt(mv, INPUT, POS, i);
            Code.pushInt(mv, text.charAt(i));
            mv.visitJumpInsn(Opcodes.IF_ICMPNE, otherwise);
        }
    }

    private void textBack(String text) {
        mv.visitVarInsn(Opcodes.ALOAD, INPUT);
        mv.visitLdcInsn(text);
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        Code.pushInt(mv, text.length());
        mv.visitInsn(Opcodes.ISUB);
        startsWith(failure);
        mv.visitIincInsn(POS, -text.length());
    }

    private void startsWith(Label otherwise) {
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                SetEmitter.STRING,
                "startsWith",
                "(L" + SetEmitter.STRING + ";I)Z",
                false);
        mv.visitJumpInsn(Opcodes.IFEQ, otherwise);
    }

    private void texts(Trie trie) {
        if (TrieEmitter.isPossible(trie)) {
            inputPosEnd();
            sets.callTexts(mv, code[pc + 1], method -> TrieEmitter.emit(method, trie));
            mv.visitInsn(Opcodes.DUP);
            mv.visitVarInsn(Opcodes.ISTORE, TEMP);
            mv.visitJumpInsn(Opcodes.IFLT, failure);
            moveToTemp();
            return;
        }
        int[] found = new int[2 * trie.depth()];
        constants.push(mv, trie, "dev/jsj/runtime/regexp/Trie");
        mv.visitVarInsn(Opcodes.ALOAD, INPUT);
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        constants.push(mv, found, "[I");
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                "dev/jsj/runtime/regexp/Trie",
                "match",
                "(L" + SetEmitter.STRING + ";I[I)I",
                false);
        mv.visitInsn(Opcodes.DUP);
        mv.visitVarInsn(Opcodes.ISTORE, TEMP);
        mv.visitJumpInsn(Opcodes.IFEQ, failure);
        if (trie.depth() > 1) {
            backtracking.pushTexts(() -> constants.push(mv, found, "[I"), TEMP, next);
        }
        constants.push(mv, found, "[I");
        mv.visitInsn(Opcodes.ICONST_0);
        mv.visitInsn(Opcodes.IALOAD);
        mv.visitVarInsn(Opcodes.ISTORE, POS);
    }

    private void inputPosEnd() {
        mv.visitVarInsn(Opcodes.ALOAD, INPUT);
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        mv.visitVarInsn(Opcodes.ILOAD, END);
    }

    private void moveToTemp() {
        mv.visitVarInsn(Opcodes.ILOAD, TEMP);
        mv.visitVarInsn(Opcodes.ISTORE, POS);
    }

    private void backReference() {
        var reference = program.reference(code[pc + 1]);
        Label done = new Label();
        for (int capture : reference.captures()) {
            Label unset = new Label();
            registers.load(2 * capture);
            mv.visitJumpInsn(Opcodes.IFLT, unset);
            registers.load(2 * capture + 1);
            mv.visitJumpInsn(Opcodes.IFLT, unset);
            constants.push(mv, reference, "dev/jsj/runtime/regexp/BackReferenceTest");
            mv.visitVarInsn(Opcodes.ALOAD, INPUT);
            registers.load(2 * capture);
            registers.load(2 * capture + 1);
            mv.visitVarInsn(Opcodes.ILOAD, POS);
            mv.visitInsn(program.unicodeMode() ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
            mv.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    "dev/jsj/runtime/regexp/BackReferenceTest",
                    "matchText",
                    "(L" + SetEmitter.STRING + ";IIIZ)I",
                    false);
            mv.visitInsn(Opcodes.DUP);
            mv.visitVarInsn(Opcodes.ISTORE, TEMP);
            mv.visitJumpInsn(Opcodes.IFLT, failure);
            moveToTemp();
            goTo(done);
            mv.visitLabel(unset);
        }
        mv.visitLabel(done);
    }

    // ---- assertions

    private void unlessLineTerminator() {
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "dev/jsj/runtime/regexp/Matcher",
                "isLineTerminator",
                "(C)Z",
                false);
        mv.visitJumpInsn(Opcodes.IFEQ, failure);
    }

    private void boundary(int failingJump) {
        inputPosEnd();
        sets.callBoundary(mv, test(1));
        mv.visitJumpInsn(failingJump, failure);
    }

    private void lookEnter() {
        Look look = flow.lookEntered(pc);
        int register = code[pc + 1];
        registers.store(register, () -> mv.visitVarInsn(Opcodes.ILOAD, POS));
        if (look.negative() && look.isSimple()) {
            negativeFailures[pc] = new Label();
            return;
        }
        if (look.choosing() || look.negative()) {
            registers.store(register + 1, backtracking::loadHeight);
        }
        if (look.negative()) {
            backtracking.pushPlace(code[pc + 2], POS);
        }
    }

    private void lookLeave() {
        Look look = flow.lookLeft(pc);
        int register = code[pc + 1];
        registers.load(register);
        mv.visitVarInsn(Opcodes.ISTORE, POS);
        if (look.choosing()) {
            if (look.writing()) {
                backtracking.dropChoices(() -> registers.load(register + 1));
            } else {
                backtracking.setHeight(() -> registers.load(register + 1));
            }
        }
    }

    private void negativeLeave() {
        Look look = flow.lookLeft(pc);
        int register = code[pc + 1];
        if (!look.isSimple()) {
            backtracking.skipChoices(() -> registers.load(register + 1));
            goTo(fail);
            return;
        }
        goTo(failureAt(look.enter()));
        mv.visitLabel(negativeFailures[look.enter()]);
        registers.load(register);
        mv.visitVarInsn(Opcodes.ISTORE, POS);
        goTo(code[look.enter() + 2]);
    }

    // ---- branches

    /** Jumps unless the guard allows what is at the position. */
    private void guard(int guard, Label otherwise) {
        if (guard < 0) {
            return;
        }
        CharacterTest test = program.test(guard);
        Label allowed = new Label();
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        mv.visitVarInsn(Opcodes.ILOAD, END);
        mv.visitJumpInsn(Opcodes.IF_ICMPGE, test.allowsEnd() ? allowed : otherwise);
        SetEmitter.unitAt(mv, INPUT, POS, 0);
        sets.jumpUnlessMember(mv, test, UNIT, otherwise);
        mv.visitLabel(allowed);
    }

    private void branch() {
        int preferred = code[pc + 3];
        int other = code[pc + 4];
        guard(code[pc + 1], label(other));
        if (!flow.areDisjoint(code[pc + 1], code[pc + 2])) {
            leadingText(preferred, label(other));
            guard(code[pc + 2], label(preferred));
            backtracking.pushPlace(other, POS);
        }
        goTo(preferred);
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
            unlessText(program.text(code[place + 1]), otherwise);
        }
    }

    private void dispatch(int[] table) {
        int latin1 = table.length - 2;
        int others = table[latin1];
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        mv.visitVarInsn(Opcodes.ILOAD, END);
        mv.visitJumpInsn(Opcodes.IF_ICMPGE, label(table[latin1 + 1]));
        SetEmitter.unitAt(mv, INPUT, POS, 0);
        List<Integer> different = new ArrayList<>();
        for (int unit = 0; unit < latin1; unit++) {
            if (table[unit] != others) {
                different.add(unit);
            }
        }
        if (different.isEmpty()) {
            mv.visitInsn(Opcodes.POP);
            goTo(others);
            return;
        }
        int first = different.getFirst();
        int last = different.getLast();
        Label[] targets;
        if (last - first < 2 * different.size()) {
            targets = new Label[last - first + 1];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = label(table[first + i]);
            }
            mv.visitTableSwitchInsn(first, last, label(others), targets);
            return;
        }
        int[] keys = new int[different.size()];
        targets = new Label[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = different.get(i);
            targets[i] = label(table[keys[i]]);
        }
        mv.visitLookupSwitchInsn(label(others), keys, targets);
    }

    private void countedBranch() {
        int counter = code[pc + 1];
        int min = code[pc + 2];
        int max = code[pc + 3];
        boolean greedy = code[pc + 4] != 0;
        int body = code[pc + 7];
        int exit = code[pc + 8];
        if (min > 0) {
            registers.load(counter);
            Code.pushInt(mv, min);
            mv.visitJumpInsn(Opcodes.IF_ICMPLT, label(body));
        }
        if (max != UNBOUNDED) {
            registers.load(counter);
            Code.pushInt(mv, max);
            mv.visitJumpInsn(Opcodes.IF_ICMPGE, label(exit));
        }
        if (min == max) {
            goTo(exit);
            return;
        }
        guard(code[pc + 5], label(exit));
        if (flow.areDisjoint(code[pc + 5], code[pc + 6])) {
            goTo(body);
            return;
        }
        guard(code[pc + 6], label(body));
        backtracking.pushPlace(greedy ? exit : body, POS);
        goTo(greedy ? body : exit);
    }

    // ---- registers

    /** Keeps the value of a register where there may be something to go back to. */
    private void saveRegister(int register) {
        if (!flow.isWithoutChoice(pc)) {
            backtracking.pushRegister(register);
        }
    }

    private void clear() {
        for (int register = code[pc + 1]; register < code[pc + 2]; register++) {
            if (!flow.isWithoutChoice(pc)) {
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

    // ---- loops over one set

    private void run() {
        int min = code[pc + 2];
        int max = code[pc + 3];
        if (min == max && min <= UNROLLED_RUN) {
            for (int i = 0; i < min; i++) {
                set(test(1));
            }
            return;
        }
        runOfUnits(max);
        if (min > 0) {
            failUnlessLonger(min);
        }
        moveToTemp();
    }

    /** The end of the run of at most {@code max} units goes into a local. */
    private void runOfUnits(int max) {
        mv.visitVarInsn(Opcodes.ALOAD, INPUT);
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        mv.visitVarInsn(Opcodes.ILOAD, END);
        if (max != UNBOUNDED) {
            Label near = new Label();
            mv.visitVarInsn(Opcodes.ISTORE, TEMP);
            mv.visitVarInsn(Opcodes.ILOAD, END);
            mv.visitVarInsn(Opcodes.ILOAD, POS);
            mv.visitInsn(Opcodes.ISUB);
            Code.pushInt(mv, max);
            mv.visitJumpInsn(Opcodes.IF_ICMPLE, near);
            mv.visitVarInsn(Opcodes.ILOAD, POS);
            Code.pushInt(mv, max);
            mv.visitInsn(Opcodes.IADD);
            mv.visitVarInsn(Opcodes.ISTORE, TEMP);
            mv.visitLabel(near);
            mv.visitVarInsn(Opcodes.ILOAD, TEMP);
        }
        sets.callRun(mv, test(1));
        mv.visitVarInsn(Opcodes.ISTORE, TEMP);
    }

    private void failUnlessLonger(int min) {
        mv.visitVarInsn(Opcodes.ILOAD, TEMP);
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        mv.visitInsn(Opcodes.ISUB);
        Code.pushInt(mv, min);
        mv.visitJumpInsn(Opcodes.IF_ICMPLT, failure);
    }

    /** The end of a run that starts at {@code from} goes into a local; fails when it is short. */
    private void runByCodePoint(int from, int min, int max, int result) {
        sets.push(mv, test(1));
        mv.visitVarInsn(Opcodes.ALOAD, INPUT);
        mv.visitVarInsn(Opcodes.ILOAD, from);
        Code.pushInt(mv, min);
        Code.pushInt(mv, max);
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                SetEmitter.SCANNER,
                "runByCodePoint",
                "(L" + SetEmitter.CHARACTER_TEST + ";L" + SetEmitter.STRING + ";III)I",
                false);
        mv.visitVarInsn(Opcodes.ISTORE, result);
        if (min > 0) {
            mv.visitVarInsn(Opcodes.ILOAD, result);
            mv.visitJumpInsn(Opcodes.IFLT, failure);
        }
    }

    private void greedy() {
        int min = code[pc + 2];
        runOfUnits(code[pc + 3]);
        if (min > 0) {
            failUnlessLonger(min);
        }
        Label exact = new Label();
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        Code.pushInt(mv, min);
        mv.visitInsn(Opcodes.IADD);
        mv.visitVarInsn(Opcodes.ISTORE, LEAST);
        mv.visitVarInsn(Opcodes.ILOAD, TEMP);
        mv.visitVarInsn(Opcodes.ILOAD, LEAST);
        mv.visitJumpInsn(Opcodes.IF_ICMPLE, exact);
        backtracking.pushSkipped(LEAST);
        mv.visitVarInsn(Opcodes.ILOAD, TEMP);
        mv.visitInsn(Opcodes.ICONST_1);
        mv.visitInsn(Opcodes.ISUB);
        mv.visitVarInsn(Opcodes.ISTORE, POS);
        backtracking.pushPlace(pc + 5, POS);
        mv.visitLabel(exact);
        moveToTemp();
        skipGreedyBack();
    }

    private void greedyByCodePoint() {
        int min = code[pc + 2];
        int max = code[pc + 3];
        runByCodePoint(POS, min, min, LEAST);
        runByCodePoint(LEAST, 0, max == UNBOUNDED ? max : max - min, TEMP);
        Label exact = new Label();
        mv.visitVarInsn(Opcodes.ILOAD, TEMP);
        mv.visitVarInsn(Opcodes.ILOAD, LEAST);
        mv.visitJumpInsn(Opcodes.IF_ICMPLE, exact);
        backtracking.pushSkipped(LEAST);
        stepBack(TEMP);
        mv.visitVarInsn(Opcodes.ISTORE, POS);
        backtracking.pushPlace(pc + 5, POS);
        mv.visitLabel(exact);
        moveToTemp();
        skipGreedyBack();
    }

    /** The GREEDY_BACK that follows is where the loop is gone on with later. */
    private void skipGreedyBack() {
        goTo(label(pc + 7));
    }

    private void stepBack(int place) {
        mv.visitVarInsn(Opcodes.ALOAD, INPUT);
        mv.visitVarInsn(Opcodes.ILOAD, place);
        mv.visitVarInsn(Opcodes.ILOAD, LEAST);
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                SetEmitter.SCANNER,
                "stepBack",
                "(L" + SetEmitter.STRING + ";II)I",
                false);
    }

    private void greedyBack(boolean byCodePoint) {
        backtracking.loadTopValue();
        mv.visitVarInsn(Opcodes.ISTORE, LEAST);
        if (code[pc + 1] >= 0) {
            CharacterTest guard = test(1);
            if (byCodePoint) {
                sets.push(mv, guard);
            }
            mv.visitVarInsn(Opcodes.ALOAD, INPUT);
            mv.visitVarInsn(Opcodes.ILOAD, POS);
            mv.visitVarInsn(Opcodes.ILOAD, LEAST);
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
            mv.visitVarInsn(Opcodes.ISTORE, POS);
        }
        Label last = new Label();
        Label done = new Label();
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        mv.visitVarInsn(Opcodes.ILOAD, LEAST);
        mv.visitJumpInsn(Opcodes.IF_ICMPLE, last);
        if (byCodePoint) {
            stepBack(POS);
        } else {
            mv.visitVarInsn(Opcodes.ILOAD, POS);
            mv.visitInsn(Opcodes.ICONST_1);
            mv.visitInsn(Opcodes.ISUB);
        }
        mv.visitVarInsn(Opcodes.ISTORE, TEMP);
        backtracking.pushPlace(pc, TEMP);
        goTo(done);
        mv.visitLabel(last);
        backtracking.drop();
        mv.visitVarInsn(Opcodes.ILOAD, POS);
        mv.visitVarInsn(Opcodes.ILOAD, LEAST);
        mv.visitJumpInsn(Opcodes.IF_ICMPLT, fail);
        mv.visitLabel(done);
    }

    private void lazy() {
        int text = code[pc + 3];
        int guard = code[pc + 2];
        boolean byCodePoint = code[pc] == RegExpOpcode.LAZY_U;
        if (text >= 0) {
            mv.visitVarInsn(Opcodes.ALOAD, INPUT);
            mv.visitLdcInsn(program.text(text));
            mv.visitVarInsn(Opcodes.ILOAD, POS);
            mv.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    SetEmitter.STRING,
                    "indexOf",
                    "(L" + SetEmitter.STRING + ";I)I",
                    false);
        } else if (guard >= 0 && byCodePoint) {
            sets.push(mv, test(2));
            sets.push(mv, test(1));
            mv.visitVarInsn(Opcodes.ALOAD, INPUT);
            mv.visitVarInsn(Opcodes.ILOAD, POS);
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
                            + ";IZ)I",
                    false);
        } else if (guard >= 0) {
            inputPosEnd();
            sets.callSkipTo(mv, test(2), test(1));
        }
        if (text >= 0 || guard >= 0) {
            mv.visitInsn(Opcodes.DUP);
            mv.visitVarInsn(Opcodes.ISTORE, TEMP);
            mv.visitJumpInsn(Opcodes.IFLT, failure);
            moveToTemp();
        }
        backtracking.pushPlace(code[pc + 4], POS);
    }
}
