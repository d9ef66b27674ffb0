package dev.jsj.interp.interpreter;

import static dev.jsj.interp.bytecode.Opcodes.*;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.runtime.value.Undefined;

/**
 * Every op with its full semantics, for what the {@link Step}s' fast paths do not cover: one line
 * per op, each to a static method of the class for its part of the language. HotSpot compiles a
 * switch as a whole, and again when an op comes that it had not seen, so there are several.
 */
final class SlowOps {
    /** What {@link #execute} returns for an op that has left the frame. */
    static final int LEFT = -1;

    private static final int[] LENGTHS = lengths();

    private SlowOps() {}

    /** The length of an instruction. */
    static int length(int op) {
        return LENGTHS[op];
    }

    private static int[] lengths() {
        Op[] ops = Op.values();
        int[] lengths = new int[ops.length];
        for (Op op : ops) {
            lengths[op.opcode()] = op.length();
        }
        return lengths;
    }

    /**
     * Executes the op at {@code pc}; {@code frame.pc} is there already.
     *
     * @return the next pc, or {@link #LEFT} with the result in the frame
     */
    static int execute(Frame frame, int op, int pc) {
        int[] code = frame.code.instructions;
        Object[] r = frame.registers;
        Object[] constants = frame.code.constants;
        int next = pc + LENGTHS[op];
        if (op >= ADD && op <= GREATER_EQUAL) {
            SlowOperators.execute(frame, op, pc);
            return next;
        }
        if (op >= JUMP_IF_TRUE && op <= LOOP_IF_GREATER_EQUAL_INT) {
            return SlowJumps.execute(frame, op, pc, next);
        }
        switch (op) {
            case MOVE -> r[code[pc + 1]] = r[code[pc + 2]];
            case LOAD_UNDEFINED_RANGE ->
                    java.util.Arrays.fill(
                            r, code[pc + 1], code[pc + 1] + code[pc + 2], Undefined.UNDEFINED);

            case JUMP_IF_EQUAL_NULL -> {
                return ComparisonOps.isEqualNull(r[code[pc + 1]]) ? code[pc + 2] : next;
            }
            case JUMP_IF_NOT_EQUAL_NULL -> {
                return ComparisonOps.isEqualNull(r[code[pc + 1]]) ? next : code[pc + 2];
            }

            case GET_PROPERTY ->
                    r[code[pc + 1]] =
                            PropertyOps.get(
                                    frame,
                                    pc,
                                    r[code[pc + 2]],
                                    constants[code[pc + 3]],
                                    code[pc + 4]);
            case GET_LENGTH ->
                    r[code[pc + 1]] = PropertyOps.length(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case SET_PROPERTY -> PropertyOps.set(frame, pc, r[code[pc + 1]], r[code[pc + 3]]);
            case GET_ELEMENT ->
                    r[code[pc + 1]] = ElementOps.get(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case GET_ELEMENT_INT ->
                    r[code[pc + 1]] = ElementOps.get(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case SET_ELEMENT ->
                    ElementOps.set(frame, pc, r[code[pc + 1]], r[code[pc + 2]], r[code[pc + 3]]);

            case GET_SCOPED_CHECKED -> ScopeOps.getChecked(frame, pc);
            case SET_SCOPED_CHECKED -> ScopeOps.setChecked(frame, pc);
            case GET_GLOBAL -> GlobalOps.get(frame, pc);
            case SET_GLOBAL -> GlobalOps.set(frame, pc);
            case PUSH_SCOPE -> ScopeOps.push(frame, pc);
            case UNWIND_SCOPE -> ScopeOps.unwind(frame, pc);
            case CHECK_INITIALIZED -> {
                if (r[code[pc + 1]] == null) {
                    throw ScopeOps.uninitialized(frame, pc, constants[code[pc + 2]]);
                }
            }
            case POP_SCOPE -> frame.scope = (Object[]) frame.scope[0];
            case COPY_SCOPE -> frame.scope = frame.scope.clone();

            case CREATE_CLOSURE -> LiteralOps.closure(frame, pc);
            case CREATE_EMPTY_OBJECT -> LiteralOps.emptyObject(frame, pc);
            case CREATE_OBJECT -> LiteralOps.object(frame, pc);
            case CREATE_ARRAY -> LiteralOps.array(frame, pc);
            case CREATE_CONSTANT_ARRAY -> LiteralOps.constantArray(frame, pc);
            case ARRAY_APPEND -> LiteralOps.append(frame, pc);
            case ARRAY_APPEND_HOLE -> LiteralOps.appendHole(frame, pc);

            case LOAD_FUNCTION -> r[code[pc + 1]] = frame.function;
            case LOAD_NEW_TARGET ->
                    r[code[pc + 1]] =
                            frame.newTarget == null ? Undefined.UNDEFINED : frame.newTarget;
            case LOAD_THIS_SLOPPY -> OperatorOps.loadThisSloppy(frame, pc);
            case TYPEOF -> OperatorOps.typeof(frame, pc);
            case INSTANCEOF -> InstanceOfOps.instanceOf(frame, pc);
            case IN -> OperatorOps.in(frame, pc);
            case TO_STRING -> OperatorOps.toString(frame, pc);
            case CONCAT -> OperatorOps.concat(frame, pc);
            case TO_PROPERTY_KEY -> OperatorOps.toPropertyKey(frame, pc);
            case TO_ELEMENT_KEY -> OperatorOps.toElementKey(frame, pc);
            case CHECK_OBJECT_COERCIBLE -> OperatorOps.checkObjectCoercible(frame, pc);
            case CHECK_THIS -> OperatorOps.checkThis(frame, pc);
            case CHECK_THIS_UNBOUND -> OperatorOps.checkThisUnbound(frame, pc);
            case SWITCH_INT -> {
                return OperatorOps.switchInt(frame, pc, next);
            }
            case SWITCH_STRING -> {
                return OperatorOps.switchString(frame, pc, next);
            }
            case THROW -> throw OperatorOps.throwValue(frame, pc);
            case RETHROW -> throw OperatorOps.rethrow(frame, pc);
            case RETURN_DERIVED -> {
                frame.result = OperatorOps.returnDerived(frame, pc);
                frame.leave();
                return LEFT;
            }

            case CREATE_GENERATOR -> {
                return CoroutineOps.createGenerator(frame, pc);
            }
            case YIELD -> {
                return CoroutineOps.yield_(frame, pc);
            }
            case YIELD_DELEGATE -> {
                return CoroutineOps.yieldDelegate(frame, pc);
            }
            case RESUME -> {
                return CoroutineOps.resume(frame, pc);
            }
            case AWAIT -> {
                return CoroutineOps.await_(frame, pc);
            }
            case AWAIT_CATCH -> {
                return CoroutineOps.awaitCatch(frame, pc);
            }

            case GET_ITERATOR -> IterationOps.getIterator(frame, pc);
            case GET_ASYNC_ITERATOR -> IterationOps.getAsyncIterator(frame, pc);
            case ITERATOR_STEP -> IterationOps.iteratorStep(frame, pc);
            case ITERATOR_REST -> IterationOps.iteratorRest(frame, pc);
            case ARRAY_SPREAD -> IterationOps.arraySpread(frame, pc);
            case ITERATOR_CLOSE -> IterationOps.iteratorClose(frame, pc);
            case ITERATOR_CLOSE_SILENTLY -> IterationOps.iteratorCloseSilently(frame, pc);
            case ITERATOR_CALL_NEXT -> IterationOps.iteratorCallNext(frame, pc);
            case CHECK_ITERATOR_RESULT -> IterationOps.checkIteratorResult(frame, pc);
            case ITERATOR_GET_METHOD -> IterationOps.iteratorGetMethod(frame, pc);
            case ITERATOR_GET_OBJECT -> IterationOps.iteratorGetObject(frame, pc);
            case ITERATOR_SET_DONE -> IterationOps.iteratorSetDone(frame, pc);
            case FOR_IN_PREPARE -> IterationOps.forInPrepare(frame, pc);
            case CALL_SPREAD -> SpreadOps.callSpread(frame, pc);
            case CONSTRUCT_SPREAD -> SpreadOps.constructSpread(frame, pc);
            case GET_SUPER_CONSTRUCTOR -> SpreadOps.getSuperConstructor(frame, pc);
            case SUPER_CALL -> SpreadOps.superCall(frame, pc);
            case SUPER_CALL_SPREAD -> SpreadOps.superCallSpread(frame, pc);
            case SUPER_CALL_FORWARD -> SpreadOps.superCallForward(frame, pc);
            case CREATE_MAPPED_ARGUMENTS -> ArgumentsOps.createMappedArguments(frame, pc);
            case CREATE_UNMAPPED_ARGUMENTS -> ArgumentsOps.createUnmappedArguments(frame, pc);
            case CREATE_REST -> ArgumentsOps.createRest(frame, pc);
            case INITIALIZE_INSTANCE -> ClassOps.initializeInstance(frame, pc);
            case DEFINE_PROPERTY -> PropertyOps.define(frame, pc);
            case GET_PRIVATE -> PrivateOps.getPrivate(frame, pc);
            case SET_PRIVATE -> PrivateOps.setPrivate(frame, pc);
            case DEFINE_PRIVATE_FIELD -> PrivateOps.definePrivateField(frame, pc);
            case ITERATOR_NEXT -> {
                return IterationOps.iteratorNext(frame, pc, next);
            }
            case ITERATOR_UNPACK -> {
                return IterationOps.iteratorUnpack(frame, pc, next);
            }
            case JUMP_IF_ARRAY_ITERATION_CHANGED -> {
                return IterationOps.arraysIterateAsMade(frame.function)
                        ? next
                        : frame.code.instructions[pc + 1];
            }
            case CLOSE_ARRAY_ITERATION -> IterationOps.closeArrayIteration(frame, pc);
            case JUMP_IF_ITERATOR_DONE -> {
                return IterationOps.jumpIfIteratorDone(frame, pc, next);
            }
            case FOR_IN_NEXT -> {
                return IterationOps.forInNext(frame, pc, next);
            }
            default -> {
                return RareOps.execute(frame, op, pc, next);
            }
        }
        return next;
    }
}
