package dev.jsj.jit.emit;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.OpTrait.Effect;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.Relation;
import dev.jsj.jit.ir.ValueType;
import dev.jsj.jit.passes.OperatorTypes;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.TreeSet;

/**
 * Chooses the emitter of each op. An op that none of them knows goes through the interpreter's own
 * implementation, so every function can be compiled.
 */
final class OpEmitter {
    // Scratch locals
    private static final int SLOPPY_THIS = 6;

    private final FunctionEmitter f;
    private final MethodVisitor mv;
    private final ArithmeticEmitter arithmetic;
    private final BranchEmitter branches;
    private final HeapEmitter heap;
    private final PropertyEmitter properties;
    private final ElementEmitter elements;
    private final IterationEmitter iteration;
    private final GeneratorEmitter generators;
    private final LiteralEmitter literals;
    private final CallEmitter calls;
    private final IntrinsicEmitter intrinsics;
    private final DirectEmitter direct;

    OpEmitter(FunctionEmitter f) {
        this.f = f;
        this.mv = f.mv;
        arithmetic = new ArithmeticEmitter(f);
        branches = new BranchEmitter(f);
        heap = new HeapEmitter(f);
        elements = new ElementEmitter(f);
        iteration = new IterationEmitter(f);
        generators = new GeneratorEmitter(f);
        literals = new LiteralEmitter(f);
        calls = new CallEmitter(f);
        properties = new PropertyEmitter(f, calls);
        intrinsics = new IntrinsicEmitter(f, calls);
        direct = new DirectEmitter(f);
    }

