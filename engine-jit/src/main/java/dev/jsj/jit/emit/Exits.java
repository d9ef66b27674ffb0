package dev.jsj.jit.emit;

import dev.jsj.interp.interpreter.CompiledCode;
import dev.jsj.jit.deopt.DeoptReason;
import dev.jsj.jit.ir.Activation;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.EntryPoint;
import dev.jsj.jit.ir.Instruction;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways out of a compiled function to the interpreter. A guard jumps to an exit at the end of
 * the method, which pushes where the interpreter goes on, and why. The rest, making the frame and
 * handing over the live values, it shares with all exits that hand over the same: most of a
 * method's guards have an exit of a few bytes.
 */
final class Exits {
    /** The scratch local for what a function that was left has returned. */
    private static final int RESULT = 7;

    private static final String OBJECT = "Ljava/lang/Object;";

    private final FunctionEmitter f;
    private final MethodVisitor mv;
    private final ExitMethods methods;

    /** The method of CompiledCode that goes on with the function that is compiled. */
    private final String lastOfFunction;

    private final Map<Tail, Place> tails = new LinkedHashMap<>();
    private @Nullable Exit lastExit;

    /** By inlined activation: where its caller is left, the result being in a local. */
    private final Map<Activation, Label> callerExits = new HashMap<>();

    Exits(FunctionEmitter f, EntryPoint entry, ClassWriter writer, String className) {
        this.f = f;
        this.mv = f.mv;
        lastOfFunction = entry.kind() == EntryPoint.Kind.LOOP ? "exitLoop" : "exit";
        methods = new ExitMethods(writer, className, f.runtime);
    }

    /** The exit made last: guards of one instruction in the same state share it. */
    private record Exit(Instruction instruction, DeoptReason reason, int[] state, Label label) {
        boolean isFor(Instruction other, DeoptReason otherReason, int[] otherState) {
            return instruction.pc() == other.pc()
                    && reason == otherReason
                    && Arrays.equals(state, otherState);
        }
    }

    /** What several exits do alike: these values of an activation are handed over. */
    private record Tail(
            Activation activation,
            @Nullable Object handler,
            List<ExitMethods.Argument> arguments) {}

    /**
     * Where a tail is.
     *
     * @param pc the offset of an instruction that the same handler covers
     */
    private record Place(Label label, int pc) {}

    // ---- for the main code

    /**
     * A label that leaves compiled code before the instruction: the interpreter goes on with it.
     *
     * @param live the registers live before it
     */
    Label before(Instruction instruction, DeoptReason reason, BitSet live) {
        int[] state = f.registers.snapshot();
        if (lastExit != null && lastExit.isFor(instruction, reason, state)) {
            return lastExit.label();
        }
        Label label = add(instruction.pc(), reason.ordinal(), live, state);
        lastExit = new Exit(instruction, reason, state, label);
        return label;
    }

    /** A label that leaves compiled code for a reason at the start of a block. */
    Label atStart(Block block, DeoptReason reason) {
        return add(block.start(), reason.ordinal(), block.live().in(), f.registers.snapshot());
    }

    /** A label that leaves compiled code where a block begins that was never executed. */
    Label atUnreached(Block block) {
        return add(
                block.start(), CompiledCode.UNREACHED, block.live().in(), f.registers.snapshot());
    }

    private Label add(int pc, int reason, BitSet live, int[] state) {
        Label label = new Label();
        BitSet liveThere = (BitSet) live.clone();
        f.addOutOfLine(
                () -> {
                    mv.visitLabel(label);
                    f.activation.setCurrent(f.flow.body().activationAt(pc));
                    leave(f.flow.body().originalPc(pc), reason, arguments(liveThere, state, -1));
                });
        return label;
    }

    /** ENTER_FUNCTION: adds the way out of the caller, for when the callee has been left. */
    void ofCaller(Activation callee, BitSet live) {
        Label label = new Label();
        callerExits.put(callee, label);
        BitSet liveThere = (BitSet) live.clone();
        // The caller's registers stay where they are while the callee runs.
        int[] state = f.registers.snapshot();
        f.addOutOfLine(
                () -> {
                    mv.visitLabel(label);
                    f.activation.setCurrent(callee.caller());
                    leaveCaller(callee, liveThere, state);
                });
    }

