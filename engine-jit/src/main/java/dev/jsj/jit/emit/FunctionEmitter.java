package dev.jsj.jit.emit;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.ExceptionHandler;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.OpTrait.Effect;
import dev.jsj.jit.deopt.DeoptReason;
import dev.jsj.jit.deopt.GuardStress;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.EntryPoint;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.ValueType;
import dev.jsj.jit.passes.Liveness;
import dev.jsj.jit.passes.Scopes;
import dev.jsj.jit.passes.TypeInference;
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
    // JVM arguments of call2 and call5
    private static final int CALLER_ARGUMENT = 1;
    private static final int FUNCTION_ARGUMENT = 2;
    private static final int SELF_ARGUMENT = 3;
    private static final int NEW_TARGET_ARGUMENT = 4;
    private static final int FIRST_ARGUMENT = ClassEmitter.FIRST_ARGUMENT;

    /** Line numbers of class files have 16 bits. */
    private static final int MAX_LINE = 1 << 16;

    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String FRAME_DESCRIPTOR = "L" + RuntimeMethods.FRAME + ";";

    /** What {@link #pushActivation} pushes. */
    private static final String ACTIVATION_PARTS =
            RuntimeMethods.ACTIVATION_DESCRIPTOR
                    + "L"
                    + RuntimeMethods.SCRIPT_FUNCTION
                    + ";"
                    + OBJECT
                    + "L"
                    + RuntimeMethods.JS_OBJECT
                    + ";";

    private final EntryPoint entry;

    /** Whether the method starts without a frame, and makes one when something needs it. */
    private final boolean frameless;

    private final int frameLocal;
    private final int arrayLocal;
    private final int scopeLocal;

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
    private @Nullable Exit lastExit;
    private boolean shapesKept;
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
            int[] counters,
            Object[] caches,
            Agent agent,
            ClassWriter writer,
            String className,
            ConstantTable constants,
            @Nullable GuardStress stress) {
        this.flow = flow;
        this.entry = entry;
        this.scopes = scopes;
        this.frameless = entry.kind() == EntryPoint.Kind.CALL;
        this.types = types;
        this.counters = counters;
        this.caches = caches;
        this.agent = agent;
        this.constants = constants;
        exits =
                new ExitMethods(
                        writer,
                        className,
                        runtime,
                        entry.kind() == EntryPoint.Kind.LOOP ? "exitLoop" : "exit");
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
        mv = stressed == null ? method : stressed;
        int first = frameless ? FIRST_ARGUMENT + arguments : 1;
        frameLocal = first;
        arrayLocal = first + 1;
        scopeLocal = first + 2;
        registers =
                new Registers(
                        mv,
                        runtime,
                        unit().registerCount(),
                        arrayLocal,
                        first + 3,
                        readByHandlers());
        for (Block block : flow.blocks()) {
            labels.put(block, new Label());
        }
    }

    CodeUnit unit() {
        return flow.unit();
    }

    private BitSet readByHandlers() {
        BitSet pinned = new BitSet();
        for (ExceptionHandler handler : unit().handlers()) {
            pinned.or(flow.blockAt(handler.handler()).liveIn());
        }
        return pinned;
    }

    /** Emits the whole method. */
    void emit() {
        mv.visitCode();
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
        mv.visitMaxs(0, 0);
        mv.visitEnd();
        exits.emit();
    }

    /** The arguments become the first registers. */
    private void emitCallEntry() {
        mv.visitInsn(Opcodes.ACONST_NULL);
        mv.visitVarInsn(Opcodes.ASTORE, frameLocal);
        mv.visitInsn(Opcodes.ACONST_NULL);
        mv.visitVarInsn(Opcodes.ASTORE, arrayLocal);
        mv.visitVarInsn(Opcodes.ALOAD, FUNCTION_ARGUMENT);
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                RuntimeMethods.SCRIPT_FUNCTION,
                "scope",
                "()[" + OBJECT,
                false);
        mv.visitVarInsn(Opcodes.ASTORE, scopeLocal);
        Block start = flow.blockAt(0);
        for (int register = start.liveIn().nextSetBit(0);
                register >= 0;
                register = start.liveIn().nextSetBit(register + 1)) {
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
        mv.visitVarInsn(Opcodes.ALOAD, frameLocal);
        mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.FRAME, "registers", "[" + OBJECT);
        mv.visitVarInsn(Opcodes.ASTORE, arrayLocal);
        loadScopeOfFrame();
        List<Block> entries =
                flow.blocks().stream().filter(b -> entry.admits(b) && types.reaches(b)).toList();
        int[] keys = entries.stream().mapToInt(Block::start).toArray();
        Label[] stubs = entries.stream().map(b -> new Label()).toArray(Label[]::new);
        Label mismatch = new Label();
        mv.visitVarInsn(Opcodes.ALOAD, frameLocal);
        mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.FRAME, "pc", "I");
        mv.visitLookupSwitchInsn(mismatch, keys, stubs);
        for (int i = 0; i < stubs.length; i++) {
            Block block = entries.get(i);
            mv.visitLabel(stubs[i]);
            ValueType[] wanted = types.atEntry(block);
            Label otherType = new Label();
            block.liveIn().stream().forEach(r -> registers.loadAtEntry(r, wanted[r], otherType));
            mv.visitJumpInsn(Opcodes.GOTO, labels.get(block));
            outOfLine.add(
                    () -> {
                        mv.visitLabel(otherType);
                        startLeaving(block.start(), DeoptReason.WRONG_OSR_TYPE);
                        exits.leave(mv, List.of());
                    });
        }
        mv.visitLabel(mismatch);
        mv.visitVarInsn(Opcodes.ALOAD, frameLocal);
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        runtime.helper(
                mv,
                "CompiledCode",
                "interpret",
                "(" + FRAME_DESCRIPTOR + "L" + RuntimeMethods.COMPILED_CODE + ";)" + OBJECT);
        mv.visitInsn(Opcodes.ARETURN);
    }

    // ---- the activation: function, receiver, scope, frame

    /** Pushes the frame, which is made now if it was not needed before. */
    void pushFrame() {
        mv.visitVarInsn(Opcodes.ALOAD, frameLocal);
        if (!frameless) {
            return;
        }
        pushActivation();
        mv.visitVarInsn(Opcodes.ALOAD, scopeLocal);
        runtime.helper(
                mv,
                "CompiledCode",
                "frame",
                "(" + FRAME_DESCRIPTOR + ACTIVATION_PARTS + "[" + OBJECT + ")" + FRAME_DESCRIPTOR);
        mv.visitInsn(Opcodes.DUP);
        mv.visitVarInsn(Opcodes.ASTORE, frameLocal);
    }

    /** Pushes the caller, the function, the receiver and new.target. */
    private void pushActivation() {
        for (int local = CALLER_ARGUMENT; local <= NEW_TARGET_ARGUMENT; local++) {
            mv.visitVarInsn(Opcodes.ALOAD, local);
        }
    }

    /**
     * Pushes what a call from here passes as its caller: the frame, or where there may be none, a
     * note for this one call.
     */
    void pushCaller(Instruction instruction) {
        if (!frameless) {
            setPc(instruction);
            pushFrame();
            return;
        }
        pushActivation();
        Code.pushInt(mv, instruction.pc());
        constants.push(mv, agent, RuntimeMethods.AGENT);
        runtime.helper(
                mv,
                "CompiledCode",
                "callerAt",
                "("
                        + ACTIVATION_PARTS
                        + "IL"
                        + RuntimeMethods.AGENT
                        + ";)"
                        + RuntimeMethods.ACTIVATION_DESCRIPTOR);
    }

    /** Notes in the frame where the function is, for what may throw or look at the stack. */
    void setPc(Instruction instruction) {
        pushFrameAndPc(instruction);
        mv.visitFieldInsn(Opcodes.PUTFIELD, RuntimeMethods.FRAME, "pc", "I");
    }

    /** Makes sure that there are a frame and its register array; registers can be spilled then. */
    void needRegisterArray() {
        if (frameless) {
            pushFrame();
            runtime.helper(mv, "CompiledCode", "registers", "(" + FRAME_DESCRIPTOR + ")[" + OBJECT);
            mv.visitVarInsn(Opcodes.ASTORE, arrayLocal);
        }
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
        needRegisterArray();
        instruction.forEachRead(registers::spill);
        pushFrameAndPc(instruction);
        runtime.helper(mv, "CompiledCode", "execute", "(" + FRAME_DESCRIPTOR + "I)I");
        mv.visitInsn(Opcodes.POP);
        if (result >= 0) {
            mv.visitVarInsn(Opcodes.ALOAD, arrayLocal);
            Code.pushInt(mv, instruction.operand(0));
            mv.visitInsn(Opcodes.AALOAD);
            mv.visitVarInsn(Opcodes.ASTORE, result);
        }
        registers.restore(state);
    }

    /**
     * {@link #emitShared} of an op without result at the end of the method: the common path jumps
     * to {@code slow}, and goes on at {@code done}.
     */
    void sharedLater(Instruction instruction, Label slow, Label done) {
        later(
                () -> {
                    mv.visitLabel(slow);
                    emitShared(instruction, -1);
                    mv.visitJumpInsn(Opcodes.GOTO, done);
                });
    }

    void pushFunction() {
        if (frameless) {
            mv.visitVarInsn(Opcodes.ALOAD, FUNCTION_ARGUMENT);
        } else {
            mv.visitVarInsn(Opcodes.ALOAD, frameLocal);
            mv.visitFieldInsn(
                    Opcodes.GETFIELD,
                    RuntimeMethods.FRAME,
                    "function",
                    "L" + RuntimeMethods.SCRIPT_FUNCTION + ";");
        }
    }

    /** Pushes new.target; Java null for [[Call]]. */
    void pushNewTarget() {
        if (frameless) {
            mv.visitVarInsn(Opcodes.ALOAD, NEW_TARGET_ARGUMENT);
        } else {
            mv.visitVarInsn(Opcodes.ALOAD, frameLocal);
            mv.visitFieldInsn(
                    Opcodes.GETFIELD,
                    RuntimeMethods.FRAME,
                    "newTarget",
                    "L" + RuntimeMethods.JS_OBJECT + ";");
        }
    }

    /** Pushes the receiver. */
    void pushSelf() {
        if (frameless) {
            mv.visitVarInsn(Opcodes.ALOAD, SELF_ARGUMENT);
        } else {
            mv.visitVarInsn(Opcodes.ALOAD, frameLocal);
            mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.FRAME, "self", OBJECT);
        }
    }

    /** Pushes the current scope array. */
    void pushScope() {
        mv.visitVarInsn(Opcodes.ALOAD, scopeLocal);
    }

    /** Makes the array on the stack the current scope. */
    void storeScope() {
        mv.visitVarInsn(Opcodes.ASTORE, scopeLocal);
        Label done = new Label();
        if (frameless) {
            mv.visitVarInsn(Opcodes.ALOAD, frameLocal);
            mv.visitJumpInsn(Opcodes.IFNULL, done);
        }
        mv.visitVarInsn(Opcodes.ALOAD, frameLocal);
        mv.visitVarInsn(Opcodes.ALOAD, scopeLocal);
        mv.visitFieldInsn(Opcodes.PUTFIELD, RuntimeMethods.FRAME, "scope", "[" + OBJECT);
        mv.visitLabel(done);
    }

    /** After something that changed the scope in the frame. */
    void loadScopeOfFrame() {
        mv.visitVarInsn(Opcodes.ALOAD, frameLocal);
        mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.FRAME, "scope", "[" + OBJECT);
        mv.visitVarInsn(Opcodes.ASTORE, scopeLocal);
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
        Label left = new Label();
        if (frameless) {
            mv.visitVarInsn(Opcodes.ALOAD, frameLocal);
            mv.visitJumpInsn(Opcodes.IFNULL, left);
        }
        mv.visitVarInsn(Opcodes.ALOAD, frameLocal);
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, RuntimeMethods.FRAME, "leave", "()V", false);
        mv.visitLabel(left);
        mv.visitInsn(Opcodes.ARETURN);
    }

    private void emitBlock(Block block) {
        lastLine = 0;
        mv.visitLabel(labels.get(block));
        current = types.atEntry(block).clone();
        registers.enterBlock(current, block.liveIn());
        List<Instruction> instructions = block.instructions();
        BitSet[] live = liveSets(block);
        OpEmitter emitter = new OpEmitter(this);
        for (int i = 0; i < instructions.size(); i++) {
            Instruction instruction = instructions.get(i);
            liveBefore = live[i];
            shapesKept = !mayChangeObjects(instruction.op());
            emitLineNumber(instruction.pc());
            emitter.emit(instruction);
            if (!shapesKept) {
                registers.facts.forgetShapes();
            }
            types.step(instruction, current);
        }
        Instruction last = block.last();
        if (!last.op().has(Effect.TERMINATES)) {
            jump(flow.blockAt(last.next()));
        }
    }

    /** For the stack traces and profiles of Java tools. */
    private void emitLineNumber(int pc) {
        int offset = unit().positions().at(pc);
        int line = offset < 0 ? 0 : unit().function().source().line(offset);
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

    private BitSet[] liveSets(Block block) {
        int count = block.instructions().size();
        BitSet[] sets = new BitSet[count];
        BitSet live = (BitSet) block.liveOut().clone();
        for (int i = count - 1; i >= 0; i--) {
            Liveness.step(flow, block.instructions().get(i), live);
            sets[i] = (BitSet) live.clone();
        }
        return sets;
    }

    // ---- edges

    /** Goes to a block unconditionally. */
    void jump(Block target) {
        checkGuesses(target);
        registers.convert(types.atEntry(target), target.liveIn());
        mv.visitJumpInsn(Opcodes.GOTO, labels.get(target));
    }

    /** Leaves at the start of a loop whose variables are not of the types guessed. */
    private void checkGuesses(Block target) {
        ValueType[] wanted = types.atEntry(target);
        BitSet live = target.liveIn();
        for (int register = live.nextSetBit(0);
                register >= 0;
                register = live.nextSetBit(register + 1)) {
            if (wanted[register] == ValueType.INT && !registers.hasInt(register)) {
                registers.box(register);
                registers.ensureInt(register, loopExit(target));
            } else if (wanted[register] == ValueType.DOUBLE && !registers.isNumber(register)) {
                registers.box(register);
                registers.ensureNumber(register, loopExit(target));
            }
        }
    }

    private Label loopExit(Block target) {
        Label label = new Label();
        if (stressed != null) {
            stressed.addExit(label);
        }
        addExit(
                label,
                target.start(),
                DeoptReason.WRONG_LOOP_VARIABLE,
                (BitSet) target.liveIn().clone(),
                registers.snapshot());
        return label;
    }

    /**
     * The label that a conditional jump to a bytecode offset must use: the block, or a stub that
     * converts registers first.
     */
    Label edge(int pc) {
        Block target = flow.blockAt(pc);
        if (registers.matches(types.atEntry(target), target.liveIn())) {
            return labels.get(target);
        }
        Label stub = new Label();
        int[] state = registers.snapshot();
        outOfLine.add(
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
        List<ExitMethods.Argument> arguments = registers.unsaved(live, state);
        outOfLine.add(
                () -> {
                    mv.visitLabel(label);
                    boolean fits = ExitMethods.fits(arguments);
                    if (!fits) {
                        needRegisterArray();
                        registers.spillAll(live, state);
                    }
                    startLeaving(pc, reason);
                    if (fits) {
                        registers.push(arguments);
                    }
                    exits.leave(mv, fits ? arguments : List.of());
                });
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

    /** Pushes the frame, the pc, the reason and the code. */
    private void startLeaving(int pc, DeoptReason reason) {
        pushFrame();
        Code.pushInt(mv, pc);
        Code.pushInt(mv, reason.ordinal());
        mv.visitVarInsn(Opcodes.ALOAD, 0);
    }

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
        outOfLine.add(
                () -> {
                    registers.restore(state);
                    emission.run();
                });
    }

    /**
     * Puts every register that is read after the instruction into the frame, which may be resumed
     * from there.
     */
    void spillLiveAfter(Instruction instruction) {
        BitSet live = (BitSet) liveBefore.clone();
        live.or(flow.blockAt(instruction.next()).liveIn());
        instruction.forEachWrite(live::clear);
        registers.spillAll(live, registers.snapshot());
    }

    /** Pushes the frame and the offset of an instruction, the first arguments of every helper. */
    void pushFrameAndPc(Instruction instruction) {
        pushFrame();
        Code.pushInt(mv, instruction.pc());
    }
}
