package dev.jsj.jit.emit;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.OpTrait.Effect;
import dev.jsj.interp.interpreter.CompiledCode;
import dev.jsj.jit.deopt.DeoptReason;
import dev.jsj.jit.deopt.GuardStress;
import dev.jsj.jit.ir.Activation;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.Body;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.EntryPoint;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.ValueType;
import dev.jsj.jit.passes.Liveness;
import dev.jsj.jit.passes.Scopes;
import dev.jsj.jit.passes.TypeInference;
import dev.jsj.parser.Source;
import dev.jsj.runtime.realm.Agent;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the blocks of a code unit into one JVM method. It takes arguments, or takes over an entered
 * frame at its pc ({@link EntryPoint}), keeps the registers in JVM locals, typed as inferred, and
 * hands a frame to the interpreter where a guard fails. A method that takes arguments makes its
 * frame when something first needs it: a call, a slow path that may throw, an exit. So a function
 * that only computes has none, and HotSpot can inline it like any Java method.
 *
 * <p>Invariants: at the start of a block every live register is in the one local that its type
 * says. A helper that reads or writes registers finds and leaves them in the frame's array. Before
 * an op that may throw in reach of a handler, the registers that the handler reads are in the
 * frame. A guard runs before its op has done anything, with an empty operand stack.
 */
final class FunctionEmitter {
    private static final int FIRST_ARGUMENT = ClassEmitter.FIRST_ARGUMENT;

    /** The scratch local for what a function that was left has returned. */
    private static final int EXIT_RESULT = 7;

    /** Line numbers of class files have 16 bits. */
    private static final int MAX_LINE = 1 << 16;

    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String FRAME_DESCRIPTOR = "L" + RuntimeMethods.FRAME + ";";

    private final EntryPoint entry;

    /** Whether the method starts without a frame, and makes one when something needs it. */
    private final boolean frameless;

    private final Body body;

    /** The functions that run here, with their frames. */
    final ActivationEmitter activation;

    final Scopes scopes;
    final ControlFlow flow;
    final TypeInference types;
    final MethodVisitor mv;
    final RuntimeMethods runtime = new RuntimeMethods();
    final ConstantTable constants;
    final Registers registers;
    final int[] counters;
    final Object[] caches;

    /** The agent whose code this is. */
    final Agent agent;

    private final Map<Block, Label> labels = new HashMap<>();
    private final List<Runnable> outOfLine = new ArrayList<>();
    private final ExitMethods exits;

    /** What handlers do where there is no frame; null where there is one. */
    private final @Nullable ClosingHandlers closingHandlers;

    /** The offset of the instruction that code is emitted for. */
    private int currentPc;

    private @Nullable Exit lastExit;

    /** Where the code of exits is that others may share, the pc and the reason being pushed. */
    private final Map<Leaving, Label> leavings = new HashMap<>();

    /** By inlined activation: where its caller is left, the result being in a local. */
    private final Map<Activation, Label> callerExits = new HashMap<>();

    private boolean shapesKept;
    private boolean blockEnded;
    private int lastLine;

    /** The same as {@link #mv} under {@code --stress-deopt}, else null. */
    private final @Nullable StressedMethod stressed;

    /** Types of the registers before the current instruction. */
    ValueType[] current;

    /** Registers live before the current instruction. */
    private BitSet liveBefore;

    FunctionEmitter(
            ControlFlow flow,
            EntryPoint entry,
            TypeInference types,
            Scopes scopes,
            Agent agent,
            ClassWriter writer,
            String className,
            ConstantTable constants,
            @Nullable GuardStress stress) {
        this.flow = flow;
        this.body = flow.body();
        this.entry = entry;
        this.scopes = scopes;
        this.frameless = entry.kind() == EntryPoint.Kind.CALL;
        this.types = types;
        this.counters = body.counters();
        this.caches = body.caches();
        this.agent = agent;
        this.constants = constants;
        exits = new ExitMethods(writer, className, runtime);
        int arguments = ClassEmitter.arguments(flow.unit());
        MethodVisitor method =
                writer.visitMethod(
                        Opcodes.ACC_PUBLIC,
                        frameless ? "call" + arguments : "run",
                        frameless
                                ? ClassEmitter.callDescriptor(arguments)
                                : "(" + FRAME_DESCRIPTOR + ")" + OBJECT,
                        null,
                        null);
        stressed = stress == null ? null : new StressedMethod(method, stress, constants);
        mv = stressed == null ? method : stressed.asVisitor();
        activation =
                new ActivationEmitter(
                        body,
                        mv,
                        runtime,
                        constants,
                        agent,
                        frameless,
                        frameless ? FIRST_ARGUMENT + arguments : 2);
        registers = new Registers(mv, runtime, body, activation);
        closingHandlers =
                frameless && !flow.unit().handlers().isEmpty()
                        ? new ClosingHandlers(this, flow)
                        : null;
        for (Block block : flow.blocks()) {
            labels.put(block, new Label());
        }
    }

