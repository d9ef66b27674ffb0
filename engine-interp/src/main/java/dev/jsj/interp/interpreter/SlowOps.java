package dev.jsj.interp.interpreter;

import static dev.jsj.interp.bytecode.Opcodes.*;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

/**
 * Every op with its full semantics, for what {@link Interpreter}'s fast paths do not cover: one
 * line per op, each to a static method of the class for its part of the language.
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
        switch (op) {
            case MOVE -> r[code[pc + 1]] = r[code[pc + 2]];
            case LOAD_UNDEFINED_RANGE ->
                    java.util.Arrays.fill(
                            r, code[pc + 1], code[pc + 1] + code[pc + 2], Undefined.UNDEFINED);

            case ADD -> ArithmeticOps.add(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case ADD_INT -> ArithmeticOps.add(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case SUB -> ArithmeticOps.subtract(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case SUB_INT -> ArithmeticOps.subtract(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case MUL -> ArithmeticOps.multiply(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case MUL_INT -> ArithmeticOps.multiply(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case DIV -> ArithmeticOps.divide(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case DIV_INT -> ArithmeticOps.divide(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case MOD -> ArithmeticOps.remainder(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case MOD_INT -> ArithmeticOps.remainder(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case EXP -> ArithmeticOps.exponentiate(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case BIT_AND -> ArithmeticOps.bitwiseAnd(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case BIT_AND_INT -> ArithmeticOps.bitwiseAnd(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case BIT_OR -> ArithmeticOps.bitwiseOr(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case BIT_OR_INT -> ArithmeticOps.bitwiseOr(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case BIT_XOR -> ArithmeticOps.bitwiseXor(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case BIT_XOR_INT -> ArithmeticOps.bitwiseXor(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case SHIFT_LEFT -> ArithmeticOps.leftShift(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case SHIFT_LEFT_INT ->
                    ArithmeticOps.leftShift(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case SHIFT_RIGHT ->
                    ArithmeticOps.signedRightShift(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case SHIFT_RIGHT_INT ->
                    ArithmeticOps.signedRightShift(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case SHIFT_RIGHT_UNSIGNED ->
                    ArithmeticOps.unsignedRightShift(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case SHIFT_RIGHT_UNSIGNED_INT ->
                    ArithmeticOps.unsignedRightShift(frame, pc, r[code[pc + 2]], code[pc + 3]);
            case INC -> ArithmeticOps.increment(frame, pc);
            case DEC -> ArithmeticOps.decrement(frame, pc);
            case NEGATE -> ArithmeticOps.negate(frame, pc);
            case BIT_NOT -> ArithmeticOps.bitwiseNot(frame, pc);
            case TO_NUMBER -> ArithmeticOps.toNumber(frame, pc);
            case TO_NUMERIC -> ArithmeticOps.toNumeric(frame, pc);
            case NOT -> OperatorOps.not(frame, pc);

            case EQUAL ->
                    r[code[pc + 1]] =
                            ComparisonOps.equal(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case NOT_EQUAL ->
                    r[code[pc + 1]] =
                            !ComparisonOps.equal(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case STRICT_EQUAL ->
                    r[code[pc + 1]] =
                            ComparisonOps.strictEqual(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case STRICT_NOT_EQUAL ->
                    r[code[pc + 1]] =
                            !ComparisonOps.strictEqual(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case LESS ->
                    r[code[pc + 1]] =
                            ComparisonOps.less(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case LESS_EQUAL ->
                    r[code[pc + 1]] =
                            ComparisonOps.lessEqual(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case GREATER ->
                    r[code[pc + 1]] =
                            ComparisonOps.greater(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);
            case GREATER_EQUAL ->
                    r[code[pc + 1]] =
                            ComparisonOps.greaterEqual(frame, pc, r[code[pc + 2]], r[code[pc + 3]]);

            case JUMP_IF_TRUE, JUMP_IF_FALSE -> {
                if (TypeConversion.toBoolean(r[code[pc + 1]]) == (op == JUMP_IF_TRUE)) {
                    frame.code.counters[code[pc + 3]]++;
                    return code[pc + 2];
                }
                frame.code.counters[code[pc + 3] + 1]++;
            }
            case JUMP_IF_LESS -> {
                return branch(
                        frame, pc, ComparisonOps.less(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case JUMP_IF_NOT_LESS -> {
                return branch(
                        frame,
                        pc,
                        !ComparisonOps.less(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case JUMP_IF_LESS_INT -> {
                return branch(
                        frame, pc, ComparisonOps.less(frame, pc, r[code[pc + 1]], code[pc + 2]));
            }
            case JUMP_IF_NOT_LESS_INT -> {
                return branch(
                        frame, pc, !ComparisonOps.less(frame, pc, r[code[pc + 1]], code[pc + 2]));
            }
            case JUMP_IF_LESS_EQUAL -> {
                return branch(
                        frame,
                        pc,
                        ComparisonOps.lessEqual(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case JUMP_IF_NOT_LESS_EQUAL -> {
                return branch(
                        frame,
                        pc,
                        !ComparisonOps.lessEqual(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case JUMP_IF_LESS_EQUAL_INT -> {
                return branch(
                        frame,
                        pc,
                        ComparisonOps.lessEqual(frame, pc, r[code[pc + 1]], code[pc + 2]));
            }
            case JUMP_IF_NOT_LESS_EQUAL_INT -> {
                return branch(
                        frame,
                        pc,
                        !ComparisonOps.lessEqual(frame, pc, r[code[pc + 1]], code[pc + 2]));
            }
            case JUMP_IF_GREATER -> {
                return branch(
                        frame,
                        pc,
                        ComparisonOps.greater(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case JUMP_IF_NOT_GREATER -> {
                return branch(
                        frame,
                        pc,
                        !ComparisonOps.greater(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case JUMP_IF_GREATER_INT -> {
                return branch(
                        frame, pc, ComparisonOps.greater(frame, pc, r[code[pc + 1]], code[pc + 2]));
            }
            case JUMP_IF_NOT_GREATER_INT -> {
                return branch(
                        frame,
                        pc,
                        !ComparisonOps.greater(frame, pc, r[code[pc + 1]], code[pc + 2]));
            }
            case JUMP_IF_GREATER_EQUAL -> {
                return branch(
                        frame,
                        pc,
                        ComparisonOps.greaterEqual(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case JUMP_IF_NOT_GREATER_EQUAL -> {
                return branch(
                        frame,
                        pc,
                        !ComparisonOps.greaterEqual(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case JUMP_IF_GREATER_EQUAL_INT -> {
                return branch(
                        frame,
                        pc,
                        ComparisonOps.greaterEqual(frame, pc, r[code[pc + 1]], code[pc + 2]));
            }
            case JUMP_IF_NOT_GREATER_EQUAL_INT -> {
                return branch(
                        frame,
                        pc,
                        !ComparisonOps.greaterEqual(frame, pc, r[code[pc + 1]], code[pc + 2]));
            }
            case JUMP_IF_EQUAL -> {
                return branch(
                        frame,
                        pc,
                        ComparisonOps.equal(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case JUMP_IF_NOT_EQUAL -> {
                return branch(
                        frame,
                        pc,
                        !ComparisonOps.equal(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case JUMP_IF_EQUAL_INT -> {
                return branch(
                        frame, pc, ComparisonOps.equal(frame, pc, r[code[pc + 1]], code[pc + 2]));
            }
            case JUMP_IF_NOT_EQUAL_INT -> {
                return branch(
                        frame, pc, !ComparisonOps.equal(frame, pc, r[code[pc + 1]], code[pc + 2]));
            }
            case JUMP_IF_STRICT_EQUAL -> {
                return branch(
                        frame,
                        pc,
                        ComparisonOps.strictEqual(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case JUMP_IF_STRICT_NOT_EQUAL -> {
                return branch(
                        frame,
                        pc,
                        !ComparisonOps.strictEqual(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case JUMP_IF_STRICT_EQUAL_INT -> {
                return branch(
                        frame,
                        pc,
                        ComparisonOps.strictEqual(frame, pc, r[code[pc + 1]], code[pc + 2]));
            }
            case JUMP_IF_STRICT_NOT_EQUAL_INT -> {
                return branch(
                        frame,
                        pc,
                        !ComparisonOps.strictEqual(frame, pc, r[code[pc + 1]], code[pc + 2]));
            }
            case JUMP_IF_STRICT_EQUAL_CONSTANT -> {
                return branch(
                        frame,
                        pc,
                        ComparisonOps.isString(r[code[pc + 1]], constants[code[pc + 2]]));
            }
            case JUMP_IF_STRICT_NOT_EQUAL_CONSTANT -> {
                return branch(
                        frame,
                        pc,
                        !ComparisonOps.isString(r[code[pc + 1]], constants[code[pc + 2]]));
            }
            case JUMP_IF_NULL -> {
                return r[code[pc + 1]] == Null.NULL ? code[pc + 2] : next;
            }
            case JUMP_IF_NOT_NULL -> {
                return r[code[pc + 1]] != Null.NULL ? code[pc + 2] : next;
            }
            case JUMP_IF_EQUAL_NULL -> {
                return ComparisonOps.isEqualNull(r[code[pc + 1]]) ? code[pc + 2] : next;
            }
            case JUMP_IF_NOT_EQUAL_NULL -> {
                return ComparisonOps.isEqualNull(r[code[pc + 1]]) ? next : code[pc + 2];
            }
            case JUMP_IF_TYPEOF, JUMP_IF_NOT_TYPEOF -> {
                if (ComparisonOps.isTypeof(r[code[pc + 1]], code[pc + 2])
                        == (op == JUMP_IF_TYPEOF)) {
                    frame.code.counters[code[pc + 4]]++;
                    return code[pc + 3];
                }
                frame.code.counters[code[pc + 4] + 1]++;
            }
            case LOOP_IF_TRUE, LOOP_IF_FALSE -> {
                if (TypeConversion.toBoolean(r[code[pc + 1]]) == (op == LOOP_IF_TRUE)) {
                    frame.code.counters[code[pc + 3]]++;
                    return backEdge(frame, code[pc + 2]);
                }
            }
            case LOOP_IF_LESS -> {
                return loop(
                        frame, pc, ComparisonOps.less(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case LOOP_IF_LESS_INT -> {
                return loop(
                        frame, pc, ComparisonOps.less(frame, pc, r[code[pc + 1]], code[pc + 2]));
            }
            case LOOP_IF_LESS_EQUAL -> {
                return loop(
                        frame,
                        pc,
                        ComparisonOps.lessEqual(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case LOOP_IF_LESS_EQUAL_INT -> {
                return loop(
                        frame,
                        pc,
                        ComparisonOps.lessEqual(frame, pc, r[code[pc + 1]], code[pc + 2]));
            }
            case LOOP_IF_GREATER -> {
                return loop(
                        frame,
                        pc,
                        ComparisonOps.greater(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case LOOP_IF_GREATER_INT -> {
                return loop(
                        frame, pc, ComparisonOps.greater(frame, pc, r[code[pc + 1]], code[pc + 2]));
            }
            case LOOP_IF_GREATER_EQUAL -> {
                return loop(
                        frame,
                        pc,
                        ComparisonOps.greaterEqual(frame, pc, r[code[pc + 1]], r[code[pc + 2]]));
            }
            case LOOP_IF_GREATER_EQUAL_INT -> {
                return loop(
                        frame,
                        pc,
                        ComparisonOps.greaterEqual(frame, pc, r[code[pc + 1]], code[pc + 2]));
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
            case CREATE_REGEXP -> LiteralOps.regExp(frame, pc);
            case GET_TEMPLATE_OBJECT -> LiteralOps.templateObject(frame, pc);

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
            case DELETE_ELEMENT -> OperatorOps.deleteElement(frame, pc);
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
            case THROW_ERROR -> throw OperatorOps.throwError(frame, pc);
            case THROW_CONST_ASSIGNMENT ->
                    throw Errors.typeError("Assignment to constant variable.");
            case DEBUGGER -> {}
            case RETURN_DERIVED -> {
                frame.result = OperatorOps.returnDerived(frame, pc);
                frame.leave();
                return LEFT;
            }

            case RESOLVE_NAME -> NameOps.resolve(frame, pc);
            case GET_NAME -> NameOps.get(frame, pc);
            case GET_NAME_OR_UNDEFINED -> NameOps.getOrUndefined(frame, pc);
            case GET_NAME_FOR_CALL -> NameOps.getForCall(frame, pc);
            case GET_REFERENCE -> NameOps.getReference(frame, pc);
            case SET_REFERENCE -> NameOps.setReference(frame, pc);
            case DELETE_NAME -> NameOps.delete(frame, pc);
            case GET_GLOBAL_OR_UNDEFINED -> GlobalOps.getOrUndefined(frame, pc);
            case INITIALIZE_GLOBAL -> GlobalOps.initialize(frame, pc);
            case DECLARE_GLOBALS -> DeclarationOps.declareGlobals(frame, pc);
            case DECLARE_EVAL_VARIABLES -> DeclarationOps.declareEvalVariables(frame, pc);
            case SET_VARIABLE -> DeclarationOps.setVariable(frame, pc);
            case PUSH_WITH -> ScopeOps.pushWith(frame, pc);
            case CALL_EVAL -> EvalOps.callEval(frame, pc);
            case CALL_EVAL_SPREAD -> EvalOps.callEvalSpread(frame, pc);

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
            case CREATE_DISPOSE_STACK -> DisposeOps.createDisposeStack(frame, pc);
            case ADD_DISPOSABLE -> DisposeOps.addDisposable(frame, pc);
            case DISPOSE_RESOURCES -> DisposeOps.disposeResources(frame, pc);
            case DISPOSE_BEGIN -> DisposeOps.disposeBegin(frame, pc);
            case DISPOSE_STEP -> {
                return DisposeOps.disposeStep(frame, pc);
            }
            case DISPOSE_SETTLE -> DisposeOps.disposeSettle(frame, pc);
            case DISPOSE_END -> DisposeOps.disposeEnd(frame, pc);
            case GET_IMPORT -> ModuleOps.getImport(frame, pc);
            case IMPORT_META -> ModuleOps.importMeta(frame, pc);
            case IMPORT_CALL -> ModuleOps.importCall(frame, pc);

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
            case CREATE_CLASS -> ClassOps.createClass(frame, pc);
            case SET_CLASS_INITIALIZER -> ClassOps.setClassInitializer(frame, pc);
            case SET_FIELD_KEY -> ClassOps.setFieldKey(frame, pc);
            case GET_FIELD_KEY -> ClassOps.getFieldKey(frame, pc);
            case INITIALIZE_INSTANCE -> ClassOps.initializeInstance(frame, pc);
            case DEFINE_PROPERTY -> PropertyOps.define(frame, pc);
            case DEFINE_ELEMENT -> ClassOps.defineElement(frame, pc);
            case DEFINE_METHOD -> ClassOps.defineMethod(frame, pc);
            case DEFINE_GETTER -> ClassOps.defineGetter(frame, pc);
            case DEFINE_SETTER -> ClassOps.defineSetter(frame, pc);
            case SET_HOME_OBJECT -> ClassOps.setHomeObject(frame, pc);
            case SET_FUNCTION_NAME -> ClassOps.setFunctionName(frame, pc);
            case SET_LITERAL_PROTOTYPE -> ClassOps.setLiteralPrototype(frame, pc);
            case COPY_DATA_PROPERTIES -> ClassOps.copyDataProperties(frame, pc);
            case CREATE_PRIVATE_NAME -> PrivateOps.createPrivateName(frame, pc);
            case CREATE_PRIVATE_METHOD_NAME -> PrivateOps.createPrivateMethodName(frame, pc);
            case GET_PRIVATE -> PrivateOps.getPrivate(frame, pc);
            case SET_PRIVATE -> PrivateOps.setPrivate(frame, pc);
            case HAS_PRIVATE -> PrivateOps.hasPrivate(frame, pc);
            case DEFINE_PRIVATE_FIELD -> PrivateOps.definePrivateField(frame, pc);
            case DEFINE_PRIVATE_METHOD -> PrivateOps.definePrivateMethod(frame, pc);
            case ADD_INSTANCE_PRIVATE_METHOD -> PrivateOps.addInstancePrivateMethod(frame, pc);
            case GET_SUPER_BASE -> PrivateOps.getSuperBase(frame, pc);
            case GET_SUPER_PROPERTY -> PrivateOps.getSuperProperty(frame, pc);
            case GET_SUPER_ELEMENT -> PrivateOps.getSuperElement(frame, pc);
            case SET_SUPER_PROPERTY -> PrivateOps.setSuperProperty(frame, pc);
            case SET_SUPER_ELEMENT -> PrivateOps.setSuperElement(frame, pc);
            case ITERATOR_NEXT -> {
                return IterationOps.iteratorNext(frame, pc, next);
            }
            case ITERATOR_UNPACK -> {
                return IterationOps.iteratorUnpack(frame, pc, next);
            }
            case JUMP_IF_ITERATOR_DONE -> {
                return IterationOps.jumpIfIteratorDone(frame, pc, next);
            }
            case FOR_IN_NEXT -> {
                return IterationOps.forInNext(frame, pc, next);
            }
            default -> throw new AssertionError("No code executes " + Op.of(op) + ".");
        }
        return next;
    }

    /** Counts and takes a fused compare and jump: (lhs, rhs, target, fb). */
    private static int branch(Frame frame, int pc, boolean taken) {
        int[] code = frame.code.instructions;
        int[] counters = frame.code.counters;
        int slot = code[pc + 4];
        if (taken) {
            counters[slot + 1]++;
            return code[pc + 3];
        }
        counters[slot + 2]++;
        return pc + 5;
    }

    /** The same for a fused compare and loop. */
    private static int loop(Frame frame, int pc, boolean taken) {
        int[] code = frame.code.instructions;
        if (!taken) {
            return pc + 5;
        }
        frame.code.counters[code[pc + 4] + 1]++;
        return backEdge(frame, code[pc + 3]);
    }

    private static int backEdge(Frame frame, int target) {
        if (--frame.code.budget < 0) {
            frame.pc = target;
            Object result = Budget.onLoop(frame);
            if (result != Budget.GO_ON) {
                frame.result = result;
                return LEFT;
            }
            return frame.pc;
        }
        return target;
    }
}