    void emit(Instruction instruction) {
        Op op = instruction.op();
        if (OperatorTypes.isArithmetic(op)) {
            arithmetic.emit(instruction);
            return;
        }
        switch (op) {
            case MOVE -> move(instruction);
            case LOAD_INT,
                    LOAD_CONSTANT,
                    LOAD_UNDEFINED,
                    LOAD_NULL,
                    LOAD_TRUE,
                    LOAD_FALSE,
                    LOAD_EMPTY ->
                    load(instruction);
            case LOAD_UNDEFINED_RANGE -> instruction.forEachWrite(this::loadUndefined);
            case NOT -> not(instruction);
            case EQUAL,
                    NOT_EQUAL,
                    STRICT_EQUAL,
                    STRICT_NOT_EQUAL,
                    LESS,
                    LESS_EQUAL,
                    GREATER,
                    GREATER_EQUAL ->
                    branches.compareToBoolean(instruction);
            case CHECK_TARGET -> calls.checkTarget(instruction);
            case JUMP_IF_NOT_TARGET -> calls.jumpIfNotTarget(instruction);
            case CREATE_THIS -> calls.createThis(instruction);
            case ENTER_FUNCTION -> f.enterFunction(instruction);
            case LEAVE_FUNCTION -> leaveFunction(instruction);
            case JUMP -> f.finish(f.flow.blockAt(instruction.target()));
            case JUMP_IF_TRUE, JUMP_IF_FALSE, LOOP_IF_TRUE, LOOP_IF_FALSE ->
                    branches.truth(instruction);
            case JUMP_IF_UNDEFINED,
                    JUMP_IF_NOT_UNDEFINED,
                    JUMP_IF_NULL,
                    JUMP_IF_NOT_NULL,
                    JUMP_IF_NULLISH,
                    JUMP_IF_NOT_NULLISH,
                    JUMP_IF_EQUAL_NULL,
                    JUMP_IF_NOT_EQUAL_NULL,
                    JUMP_IF_EMPTY ->
                    branches.identity(instruction);
            case JUMP_IF_TYPEOF, JUMP_IF_NOT_TYPEOF -> branches.typeof(instruction);
            case JUMP_IF_STRICT_EQUAL_CONSTANT, JUMP_IF_STRICT_NOT_EQUAL_CONSTANT ->
                    branches.compareWithConstant(instruction);
            case LOOP -> branches.loop(instruction);
            case GET_PROPERTY -> properties.get(instruction);
            case SET_PROPERTY -> properties.set(instruction);
            case DEFINE_PROPERTY -> {
                if (!properties.define(instruction)) {
                    shared(instruction);
                }
            }
            case GET_LENGTH -> elements.getLength(instruction);
            case GET_ELEMENT, GET_ELEMENT_INT -> elements.get(instruction);
            case SET_ELEMENT -> elements.set(instruction);
            case TO_ELEMENT_KEY -> {
                if (!elements.toKey(instruction)) {
                    direct.emit(instruction);
                }
            }
            case GET_SCOPED -> heap.getScoped(instruction, false);
            case GET_SCOPED_CHECKED -> heap.getScoped(instruction, true);
            case SET_SCOPED -> heap.setScoped(instruction, false);
            case SET_SCOPED_CHECKED -> heap.setScoped(instruction, true);
            case GET_GLOBAL -> heap.getGlobal(instruction);
            case PUSH_SCOPE -> heap.pushScope(instruction);
            case POP_SCOPE -> heap.popScope();
            case COPY_SCOPE -> heap.copyScope();
            case LOAD_THIS -> loadThis(instruction);
            case LOAD_THIS_SLOPPY -> loadThisSloppy(instruction);
            case CREATE_CLOSURE,
                    CREATE_OBJECT,
                    CREATE_EMPTY_OBJECT,
                    CREATE_ARRAY,
                    CREATE_CONSTANT_ARRAY,
                    CREATE_REGEXP -> {
                if (!literals.emit(instruction)) {
                    shared(instruction);
                }
            }
            case RESUME -> resume(instruction);
            case YIELD -> {
                if (f.unit().function().async()) {
                    shared(instruction);
                } else {
                    generators.yield(instruction);
                }
            }
            case YIELD_DELEGATE -> generators.delegate(instruction);
            case ITERATOR_CALL_NEXT -> generators.callNext(instruction);
            case GET_PRIVATE -> {
                if (!properties.getPrivate(instruction)) {
                    shared(instruction);
                }
            }
            case SET_PRIVATE, DEFINE_PRIVATE_FIELD -> {
                if (!properties.setPrivate(instruction)) {
                    shared(instruction);
                }
            }
            case SWITCH_INT -> branches.switchInt(instruction);
            case CHECK_INITIALIZED -> {
                if (!f.registers.isNumber(instruction.operand(0))) {
                    direct.emit(instruction);
                }
            }
            case GET_ITERATOR -> iteration.open(instruction);
            case ITERATOR_NEXT -> iteration.next(instruction);
            case ITERATOR_STEP -> iteration.stepOfPattern(instruction);
            case CALL0,
                    CALL1,
                    CALL2,
                    CALL3,
                    CALL_METHOD0,
                    CALL_METHOD1,
                    CALL_METHOD2,
                    CALL_METHOD3,
                    CALL_N,
                    CALL_METHOD_N,
                    CONSTRUCT -> {
                if (!intrinsics.emit(instruction)) {
                    calls.emit(instruction);
                }
            }
            case SUPER_CALL, INITIALIZE_INSTANCE -> calls.emit(instruction);
            case ITERATOR_CLOSE -> iteration.close(instruction);
            case JUMP_IF_ARRAY_ITERATION_CHANGED -> iteration.jumpIfChanged(instruction);
            case CLOSE_ARRAY_ITERATION -> iteration.closeUnmade(instruction);
            case RETURN -> returnValue(instruction);
            default -> {
                if (Relation.jumps(op)) {
                    branches.compareAndJump(instruction);
                } else if (!direct.emit(instruction)) {
                    shared(instruction);
                }
            }
        }
    }

    private void move(Instruction instruction) {
        int source = instruction.operand(1);
        f.registers.move(instruction.operand(0), source, ValueType.orAny(f.current[source]));
    }

    /** LEAVE_FUNCTION dst, value, number. */
    private void leaveFunction(Instruction instruction) {
        f.activation.leave();
        move(instruction);
    }

    private void load(Instruction instruction) {
        int target = instruction.operand(0);
        switch (instruction.op()) {
            case LOAD_INT -> f.loadConstant(target, instruction.operand(1));
            case LOAD_CONSTANT ->
                    f.loadConstant(target, f.unit().constants()[instruction.operand(1)]);
            case LOAD_UNDEFINED -> loadUndefined(target);
            case LOAD_NULL -> {
                f.runtime.pushNull(mv);
                f.registers.storeAny(target);
            }
            case LOAD_TRUE, LOAD_FALSE -> {
                f.runtime.pushBoolean(mv, instruction.op() == Op.LOAD_TRUE);
                f.registers.storeAny(target);
            }
            default -> {
                mv.visitInsn(Opcodes.ACONST_NULL);
                f.registers.storeAny(target);
            }
        }
    }

    private void loadUndefined(int target) {
        RuntimeMethods.pushUndefined(mv);
        f.registers.storeAny(target);
    }

