package dev.jsj.interp.interpreter;

import static dev.jsj.interp.bytecode.Opcodes.*;

import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.interp.bytecode.StringSwitch;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

/** Makes the steps of a function's instructions. */
final class Steps {
    private Steps() {}

    /** The step of the instruction at {@code pc}. */
    static Step at(ScriptCode unit, int pc) {
        int[] code = unit.instructions;
        int op = code[pc];
        int length = SlowOps.length(op);
        int a = length > 1 ? code[pc + 1] : 0;
        int b = length > 2 ? code[pc + 2] : 0;
        int c = length > 3 ? code[pc + 3] : 0;
        int d = length > 4 ? code[pc + 4] : 0;
        int[] counters = unit.counters;
        Object[] caches = unit.caches;
        if (op >= JUMP_IF_LESS && op <= JUMP_IF_STRICT_NOT_EQUAL) {
            return new ComparisonSteps.CompareAndJump(pc, op, a, b, c, d, counters);
        }
        if (op >= JUMP_IF_LESS_INT && op <= JUMP_IF_STRICT_NOT_EQUAL_INT) {
            return new ComparisonSteps.CompareConstantAndJump(pc, op, a, b, c, d, counters);
        }
        if (op >= LOOP_IF_LESS && op <= LOOP_IF_GREATER_EQUAL) {
            return new ComparisonSteps.CompareAndLoop(pc, op, a, b, c, d, counters);
        }
        if (op >= LOOP_IF_LESS_INT && op <= LOOP_IF_GREATER_EQUAL_INT) {
            return new ComparisonSteps.CompareConstantAndLoop(pc, op, a, b, c, d, counters);
        }
        if (op >= CALL0 && op <= CONSTRUCT) {
            return CallSteps.of(unit, op, pc);
        }
        return switch (op) {
            case MOVE -> new LoadSteps.Move(pc, a, b);
            case LOAD_INT -> new LoadSteps.Value(pc, a, b);
            case LOAD_CONSTANT -> new LoadSteps.Value(pc, a, unit.constants[b]);
            case LOAD_UNDEFINED -> new LoadSteps.Value(pc, a, Undefined.UNDEFINED);
            case LOAD_NULL -> new LoadSteps.Value(pc, a, Null.NULL);
            case LOAD_TRUE -> new LoadSteps.Value(pc, a, Boolean.TRUE);
            case LOAD_FALSE -> new LoadSteps.Value(pc, a, Boolean.FALSE);
            case LOAD_EMPTY -> new LoadSteps.Value(pc, a, null);
            case LOAD_THIS -> new LoadSteps.This(pc, a);
            case LOAD_FUNCTION -> new LoadSteps.Function(pc, a);

            case ADD -> new ArithmeticSteps.Add(pc, a, b, c, d);
            case SUB -> new ArithmeticSteps.Subtract(pc, a, b, c, d);
            case MUL -> new ArithmeticSteps.Multiply(pc, a, b, c, d);
            case DIV -> new ArithmeticSteps.Divide(pc, a, b, c, d);
            case MOD -> new ArithmeticSteps.Remainder(pc, a, b, c, d);
            case BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED ->
                    new ArithmeticSteps.Bitwise(pc, op, a, b, c, d);
            case ADD_INT -> ArithmeticSteps.AddConstant.binary(pc, a, b, c, c, d);
            case SUB_INT ->
                    c == Integer.MIN_VALUE
                            ? new SlowStep(pc, op)
                            : ArithmeticSteps.AddConstant.binary(pc, a, b, -c, -(double) c, d);
            case MUL_INT -> new ArithmeticSteps.MultiplyByConstant(pc, a, b, c, d);
            case DIV_INT -> new ArithmeticSteps.DivideByConstant(pc, a, b, c, d);
            case MOD_INT -> new ArithmeticSteps.RemainderByConstant(pc, a, b, c, d);
            case BIT_AND_INT,
                    BIT_OR_INT,
                    BIT_XOR_INT,
                    SHIFT_LEFT_INT,
                    SHIFT_RIGHT_INT,
                    SHIFT_RIGHT_UNSIGNED_INT ->
                    new ArithmeticSteps.BitwiseConstant(pc, op - (ADD_INT - ADD), a, b, c, d);
            case INC -> ArithmeticSteps.AddConstant.unary(pc, a, b, 1, c);
            case DEC -> ArithmeticSteps.AddConstant.unary(pc, a, b, -1, c);
            case NEGATE -> new ArithmeticSteps.Negate(pc, a, b, c);
            case BIT_NOT -> new ArithmeticSteps.BitNot(pc, a, b, c);
            case TO_NUMBER, TO_NUMERIC -> new ArithmeticSteps.ToNumeric(pc, a, b, c);
            case NOT -> new JumpSteps.Not(pc, a, b);
            case EQUAL,
                    NOT_EQUAL,
                    STRICT_EQUAL,
                    STRICT_NOT_EQUAL,
                    LESS,
                    LESS_EQUAL,
                    GREATER,
                    GREATER_EQUAL ->
                    new ComparisonSteps.Compare(pc, op, a, b, c, d);

            case JUMP_IF_STRICT_EQUAL_CONSTANT, JUMP_IF_STRICT_NOT_EQUAL_CONSTANT ->
                    new ComparisonSteps.CompareStringAndJump(
                            pc, op, a, unit.constants[b], c, d, counters);
            case JUMP -> new JumpSteps.Jump(pc, a, counters);
            case JUMP_IF_TRUE, JUMP_IF_FALSE -> new JumpSteps.JumpIf(pc, op, a, b, c, counters);
            case JUMP_IF_UNDEFINED ->
                    new JumpSteps.JumpIfSame(pc, a, Undefined.UNDEFINED, true, b, counters);
            case JUMP_IF_NOT_UNDEFINED ->
                    new JumpSteps.JumpIfSame(pc, a, Undefined.UNDEFINED, false, b, counters);
            case JUMP_IF_NULL -> new JumpSteps.JumpIfSame(pc, a, Null.NULL, true, b, counters);
            case JUMP_IF_NOT_NULL -> new JumpSteps.JumpIfSame(pc, a, Null.NULL, false, b, counters);
            case JUMP_IF_EMPTY -> new JumpSteps.JumpIfSame(pc, a, null, true, b, counters);
            case JUMP_IF_NULLISH -> new JumpSteps.JumpIfNullish(pc, a, true, b, counters);
            case JUMP_IF_NOT_NULLISH -> new JumpSteps.JumpIfNullish(pc, a, false, b, counters);
            case JUMP_IF_EQUAL_NULL -> new JumpSteps.JumpIfEqualNull(pc, a, true, b, counters);
            case JUMP_IF_NOT_EQUAL_NULL -> new JumpSteps.JumpIfEqualNull(pc, a, false, b, counters);
            case JUMP_IF_TYPEOF, JUMP_IF_NOT_TYPEOF ->
                    new JumpSteps.JumpIfTypeof(pc, op, a, b, c, d, counters);
            case SWITCH_INT ->
                    unit.constants[c] instanceof int[] targets
                            ? new JumpSteps.SwitchInt(pc, a, b, targets)
                            : new SlowStep(pc, op);
            case SWITCH_STRING ->
                    new JumpSteps.SwitchString(pc, a, (StringSwitch) unit.constants[b]);
            case LOOP -> new JumpSteps.Loop(pc, a, b, counters);
            case LOOP_IF_TRUE, LOOP_IF_FALSE -> new JumpSteps.LoopIf(pc, op, a, b, c, counters);

            case GET_PROPERTY -> new PropertySteps.Get(pc, a, b, unit.constants[c], caches, d);
            case SET_PROPERTY -> new PropertySteps.Set(pc, a, c, caches, code[pc + 5]);
            case GET_PRIVATE -> new PropertySteps.GetPrivate(pc, a, b, c, caches, d);
            case SET_PRIVATE -> new PropertySteps.SetPrivate(pc, a, b, c, caches, d);
            case GET_LENGTH -> new PropertySteps.Length(pc, a, b, c);
            case GET_ELEMENT -> new ElementSteps.Get(pc, a, b, c, caches, d);
            case GET_ELEMENT_INT -> new ElementSteps.GetAt(pc, a, b, c, caches, d);
            case SET_ELEMENT -> new ElementSteps.Set(pc, a, b, c, caches, code[pc + 5]);
            case TO_ELEMENT_KEY -> new ElementSteps.ToKey(pc, a, b, c);
            case ITERATOR_NEXT, ITERATOR_STEP -> new ElementSteps.Iterate(pc, a, b);

            case GET_SCOPED -> new VariableSteps.GetScoped(pc, a, b, c, false);
            case GET_SCOPED_CHECKED -> new VariableSteps.GetScoped(pc, a, b, c, true);
            case SET_SCOPED -> new VariableSteps.SetScoped(pc, a, b, c, false);
            case SET_SCOPED_CHECKED -> new VariableSteps.SetScoped(pc, a, b, c, true);
            case CHECK_INITIALIZED -> new VariableSteps.CheckInitialized(pc, a);
            case PUSH_SCOPE -> new VariableSteps.PushScope(pc, (ScopeInfo) unit.constants[a]);
            case CREATE_CLOSURE -> new VariableSteps.Closure(pc, a, caches, c);
            case GET_GLOBAL -> new VariableSteps.GetGlobal(pc, a, caches, c);

            case RETURN -> new CallSteps.Return(pc, a);
            default -> new SlowStep(pc, op);
        };
    }
}
