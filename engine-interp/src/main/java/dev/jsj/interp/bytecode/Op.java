package dev.jsj.interp.bytecode;

import static dev.jsj.interp.bytecode.FeedbackKind.*;
import static dev.jsj.interp.bytecode.OpTrait.Effect.*;
import static dev.jsj.interp.bytecode.OpTrait.Spec.*;
import static dev.jsj.interp.bytecode.OpTrait.spec;
import static dev.jsj.interp.bytecode.Operand.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The bytecode operations: the only hand-written list of them.
 *
 * <p>Code is an {@code int[]}: opcode (the ordinal here, {@link Opcodes}), then one int per operand
 * in the declared order. Operands are named in each comment in that order. All state is in the
 * frame: the registers (parameters first, then locals, then temporaries), the current scope, {@code
 * this} value, active function, new.target and the actual arguments. There is no operand stack, so
 * execution can stop and resume before any op.
 *
 * <p>A register or scope slot that holds Java null is a binding in its temporal dead zone. Some
 * registers hold values that JS never sees: scopes ({@code Object[]}), iterator records, for-in
 * enumerators, dispose stacks, references.
 *
 * <p>An op writes its DST only when it completes, so the destination may also be one of its
 * operands. Where an op both throws and jumps or writes, it does neither of the latter.
 *
 * <p>Frequent ops come first, so that an interpreter can keep the rare ones out of its main loop.
 * The file is long because it is one table with the contract of each op; nothing in it depends on
 * the rest.
 */
public enum Op {
    // ---------------------------------------------------------------- loads and moves

    /** {@code MOVE dst, src}: dst = src; also copies the TDZ marker and internal values. */
    MOVE(operands(DST, SRC)),
    /** {@code LOAD_INT dst, value}: dst = the Integer value. */
    LOAD_INT(operands(DST, INT)),
    /**
     * {@code LOAD_CONSTANT dst, constant}: dst = the constant, a primitive JS value (string,
     * number, BigInt).
     */
    LOAD_CONSTANT(operands(DST, CONSTANT)),
    /** {@code LOAD_UNDEFINED dst}: dst = undefined. */
    LOAD_UNDEFINED(operands(DST)),
    /** {@code LOAD_NULL dst}: dst = null. */
    LOAD_NULL(operands(DST)),
    /** {@code LOAD_TRUE dst}: dst = true. */
    LOAD_TRUE(operands(DST)),
    /** {@code LOAD_FALSE dst}: dst = false. */
    LOAD_FALSE(operands(DST)),
    /** {@code LOAD_EMPTY dst}: dst = Java null, the TDZ marker. */
    LOAD_EMPTY(operands(DST)),

    // ---------------------------------------------------------------- arithmetic

