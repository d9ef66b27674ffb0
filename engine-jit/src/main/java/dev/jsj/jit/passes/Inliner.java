package dev.jsj.jit.passes;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.ExceptionHandler;
import dev.jsj.interp.bytecode.FeedbackKind;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.OpTrait.Effect;
import dev.jsj.interp.bytecode.Operand;
import dev.jsj.interp.bytecode.StringSwitch;
import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.jit.ir.Activation;
import dev.jsj.jit.ir.Body;
import dev.jsj.jit.ir.Call;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.EntryPoint;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.runtime.function.FunctionCode;
import dev.jsj.runtime.function.ScriptFunction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the bytecode of small functions where they are called, as far as the call feedback knows
 * only one target. Inlined code has no frame of its own until something needs one. A guard that
 * fails in it makes that frame and has the interpreter run the function to its end; then the caller
 * is left behind the call, and so on outwards.
 *
 * <p>A call becomes: {@code CHECK_TARGET}, moves of the arguments to the parameters, {@code
 * ENTER_FUNCTION}, the function with {@code LEAVE_FUNCTION} for every return.
 */
public final class Inliner {
    /** Longer functions (in ints of bytecode) are called. */
    private static final int MAX_CALLEE = 80;

    /** A body grows by no more than this, but for functions of {@link #TINY}. */
    private static final int MAX_GROWTH = 250;

    /** Functions that are hardly more than their call. */
    private static final int TINY = 30;

    /** The same for the several functions that one call site calls. */
    private static final int MAX_OF_SEVERAL = 40;

    private static final int MAX_DEPTH = 6;

    private int[] code = new int[256];
    private int[] activationAt = new int[256];
    private int[] originalPcs = new int[256];
    private int length;

    private final List<Object> constants = new ArrayList<>();
    private final List<Activation> activations = new ArrayList<>();
    private final List<ExceptionHandler> handlers = new ArrayList<>();
    private final Map<ScriptCode, BitSet> liveAtStart = new HashMap<>();
    private int[] counters = {};
    private Object[] caches = {};
    private int registerCount;
    private int growth;

    private Inliner() {}

    /**
     * The body of a function, with what is worth inlining; to be called on the agent's thread,
     * which changes the feedback.
     */
    public static Body inline(ScriptCode code) {
        Inliner inliner = new Inliner();
        inliner.add(inliner.activation(null, code, null, null), -1);
        return inliner.activations.size() == 1 ? Body.of(code) : inliner.body();
    }

    private Body body() {
        Activation outermost = activations.get(0);
        CodeUnit original = outermost.code().unit();
        CodeUnit unit =
                new CodeUnit(
                        original.function(),
                        Arrays.copyOf(code, length),
                        constants.toArray(),
                        original.functions(),
                        registerCount,
                        original.parameterCount(),
                        original.needsArguments(),
                        new FeedbackKind[counters.length],
                        new FeedbackKind[caches.length],
                        handlers,
                        original.positions(),
                        List.of());
        return new Body(
                unit,
                counters,
                caches,
                activations,
                Arrays.copyOf(activationAt, length),
                Arrays.copyOf(originalPcs, length));
    }

    private Activation activation(
            @Nullable Activation caller,
            ScriptCode callee,
            @Nullable ScriptFunction function,
            @Nullable Instruction call) {
        Activation activation =
                new Activation(
                        activations.size(),
                        caller,
                        callee,
                        function,
                        call,
                        registerCount,
                        counters.length,
                        caches.length);
        activations.add(activation);
        registerCount += callee.unit().registerCount();
        int[] counted = callee.counters();
        counters = Arrays.copyOf(counters, counters.length + counted.length);
        System.arraycopy(counted, 0, counters, activation.firstCounter(), counted.length);
        Object[] seen = callee.caches();
        caches = Arrays.copyOf(caches, caches.length + seen.length);
        System.arraycopy(seen, 0, caches, activation.firstCache(), seen.length);
        return activation;
    }

    // ---- one function

    /** Where the jumps of a function go, once all its instructions have their place. */
    private final class Jumps {
        private final Map<Integer, Integer> places = new HashMap<>();
        private final BitSet operands = new BitSet();
        private final List<Runnable> tables = new ArrayList<>();

        void placed(int originalPc) {
            places.put(originalPc, length);
        }

        int place(int originalPc) {
            return places.get(originalPc);
        }

        void resolve() {
            operands.stream().forEach(at -> code[at] = place(code[at]));
            tables.forEach(Runnable::run);
        }
    }

