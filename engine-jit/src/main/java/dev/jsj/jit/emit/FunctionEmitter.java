package dev.jsj.jit.emit;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.ExceptionHandler;
import dev.jsj.interp.bytecode.OpTrait.Effect;
import dev.jsj.jit.deopt.DeoptReason;
import dev.jsj.jit.deopt.GuardStress;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.ValueType;
import dev.jsj.jit.passes.Liveness;
import dev.jsj.jit.passes.TypeInference;

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
 * Turns the blocks of a code unit into one JVM method, {@code Object run(Frame)}: it takes over an
 * entered frame at its pc, as the interpreter's loop does, keeps the registers in JVM locals, typed
 * as inferred, and hands the frame back to the interpreter where a guard fails.
 *
 * <p>Invariants: at the start of a block every live register is in the one local that its type
 * says. A helper that reads or writes registers finds and leaves them in the frame's array. Before
 * an op that may throw in reach of a handler, the registers that the handler reads are in the
 * frame. A guard runs before its op has done anything, with an empty operand stack.
 */
final class FunctionEmitter {
    static final int FRAME_LOCAL = 1;
    static final int ARRAY_LOCAL = 2;
    private static final int FIRST_LOCAL = 3;

    final ControlFlow flow;
    final TypeInference types;
    final MethodVisitor mv;
    final RuntimeMethods runtime = new RuntimeMethods();
    final ConstantTable constants;
    final Registers registers;
    final int[] counters;
    final Object[] caches;

    private final Map<Block, Label> labels = new HashMap<>();
    private final List<Runnable> outOfLine = new ArrayList<>();
    private final ExitMethods exits;
    private @Nullable Exit lastExit;

    /** The same as {@link #mv} under {@code --stress-deopt}, else null. */
    private final @Nullable StressedMethod stressed;

    /** Types of the registers before the current instruction. */
    ValueType[] current;

    /** Registers live before the current instruction. */
    private BitSet liveBefore;

    FunctionEmitter(
            ControlFlow flow,
            TypeInference types,
            int[] counters,
            Object[] caches,
            ClassWriter writer,
            String className,
            ConstantTable constants,
            @Nullable GuardStress stress) {
        this.flow = flow;
        this.types = types;
        this.counters = counters;
        this.caches = caches;
        this.constants = constants;
        exits = new ExitMethods(writer, className, runtime);
        MethodVisitor method =
                writer.visitMethod(
                        Opcodes.ACC_PUBLIC,
                        "run",
                        "(L" + RuntimeMethods.FRAME + ";)Ljava/lang/Object;",
                        null,
                        null);
        stressed = stress == null ? null : new StressedMethod(method, stress, constants);
        mv = stressed == null ? method : stressed;
        registers =
                new Registers(
                        mv,
                        runtime,
                        unit().registerCount(),
                        ARRAY_LOCAL,
                        FIRST_LOCAL,
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
        mv.visitVarInsn(Opcodes.ALOAD, FRAME_LOCAL);
        mv.visitFieldInsn(
                Opcodes.GETFIELD, RuntimeMethods.FRAME, "registers", "[Ljava/lang/Object;");
        mv.visitVarInsn(Opcodes.ASTORE, ARRAY_LOCAL);
        emitEntries();
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

    /** A switch on the frame's pc, to code that loads the registers a block expects. */
    private void emitEntries() {
        List<Block> entries =
                flow.blocks().stream().filter(b -> b.isEntry() && types.reaches(b)).toList();
        int[] keys = entries.stream().mapToInt(Block::start).toArray();
        Label[] stubs = entries.stream().map(b -> new Label()).toArray(Label[]::new);
        Label mismatch = new Label();
        mv.visitVarInsn(Opcodes.ALOAD, FRAME_LOCAL);
        mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.FRAME, "pc", "I");
        mv.visitLookupSwitchInsn(mismatch, keys, stubs);
        for (int i = 0; i < stubs.length; i++) {
            Block block = entries.get(i);
            mv.visitLabel(stubs[i]);
            ValueType[] wanted = types.atEntry(block);
            block.liveIn().stream().forEach(r -> registers.loadAtEntry(r, wanted[r], mismatch));
            mv.visitJumpInsn(Opcodes.GOTO, labels.get(block));
        }
        mv.visitLabel(mismatch);
        mv.visitVarInsn(Opcodes.ALOAD, FRAME_LOCAL);
        runtime.helper(
                mv,
                "CompiledCode",
                "interpret",
                "(L" + RuntimeMethods.FRAME + ";)Ljava/lang/Object;");
        mv.visitInsn(Opcodes.ARETURN);
    }

    private void emitBlock(Block block) {
        mv.visitLabel(labels.get(block));
        current = types.atEntry(block).clone();
        registers.enterBlock(current, block.liveIn());
        List<Instruction> instructions = block.instructions();
        BitSet[] live = liveSets(block);
        OpEmitter emitter = new OpEmitter(this);
        for (int i = 0; i < instructions.size(); i++) {
            Instruction instruction = instructions.get(i);
            liveBefore = live[i];
            emitter.emit(instruction);
            types.step(instruction, current);
        }
        Instruction last = block.last();
        if (!last.op().has(Effect.TERMINATES)) {
            jump(flow.blockAt(last.next()));
        }
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
        registers.convert(types.atEntry(target), target.liveIn());
        mv.visitJumpInsn(Opcodes.GOTO, labels.get(target));
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
        List<ExitMethods.Argument> arguments = registers.unsaved(liveBefore, state);
        BitSet live = (BitSet) liveBefore.clone();
        outOfLine.add(
                () -> {
                    mv.visitLabel(label);
                    boolean fits = ExitMethods.fits(arguments);
                    if (!fits) {
                        registers.spillAll(live, state);
                    }
                    mv.visitVarInsn(Opcodes.ALOAD, FRAME_LOCAL);
                    Code.pushInt(mv, instruction.pc());
                    Code.pushInt(mv, reason.ordinal());
                    mv.visitVarInsn(Opcodes.ALOAD, 0);
                    if (fits) {
                        registers.push(arguments);
                    }
                    exits.leave(mv, fits ? arguments : List.of());
                });
        return label;
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
        mv.visitVarInsn(Opcodes.ALOAD, FRAME_LOCAL);
        Code.pushInt(mv, instruction.pc());
    }
}