    /** RESUME value, mode, returnTarget. */
    private void resume(Instruction instruction) {
        Label goesOn = new Label();
        instruction.forEachRead(f.registers::box);
        f.registers.pushAny(instruction.operand(1));
        f.runtime.helper(mv, "CoroutineOps", "goesOn", "(Ljava/lang/Object;)Z");
        mv.visitJumpInsn(Opcodes.IFNE, goesOn);
        int[] state = f.registers.snapshot();
        shared(instruction);
        f.registers.restore(state);
        mv.visitLabel(goesOn);
    }

    private void loadThis(Instruction instruction) {
        f.activation.pushSelf();
        f.registers.storeAny(instruction.operand(0));
        f.registers.facts.isThis(instruction.operand(0));
    }

    private void loadThisSloppy(Instruction instruction) {
        Label slow = new Label();
        Label done = new Label();
        int result = f.registers.scratch(SLOPPY_THIS);
        f.activation.pushSelf();
        mv.visitInsn(Opcodes.DUP);
        mv.visitVarInsn(Opcodes.ASTORE, result);
        mv.visitTypeInsn(Opcodes.INSTANCEOF, RuntimeMethods.JS_OBJECT);
        mv.visitJumpInsn(Opcodes.IFEQ, slow);
        f.sharedLater(instruction, result, slow, done);
        mv.visitLabel(done);
        f.registers.storeFrom(result, instruction.operand(0));
    }

    private void not(Instruction instruction) {
        f.registers.pushAny(instruction.operand(1));
        f.runtime.helper(mv, "CompiledCode", "isTrue", "(Ljava/lang/Object;)Z");
        mv.visitInsn(Opcodes.ICONST_1);
        mv.visitInsn(Opcodes.IXOR);
        f.runtime.boxBoolean(mv);
        f.registers.storeAny(instruction.operand(0));
    }

    private void returnValue(Instruction instruction) {
        f.registers.pushAny(instruction.operand(0));
        f.returnValue();
    }

    /**
     * The interpreter's implementation: the op's operands are put into the frame, its results taken
     * from there. Jumps come back as the next pc, a suspension as a negative one.
     */
    private void shared(Instruction instruction) {
        Op op = instruction.op();
        f.activation.needRegisterArray();
        instruction.forEachRead(f.registers::spill);
        boolean suspends = op.has(Effect.SUSPENDS);
        if (suspends) {
            f.spillLiveAfter(instruction);
        }
        f.activation.pushMadeFrameAndPc(instruction);
        f.runtime.helper(mv, "CompiledCode", "execute", "(L" + RuntimeMethods.FRAME + ";I)I");
        if (op.has(Effect.CHANGES_SCOPE)) {
            f.activation.loadScopeOfFrame();
        }
        if (suspends) {
            suspend();
            instruction.forEachWrite(f.registers::definedInFrame);
            return;
        }
        TreeSet<Integer> targets = new TreeSet<>();
        f.flow.forEachJump(instruction, targets::add);
        if (op.has(Effect.TERMINATES) && targets.isEmpty()) {
            mv.visitInsn(Opcodes.POP);
            leave(); // a return; a throw does not come here
            return;
        }
        if (targets.isEmpty()) {
            mv.visitInsn(Opcodes.POP);
            instruction.forEachWrite(f.registers::definedInFrame);
            return;
        }
        dispatch(instruction, targets);
    }

    /** After an op that may suspend: a negative pc leaves the method with the frame's result. */
    private void suspend() {
        Label resumed = new Label();
        mv.visitJumpInsn(Opcodes.IFGE, resumed);
        leave();
        mv.visitLabel(resumed);
    }

    /** Leaves the method with what the op put into the frame as its result. */
    private void leave() {
        f.activation.pushFrame();
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                RuntimeMethods.FRAME,
                "takeResult",
                "()Ljava/lang/Object;",
                false);
        mv.visitInsn(Opcodes.ARETURN);
    }

    /**
     * Jumps by the pc on the stack; a jump leaves the destination as it was, falling through
     * defines it.
     */
    private void dispatch(Instruction instruction, TreeSet<Integer> targets) {
        targets.remove(instruction.next());
        // The interpreter answers with offsets in the function's own bytecode, in the same order.
        int[] keys = targets.stream().mapToInt(f.flow.body()::originalPc).toArray();
        Label[] edges = targets.stream().map(f::edge).toArray(Label[]::new);
        Label next = new Label();
        mv.visitLookupSwitchInsn(next, keys, edges);
        mv.visitLabel(next);
        instruction.forEachWrite(f.registers::definedInFrame);
    }
}