    /**
     * Appends the code of an activation.
     *
     * @param self the register of the body with its this value; -1 for the outermost
     */
    private void add(Activation activation, int self) {
        CodeUnit unit = activation.code().unit();
        int firstConstant = constants.size();
        constants.addAll(Arrays.asList(unit.constants()));
        Jumps jumps = new Jumps();
        BitSet returns = new BitSet();
        for (int pc = 0; pc < unit.code().length; ) {
            Instruction instruction = Instruction.at(unit.code(), pc);
            jumps.placed(pc);
            pc = instruction.next();
            if (activation.number() > 0 && instruction.op() == Op.RETURN) {
                leave(activation, instruction, pc < unit.code().length, returns);
            } else if (activation.number() > 0 && instruction.op() == Op.LOAD_THIS) {
                int target = activation.firstRegister() + instruction.operand(0);
                emit(activation, instruction.pc(), Op.MOVE, target, self);
            } else if (!inlineCall(activation, instruction)) {
                BitSet ends = inlineSome(activation, instruction);
                copy(activation, instruction, firstConstant, jumps);
                ends.stream().forEach(at -> code[at] = length);
            }
        }
        jumps.placed(unit.code().length);
        jumps.resolve();
        returns.stream().forEach(at -> code[at] = length);
        for (ExceptionHandler handler : unit.handlers()) {
            handlers.add(
                    new ExceptionHandler(
                            jumps.place(handler.start()),
                            jumps.place(handler.end()),
                            jumps.place(handler.handler()),
                            handler.register(),
                            handler.rethrows()));
        }
    }

    private void copy(
            Activation activation, Instruction instruction, int firstConstant, Jumps jumps) {
        Op op = instruction.op();
        int[] operands = new int[op.operandKinds().size()];
        for (int i = 0; i < operands.length; i++) {
            operands[i] =
                    instruction.operand(i)
                            + switch (op.operandKinds().get(i)) {
                                case DST, SRC, RANGE, DST_RANGE, DST_PAIR ->
                                        activation.firstRegister();
                                case CONSTANT -> firstConstant;
                                case FEEDBACK ->
                                        op.feedback().storage() == FeedbackKind.Storage.COUNTERS
                                                ? activation.firstCounter()
                                                : activation.firstCache();
                                case TARGET -> {
                                    jumps.operands.set(length + 1 + i);
                                    yield 0;
                                }
                                default -> 0;
                            };
        }
        if (op == Op.SWITCH_INT) {
            int table = operands[2];
            int[] targets = ((int[]) constants.get(table)).clone();
            constants.set(table, targets);
            jumps.tables.add(
                    () ->
                            Arrays.setAll(
                                    targets, k -> targets[k] == 0 ? 0 : jumps.place(targets[k])));
        } else if (op == Op.SWITCH_STRING) {
            int table = operands[1];
            StringSwitch old = (StringSwitch) constants.get(table);
            jumps.tables.add(() -> constants.set(table, moved(old, jumps)));
        }
        emit(activation, instruction.pc(), op, operands);
    }

    private static StringSwitch moved(StringSwitch table, Jumps jumps) {
        Map<String, Integer> targets = new HashMap<>();
        table.targets().forEach((text, target) -> targets.put(text, jumps.place(target)));
        return new StringSwitch(targets);
    }

    private void emit(Activation activation, int originalPc, Op op, int... operands) {
        if (length + op.length() > code.length) {
            int capacity = code.length * 2;
            code = Arrays.copyOf(code, capacity);
            activationAt = Arrays.copyOf(activationAt, capacity);
            originalPcs = Arrays.copyOf(originalPcs, capacity);
        }
        Arrays.fill(activationAt, length, length + op.length(), activation.number());
        Arrays.fill(originalPcs, length, length + op.length(), -1);
        originalPcs[length] = originalPc;
        code[length] = op.opcode();
        System.arraycopy(operands, 0, code, length + 1, operands.length);
        length += op.length();
    }

    // ---- calls

    /** The targets that a call has had, as its cache knows them; null for what is no call. */
    private @Nullable Object targets(Activation caller, Instruction instruction) {
        return Call.of(instruction) == null
                ? null
                : caches[caller.firstCache() + instruction.feedback()];
    }

    /** Puts the only callee in the place of a call; false, and nothing emitted, if it is no use. */
    private boolean inlineCall(Activation caller, Instruction instruction) {
        Object target = targets(caller, instruction);
        ScriptFunction function = target instanceof ScriptFunction known ? known : null;
        Object code = function != null ? function.code() : target;
        if (!(code instanceof ScriptCode callee)
                || function == null && instruction.op() == Op.CONSTRUCT
                || !canInline(caller, instruction, callee)) {
            return false;
        }
        int register = caller.firstRegister() + instruction.operand(1);
        emit(caller, instruction.pc(), Op.CHECK_TARGET, register, constant(target));
        addCallee(caller, instruction, callee, function);
        return true;
    }

    /**
     * Of the few functions that a call site has called, tries those worth inlining; the call that
     * follows is for all others.
     *
     * @return the operands of the jumps behind the call
     */
    private BitSet inlineSome(Activation caller, Instruction instruction) {
        BitSet ends = new BitSet();
        if (!(targets(caller, instruction) instanceof FunctionCode[] targets)) {
            return ends;
        }
        int pc = instruction.pc();
        int register = caller.firstRegister() + instruction.operand(1);
        for (FunctionCode target : targets) {
            if (target instanceof ScriptCode callee
                    && callee.unit().code().length <= MAX_OF_SEVERAL
                    && canInline(caller, instruction, callee)) {
                emit(caller, pc, Op.JUMP_IF_NOT_TARGET, register, constant(callee), -1);
                int next = length - 1;
                addCallee(caller, instruction, callee, null);
                emit(caller, pc, Op.JUMP, -1);
                ends.set(length - 1);
                code[next] = length;
            }
        }
        return ends;
    }

