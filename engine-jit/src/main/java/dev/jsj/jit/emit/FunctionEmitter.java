package dev.jsj.jit.emit;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.OpTrait.Effect;
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
    final ObjectEmitter objects;
    final int[] counters;
    final Object[] caches;

    /** The agent whose code this is. */
    final Agent agent;

    private final Map<Block, Label> labels = new HashMap<>();
    private final Map<Block, ValueFacts.State> knownAfter = new HashMap<>();
    private final List<Runnable> outOfLine = new ArrayList<>();
    private final Exits exits;

    /** What handlers do where there is no frame; null where there is one. */
    private final @Nullable ClosingHandlers closingHandlers;

    /** The offset of the instruction that code is emitted for. */
    private int currentPc;

    /** The block whose code comes after that of the current one. */
    private @Nullable Block following;

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
        objects = new ObjectEmitter(this);
        closingHandlers =
                frameless && !flow.unit().handlers().isEmpty()
                        ? new ClosingHandlers(this, flow)
                        : null;
        exits = new Exits(this, entry, writer, className);
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
        List<Block> reached = flow.blocks().stream().filter(types::reaches).toList();
        for (int i = 0; i < reached.size(); i++) {
            following = i + 1 < reached.size() ? reached.get(i + 1) : null;
            emitBlock(reached.get(i));
        }
        for (int i = 0; i < outOfLine.size(); i++) { // may grow while it is emitted
            outOfLine.get(i).run();
        }
        exits.emitTails();
        if (closingHandlers != null) {
            closingHandlers.emit();
        }
        mv.visitMaxs(0, 0);
        mv.visitEnd();
        exits.emitMethods();
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
                        exits.leaveAtEntry(block.originalStart(), DeoptReason.WRONG_OSR_TYPE);
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
                current,
                block.live().in(),
                frameless ? new BitSet() : block.handled().in(),
                knownBefore(block));
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
            finish(flow.blockAt(last.next()));
        }
        knownAfter.put(block, registers.facts.state());
    }

    /** What is known wherever a block is entered from; null where that is nothing. */
    private @Nullable List<ValueFacts.State> knownBefore(Block block) {
        if (entry.admits(block)) {
            return null;
        }
        List<ValueFacts.State> states = new ArrayList<>();
        for (Block predecessor : block.predecessors()) {
            if (types.reaches(predecessor)) {
                Instruction last = predecessor.last();
                boolean jumpsWithoutWriting = last.writes() && last.target() == block.start();
                ValueFacts.State state = knownAfter.get(predecessor);
                if (state == null || jumpsWithoutWriting) {
                    return null;
                }
                states.add(state);
            }
        }
        return states;
    }

    /** What is emitted from here on belongs to the instruction at {@code pc}. */
    void startInstruction(int pc) {
        currentPc = pc;
        if (closingHandlers != null) {
            closingHandlers.cover(pc);
        }
    }

    /** The offset of the instruction that code is emitted for. */
    int currentPc() {
        return currentPc;
    }

    /** What catches exceptions of the code that is emitted; null for nothing. */
    @Nullable Object currentHandler() {
        return closingHandlers == null ? null : closingHandlers.current();
    }

    /** Emits code of the current instruction at the end of the method. */
    void addOutOfLine(Runnable emission) {
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

    /** Goes from the end of the current block to another. */
    void finish(Block target) {
        if (target == following) {
            checkGuesses(target);
            registers.convert(types.atEntry(target), target.live().in());
        } else {
            jump(target);
        }
    }

    /** Goes to a block unconditionally. */
    void jump(Block target) {
        if (types.isExit(target)) {
            mv.visitJumpInsn(Opcodes.GOTO, exits.atUnreached(target));
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
        return stressed(exits.atStart(target, reason));
    }

    /**
     * The label that a conditional jump to a bytecode offset must use: the block, or a stub that
     * converts registers first.
     */
    Label edge(int pc) {
        Block target = flow.blockAt(pc);
        if (types.isExit(target)) {
            return exits.atUnreached(target);
        }
        if (registers.matches(types.atEntry(target), target.live().in())) {
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

    /**
     * A label that leaves compiled code before the instruction: the interpreter goes on with it.
     */
    Label exit(Instruction instruction, DeoptReason reason) {
        return stressed(exits.before(instruction, reason, liveBefore));
    }

    /** Whether the register holds a value that is read from the current instruction on. */
    boolean isLive(int register) {
        return liveBefore.get(register);
    }

    /** Has {@code --stress-deopt} make the guards fail that jump to a label. */
    private Label stressed(Label exit) {
        if (stressed != null) {
            stressed.addExit(exit);
        }
        return exit;
    }

    /** ENTER_FUNCTION: also emits, at the end of the method, the way out of its caller. */
    void enterFunction(Instruction instruction) {
        activation.enter(instruction, registers);
        exits.ofCaller(body.activations().get(instruction.operand(2)), liveBefore);
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