    CodeUnit unit() {
        return flow.unit();
    }

    /** Emits the whole method. */
    void emit() {
        mv.visitCode();
        if (closingHandlers != null) {
            closingHandlers.declare();
        }
        if (frameless) {
            emitCallEntry();
        } else {
            emitFrameEntries();
        }
        for (Block block : flow.blocks()) {
            if (types.reaches(block)) {
                emitBlock(block);
            }
        }
        for (int i = 0; i < outOfLine.size(); i++) { // may grow while it is emitted
            outOfLine.get(i).run();
        }
        if (closingHandlers != null) {
            closingHandlers.emit();
        }
        mv.visitMaxs(0, 0);
        mv.visitEnd();
        exits.emit();
    }

    /** The arguments become the first registers. */
    private void emitCallEntry() {
        activation.start();
        Block start = flow.blockAt(0);
        for (int register = start.live().in().nextSetBit(0);
                register >= 0;
                register = start.live().in().nextSetBit(register + 1)) {
            if (register < unit().parameterCount()) {
                mv.visitVarInsn(Opcodes.ALOAD, FIRST_ARGUMENT + register);
            } else {
                mv.visitInsn(Opcodes.ACONST_NULL); // a temporal dead zone
            }
            registers.storeAny(register);
        }
        jump(start);
    }