    /** Leaves, at an entry, as the frame is: nothing has been taken from it for good. */
    void leaveAtEntry(int pc, DeoptReason reason) {
        leave(pc, reason.ordinal(), List.of());
    }

    // ---- at the end of the method

    /** Has the interpreter go on with the current activation, at {@code pc}. */
    private void leave(int pc, int reason, List<ExitMethods.Argument> arguments) {
        Code.pushInt(mv, pc);
        Code.pushInt(mv, reason);
        mv.visitJumpInsn(Opcodes.GOTO, tail(arguments));
    }

    private Label tail(List<ExitMethods.Argument> arguments) {
        Tail tail = new Tail(f.activation.current(), f.currentHandler(), arguments);
        return tails.computeIfAbsent(tail, t -> new Place(new Label(), f.currentPc())).label();
    }

    /** Has it go on behind the call of an activation that was left; the result is in a local. */
    private void leaveCaller(Activation callee, BitSet live, int[] state) {
        int result = callee.caller().firstRegister() + callee.call().operand(0);
        List<ExitMethods.Argument> arguments = arguments(live, state, result);
        Code.pushInt(mv, callee.call().next());
        Code.pushInt(mv, CompiledCode.CALLEE_LEFT);
        pushFrameAndCode();
        f.registers.push(arguments);
        mv.visitVarInsn(Opcodes.ALOAD, f.registers.scratch(RESULT));
        arguments.add(new ExitMethods.Argument(result, OBJECT));
        call(arguments);
        continueLeaving();
    }

    /**
     * The values to hand over.
     *
     * @param except a register that has got its value otherwise; or -1
     */
    private List<ExitMethods.Argument> arguments(BitSet live, int[] state, int except) {
        Activation leaving = f.activation.current();
        BitSet own = live.get(0, leaving.endRegister());
        own.clear(0, leaving.firstRegister());
        if (except >= 0) {
            own.clear(except);
        }
        List<ExitMethods.Argument> arguments = f.registers.unsaved(own, state);
        if (ExitMethods.fits(arguments)) {
            return arguments;
        }
        f.activation.needRegisterArray();
        f.registers.spillAll(own, state);
        return new ArrayList<>();
    }

    private void pushFrameAndCode() {
        f.activation.pushFrameToLeave();
        mv.visitVarInsn(Opcodes.ALOAD, 0);
    }

    private void call(List<ExitMethods.Argument> arguments) {
        Activation leaving = f.activation.current();
        int first = leaving.firstRegister();
        methods.call(
                mv,
                leaving.number() == 0 ? lastOfFunction : "exit",
                arguments.stream().map(argument -> argument.movedDown(first)).toList());
    }

    /** With the result of the current activation on the stack: its callers are left, too. */
    private void continueLeaving() {
        Activation left = f.activation.current();
        if (left.number() == 0) {
            mv.visitInsn(Opcodes.ARETURN);
            return;
        }
        if (left.isConstruction()) {
            Label object = new Label();
            mv.visitInsn(Opcodes.DUP);
            mv.visitTypeInsn(Opcodes.INSTANCEOF, RuntimeMethods.JS_OBJECT);
            mv.visitJumpInsn(Opcodes.IFNE, object);
            mv.visitInsn(Opcodes.POP);
            f.activation.pushSelf();
            mv.visitLabel(object);
        }
        mv.visitVarInsn(Opcodes.ASTORE, f.registers.scratch(RESULT));
        mv.visitJumpInsn(Opcodes.GOTO, callerExits.get(left));
    }

    /** Emits what the exits share; they have pushed the pc and the reason. */
    void emitTails() {
        tails.forEach(
                (tail, place) -> {
                    f.startInstruction(place.pc());
                    mv.visitLabel(place.label());
                    f.activation.setCurrent(tail.activation());
                    pushFrameAndCode();
                    f.registers.push(tail.arguments());
                    call(tail.arguments());
                    continueLeaving();
                });
    }

    /** Emits the methods that were called. */
    void emitMethods() {
        methods.emit();
    }
}