    private int constant(Object value) {
        constants.add(value);
        return constants.size() - 1;
    }

    private boolean canInline(Activation caller, Instruction instruction, ScriptCode callee) {
        return isWorthwhile(caller, callee)
                && isInlinable(callee, instruction.op() == Op.CONSTRUCT);
    }

    /** The callee, behind the check that it is the one. */
    private void addCallee(
            Activation caller,
            Instruction instruction,
            ScriptCode callee,
            @Nullable ScriptFunction function) {
        growth += callee.unit().code().length;
        Call call = Call.of(instruction).movedUp(caller.firstRegister());
        Activation activation = activation(caller, callee, function, instruction);
        int pc = instruction.pc();
        int self = call.receiver();
        if (self < 0) {
            self = registerCount++;
            if (instruction.op() == Op.CONSTRUCT) {
                emit(caller, pc, Op.CREATE_THIS, self, call.callee());
            } else {
                emit(caller, pc, Op.LOAD_UNDEFINED, self);
            }
        }
        passArguments(activation, call, pc);
        emit(caller, pc, Op.ENTER_FUNCTION, call.callee(), self, activation.number());
        add(activation, self);
    }

    private void passArguments(Activation activation, Call call, int pc) {
        CodeUnit unit = activation.code().unit();
        BitSet live = (BitSet) liveAtStart(activation.code()).clone();
        Activation caller = activation.caller();
        int count = call.arguments().length;
        for (int i = 0; i < count; i++) {
            // also what no parameter takes: if it is left here, the call is made with it
            int parameter =
                    i < unit.parameterCount() ? activation.firstRegister() + i : registerCount++;
            emit(caller, pc, Op.MOVE, parameter, call.arguments()[i]);
        }
        live.clear(0, Math.min(count, unit.parameterCount()));
        for (int i = live.nextSetBit(0); i >= 0; i = live.nextSetBit(i + 1)) {
            Op op = i < unit.parameterCount() ? Op.LOAD_UNDEFINED : Op.LOAD_EMPTY;
            emit(caller, pc, op, activation.firstRegister() + i);
        }
    }

    private BitSet liveAtStart(ScriptCode callee) {
        return liveAtStart.computeIfAbsent(
                callee,
                code -> {
                    ControlFlow flow = ControlFlow.of(Body.of(code));
                    Liveness.run(flow);
                    return flow.blockAt(0).live().in();
                });
    }

    private boolean isWorthwhile(Activation caller, ScriptCode callee) {
        int size = callee.unit().code().length;
        return size <= MAX_CALLEE
                && (size <= TINY || growth + size <= MAX_GROWTH)
                && growth <= 2 * MAX_GROWTH
                && caller.depth() < MAX_DEPTH
                && !caller.isRunning(callee);
    }

    private static boolean isInlinable(ScriptCode callee, boolean construct) {
        if (!(construct ? callee.isDirectConstructor() : callee.isDirect())
                || EntryPoint.forCalls(callee).kind() != EntryPoint.Kind.CALL) {
            return false;
        }
        CodeUnit unit = callee.unit();
        if (!unit.handlers().isEmpty()) {
            return false;
        }
        Instruction before = null;
        for (int pc = 0; pc < unit.code().length; ) {
            Instruction instruction = Instruction.at(unit.code(), pc);
            Op op = instruction.op();
            if (instruction.isBackEdge()
                    || op.has(Effect.CHANGES_SCOPE)
                    || op.operandKinds().contains(Operand.FUNCTION)
                    || op == Op.RETURN_DERIVED
                    || op == Op.CALL_EVAL
                    || op == Op.CALL_EVAL_SPREAD
                    || construct && op == Op.RETURN && !isUndefined(before, instruction)) {
                return false;
            }
            before = instruction;
            pc = instruction.next();
        }
        return true;
    }

    private static boolean isUndefined(@Nullable Instruction load, Instruction use) {
        return load != null && load.op() == Op.LOAD_UNDEFINED && load.operand(0) == use.operand(0);
    }

    /** A return: of the new object in a constructor, which returns nothing else. */
    private void leave(
            Activation activation, Instruction instruction, boolean jumps, BitSet returns) {
        Activation caller = activation.caller();
        int result = caller.firstRegister() + activation.call().operand(0);
        int value =
                activation.isConstruction()
                        ? activation.endRegister()
                        : activation.firstRegister() + instruction.operand(0);
        emit(activation, instruction.pc(), Op.LEAVE_FUNCTION, result, value, activation.number());
        if (jumps) {
            returns.set(length + 1);
            emit(activation, instruction.pc(), Op.JUMP, -1);
        }
    }
}
