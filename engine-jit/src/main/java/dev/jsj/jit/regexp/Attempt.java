package dev.jsj.jit.regexp;

import dev.jsj.jit.emit.Code;
import dev.jsj.jit.emit.ConstantTable;
import dev.jsj.jit.regexp.PatternFlow.Look;
import dev.jsj.runtime.regexp.CharacterTest;
import dev.jsj.runtime.regexp.RegExpProgram;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The method {@code attempt} while it is emitted: its locals, the instruction that is being
 * emitted, where failing goes to from there, and the code that many instructions share.
 */
final class Attempt {
    static final int UNBOUNDED = Integer.MAX_VALUE;

    static final int INPUT = 1;
    static final int POS = 2;
    static final int REGISTERS = 3;
    static final int BEGIN = 4;
    static final int END = 5;
    static final int UNIT = 9;
    static final int TEMP = 10;
    static final int LEAST = 11;
    private static final int FIRST_REGISTER = 12;

    final MethodVisitor mv;
    final RegExpProgram program;
    final PatternFlow flow;
    final int[] code;
    final SetEmitter sets;
    final ConstantTable constants;
    final Registers registers;
    final Backtracking backtracking;

    /** Where the last choice is gone back to. */
    final Label fail = new Label();

    /** Where an attempt that has no choice ends. */
    final Label returnFalse = new Label();

    private final Label[] labels;
    private final Label[] negativeFailures;

    /** The instruction that is being emitted. */
    int pc;

    /** The one behind it. */
    int next;

    /** Where it jumps to when it does not match. */
    Label failure = fail;

    Attempt(PatternFlow flow, MethodVisitor mv, SetEmitter sets, ConstantTable constants) {
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

    // ---- the program

    void moveTo(int instruction) {
        pc = instruction;
        next = pc + PatternFlow.length(code[pc]);
        if (flow.isReached(pc)) {
            mv.visitLabel(label(pc));
            failure = failureAt(pc);
        }
    }

    int operand(int index) {
        return code[pc + index];
    }

    /** The character test that an operand names. */
    CharacterTest test(int index) {
        return program.test(operand(index));
    }

    Label label(int target) {
        if (labels[target] == null) {
            labels[target] = new Label();
        }
        return labels[target];
    }

    Label failureAt(int place) {
        Look look = flow.simpleNegativeAround(place);
        if (look != null) {
            return negativeFailure(look);
        }
        return flow.isWithoutChoice(place) ? returnFalse : fail;
    }

    /** Where failing inside a simple negative look-around goes to: the look-around succeeds. */
    Label negativeFailure(Look look) {
        int enter = look.enter();
        if (negativeFailures[enter] == null) {
            negativeFailures[enter] = new Label();
        }
        return negativeFailures[enter];
    }

    // ---- code

    void goTo(Label target) {
        mv.visitJumpInsn(Opcodes.GOTO, target);
    }

    /** Goes to an instruction, by just going on where that comes next. */
    void goTo(int target) {
        if (target != next || !flow.isReached(next)) {
            goTo(label(target));
        }
    }

    void load(int local) {
        mv.visitVarInsn(Opcodes.ILOAD, local);
    }

    void store(int local) {
        mv.visitVarInsn(Opcodes.ISTORE, local);
    }

    void loadInput() {
        mv.visitVarInsn(Opcodes.ALOAD, INPUT);
    }

    void loadBeginEnd() {
        load(BEGIN);
        load(END);
    }

    void loadInputPosEnd() {
        loadInput();
        load(POS);
        load(END);
    }

    /** Pushes the code unit at the position plus an offset. */
    void loadUnit(int offset) {
        SetEmitter.unitAt(mv, INPUT, POS, offset);
    }

    /** Pushes the code unit at the position; fails at the end. */
    void loadUnitOrFail() {
        load(POS);
        load(END);
        mv.visitJumpInsn(Opcodes.IF_ICMPGE, failure);
        loadUnit(0);
    }

    void moveToTemp() {
        load(TEMP);
        store(POS);
    }

    /** Moves to the place on the stack; fails where that is negative. */
    void moveOrFail() {
        mv.visitInsn(Opcodes.DUP);
        store(TEMP);
        mv.visitJumpInsn(Opcodes.IFLT, failure);
        moveToTemp();
    }

    /** Jumps when {@code first - second} is less than a length. */
    void jumpIfShorter(int first, int second, int length, Label target) {
        load(first);
        load(second);
        mv.visitInsn(Opcodes.ISUB);
        Code.pushInt(mv, length);
        mv.visitJumpInsn(Opcodes.IF_ICMPLT, target);
    }
}