    /** A switch on the frame's pc, to code that loads the registers a block expects. */
    private void emitFrameEntries() {
        activation.start();
        List<Block> entries =
                flow.blocks().stream().filter(b -> entry.admits(b) && types.reaches(b)).toList();
        int[] keys = entries.stream().mapToInt(Block::originalStart).toArray();
        Label[] stubs = entries.stream().map(b -> new Label()).toArray(Label[]::new);
        Label mismatch = new Label();
        activation.pushFrame();
        mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.FRAME, "pc", "I");
        mv.visitLookupSwitchInsn(mismatch, keys, stubs);
        for (int i = 0; i < stubs.length; i++) {
            Block block = entries.get(i);
            mv.visitLabel(stubs[i]);
            ValueType[] wanted = types.atEntry(block);
            Label otherType = new Label();
            block.live().in().stream().forEach(r -> registers.loadAtEntry(r, wanted[r], otherType));
            mv.visitJumpInsn(Opcodes.GOTO, labels.get(block));
            addOutOfLine(
                    () -> {
                        mv.visitLabel(otherType);
                        activation.setCurrent(body.activations().get(0));
                        Code.pushInt(mv, block.originalStart());
                        Code.pushInt(mv, DeoptReason.WRONG_OSR_TYPE.ordinal());
                        pushFrameAndCode();
                        exits.call(mv, exitOfFunction(), List.of());
                        mv.visitInsn(Opcodes.ARETURN);
                    });
        }
        mv.visitLabel(mismatch);
        activation.pushFrame();
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        runtime.helper(
                mv,
                "CompiledCode",
                "interpret",
                "(" + FRAME_DESCRIPTOR + "L" + RuntimeMethods.COMPILED_CODE + ";)" + OBJECT);
        mv.visitInsn(Opcodes.ARETURN);
    }

    /** Pushes the place of the instruction's cache among those of its own function. */
    void pushFeedbackSlot(Instruction instruction) {
        Code.pushInt(mv, instruction.feedback() - activation.current().firstCache());
    }

    /** Pushes the number of a register in its own function. */
    void pushRegisterNumber(int register) {
        Code.pushInt(mv, register - activation.current().firstRegister());
    }

    /** Pushes an Object[] of the values of registers. */
    void pushArray(int[] values) {
        Code.pushInt(mv, values.length);
        mv.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        for (int i = 0; i < values.length; i++) {
            mv.visitInsn(Opcodes.DUP);
            Code.pushInt(mv, i);
            registers.pushAny(values[i]);
            mv.visitInsn(Opcodes.AASTORE);
        }
    }

    /**
     * The interpreter's implementation of an op that neither jumps nor suspends, on a path that is
     * going to join the common one.
     *
     * @param result the JVM local for what the op writes; -1 where it writes nothing
     */
    void emitShared(Instruction instruction, int result) {
        int[] state = registers.snapshot();
        activation.needRegisterArray();
        instruction.forEachRead(registers::spill);
        activation.pushMadeFrameAndPc(instruction);
        runtime.helper(mv, "CompiledCode", "execute", "(" + FRAME_DESCRIPTOR + "I)I");
        mv.visitInsn(Opcodes.POP);
        if (result >= 0) {
            registers.pushFromFrame(instruction.operand(0));
            mv.visitVarInsn(Opcodes.ASTORE, result);
        }
        registers.restore(state);
    }

    /**
     * {@link #emitShared} of an op without result at the end of the method: the common path jumps
     * to {@code slow}, and goes on at {@code done}.
     */
    void sharedLater(Instruction instruction, Label slow, Label done) {
        sharedLater(instruction, -1, slow, done);
    }

    /** The same, of an op whose result the common path finds in a local. */
    void sharedLater(Instruction instruction, int result, Label slow, Label done) {
        later(
                () -> {
                    mv.visitLabel(slow);
                    emitShared(instruction, result);
                    mv.visitJumpInsn(Opcodes.GOTO, done);
                });
    }

    /** Gives a register a value known at compile time, kept as the type inference says. */
    void loadConstant(int target, Object constant) {
        if (types.speculates() && constant instanceof Integer number) {
            Code.pushInt(mv, number);
            registers.storeInt(target);
        } else if (types.speculates() && constant instanceof Double number) {
            mv.visitLdcInsn(number);
            registers.storeDouble(target);
        } else {
            constants.push(mv, constant, "java/lang/Object");
            registers.storeAny(target);
            registers.facts.learnConstant(target, constant);
        }
    }

    /** Returns the value on the stack. */
    void returnValue() {
        activation.leave();
        mv.visitInsn(Opcodes.ARETURN);
    }

    private void emitBlock(Block block) {
        lastLine = 0;
        blockEnded = false;
        startInstruction(block.start()); // before the label: others may jump there
        mv.visitLabel(labels.get(block));
        current = types.atEntry(block).clone();
        registers.enterBlock(
                current, block.live().in(), frameless ? new BitSet() : block.handled().in());
        List<Instruction> instructions = block.instructions();
        BitSet[] live = Liveness.live(flow, block);
        BitSet[] handled = Liveness.handled(flow, block);
        OpEmitter emitter = new OpEmitter(this);
        for (int i = 0; i < instructions.size(); i++) {
            Instruction instruction = instructions.get(i);
            liveBefore = live[i];
            if (!frameless) {
                registers.setHandled(handled[i + 1]);
            }
            startInstruction(instruction.pc());
            shapesKept = !mayChangeObjects(instruction.op());
            activation.setCurrent(body.activationAt(instruction.pc()));
            emitLineNumber(instruction);
            emitter.emit(instruction);
            if (!shapesKept) {
                registers.facts.forgetShapes();
            }
            types.step(instruction, current);
        }
        Instruction last = block.last();
        if (!last.op().has(Effect.TERMINATES) && !blockEnded) {
            jump(flow.blockAt(last.next()));
        }
    }

    private void startInstruction(int pc) {
        currentPc = pc;
        if (closingHandlers != null) {
            closingHandlers.cover(pc);
        }
    }

    /** Emits code of the current instruction at the end of the method. */
    private void addOutOfLine(Runnable emission) {
        int pc = currentPc;
        outOfLine.add(
                () -> {
                    startInstruction(pc);
                    emission.run();
                });
    }

    /** Nothing gets to the end of the present block: its last instruction leaves the method. */
    void endBlock() {
        blockEnded = true;
    }

    /** For the stack traces and profiles of Java tools. */
    private void emitLineNumber(Instruction instruction) {
        CodeUnit running = activation.current().code().unit();
        Source source = running.function().source();
        int offset = running.positions().at(body.originalPc(instruction.pc()));
        int line = offset < 0 || source != unit().function().source() ? 0 : source.line(offset);
        if (line != lastLine && line > 0 && line < MAX_LINE) {
            Label here = new Label();
            mv.visitLabel(here);
            mv.visitLineNumber(line, here);
            lastLine = line;
        }
    }

    private static boolean mayChangeObjects(Op op) {
        return op.has(Effect.CALLS_USER_CODE)
                || op.has(Effect.WRITES_HEAP)
                || op.has(Effect.SUSPENDS);
    }

    /** The instruction, as emitted, changes no shape but by what the emitter has noted. */
    void keepShapes() {
        shapesKept = true;
    }

    // ---- edges

    /** Goes to a block unconditionally. */
    void jump(Block target) {
        if (types.isExit(target)) {
            leaveBefore(target);
            return;
        }
        checkGuesses(target);
        registers.convert(types.atEntry(target), target.live().in());
        mv.visitJumpInsn(Opcodes.GOTO, labels.get(target));
    }

    /** Leaves at the start of a loop whose variables are not of the types guessed. */
    private void checkGuesses(Block target) {
        ValueType[] wanted = types.atEntry(target);
        BitSet live = target.live().in();
        for (int register = live.nextSetBit(0);
                register >= 0;
                register = live.nextSetBit(register + 1)) {
            if (wanted[register] == ValueType.INT && !registers.hasInt(register)) {
                registers.box(register);
                registers.ensureInt(register, loopExit(target, DeoptReason.WRONG_LOOP_VARIABLE));
            } else if (wanted[register] == ValueType.DOUBLE && !registers.isNumber(register)) {
                registers.box(register);
                registers.ensureNumber(
                        register, loopExit(target, DeoptReason.LOOP_VARIABLE_NO_NUMBER));
            }
        }
    }

    private Label loopExit(Block target, DeoptReason reason) {
        Label label = new Label();
        if (stressed != null) {
            stressed.addExit(label);
        }
        addExit(
                label,
                target.start(),
                reason,
                (BitSet) target.live().in().clone(),
                registers.snapshot());
        return label;
    }

    /**
     * The label that a conditional jump to a bytecode offset must use: the block, or a stub that
     * converts registers first.
     */
    Label edge(int pc) {
        Block target = flow.blockAt(pc);
        if (!types.isExit(target) && registers.matches(types.atEntry(target), target.live().in())) {
            return labels.get(target);
        }
        Label stub = new Label();
        int[] state = registers.snapshot();
        addOutOfLine(
                () -> {
                    registers.restore(state);
                    mv.visitLabel(stub);
                    jump(target);
                });
        return stub;
    }

    // ---- exits

    /** Leaves the method where code begins that was never executed. */
    private void leaveBefore(Block target) {
        Activation here = activation.current();
        activation.setCurrent(body.activationAt(target.start()));
        leaveCurrent(
                body.originalPc(target.start()),
                CompiledCode.UNREACHED,
                (BitSet) target.live().in().clone(),
                registers.snapshot(),
                -1);
        activation.setCurrent(here);
    }

    /**
     * A label that leaves compiled code before the instruction: the interpreter goes on with it.
     */
    Label exit(Instruction instruction, DeoptReason reason) {
        int[] state = registers.snapshot();
        if (lastExit != null && lastExit.isFor(instruction, reason, state)) {
            return lastExit.label();
        }
        Label label = new Label();
        lastExit = new Exit(instruction, reason, state, label);
        if (stressed != null) {
            stressed.addExit(label);
        }
        addExit(label, instruction.pc(), reason, (BitSet) liveBefore.clone(), state);
        return label;
    }

    /** Emits, at the end of the method, the way out to the op at {@code pc}. */
    private void addExit(Label label, int pc, DeoptReason reason, BitSet live, int[] state) {
        addOutOfLine(
                () -> {
                    mv.visitLabel(label);
                    activation.setCurrent(body.activationAt(pc));
                    leaveCurrent(body.originalPc(pc), reason.ordinal(), live, state, -1);
                });
    }

    /** With the result of the current activation on the stack: its callers are left, too. */
    private void continueLeaving() {
        Activation left = activation.current();
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
            activation.pushSelf();
            mv.visitLabel(object);
        }
        mv.visitVarInsn(Opcodes.ASTORE, registers.scratch(EXIT_RESULT));
        mv.visitJumpInsn(Opcodes.GOTO, callerExits.get(left));
    }

    /** ENTER_FUNCTION: also emits, at the end of the method, the way out of its caller. */
    void enterFunction(Instruction instruction) {
        activation.enter(instruction, registers);
        Activation callee = body.activations().get(instruction.operand(2));
        Label label = new Label();
        callerExits.put(callee, label);
        Instruction call = callee.call();
        Activation caller = callee.caller();
        int result = caller.firstRegister() + call.operand(0);
        BitSet live = (BitSet) liveBefore.clone();
        // The caller's registers stay where they are while the callee runs.
        int[] state = registers.snapshot();
        addOutOfLine(
                () -> {
                    mv.visitLabel(label);
                    activation.setCurrent(caller);
                    leaveCurrent(call.next(), CompiledCode.CALLEE_LEFT, live, state, result);
                });
    }

    /**
     * Has the interpreter go on with the current activation, then with its callers. Exits that only
     * differ in the pc and the reason push these and share the rest.
     *
     * @param result a register of the activation whose value is in the local EXIT_RESULT; or -1
     */
    private void leaveCurrent(int pc, int reason, BitSet live, int[] state, int result) {
        Activation leaving = activation.current();
        BitSet own = live.get(0, leaving.endRegister());
        own.clear(0, leaving.firstRegister());
        if (result >= 0) {
            own.clear(result);
        }
        List<ExitMethods.Argument> arguments = registers.unsaved(own, state);
        boolean fits = ExitMethods.fits(arguments);
        if (!fits) {
            activation.needRegisterArray();
            registers.spillAll(own, state);
            arguments = List.of();
        }
        Code.pushInt(mv, pc);
        Code.pushInt(mv, reason);
        if (fits) {
            Leaving kind = new Leaving(leaving, arguments, result);
            Label same = leavings.get(kind);
            if (same != null) {
                mv.visitJumpInsn(Opcodes.GOTO, same);
                return;
            }
            Label here = new Label();
            leavings.put(kind, here);
            mv.visitLabel(here);
        }
        pushFrameAndCode();
        registers.push(arguments);
        List<ExitMethods.Argument> passed = new ArrayList<>(arguments);
        if (result >= 0) {
            mv.visitVarInsn(Opcodes.ALOAD, registers.scratch(EXIT_RESULT));
            passed.add(new ExitMethods.Argument(result, OBJECT));
        }
        int first = leaving.firstRegister();
        exits.call(
                mv,
                leaving.number() == 0 ? exitOfFunction() : "exit",
                passed.stream().map(argument -> argument.movedDown(first)).toList());
        continueLeaving();
    }

    private String exitOfFunction() {
        return entry.kind() == EntryPoint.Kind.LOOP ? "exitLoop" : "exit";
    }

    /**
     * Jumps to an exit on the answer of a helper that has done either all of the op's work or none
     * of it. That is no guess which could fail afterwards: {@code --stress-deopt} leaves it alone.
     */
    void leaveIfRefused(int jump, Label exit) {
        if (stressed == null) {
            mv.visitJumpInsn(jump, exit);
        } else {
            stressed.visitJumpThatStands(jump, exit);
        }
    }

    private void pushFrameAndCode() {
        activation.pushFrameToLeave();
        mv.visitVarInsn(Opcodes.ALOAD, 0);
    }

    /**
     * What exits do.
     *
     * @param arguments the registers that they store into the frame
     * @param result as {@link #leaveCurrent} takes it
     */
    private record Leaving(
            Activation activation, List<ExitMethods.Argument> arguments, int result) {}

    /** The exit made last: guards of one instruction in the same state share it. */
    private record Exit(Instruction instruction, DeoptReason reason, int[] state, Label label) {
        boolean isFor(Instruction other, DeoptReason otherReason, int[] otherState) {
            return instruction.pc() == other.pc()
                    && reason == otherReason
                    && Arrays.equals(state, otherState);
        }
    }

    /** Runs {@code emission} after the main code, with the registers in the present state. */
    void later(Runnable emission) {
        int[] state = registers.snapshot();
        BitSet handled = registers.handled();
        Activation here = activation.current();
        addOutOfLine(
                () -> {
                    registers.restore(state);
                    registers.setHandled(handled);
                    activation.setCurrent(here);
                    emission.run();
                });
    }

    /**
     * Puts every register that is read after the instruction into the frame, which may be resumed
     * from there.
     */
    void spillLiveAfter(Instruction instruction) {
        BitSet live = (BitSet) liveBefore.clone();
        live.or(flow.blockAt(instruction.next()).live().in());
        instruction.forEachWrite(live::clear);
        registers.spillAll(live, registers.snapshot());
    }
}