    /**
     * {@code ADD dst, lhs, rhs, fb}: dst = lhs + rhs; string concatenation if either primitive is a
     * string.
     */
    ADD(operands(DST, SRC, SRC, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code SUB dst, lhs, rhs, fb}: dst = lhs - rhs. */
    SUB(operands(DST, SRC, SRC, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code MUL dst, lhs, rhs, fb}: dst = lhs * rhs. */
    MUL(operands(DST, SRC, SRC, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code DIV dst, lhs, rhs, fb}: dst = lhs / rhs. */
    DIV(operands(DST, SRC, SRC, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code MOD dst, lhs, rhs, fb}: dst = lhs % rhs. */
    MOD(operands(DST, SRC, SRC, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code BIT_AND dst, lhs, rhs, fb}: dst = lhs & rhs. */
    BIT_AND(operands(DST, SRC, SRC, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code BIT_OR dst, lhs, rhs, fb}: dst = lhs | rhs. */
    BIT_OR(operands(DST, SRC, SRC, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code BIT_XOR dst, lhs, rhs, fb}: dst = lhs ^ rhs. */
    BIT_XOR(operands(DST, SRC, SRC, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code SHIFT_LEFT dst, lhs, rhs, fb}: dst = lhs << rhs. */
    SHIFT_LEFT(operands(DST, SRC, SRC, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code SHIFT_RIGHT dst, lhs, rhs, fb}: dst = lhs >> rhs. */
    SHIFT_RIGHT(operands(DST, SRC, SRC, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code SHIFT_RIGHT_UNSIGNED dst, lhs, rhs, fb}: dst = lhs >>> rhs. */
    SHIFT_RIGHT_UNSIGNED(operands(DST, SRC, SRC, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code EXP dst, lhs, rhs, fb}: dst = lhs ** rhs. */
    EXP(operands(DST, SRC, SRC, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),

    /** {@code ADD_INT dst, lhs, imm, fb}: dst = lhs + imm. */
    ADD_INT(operands(DST, SRC, INT, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code SUB_INT dst, lhs, imm, fb}: dst = lhs - imm. */
    SUB_INT(operands(DST, SRC, INT, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code MUL_INT dst, lhs, imm, fb}: dst = lhs * imm (mind -0). */
    MUL_INT(operands(DST, SRC, INT, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code DIV_INT dst, lhs, imm, fb}: dst = lhs / imm; imm is not 0. */
    DIV_INT(operands(DST, SRC, INT, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /**
     * {@code MOD_INT dst, lhs, imm, fb}: dst = lhs % imm; imm is positive. A negative lhs may give
     * -0.
     */
    MOD_INT(operands(DST, SRC, INT, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code BIT_AND_INT dst, lhs, imm, fb}: dst = lhs & imm. */
    BIT_AND_INT(operands(DST, SRC, INT, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code BIT_OR_INT dst, lhs, imm, fb}: dst = lhs | imm. */
    BIT_OR_INT(operands(DST, SRC, INT, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code BIT_XOR_INT dst, lhs, imm, fb}: dst = lhs ^ imm. */
    BIT_XOR_INT(operands(DST, SRC, INT, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code SHIFT_LEFT_INT dst, lhs, imm, fb}: dst = lhs << imm; 0 <= imm <= 31. */
    SHIFT_LEFT_INT(operands(DST, SRC, INT, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code SHIFT_RIGHT_INT dst, lhs, imm, fb}: dst = lhs >> imm; 0 <= imm <= 31. */
    SHIFT_RIGHT_INT(operands(DST, SRC, INT, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),
    /** {@code SHIFT_RIGHT_UNSIGNED_INT dst, lhs, imm, fb}: dst = lhs >>> imm; 0 <= imm <= 31. */
    SHIFT_RIGHT_UNSIGNED_INT(
            operands(DST, SRC, INT, FEEDBACK), BINARY, CALLS_USER_CODE, ARITHMETIC),

    /** {@code INC dst, src, fb}: dst = ToNumeric(src) + 1 (or 1n). */
    INC(
            operands(DST, SRC, FEEDBACK),
            BINARY,
            CALLS_USER_CODE,
            spec("sec-postfix-increment-operator")),
    /** {@code DEC dst, src, fb}: dst = ToNumeric(src) - 1 (or 1n). */
    DEC(
            operands(DST, SRC, FEEDBACK),
            BINARY,
            CALLS_USER_CODE,
            spec("sec-postfix-decrement-operator")),
    /** {@code NEGATE dst, src, fb}: dst = -src. */
    NEGATE(operands(DST, SRC, FEEDBACK), BINARY, CALLS_USER_CODE, spec("sec-unary-minus-operator")),
    /** {@code BIT_NOT dst, src, fb}: dst = ~src. */
    BIT_NOT(
            operands(DST, SRC, FEEDBACK),
            BINARY,
            CALLS_USER_CODE,
            spec("sec-bitwise-not-operator")),
    /** {@code TO_NUMBER dst, src, fb}: dst = ToNumber(src), the unary plus. */
    TO_NUMBER(
            operands(DST, SRC, FEEDBACK), BINARY, CALLS_USER_CODE, spec("sec-unary-plus-operator")),
    /** {@code TO_NUMERIC dst, src, fb}: dst = ToNumeric(src), the old value of a postfix update. */
    TO_NUMERIC(operands(DST, SRC, FEEDBACK), BINARY, CALLS_USER_CODE, spec("sec-tonumeric")),
    /** {@code NOT dst, src}: dst = !ToBoolean(src). */
    NOT(operands(DST, SRC), spec("sec-logical-not-operator")),

    // ---------------------------------------------------------------- comparison to a boolean

    /** {@code EQUAL dst, lhs, rhs, fb}: dst = lhs == rhs. */
    EQUAL(operands(DST, SRC, SRC, FEEDBACK), COMPARE, CALLS_USER_CODE, LOOSE_EQUALITY),
    /** {@code NOT_EQUAL dst, lhs, rhs, fb}: dst = lhs != rhs. */
    NOT_EQUAL(operands(DST, SRC, SRC, FEEDBACK), COMPARE, CALLS_USER_CODE, LOOSE_EQUALITY),
    /** {@code STRICT_EQUAL dst, lhs, rhs, fb}: dst = lhs === rhs. */
    STRICT_EQUAL(operands(DST, SRC, SRC, FEEDBACK), COMPARE, STRICT_EQUALITY),
    /** {@code STRICT_NOT_EQUAL dst, lhs, rhs, fb}: dst = lhs !== rhs. */
    STRICT_NOT_EQUAL(operands(DST, SRC, SRC, FEEDBACK), COMPARE, STRICT_EQUALITY),
    /** {@code LESS dst, lhs, rhs, fb}: dst = lhs < rhs. */
    LESS(operands(DST, SRC, SRC, FEEDBACK), COMPARE, CALLS_USER_CODE, RELATIONAL),
    /** {@code LESS_EQUAL dst, lhs, rhs, fb}: dst = lhs <= rhs. */
    LESS_EQUAL(operands(DST, SRC, SRC, FEEDBACK), COMPARE, CALLS_USER_CODE, RELATIONAL),
    /** {@code GREATER dst, lhs, rhs, fb}: dst = lhs > rhs; lhs is converted first. */
    GREATER(operands(DST, SRC, SRC, FEEDBACK), COMPARE, CALLS_USER_CODE, RELATIONAL),
    /** {@code GREATER_EQUAL dst, lhs, rhs, fb}: dst = lhs >= rhs; lhs is converted first. */
    GREATER_EQUAL(operands(DST, SRC, SRC, FEEDBACK), COMPARE, CALLS_USER_CODE, RELATIONAL),

    // ---------------------------------------------------------------- jumps (forward only; LOOP...
    // go back)

    /** {@code JUMP target}: pc = target, which is ahead. */
    JUMP(operands(TARGET), TERMINATES),
    /** {@code JUMP_IF_TRUE src, target, fb}: jumps if ToBoolean(src). */
    JUMP_IF_TRUE(operands(SRC, TARGET, FEEDBACK), BRANCH, spec("sec-toboolean")),
    /** {@code JUMP_IF_FALSE src, target, fb}: jumps unless ToBoolean(src). */
    JUMP_IF_FALSE(operands(SRC, TARGET, FEEDBACK), BRANCH, spec("sec-toboolean")),
    /** {@code JUMP_IF_LESS lhs, rhs, target, fb}: jumps if lhs < rhs. */
    JUMP_IF_LESS(operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_NOT_LESS lhs, rhs, target, fb}: jumps unless lhs < rhs (so also for NaN). */
    JUMP_IF_NOT_LESS(
            operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_LESS_EQUAL lhs, rhs, target, fb}: jumps if lhs <= rhs. */
    JUMP_IF_LESS_EQUAL(
            operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_NOT_LESS_EQUAL lhs, rhs, target, fb}: jumps unless lhs <= rhs. */
    JUMP_IF_NOT_LESS_EQUAL(
            operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_GREATER lhs, rhs, target, fb}: jumps if lhs > rhs. */
    JUMP_IF_GREATER(
            operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_NOT_GREATER lhs, rhs, target, fb}: jumps unless lhs > rhs. */
    JUMP_IF_NOT_GREATER(
            operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_GREATER_EQUAL lhs, rhs, target, fb}: jumps if lhs >= rhs. */
    JUMP_IF_GREATER_EQUAL(
            operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_NOT_GREATER_EQUAL lhs, rhs, target, fb}: jumps unless lhs >= rhs. */
    JUMP_IF_NOT_GREATER_EQUAL(
            operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_EQUAL lhs, rhs, target, fb}: jumps if lhs == rhs. */
    JUMP_IF_EQUAL(
            operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, LOOSE_EQUALITY),
    /** {@code JUMP_IF_NOT_EQUAL lhs, rhs, target, fb}: jumps if lhs != rhs. */
    JUMP_IF_NOT_EQUAL(
            operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, LOOSE_EQUALITY),
    /** {@code JUMP_IF_STRICT_EQUAL lhs, rhs, target, fb}: jumps if lhs === rhs. */
    JUMP_IF_STRICT_EQUAL(operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_BRANCH, STRICT_EQUALITY),
    /** {@code JUMP_IF_STRICT_NOT_EQUAL lhs, rhs, target, fb}: jumps if lhs !== rhs. */
    JUMP_IF_STRICT_NOT_EQUAL(operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_BRANCH, STRICT_EQUALITY),

    /** {@code JUMP_IF_LESS_INT lhs, imm, target, fb}: jumps if lhs < imm. */
    JUMP_IF_LESS_INT(
            operands(SRC, INT, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_NOT_LESS_INT lhs, imm, target, fb}: jumps unless lhs < imm. */
    JUMP_IF_NOT_LESS_INT(
            operands(SRC, INT, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_LESS_EQUAL_INT lhs, imm, target, fb}: jumps if lhs <= imm. */
    JUMP_IF_LESS_EQUAL_INT(
            operands(SRC, INT, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_NOT_LESS_EQUAL_INT lhs, imm, target, fb}: jumps unless lhs <= imm. */
    JUMP_IF_NOT_LESS_EQUAL_INT(
            operands(SRC, INT, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_GREATER_INT lhs, imm, target, fb}: jumps if lhs > imm. */
    JUMP_IF_GREATER_INT(
            operands(SRC, INT, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_NOT_GREATER_INT lhs, imm, target, fb}: jumps unless lhs > imm. */
    JUMP_IF_NOT_GREATER_INT(
            operands(SRC, INT, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_GREATER_EQUAL_INT lhs, imm, target, fb}: jumps if lhs >= imm. */
    JUMP_IF_GREATER_EQUAL_INT(
            operands(SRC, INT, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_NOT_GREATER_EQUAL_INT lhs, imm, target, fb}: jumps unless lhs >= imm. */
    JUMP_IF_NOT_GREATER_EQUAL_INT(
            operands(SRC, INT, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, RELATIONAL),
    /** {@code JUMP_IF_EQUAL_INT lhs, imm, target, fb}: jumps if lhs == imm (loosely). */
    JUMP_IF_EQUAL_INT(
            operands(SRC, INT, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, LOOSE_EQUALITY),
    /** {@code JUMP_IF_NOT_EQUAL_INT lhs, imm, target, fb}: jumps if lhs != imm (loosely). */
    JUMP_IF_NOT_EQUAL_INT(
            operands(SRC, INT, TARGET, FEEDBACK), COMPARE_BRANCH, CALLS_USER_CODE, LOOSE_EQUALITY),
    /** {@code JUMP_IF_STRICT_EQUAL_INT lhs, imm, target, fb}: jumps if lhs === imm. */
    JUMP_IF_STRICT_EQUAL_INT(operands(SRC, INT, TARGET, FEEDBACK), COMPARE_BRANCH, STRICT_EQUALITY),
    /** {@code JUMP_IF_STRICT_NOT_EQUAL_INT lhs, imm, target, fb}: jumps if lhs !== imm. */
    JUMP_IF_STRICT_NOT_EQUAL_INT(
            operands(SRC, INT, TARGET, FEEDBACK), COMPARE_BRANCH, STRICT_EQUALITY),
    /**
     * {@code JUMP_IF_STRICT_EQUAL_CONSTANT lhs, constant, target, fb}: jumps if lhs === the
     * constant, a string.
     */
    JUMP_IF_STRICT_EQUAL_CONSTANT(
            operands(SRC, CONSTANT, TARGET, FEEDBACK), COMPARE_BRANCH, STRICT_EQUALITY),
    /**
     * {@code JUMP_IF_STRICT_NOT_EQUAL_CONSTANT lhs, constant, target, fb}: jumps if lhs !== the
     * constant, a string.
     */
    JUMP_IF_STRICT_NOT_EQUAL_CONSTANT(
            operands(SRC, CONSTANT, TARGET, FEEDBACK), COMPARE_BRANCH, STRICT_EQUALITY),
    /** {@code JUMP_IF_UNDEFINED src, target}: jumps if src is undefined (not [[IsHTMLDDA]]). */
    JUMP_IF_UNDEFINED(operands(SRC, TARGET)),
    /** {@code JUMP_IF_NOT_UNDEFINED src, target}: jumps if src is not undefined. */
    JUMP_IF_NOT_UNDEFINED(operands(SRC, TARGET)),
    /** {@code JUMP_IF_NULL src, target}: jumps if src is null. */
    JUMP_IF_NULL(operands(SRC, TARGET)),
    /** {@code JUMP_IF_NOT_NULL src, target}: jumps if src is not null. */
    JUMP_IF_NOT_NULL(operands(SRC, TARGET)),
    /**
     * {@code JUMP_IF_NULLISH src, target}: jumps if src is undefined or null (not [[IsHTMLDDA]]).
     */
    JUMP_IF_NULLISH(operands(SRC, TARGET)),
    /** {@code JUMP_IF_NOT_NULLISH src, target}: jumps if src is neither undefined nor null. */
    JUMP_IF_NOT_NULLISH(operands(SRC, TARGET)),
    /**
     * {@code JUMP_IF_TYPEOF src, type, target, fb}: jumps if typeof src is the {@link TypeofName}
     * with that ordinal.
     */
    JUMP_IF_TYPEOF(operands(SRC, FLAG, TARGET, FEEDBACK), BRANCH, spec("sec-typeof-operator")),
    /** {@code JUMP_IF_NOT_TYPEOF src, type, target, fb}: the negation of JUMP_IF_TYPEOF. */
    JUMP_IF_NOT_TYPEOF(operands(SRC, FLAG, TARGET, FEEDBACK), BRANCH, spec("sec-typeof-operator")),
    /** {@code JUMP_IF_EMPTY src, target}: jumps if src is Java null (uninitialised). */
    JUMP_IF_EMPTY(operands(SRC, TARGET)),

    // Loop back edges: jump back, count (tier-up, on-stack replacement), and poll for interrupts.

    /** {@code LOOP target, fb}: pc = target, which is behind. */
    LOOP(operands(TARGET, FEEDBACK), FeedbackKind.LOOP, TERMINATES),
    /** {@code LOOP_IF_TRUE src, target, fb}: jumps back if ToBoolean(src). */
    LOOP_IF_TRUE(operands(SRC, TARGET, FEEDBACK), FeedbackKind.LOOP),
    /** {@code LOOP_IF_FALSE src, target, fb}: jumps back unless ToBoolean(src). */
    LOOP_IF_FALSE(operands(SRC, TARGET, FEEDBACK), FeedbackKind.LOOP),
    /** {@code LOOP_IF_LESS lhs, rhs, target, fb}: jumps back if lhs < rhs. */
    LOOP_IF_LESS(operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_LOOP, CALLS_USER_CODE, RELATIONAL),
    /** {@code LOOP_IF_LESS_EQUAL lhs, rhs, target, fb}: jumps back if lhs <= rhs. */
    LOOP_IF_LESS_EQUAL(
            operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_LOOP, CALLS_USER_CODE, RELATIONAL),
    /** {@code LOOP_IF_GREATER lhs, rhs, target, fb}: jumps back if lhs > rhs. */
    LOOP_IF_GREATER(
            operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_LOOP, CALLS_USER_CODE, RELATIONAL),
    /** {@code LOOP_IF_GREATER_EQUAL lhs, rhs, target, fb}: jumps back if lhs >= rhs. */
    LOOP_IF_GREATER_EQUAL(
            operands(SRC, SRC, TARGET, FEEDBACK), COMPARE_LOOP, CALLS_USER_CODE, RELATIONAL),
    /** {@code LOOP_IF_LESS_INT lhs, imm, target, fb}: jumps back if lhs < imm. */
    LOOP_IF_LESS_INT(
            operands(SRC, INT, TARGET, FEEDBACK), COMPARE_LOOP, CALLS_USER_CODE, RELATIONAL),
    /** {@code LOOP_IF_LESS_EQUAL_INT lhs, imm, target, fb}: jumps back if lhs <= imm. */
    LOOP_IF_LESS_EQUAL_INT(
            operands(SRC, INT, TARGET, FEEDBACK), COMPARE_LOOP, CALLS_USER_CODE, RELATIONAL),
    /** {@code LOOP_IF_GREATER_INT lhs, imm, target, fb}: jumps back if lhs > imm. */
    LOOP_IF_GREATER_INT(
            operands(SRC, INT, TARGET, FEEDBACK), COMPARE_LOOP, CALLS_USER_CODE, RELATIONAL),
    /** {@code LOOP_IF_GREATER_EQUAL_INT lhs, imm, target, fb}: jumps back if lhs >= imm. */
    LOOP_IF_GREATER_EQUAL_INT(
            operands(SRC, INT, TARGET, FEEDBACK), COMPARE_LOOP, CALLS_USER_CODE, RELATIONAL),

    // ---------------------------------------------------------------- properties

    /**
     * {@code GET_PROPERTY dst, object, key, fb}: dst = object.key, the GetV of a constant string
     * key (never an array index, never "length"). Undefined and null throw "Cannot read properties
     * of undefined (reading 'key')".
     */
    GET_PROPERTY(
            operands(DST, SRC, CONSTANT, FEEDBACK),
            PROPERTY_LOAD,
            CALLS_USER_CODE,
            spec("sec-getv")),
    /**
     * {@code GET_LENGTH dst, object, fb}: dst = object.length; like GET_PROPERTY with fast paths
     * for arrays and strings.
     */
    GET_LENGTH(operands(DST, SRC, FEEDBACK), PROPERTY_LOAD, CALLS_USER_CODE, spec("sec-getv")),
    /**
     * {@code SET_PROPERTY object, key, value, strict, fb}: object.key = value with a constant
     * string key (never an array index; may be "length"). A failed [[Set]] throws a TypeError when
     * strict is 1.
     */
    SET_PROPERTY(
            operands(SRC, CONSTANT, SRC, FLAG, FEEDBACK),
            PROPERTY_STORE,
            CALLS_USER_CODE,
            spec("sec-putvalue")),
    /**
     * {@code GET_ELEMENT dst, object, key, fb}: dst = object[key]; a nullish object throws before
     * ToPropertyKey(key).
     */
    GET_ELEMENT(operands(DST, SRC, SRC, FEEDBACK), ELEMENT_LOAD, CALLS_USER_CODE, spec("sec-getv")),
    /**
     * {@code GET_ELEMENT_INT dst, object, index, fb}: dst = object[index] with a constant index >=
     * 0.
     */
    GET_ELEMENT_INT(
            operands(DST, SRC, INT, FEEDBACK), ELEMENT_LOAD, CALLS_USER_CODE, spec("sec-getv")),
    /**
     * {@code SET_ELEMENT object, key, value, strict, fb}: object[key] = value; a nullish object
     * throws before ToPropertyKey(key), which is done here, after the value was computed.
     */
    SET_ELEMENT(
            operands(SRC, SRC, SRC, FLAG, FEEDBACK),
            ELEMENT_STORE,
            CALLS_USER_CODE,
            spec("sec-putvalue")),

    // ---------------------------------------------------------------- calls

    /**
     * {@code CALL0 dst, callee, fb}: dst = callee() with this undefined. Not callable: "x is not a
     * function".
     */
    CALL0(
            operands(DST, SRC, FEEDBACK),
            FeedbackKind.CALL,
            CALLS_USER_CODE,
            spec("sec-evaluatecall")),
    /** {@code CALL1 dst, callee, arg0, fb}: dst = callee(arg0) with this undefined. */
    CALL1(
            operands(DST, SRC, SRC, FEEDBACK),
            FeedbackKind.CALL,
            CALLS_USER_CODE,
            spec("sec-evaluatecall")),
    /** {@code CALL2 dst, callee, arg0, arg1, fb}: dst = callee(arg0, arg1) with this undefined. */
    CALL2(
            operands(DST, SRC, SRC, SRC, FEEDBACK),
            FeedbackKind.CALL,
            CALLS_USER_CODE,
            spec("sec-evaluatecall")),
    /**
     * {@code CALL3 dst, callee, arg0, arg1, arg2, fb}: dst = callee(arg0, arg1, arg2) with this
     * undefined.
     */
    CALL3(
            operands(DST, SRC, SRC, SRC, SRC, FEEDBACK),
            FeedbackKind.CALL,
            CALLS_USER_CODE,
            spec("sec-evaluatecall")),
    /** {@code CALL_N dst, callee, args, count, fb}: dst = callee(args...) with this undefined. */
    CALL_N(
            operands(DST, SRC, RANGE, COUNT, FEEDBACK),
            FeedbackKind.CALL,
            CALLS_USER_CODE,
            spec("sec-evaluatecall")),
    /** {@code CALL_METHOD0 dst, callee, this, fb}: dst = callee.call(this). */
    CALL_METHOD0(
            operands(DST, SRC, SRC, FEEDBACK),
            FeedbackKind.CALL,
            CALLS_USER_CODE,
            spec("sec-evaluatecall")),
    /** {@code CALL_METHOD1 dst, callee, this, arg0, fb}: dst = callee.call(this, arg0). */
    CALL_METHOD1(
            operands(DST, SRC, SRC, SRC, FEEDBACK),
            FeedbackKind.CALL,
            CALLS_USER_CODE,
            spec("sec-evaluatecall")),
    /**
     * {@code CALL_METHOD2 dst, callee, this, arg0, arg1, fb}: dst = callee.call(this, arg0, arg1).
     */
    CALL_METHOD2(
            operands(DST, SRC, SRC, SRC, SRC, FEEDBACK),
            FeedbackKind.CALL,
            CALLS_USER_CODE,
            spec("sec-evaluatecall")),
    /**
     * {@code CALL_METHOD3 dst, callee, this, arg0, arg1, arg2, fb}: dst = callee.call(this, arg0,
     * arg1, arg2).
     */
    CALL_METHOD3(
            operands(DST, SRC, SRC, SRC, SRC, SRC, FEEDBACK),
            FeedbackKind.CALL,
            CALLS_USER_CODE,
            spec("sec-evaluatecall")),
    /**
     * {@code CALL_METHOD_N dst, callee, this, args, count, fb}: dst = callee.call(this, args...).
     */
    CALL_METHOD_N(
            operands(DST, SRC, SRC, RANGE, COUNT, FEEDBACK),
            FeedbackKind.CALL,
            CALLS_USER_CODE,
            spec("sec-evaluatecall")),
    /**
     * {@code CONSTRUCT dst, callee, args, count, fb}: dst = new callee(args...); new.target is
     * callee.
     */
    CONSTRUCT(
            operands(DST, SRC, RANGE, COUNT, FEEDBACK),
            FeedbackKind.CONSTRUCT,
            CALLS_USER_CODE,
            ALLOCATES,
            spec("sec-evaluatenew")),
    /**
     * {@code RETURN src}: leaves the frame with the value. The caller's [[Construct]] of a base
     * constructor replaces a result that is not an object by this; an async function's caller
     * resolves its promise with it; a generator is completed with it.
     */
    RETURN(operands(SRC), TERMINATES, spec("sec-return-statement")),

    // ---------------------------------------------------------------- variables in scopes and
    // globals

    /** {@code GET_SCOPED dst, depth, slot}: dst = the variable; it is known to be initialised. */
    GET_SCOPED(
            operands(DST, DEPTH, SLOT),
            READS_HEAP,
            spec("sec-declarative-environment-records-getbindingvalue-n-s")),
    /** {@code SET_SCOPED depth, slot, src}: sets or initialises the variable without any check. */
    SET_SCOPED(
            operands(DEPTH, SLOT, SRC),
            WRITES_HEAP,
            spec("sec-declarative-environment-records-setmutablebinding-n-v-s")),
    /**
     * {@code GET_SCOPED_CHECKED dst, depth, slot}: like GET_SCOPED; Java null throws the TDZ
     * ReferenceError (name in the scope's ScopeInfo).
     */
    GET_SCOPED_CHECKED(
            operands(DST, DEPTH, SLOT),
            MAY_THROW,
            READS_HEAP,
            spec("sec-declarative-environment-records-getbindingvalue-n-s")),
    /**
     * {@code SET_SCOPED_CHECKED depth, slot, src}: assigns; a variable that is still Java null
     * throws the TDZ ReferenceError.
     */
    SET_SCOPED_CHECKED(
            operands(DEPTH, SLOT, SRC),
            MAY_THROW,
            READS_HEAP,
            WRITES_HEAP,
            spec("sec-declarative-environment-records-setmutablebinding-n-v-s")),
    /**
     * {@code CHECK_INITIALIZED src, name}: throws "Cannot access 'name' before initialization" if
     * src is Java null.
     */
    CHECK_INITIALIZED(operands(SRC, CONSTANT), MAY_THROW),
    /**
     * {@code GET_GLOBAL dst, name, fb}: dst = the global lexical binding (with TDZ check) or global
     * object property; "name is not defined".
     */
    GET_GLOBAL(
            operands(DST, CONSTANT, FEEDBACK),
            GLOBAL,
            CALLS_USER_CODE,
            spec("sec-global-environment-records-getbindingvalue-n-s")),
    /**
     * {@code SET_GLOBAL name, src, strict, fb}: assigns to the global lexical binding (TDZ and
     * const checked) or the global object's property; an unresolvable name creates a property when
     * sloppy and is a ReferenceError when strict.
     */
    SET_GLOBAL(
            operands(CONSTANT, SRC, FLAG, FEEDBACK),
            GLOBAL,
            CALLS_USER_CODE,
            spec("sec-global-environment-records-setmutablebinding-n-v-s")),
    /**
     * {@code PUSH_SCOPE scopeInfo}: scope = {@link ScopeInfo#newScope}(scope): {scope, scopeInfo,
     * variables in their initial state...}.
     */
    PUSH_SCOPE(operands(CONSTANT), CHANGES_SCOPE, ALLOCATES, spec("sec-newdeclarativeenvironment")),
    /** {@code POP_SCOPE}: scope = its parent. */
    POP_SCOPE(operands(), CHANGES_SCOPE),
    /**
     * {@code COPY_SCOPE}: scope = a copy of the current scope array, for the next iteration of a
     * for loop.
     */
    COPY_SCOPE(
            operands(),
            CHANGES_SCOPE,
            ALLOCATES,
            READS_HEAP,
            spec("sec-createperiterationenvironment")),
    /**
     * {@code UNWIND_SCOPE scopeInfo}: scope = the nearest scope, from the current one outwards,
     * whose ScopeInfo is the constant; null (no scope) if the constant is Java null. First op of
     * exception handlers whose region pushes scopes.
     */
    UNWIND_SCOPE(operands(CONSTANT), CHANGES_SCOPE, READS_HEAP),
    /** {@code LOAD_UNDEFINED_RANGE first, count}: sets count consecutive registers to undefined. */
    LOAD_UNDEFINED_RANGE(operands(DST_RANGE, COUNT)),

    // ---------------------------------------------------------------- literals and closures

    /**
     * {@code CREATE_CLOSURE dst, function, fb}: dst = a new function object of nested function
     * number {@code function}, closed over the current scope.
     */
    CREATE_CLOSURE(
            operands(DST, FUNCTION, FEEDBACK),
            LITERAL,
            ALLOCATES,
            spec("sec-runtime-semantics-instantiateordinaryfunctionexpression")),
    /** {@code CREATE_EMPTY_OBJECT dst}: dst = {}. */
    CREATE_EMPTY_OBJECT(operands(DST), ALLOCATES, spec("sec-object-initializer")),
    /**
     * {@code CREATE_OBJECT dst, boilerplate, values, count, fb}: dst = an object with the {@link
     * ObjectBoilerplate}'s keys (distinct strings, no array indices, not __proto__) as plain data
     * properties, in order, with the values of the registers.
     */
    CREATE_OBJECT(
            operands(DST, CONSTANT, RANGE, COUNT, FEEDBACK),
            LITERAL,
            ALLOCATES,
            spec("sec-object-initializer")),
    /** {@code CREATE_ARRAY dst, values, count, fb}: dst = an array of the registers' values. */
    CREATE_ARRAY(
            operands(DST, RANGE, COUNT, FEEDBACK),
            LITERAL,
            ALLOCATES,
            spec("sec-array-initializer")),
    /**
     * {@code CREATE_CONSTANT_ARRAY dst, constant, fb}: dst = an array with a copy of the constant:
     * int[], double[] or Object[] of primitives, no holes.
     */
    CREATE_CONSTANT_ARRAY(
            operands(DST, CONSTANT, FEEDBACK), LITERAL, ALLOCATES, spec("sec-array-initializer")),
    /** {@code ARRAY_APPEND array, src}: adds src at the end of an array under construction. */
    ARRAY_APPEND(operands(SRC, SRC), WRITES_HEAP, spec("sec-runtime-semantics-arrayaccumulation")),
    /** {@code ARRAY_APPEND_HOLE array}: makes the array under construction one longer. */
    ARRAY_APPEND_HOLE(operands(SRC), WRITES_HEAP, spec("sec-runtime-semantics-arrayaccumulation")),
    /** {@code ARRAY_SPREAD array, iterable, fb}: appends all values of the iterable. */
    ARRAY_SPREAD(
            operands(SRC, SRC, FEEDBACK),
            ITERATION,
            CALLS_USER_CODE,
            spec("sec-runtime-semantics-arrayaccumulation")),
    /**
     * {@code CREATE_REGEXP dst, pattern, flags}: dst = a new RegExp object of the two string
     * constants.
     */
    CREATE_REGEXP(
            operands(DST, CONSTANT, CONSTANT),
            ALLOCATES,
            MAY_THROW,
            spec("sec-regular-expression-literals-runtime-semantics-evaluation")),
    /**
     * {@code GET_TEMPLATE_OBJECT dst, template, fb}: dst = the frozen strings array of this {@link
     * TemplateLiteralSite}, made once per site and realm (cache: fb).
     */
    GET_TEMPLATE_OBJECT(
            operands(DST, CONSTANT, FEEDBACK), LITERAL, ALLOCATES, spec("sec-gettemplateobject")),

    // ---------------------------------------------------------------- iteration

    /**
     * {@code GET_ITERATOR dst, iterable, fb}: dst = an iterator record (internal: iterator, next
     * method, done flag) for GetIterator(iterable, sync). FAST PATH: an array whose iteration is
     * pristine may use an internal cursor instead. Not iterable: "x is not iterable".
     */
    GET_ITERATOR(
            operands(DST, SRC, FEEDBACK),
            ITERATION,
            CALLS_USER_CODE,
            ALLOCATES,
            spec("sec-getiterator")),
    /**
     * {@code ITERATOR_NEXT dst, iterator, doneTarget, fb}: IteratorStepValue. Calls next; if done,
     * sets the record's done flag and jumps to doneTarget (dst unchanged); else dst = value. When
     * next, done or value throws, the done flag is set first, so that a later close does nothing. A
     * record that is already done jumps at once.
     */
    ITERATOR_NEXT(
            operands(DST, SRC, TARGET, FEEDBACK),
            ITERATION,
            CALLS_USER_CODE,
            spec("sec-iteratorstepvalue")),
    /**
     * {@code FOR_IN_PREPARE dst, object, fb}: dst = a for-in enumerator (internal) over the
     * object's enumerable string keys; empty for undefined and null.
     */
    FOR_IN_PREPARE(
            operands(DST, SRC, FEEDBACK),
            ENUMERATION,
            CALLS_USER_CODE,
            ALLOCATES,
            spec("sec-enumerate-object-properties")),
    /**
     * {@code FOR_IN_NEXT dst, enumerator, doneTarget, fb}: dst = the next key (a string) that is
     * still present, or jumps to doneTarget.
     */
    FOR_IN_NEXT(
            operands(DST, SRC, TARGET, FEEDBACK),
            ENUMERATION,
            CALLS_USER_CODE,
            spec("sec-enumerate-object-properties")),

    // ---------------------------------------------------------------- frame values, types, switch,
    // throw

    /**
     * {@code LOAD_THIS dst}: dst = the frame's this value as passed (Java null in a derived
     * constructor: uninitialised).
     */
    LOAD_THIS(operands(DST), spec("sec-ordinarycallbindthis")),
    /**
     * {@code LOAD_THIS_SLOPPY dst}: dst = this as a sloppy function sees it: global this for
     * undefined and null, else ToObject. Emitted once, at entry.
     */
    LOAD_THIS_SLOPPY(operands(DST), ALLOCATES, spec("sec-ordinarycallbindthis")),
    /** {@code LOAD_FUNCTION dst}: dst = the active function. */
    LOAD_FUNCTION(operands(DST)),
    /** {@code LOAD_NEW_TARGET dst}: dst = new.target of this call, undefined for [[Call]]. */
    LOAD_NEW_TARGET(operands(DST), spec("sec-meta-properties")),
    /** {@code TYPEOF dst, src}: dst = typeof src. */
    TYPEOF(operands(DST, SRC), spec("sec-typeof-operator")),
    /** {@code INSTANCEOF dst, value, target, fb}: dst = value instanceof target. */
    INSTANCEOF(
            operands(DST, SRC, SRC, FEEDBACK),
            INSTANCE_OF,
            CALLS_USER_CODE,
            spec("sec-instanceofoperator")),
    /**
     * {@code IN dst, key, object, fb}: dst = key in object; TypeError unless object is an object.
     */
    IN(
            operands(DST, SRC, SRC, FEEDBACK),
            ELEMENT_LOAD,
            CALLS_USER_CODE,
            spec("sec-relational-operators-runtime-semantics-evaluation")),
    /** {@code TO_STRING dst, src}: dst = ToString(src), for template literals. */
    TO_STRING(operands(DST, SRC), CALLS_USER_CODE, spec("sec-tostring")),
    /**
     * {@code CONCAT dst, strings, count}: dst = the concatenation of registers that all hold
     * strings.
     */
    CONCAT(
            operands(DST, RANGE, COUNT),
            MAY_THROW,
            spec("sec-template-literals-runtime-semantics-evaluation")),
    /**
     * {@code TO_PROPERTY_KEY dst, src}: dst = ToPropertyKey(src) as a JS value (string, symbol, or
     * a number that is an array index).
     */
    TO_PROPERTY_KEY(operands(DST, SRC), CALLS_USER_CODE, spec("sec-topropertykey")),
    /**
     * {@code SWITCH_INT src, low, table}: the constant is an int[] of targets; if src is a number
     * equal to low + i for an i within the table, pc = table[i] (0 means fall through); else falls
     * through. Strict equality, so -0 is 0.
     */
    SWITCH_INT(operands(SRC, INT, CONSTANT), spec("sec-switch-statement")),
    /**
     * {@code SWITCH_STRING src, table}: the constant is a {@link StringSwitch}; if src is one of
     * its strings, jumps; else falls through.
     */
    SWITCH_STRING(operands(SRC, CONSTANT), spec("sec-switch-statement")),
    /** {@code THROW src}: throws the value. */
    THROW(operands(SRC), MAY_THROW, TERMINATES, spec("sec-throw-statement")),
    /**
     * {@code RETHROW src}: throws what was caught again at the end of a finally block or handler:
     * the value, or the completion that a handler which rethrows received; not a new throw for the
     * debugger or for uncaught positions.
     */
    RETHROW(operands(SRC), MAY_THROW, TERMINATES),
    /** {@code DEBUGGER}: the debugger statement; does nothing without a debugger. */
    DEBUGGER(operands(), spec("sec-debugger-statement")),

    // ---------------------------------------------------------------- rarer calls

    /**
     * {@code CALL_SPREAD dst, callee, this, array, fb}: dst = callee.call(this, ...array); array
     * was built by CREATE_ARRAY and ARRAY_SPREAD and is unknown to others.
     */
    CALL_SPREAD(
            operands(DST, SRC, SRC, SRC, FEEDBACK),
            FeedbackKind.CALL,
            CALLS_USER_CODE,
            spec("sec-evaluatecall")),
    /** {@code CONSTRUCT_SPREAD dst, callee, array, fb}: dst = new callee(...array). */
    CONSTRUCT_SPREAD(
            operands(DST, SRC, SRC, FEEDBACK),
            FeedbackKind.CONSTRUCT,
            CALLS_USER_CODE,
            ALLOCATES,
            spec("sec-evaluatenew")),
    /**
     * {@code CALL_EVAL dst, callee, args, count, evalSite, fb}: if callee is the realm's %eval%, a
     * direct eval of the first argument in the current scope as the {@link EvalSite} constant says;
     * else CALL_N.
     */
    CALL_EVAL(
            operands(DST, SRC, RANGE, COUNT, CONSTANT, FEEDBACK),
            FeedbackKind.CALL,
            CALLS_USER_CODE,
            spec("sec-function-calls-runtime-semantics-evaluation")),
    /**
     * {@code CALL_EVAL_SPREAD dst, callee, array, evalSite, fb}: the same with the arguments in an
     * array.
     */
    CALL_EVAL_SPREAD(
            operands(DST, SRC, SRC, CONSTANT, FEEDBACK),
            FeedbackKind.CALL,
            CALLS_USER_CODE,
            spec("sec-function-calls-runtime-semantics-evaluation")),
    /**
     * {@code GET_SUPER_CONSTRUCTOR dst, function}: dst = function.[[GetPrototypeOf]](), whatever it
     * is (the super call checks it).
     */
    GET_SUPER_CONSTRUCTOR(operands(DST, SRC), READS_HEAP, spec("sec-getsuperconstructor")),
    /**
     * {@code SUPER_CALL dst, constructor, newTarget, args, count, fb}: dst = Construct(constructor,
     * args, newTarget); TypeError "Super constructor x of anonymous class is not a constructor".
     */
    SUPER_CALL(
            operands(DST, SRC, SRC, RANGE, COUNT, FEEDBACK),
            FeedbackKind.CONSTRUCT,
            CALLS_USER_CODE,
            ALLOCATES,
            spec("sec-super-keyword-runtime-semantics-evaluation")),
    /**
     * {@code SUPER_CALL_SPREAD dst, constructor, newTarget, array, fb}: the same with the arguments
     * in an array.
     */
    SUPER_CALL_SPREAD(
            operands(DST, SRC, SRC, SRC, FEEDBACK),
            FeedbackKind.CONSTRUCT,
            CALLS_USER_CODE,
            ALLOCATES,
            spec("sec-super-keyword-runtime-semantics-evaluation")),
    /**
     * {@code SUPER_CALL_FORWARD dst, constructor, newTarget, fb}: the same with the frame's own
     * arguments (default derived constructor).
     */
    SUPER_CALL_FORWARD(
            operands(DST, SRC, SRC, FEEDBACK),
            FeedbackKind.CONSTRUCT,
            CALLS_USER_CODE,
            ALLOCATES,
            spec("sec-runtime-semantics-classdefinitionevaluation")),
    /**
     * {@code CHECK_THIS src}: throws the ReferenceError "Must call super constructor in derived
     * class before accessing 'this' or returning from derived constructor" if src is Java null.
     */
    CHECK_THIS(operands(SRC), MAY_THROW, spec("sec-function-environment-records-getthisbinding")),
    /**
     * {@code CHECK_THIS_UNBOUND src}: throws the ReferenceError "Super constructor may only be
     * called once" unless src is Java null.
     */
    CHECK_THIS_UNBOUND(operands(SRC), MAY_THROW, spec("sec-bindthisvalue")),
    /**
     * {@code RETURN_DERIVED value, this}: end of a derived constructor: returns value if it is an
     * object; a value other than undefined is a TypeError; else CHECK_THIS and return this.
     */
    RETURN_DERIVED(
            operands(SRC, SRC),
            MAY_THROW,
            TERMINATES,
            spec("sec-ecmascript-function-objects-construct-argumentslist-newtarget")),
    /**
     * {@code INITIALIZE_INSTANCE object, function}: InitializeInstanceElements(object, function):
     * adds the class constructor's private methods, then calls its fields initializer (if any) on
     * the object.
     */
    INITIALIZE_INSTANCE(
            operands(SRC, SRC), CALLS_USER_CODE, spec("sec-initializeinstanceelements")),

    // ---------------------------------------------------------------- arguments

    /**
     * {@code CREATE_MAPPED_ARGUMENTS dst, mapping}: dst = a sloppy arguments object; the constant
     * is an int[] with an entry per parameter: the slot of the current scope with the variable that
     * aliases argument i, or 0 where nothing does.
     */
    CREATE_MAPPED_ARGUMENTS(
            operands(DST, CONSTANT), ALLOCATES, spec("sec-createmappedargumentsobject")),
    /** {@code CREATE_UNMAPPED_ARGUMENTS dst}: dst = a strict arguments object. */
    CREATE_UNMAPPED_ARGUMENTS(operands(DST), ALLOCATES, spec("sec-createunmappedargumentsobject")),
    /** {@code CREATE_REST dst, start}: dst = an array of the actual arguments from index start. */
    CREATE_REST(
            operands(DST, INT),
            ALLOCATES,
            spec("sec-function-definitions-runtime-semantics-iteratorbindinginitialization")),

    // ---------------------------------------------------------------- definitions in object
    // literals and classes

    /**
     * {@code DEFINE_PROPERTY object, key, value, fb}: CreateDataPropertyOrThrow(object, key, value)
     * with a constant property key (string or index Integer).
     */
    DEFINE_PROPERTY(
            operands(SRC, CONSTANT, SRC, FEEDBACK),
            PROPERTY_STORE,
            CALLS_USER_CODE,
            spec("sec-createdatapropertyorthrow")),
    /**
     * {@code DEFINE_ELEMENT object, key, value}: CreateDataPropertyOrThrow with the key in a
     * register, already a property key.
     */
    DEFINE_ELEMENT(operands(SRC, SRC, SRC), CALLS_USER_CODE, spec("sec-createdatapropertyorthrow")),
    /**
     * {@code DEFINE_METHOD object, key, function, enumerable}: DefinePropertyOrThrow of a writable,
     * configurable method; key in a register.
     */
    DEFINE_METHOD(operands(SRC, SRC, SRC, FLAG), CALLS_USER_CODE, spec("sec-definemethodproperty")),
    /**
     * {@code DEFINE_GETTER object, key, function, enumerable}: defines the getter half of an
     * accessor.
     */
    DEFINE_GETTER(
            operands(SRC, SRC, SRC, FLAG),
            CALLS_USER_CODE,
            spec("sec-runtime-semantics-methoddefinitionevaluation")),
    /**
     * {@code DEFINE_SETTER object, key, function, enumerable}: defines the setter half of an
     * accessor.
     */
    DEFINE_SETTER(
            operands(SRC, SRC, SRC, FLAG),
            CALLS_USER_CODE,
            spec("sec-runtime-semantics-methoddefinitionevaluation")),
    /**
     * {@code SET_HOME_OBJECT function, object}: function.[[HomeObject]] = object (MakeMethod); only
     * for functions that use super.
     */
    SET_HOME_OBJECT(operands(SRC, SRC), WRITES_HEAP, spec("sec-makemethod")),
    /**
     * {@code SET_FUNCTION_NAME function, key, prefix}: SetFunctionName with a computed key; prefix
     * 0 none, 1 "get", 2 "set". Does nothing to a class with an own "name".
     */
    SET_FUNCTION_NAME(operands(SRC, SRC, FLAG), WRITES_HEAP, spec("sec-setfunctionname")),
    /**
     * {@code SET_LITERAL_PROTOTYPE object, value}: the __proto__: value of an object literal;
     * ignored unless value is an object or null.
     */
    SET_LITERAL_PROTOTYPE(
            operands(SRC, SRC),
            WRITES_HEAP,
            spec("sec-__proto__-property-names-in-object-initializers")),
    /**
     * {@code COPY_DATA_PROPERTIES target, source, excluded, count}: CopyDataProperties; the
     * excluded keys are in registers as property keys. Object spread and object rest.
     */
    COPY_DATA_PROPERTIES(
            operands(SRC, SRC, RANGE, COUNT), CALLS_USER_CODE, spec("sec-copydataproperties")),
    /**
     * {@code CREATE_CLASS dst, heritage, function, hasHeritage}: ClassDefinitionEvaluation up to
     * the constructor: dst = the constructor made of nested function {@code function}, dst + 1 =
     * its prototype object. heritage is read only if hasHeritage is 1 (null is allowed; TypeErrors
     * "Class extends value x is not a constructor or null", "...does not have valid prototype
     * property").
     */
    CREATE_CLASS(
            operands(DST_PAIR, SRC, FUNCTION, FLAG),
            CALLS_USER_CODE,
            ALLOCATES,
            spec("sec-runtime-semantics-classdefinitionevaluation")),
    /**
     * {@code SET_CLASS_INITIALIZER constructor, function}: the function that defines the fields of
     * an instance (this) becomes the constructor's [[Fields]].
     */
    SET_CLASS_INITIALIZER(
            operands(SRC, SRC),
            WRITES_HEAP,
            spec("sec-runtime-semantics-classdefinitionevaluation")),
    /**
     * {@code SET_FIELD_KEY function, index, key}: keeps the computed key of a field, as a property
     * key, with an initializer function.
     */
    SET_FIELD_KEY(operands(SRC, INT, SRC), WRITES_HEAP),
    /**
     * {@code GET_FIELD_KEY dst, index}: dst = that key of the active function, which is an
     * initializer.
     */
    GET_FIELD_KEY(operands(DST, INT), READS_HEAP),

    // ---------------------------------------------------------------- private names

    /**
     * {@code CREATE_PRIVATE_NAME dst, description}: dst = a new private name ("#x") of a field, a
     * private Symbol.
     */
    CREATE_PRIVATE_NAME(operands(DST, CONSTANT), ALLOCATES, spec("sec-private-names")),
    /**
     * {@code CREATE_PRIVATE_METHOD_NAME dst, description, className, static}: dst = a new private
     * name of a method or accessor; the others tell who has it, for error messages.
     */
    CREATE_PRIVATE_METHOD_NAME(
            operands(DST, CONSTANT, CONSTANT, FLAG), ALLOCATES, spec("sec-private-names")),
    /**
     * {@code GET_PRIVATE dst, object, name, fb}: PrivateGet; "Cannot read private member #x from an
     * object whose class did not declare it".
     */
    GET_PRIVATE(
            operands(DST, SRC, SRC, FEEDBACK),
            PROPERTY_LOAD,
            CALLS_USER_CODE,
            spec("sec-privateget")),
    /** {@code SET_PRIVATE object, name, value, fb}: PrivateSet; methods are not writable. */
    SET_PRIVATE(
            operands(SRC, SRC, SRC, FEEDBACK),
            PROPERTY_STORE,
            CALLS_USER_CODE,
            spec("sec-privateset")),
    /**
     * {@code HAS_PRIVATE dst, object, name}: dst = #x in object; TypeError unless object is an
     * object.
     */
    HAS_PRIVATE(
            operands(DST, SRC, SRC),
            MAY_THROW,
            READS_HEAP,
            spec("sec-relational-operators-runtime-semantics-evaluation")),
    /**
     * {@code DEFINE_PRIVATE_FIELD object, name, value, fb}: PrivateFieldAdd; "Cannot initialize #x
     * twice on the same object".
     */
    DEFINE_PRIVATE_FIELD(
            operands(SRC, SRC, SRC, FEEDBACK),
            PROPERTY_STORE,
            MAY_THROW,
            WRITES_HEAP,
            spec("sec-privatefieldadd")),
    /**
     * {@code DEFINE_PRIVATE_METHOD object, name, function, kind}: PrivateMethodOrAccessorAdd on the
     * object itself, for static ones; kind 0 method, 1 getter, 2 setter (joins its getter).
     */
    DEFINE_PRIVATE_METHOD(
            operands(SRC, SRC, SRC, FLAG),
            MAY_THROW,
            WRITES_HEAP,
            spec("sec-privatemethodoraccessoradd")),
    /**
     * {@code ADD_INSTANCE_PRIVATE_METHOD constructor, name, function, kind}: appends to the
     * constructor's [[PrivateMethods]], which INITIALIZE_INSTANCE installs.
     */
    ADD_INSTANCE_PRIVATE_METHOD(
            operands(SRC, SRC, SRC, FLAG),
            WRITES_HEAP,
            spec("sec-runtime-semantics-classdefinitionevaluation")),

    // ---------------------------------------------------------------- super properties, delete

    /**
     * {@code GET_SUPER_BASE dst, function}: dst = function.[[HomeObject]].[[GetPrototypeOf]](), an
     * object or null.
     */
    GET_SUPER_BASE(operands(DST, SRC), CALLS_USER_CODE, spec("sec-getsuperbase")),
    /**
     * {@code GET_SUPER_PROPERTY dst, base, key, this, fb}: dst = base.[[Get]](key, this) with a
     * constant key; a null base is a TypeError.
     */
    GET_SUPER_PROPERTY(
            operands(DST, SRC, CONSTANT, SRC, FEEDBACK),
            PROPERTY_LOAD,
            CALLS_USER_CODE,
            spec("sec-makesuperpropertyreference")),
    /**
     * {@code GET_SUPER_ELEMENT dst, base, key, this}: the same with the key in a register,
     * converted here.
     */
    GET_SUPER_ELEMENT(
            operands(DST, SRC, SRC, SRC), CALLS_USER_CODE, spec("sec-makesuperpropertyreference")),
    /**
     * {@code SET_SUPER_PROPERTY base, key, value, this, strict}: base.[[Set]](key, value, this)
     * with a constant key.
     */
    SET_SUPER_PROPERTY(
            operands(SRC, CONSTANT, SRC, SRC, FLAG),
            CALLS_USER_CODE,
            spec("sec-makesuperpropertyreference")),
    /**
     * {@code SET_SUPER_ELEMENT base, key, value, this, strict}: the same with the key in a
     * register.
     */
    SET_SUPER_ELEMENT(
            operands(SRC, SRC, SRC, SRC, FLAG),
            CALLS_USER_CODE,
            spec("sec-makesuperpropertyreference")),
    /**
     * {@code DELETE_ELEMENT dst, object, key, strict}: dst = delete object[key]; a failed delete is
     * a TypeError when strict.
     */
    DELETE_ELEMENT(operands(DST, SRC, SRC, FLAG), CALLS_USER_CODE, spec("sec-delete-operator")),

    // ---------------------------------------------------------------- names that only run time can
    // resolve

    /**
     * {@code RESOLVE_NAME dst, name}: dst = an internal reference: walks from the current scope up
     * through with objects (honouring @@unscopables), variables declared by eval, scope slots by
     * their ScopeInfo names, to the globals; may be unresolvable.
     */
    RESOLVE_NAME(operands(DST, CONSTANT), CALLS_USER_CODE, spec("sec-getidentifierreference")),
    /**
     * {@code GET_NAME dst, name}: dst = the value of the name resolved as in RESOLVE_NAME;
     * ReferenceErrors for TDZ and "name is not defined".
     */
    GET_NAME(operands(DST, CONSTANT), CALLS_USER_CODE, spec("sec-getvalue")),
    /**
     * {@code GET_NAME_OR_UNDEFINED dst, name}: the same for typeof: undefined when unresolvable.
     */
    GET_NAME_OR_UNDEFINED(operands(DST, CONSTANT), CALLS_USER_CODE, spec("sec-typeof-operator")),
    /**
     * {@code GET_NAME_FOR_CALL dst, name}: dst = the value, dst + 1 = the this value for calling it
     * (the with object, else undefined).
     */
    GET_NAME_FOR_CALL(operands(DST_PAIR, CONSTANT), CALLS_USER_CODE, spec("sec-evaluatecall")),
    /**
     * {@code GET_REFERENCE dst, reference, strict}: dst = GetValue(reference) of a RESOLVE_NAME.
     */
    GET_REFERENCE(operands(DST, SRC, FLAG), CALLS_USER_CODE, spec("sec-getvalue")),
    /**
     * {@code SET_REFERENCE reference, value, strict}: PutValue(reference, value), with const, TDZ
     * and unresolvable handling.
     */
    SET_REFERENCE(operands(SRC, SRC, FLAG), CALLS_USER_CODE, spec("sec-putvalue")),
    /** {@code DELETE_NAME dst, name}: dst = delete name (sloppy code only). */
    DELETE_NAME(operands(DST, CONSTANT), CALLS_USER_CODE, spec("sec-delete-operator")),
    /**
     * {@code GET_GLOBAL_OR_UNDEFINED dst, name, fb}: GET_GLOBAL for typeof: undefined when
     * unresolvable.
     */
    GET_GLOBAL_OR_UNDEFINED(
            operands(DST, CONSTANT, FEEDBACK),
            GLOBAL,
            CALLS_USER_CODE,
            spec("sec-typeof-operator")),
    /**
     * {@code INITIALIZE_GLOBAL name, src}: initialises a global lexical binding (let, const, class
     * at script level).
     */
    INITIALIZE_GLOBAL(operands(CONSTANT, SRC), WRITES_HEAP, spec("sec-initializebinding")),
    /**
     * {@code DECLARE_GLOBALS declarations}: GlobalDeclarationInstantiation (or its part of a global
     * eval) of the {@link Declarations} constant: checks, then lexical bindings, functions, vars.
     */
    DECLARE_GLOBALS(
            operands(CONSTANT), CALLS_USER_CODE, spec("sec-globaldeclarationinstantiation")),
    /**
     * {@code DECLARE_EVAL_VARIABLES declarations}: EvalDeclarationInstantiation of a sloppy direct
     * eval in the nearest variable scope (function or global) of the current scope; see {@link
     * ScopeInfo} for clashes.
     */
    DECLARE_EVAL_VARIABLES(
            operands(CONSTANT), CALLS_USER_CODE, spec("sec-evaldeclarationinstantiation")),
    /**
     * {@code SET_VARIABLE name, src}: assigns to a var in the nearest variable scope, past block
     * scopes (Annex B function in block, in eval and dynamic code).
     */
    SET_VARIABLE(
            operands(CONSTANT, SRC),
            CALLS_USER_CODE,
            spec("sec-web-compat-evaldeclarationinstantiation")),
    /**
     * {@code PUSH_WITH object, scopeInfo}: scope = {scope, scopeInfo, ToObject(object)}; undefined
     * and null throw.
     */
    PUSH_WITH(
            operands(SRC, CONSTANT),
            MAY_THROW,
            CHANGES_SCOPE,
            ALLOCATES,
            spec("sec-with-statement")),

    // ---------------------------------------------------------------- checks and early throws

    /**
     * {@code THROW_ERROR type, message}: throws a new error; type is an {@link ErrorKind} ordinal,
     * message a string constant.
     */
    THROW_ERROR(operands(FLAG, CONSTANT), MAY_THROW, TERMINATES),
    /**
     * {@code THROW_CONST_ASSIGNMENT name}: throws the TypeError "Assignment to constant variable."
     */
    THROW_CONST_ASSIGNMENT(operands(CONSTANT), MAY_THROW, TERMINATES),
    /**
     * {@code CHECK_OBJECT_COERCIBLE src, key}: throws a TypeError for undefined and null: "Cannot
     * destructure property 'key' of 'x' as it is undefined." key is a constant: a string, or
     * undefined when there is none.
     */
    CHECK_OBJECT_COERCIBLE(operands(SRC, CONSTANT), MAY_THROW, spec("sec-requireobjectcoercible")),
    /**
     * {@code CHECK_ITERATOR_RESULT src}: throws the TypeError "Iterator result x is not an object"
     * unless src is an object.
     */
    CHECK_ITERATOR_RESULT(operands(SRC), MAY_THROW, spec("sec-iteratornext")),

    // ---------------------------------------------------------------- rarer iteration

    /**
     * {@code GET_ASYNC_ITERATOR dst, iterable}: dst = the record of GetIterator(iterable, async).
     */
    GET_ASYNC_ITERATOR(operands(DST, SRC), CALLS_USER_CODE, ALLOCATES, spec("sec-getiterator")),
    /**
     * {@code ITERATOR_STEP dst, iterator, fb}: like ITERATOR_NEXT for array patterns: dst = the
     * value, or undefined when (already) done.
     */
    ITERATOR_STEP(
            operands(DST, SRC, FEEDBACK),
            ITERATION,
            CALLS_USER_CODE,
            spec("sec-iteratorstepvalue")),
    /**
     * {@code ITERATOR_REST dst, iterator}: dst = an array of all remaining values; sets done (also
     * when it throws).
     */
    ITERATOR_REST(
            operands(DST, SRC),
            CALLS_USER_CODE,
            ALLOCATES,
            spec("sec-runtime-semantics-iteratorbindinginitialization")),
    /**
     * {@code ITERATOR_CLOSE iterator}: IteratorClose for a completion that is not a throw; nothing
     * if done. Sets done. Throws what return throws, and a TypeError if it gives no object.
     */
    ITERATOR_CLOSE(operands(SRC), CALLS_USER_CODE, spec("sec-iteratorclose")),
    /**
     * {@code ITERATOR_CLOSE_SILENTLY iterator}: IteratorClose for a throw completion: nothing if
     * done; whatever return throws is dropped. Sets done.
     */
    ITERATOR_CLOSE_SILENTLY(operands(SRC), CALLS_USER_CODE, spec("sec-iteratorclose")),
    /**
     * {@code ITERATOR_CALL_NEXT dst, iterator, value}: dst = Call(next, iterator, value), without
     * an argument where value is empty; the raw result; sets done if it throws.
     */
    ITERATOR_CALL_NEXT(operands(DST, SRC, SRC), CALLS_USER_CODE, spec("sec-iteratornext")),
    /**
     * {@code ITERATOR_UNPACK dst, iterator, result, doneTarget}: TypeError unless result is an
     * object; if its done is true, sets the done flag and jumps (dst unchanged); else dst = its
     * value. Sets done if any of it throws.
     */
    ITERATOR_UNPACK(operands(DST, SRC, SRC, TARGET), CALLS_USER_CODE, spec("sec-iteratorcomplete")),
    /**
     * {@code ITERATOR_GET_METHOD dst, iterator, name}: dst = GetMethod(record.iterator, name),
     * undefined if absent; for return and throw.
     */
    ITERATOR_GET_METHOD(operands(DST, SRC, CONSTANT), CALLS_USER_CODE, spec("sec-getmethod")),
    /** {@code ITERATOR_GET_OBJECT dst, iterator}: dst = the record's iterator object. */
    ITERATOR_GET_OBJECT(operands(DST, SRC), READS_HEAP),
    /**
     * {@code ITERATOR_SET_DONE iterator}: sets the record's done flag, so that later closes do
     * nothing.
     */
    ITERATOR_SET_DONE(operands(SRC), WRITES_HEAP),
    /** {@code JUMP_IF_ITERATOR_DONE iterator, target}: jumps if the record's done flag is set. */
    JUMP_IF_ITERATOR_DONE(operands(SRC, TARGET), READS_HEAP),

    // ---------------------------------------------------------------- generators and async
    // functions

    /**
     * {@code CREATE_GENERATOR}: once per generator frame, after the parameters were bound: makes
     * the generator object (prototype from the active function), suspends the frame at the next op
     * and returns the object to the caller. A first resumption with throw throws at the next op,
     * one with return leaves the frame: the code cannot observe either. In a module: suspends after
     * its functions were instantiated (linking); evaluation resumes it.
     */
    CREATE_GENERATOR(operands(), SUSPENDS, CALLS_USER_CODE, ALLOCATES, spec("sec-generatorstart")),
    /**
     * {@code YIELD dst, mode, value}: suspends. A generator gives its resumer {value, done: false};
     * an async generator does AsyncGeneratorYield(value), value being awaited already. On
     * resumption dst = the value sent and mode = the Integer of {@link ResumeMode}: 0 next, 1
     * throw, 2 return. Never throws: RESUME acts on the mode.
     */
    YIELD(operands(DST, DST, SRC), SUSPENDS, CALLS_USER_CODE, spec("sec-yield")),
    /**
     * {@code YIELD_DELEGATE dst, mode, result, iterator}: like YIELD in a sync generator, but gives
     * the resumer the result object, which the iterator gave, as it is.
     */
    YIELD_DELEGATE(
            operands(DST, DST, SRC, SRC),
            SUSPENDS,
            CALLS_USER_CODE,
            spec("sec-generator-function-definitions-runtime-semantics-evaluation")),
    /**
     * {@code RESUME value, mode, returnTarget}: after a suspension: mode 0 falls through, mode 1
     * throws value, mode 2 jumps to returnTarget.
     */
    RESUME(operands(SRC, SRC, TARGET), MAY_THROW),
    /**
     * {@code AWAIT dst, value}: suspends until PromiseResolve(value) settles; dst = the fulfilment
     * value, or throws the reason (at this op).
     */
    AWAIT(operands(DST, SRC), SUSPENDS, CALLS_USER_CODE, spec("await")),
    /**
     * {@code AWAIT_CATCH dst, mode, value}: like AWAIT but never throws: mode = Integer 0 with dst
     * = the value, or 1 with dst = the reason (also for what PromiseResolve throws).
     */
    AWAIT_CATCH(operands(DST, DST, SRC), SUSPENDS, CALLS_USER_CODE, spec("await")),

    // ---------------------------------------------------------------- explicit resource management

    /** {@code CREATE_DISPOSE_STACK dst}: dst = an empty DisposeCapability (internal). */
    CREATE_DISPOSE_STACK(operands(DST), ALLOCATES, spec("sec-newdisposecapability")),
    /**
     * {@code ADD_DISPOSABLE stack, value, async}: AddDisposableResource(stack, value, hint),
     * async-dispose if async is 1.
     */
    ADD_DISPOSABLE(operands(SRC, SRC, FLAG), CALLS_USER_CODE, spec("sec-adddisposableresource")),
    /**
     * {@code DISPOSE_RESOURCES stack, mode, value}: DisposeResources of sync resources; mode
     * (register) is Integer 1 for a throw completion with value, any other Integer for others.
     * Throws the resulting error, if any (SuppressedError).
     */
    DISPOSE_RESOURCES(operands(SRC, SRC, SRC), CALLS_USER_CODE, spec("sec-disposeresources")),
    /**
     * {@code DISPOSE_BEGIN stack, mode, value}: starts a disposal that awaits, with the pending
     * completion.
     */
    DISPOSE_BEGIN(operands(SRC, SRC, SRC), WRITES_HEAP, spec("sec-disposeresources")),
    /**
     * {@code DISPOSE_STEP dst, stack, doneTarget}: disposes of resources up to the next value that
     * must be awaited, dst; jumps when none is left. Errors of dispose methods join the stack's
     * completion.
     */
    DISPOSE_STEP(operands(DST, SRC, TARGET), CALLS_USER_CODE, spec("sec-disposeresources")),
    /**
     * {@code DISPOSE_SETTLE stack, mode, value}: the result of the AWAIT_CATCH after a
     * DISPOSE_STEP; mode 1 joins value to the completion.
     */
    DISPOSE_SETTLE(operands(SRC, SRC, SRC), WRITES_HEAP, spec("sec-disposeresources")),
    /** {@code DISPOSE_END stack}: throws the error of the stack's completion, if it is a throw. */
    DISPOSE_END(operands(SRC), MAY_THROW, spec("sec-disposeresources")),

    // ---------------------------------------------------------------- modules

    /**
     * {@code GET_IMPORT dst, depth, slot}: the module scope's slot holds an {@link ImportBinding}
     * set at link time; dst = its target variable; Java null throws the TDZ ReferenceError.
     */
    GET_IMPORT(
            operands(DST, DEPTH, SLOT),
            MAY_THROW,
            READS_HEAP,
            spec("sec-module-environment-records-getbindingvalue-n-s")),
    /** {@code IMPORT_META dst}: dst = import.meta of the active module. */
    IMPORT_META(
            operands(DST),
            ALLOCATES,
            CALLS_USER_CODE,
            spec("sec-meta-properties-runtime-semantics-evaluation")),
    /**
     * {@code IMPORT_CALL dst, specifier, options, phase}: dst = the promise of import(specifier,
     * options); phase 0 evaluation, 1 source, 2 defer.
     */
    IMPORT_CALL(
            operands(DST, SRC, SRC, FLAG), CALLS_USER_CODE, ALLOCATES, spec("sec-import-calls")),

    // ---------------------------------------------------------------- late additions (see the
    // sections above)

    /**
     * {@code TO_ELEMENT_KEY dst, object, key}: like GET_ELEMENT throws if object is nullish; else
     * dst = ToPropertyKey(key) as a JS value. For {@code object[key] op= value}.
     */
    TO_ELEMENT_KEY(operands(DST, SRC, SRC), CALLS_USER_CODE, spec("sec-topropertykey")),
    /**
     * {@code JUMP_IF_EQUAL_NULL src, target}: jumps if src == null: undefined, null or an object
     * with [[IsHTMLDDA]].
     */
    JUMP_IF_EQUAL_NULL(operands(SRC, TARGET), LOOSE_EQUALITY),
    /** {@code JUMP_IF_NOT_EQUAL_NULL src, target}: jumps if src != null. */
    JUMP_IF_NOT_EQUAL_NULL(operands(SRC, TARGET), LOOSE_EQUALITY),
    /**
     * {@code JUMP_IF_ARRAY_ITERATION_CHANGED target}: jumps unless iterating over a new array gives
     * its elements, and runs no code of the program.
     */
    JUMP_IF_ARRAY_ITERATION_CHANGED(operands(TARGET), READS_HEAP),
    /**
     * {@code CLOSE_ARRAY_ITERATION silently}: ends what has read the elements of a new array
     * without an iterator: ITERATOR_CLOSE or, if silently is 1, ITERATOR_CLOSE_SILENTLY of an array
     * iterator that has none left. That calls a method return that the program has given to these
     * iterators in the meantime.
     */
    CLOSE_ARRAY_ITERATION(operands(FLAG), CALLS_USER_CODE),

    // ---------------------------------------------------------------- inlined functions

    /**
     * {@code CHECK_TARGET callee, target} (this and the ops below are in no function's own code:
     * the optimizing tier puts them where it inlines one function into another): goes on if callee
     * is the constant, a function, or a closure of the constant, a function literal; else the call
     * before which it stands is made.
     */
    CHECK_TARGET(operands(SRC, CONSTANT)),
    /**
     * {@code JUMP_IF_NOT_TARGET callee, code, target}: jumps unless callee is a closure of the
     * constant, a function literal.
     */
    JUMP_IF_NOT_TARGET(operands(SRC, CONSTANT, TARGET)),
    /**
     * {@code CREATE_THIS dst, constructor}: dst = the object that the constructor, a function with
     * a prototype property, gets as its this value.
     */
    CREATE_THIS(operands(DST, SRC), ALLOCATES, spec("sec-ordinarycreatefromconstructor")),
    /**
     * {@code ENTER_FUNCTION callee, this, number}: the inlined function of that number begins; its
     * parameters are in its registers.
     */
    ENTER_FUNCTION(operands(SRC, SRC, INT)),
    /**
     * {@code LEAVE_FUNCTION dst, value, number}: dst = value, which the inlined function returns.
     */
    LEAVE_FUNCTION(operands(DST, SRC, INT));

    private static final Op[] BY_OPCODE = values();

    private final List<Operand> operands;
    private final Set<OpTrait.Effect> effects;
    private final FeedbackKind feedback;
    private final String specAnchor;

    Op(List<Operand> operands, OpTrait... traits) {
        this.operands = operands;
        this.effects = EnumSet.noneOf(OpTrait.Effect.class);
        FeedbackKind kind = null;
        String anchor = null;
        for (OpTrait trait : traits) {
            switch (trait) {
                case OpTrait.Effect effect -> effects.addAll(effect.implied());
                case FeedbackKind feedbackKind -> kind = feedbackKind;
                case OpTrait.Spec spec -> anchor = spec.anchor();
            }
        }
        this.feedback = kind;
        this.specAnchor = anchor;
    }

    private static List<Operand> operands(Operand... operands) {
        return List.of(operands);
    }

    /** The op with this opcode. */
    public static Op of(int opcode) {
        return BY_OPCODE[opcode];
    }

    /** The int that stands for this op in code. */
    public int opcode() {
        return ordinal();
    }

    public List<Operand> operandKinds() {
        return operands;
    }

    /** How many ints an instruction takes: the opcode and its operands. */
    public int length() {
        return 1 + operands.size();
    }

    public boolean has(OpTrait.Effect effect) {
        return effects.contains(effect);
    }

    public Set<OpTrait.Effect> effects() {
        return effects;
    }

    /** Whether only the optimizing tier makes the op, where it inlines a function. */
    public boolean isOfInlining() {
        return compareTo(CHECK_TARGET) >= 0;
    }

    /** What the FEEDBACK operand's slot records, or null if the op has none. */
    public FeedbackKind feedback() {
        return feedback;
    }

    /** Anchor of the ECMA-262 clause this op implements, or null if it is only machinery. */
    public String specAnchor() {
        return specAnchor;
    }
}
