package dev.jsj.interp.interpreter;

import static dev.jsj.interp.bytecode.Opcodes.*;

import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.runtime.object.Elements;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.GlobalBinding;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * The dispatch loop.
 *
 * <p>{@link #dispatch} executes what is common and cheap (moves, int32 arithmetic, jumps,
 * properties of one shape, dense elements) without calling anything. An op that needs more leaves
 * it: {@link SlowOps} executes the op with its full semantics, {@link Calls} makes the frames of
 * calls, which {@link #run} runs in the same loop: script functions calling each other take no Java
 * stack. A frame is entered before {@code run} and left by RETURN or a suspension. Exceptions leave
 * the stack as it is, so that an error object made late sees it; {@link Unwinding} finds the
 * handler.
 *
 * <p><b>Why so.</b> HotSpot compiles no method of more than 8,000 bytes (a test measures this one),
 * and C2 keeps a variable in a register only where no call lies in its way: since all registers are
 * caller-saved, one slow path that returns into the loop would put the pc into memory for every op.
 * C2 also computes an expression that several cases share once, before the switch, and spills it:
 * so the operands a to d are read there on purpose, and every instruction length has one place that
 * adds it to the pc.
 */
final class Interpreter {
    /** What {@link #dispatch} returns at a loop back edge when the function's budget is used up. */
    private static final int LOOP_BUDGET = -1;

    private Interpreter() {}

    /**
     * Runs an entered frame from its pc, and the frames of the script functions that it calls.
     *
     * @return the value returned, or null where the frame was suspended
     */
    static @Nullable Object run(Frame entry) {
        Frame frame = entry;
        for (; ; ) {
            try {
                return run(entry, frame);
            } catch (JSThrow completion) {
                frame = Unwinding.unwind(entry, completion);
            } catch (StackOverflowError overflow) {
                frame = Unwinding.unwind(entry, Errors.stackOverflow());
            }
        }
    }

    private static @Nullable Object run(Frame entry, Frame from) {
        Frame frame = from;
        for (; ; ) {
            int op = dispatch(frame);
            int pc = frame.pc;
            Object result;
            if (op >= CALL0 && op <= CONSTRUCT) {
                Frame callee = Calls.begin(frame, op, pc);
                if (callee != null) {
                    frame = callee;
                }
                continue;
            }
            if (op == RETURN) {
                result = frame.registers[frame.code.instructions[pc + 1]];
                frame.leave();
            } else if (op == LOOP_BUDGET) {
                result = Budget.onLoop(frame);
                if (result == Budget.GO_ON) {
                    continue;
                }
            } else {
                int next = SlowOps.execute(frame, op, pc);
                if (next >= 0) {
                    frame.pc = next;
                    continue;
                }
                result = frame.takeResult();
            }
            if (frame == entry) {
                return result;
            }
            Frame caller = (Frame) frame.caller;
            Calls.end(caller, frame, result);
            frame = caller;
        }
    }

    /** The inner loop: runs to the next op that needs more, whose opcode it returns. */
    private static int dispatch(Frame frame) {
        final Object[] r = frame.registers;
        final ScriptCode unit = frame.code;
        final int[] code = unit.instructions;
        final int[] counters = unit.counters;
        final Object[] caches = unit.caches;
        final Object[] constants = unit.constants;
        final Object[] scope = frame.scope;
        final Object self = frame.self;
        int pc = frame.pc;
        for (; ; ) {
            final int op = code[pc];
            final int a = code[pc + 1];
            final int b = code[pc + 2];
            final int c = code[pc + 3];
            final int d = code[pc + 4];
            backEdge:
            {
                length6:
                {
                    length5:
                    {
                        length4:
                        {
                            length3:
                            {
                                length2:
                                {
                                    switch (op) {
                                        case MOVE -> {
                                            r[a] = r[b];
                                            break length3;
                                        }
                                        case LOAD_INT -> {
                                            r[a] = b;
                                            break length3;
                                        }
                                        case LOAD_CONSTANT -> {
                                            r[a] = constants[b];
                                            break length3;
                                        }
                                        case LOAD_UNDEFINED -> {
                                            r[a] = Undefined.UNDEFINED;
                                            break length2;
                                        }
                                        case LOAD_NULL -> {
                                            r[a] = Null.NULL;
                                            break length2;
                                        }
                                        case LOAD_TRUE -> {
                                            r[a] = Boolean.TRUE;
                                            break length2;
                                        }
                                        case LOAD_FALSE -> {
                                            r[a] = Boolean.FALSE;
                                            break length2;
                                        }
                                        case LOAD_EMPTY -> {
                                            r[a] = null;
                                            break length2;
                                        }
                                        case LOAD_THIS -> {
                                            r[a] = self;
                                            break length2;
                                        }

                                        // ---- arithmetic on int32
                                        case ADD -> {
                                            if (r[b] instanceof Integer x
                                                    && r[c] instanceof Integer y) {
                                                int sum = x + y;
                                                if (((x ^ sum) & (y ^ sum)) >= 0) {
                                                    r[a] = sum;
                                                    break length5;
                                                }
                                            }
                                        }
                                        case SUB -> {
                                            if (r[b] instanceof Integer x
                                                    && r[c] instanceof Integer y) {
                                                int difference = x - y;
                                                if (((x ^ y) & (x ^ difference)) >= 0) {
                                                    r[a] = difference;
                                                    break length5;
                                                }
                                            }
                                        }
                                        case MUL -> {
                                            if (r[b] instanceof Integer x
                                                    && r[c] instanceof Integer y) {
                                                long product = (long) x * y;
                                                if (product == (int) product && product != 0) {
                                                    r[a] = (int) product;
                                                    break length5;
                                                }
                                            }
                                        }
                                        case BIT_AND -> {
                                            if (r[b] instanceof Integer x
                                                    && r[c] instanceof Integer y) {
                                                r[a] = x & y;
                                                break length5;
                                            }
                                        }
                                        case BIT_OR -> {
                                            if (r[b] instanceof Integer x
                                                    && r[c] instanceof Integer y) {
                                                r[a] = x | y;
                                                break length5;
                                            }
                                        }
                                        case BIT_XOR -> {
                                            if (r[b] instanceof Integer x
                                                    && r[c] instanceof Integer y) {
                                                r[a] = x ^ y;
                                                break length5;
                                            }
                                        }
                                        case ADD_INT -> {
                                            if (r[b] instanceof Integer x) {
                                                int sum = x + c;
                                                if (((x ^ sum) & (c ^ sum)) >= 0) {
                                                    r[a] = sum;
                                                    break length5;
                                                }
                                            }
                                        }
                                        case SUB_INT -> {
                                            if (r[b] instanceof Integer x) {
                                                int difference = x - c;
                                                if (((x ^ c) & (x ^ difference)) >= 0) {
                                                    r[a] = difference;
                                                    break length5;
                                                }
                                            }
                                        }
                                        case BIT_AND_INT -> {
                                            if (r[b] instanceof Integer x) {
                                                r[a] = x & c;
                                                break length5;
                                            }
                                        }
                                        case BIT_OR_INT -> {
                                            if (r[b] instanceof Integer x) {
                                                r[a] = x | c;
                                                break length5;
                                            }
                                        }
                                        case SHIFT_LEFT_INT -> {
                                            if (r[b] instanceof Integer x) {
                                                r[a] = x << c;
                                                break length5;
                                            }
                                        }
                                        case SHIFT_RIGHT_INT -> {
                                            if (r[b] instanceof Integer x) {
                                                r[a] = x >> c;
                                                break length5;
                                            }
                                        }
                                        case INC -> {
                                            if (r[b] instanceof Integer x
                                                    && x != Integer.MAX_VALUE) {
                                                r[a] = x + 1;
                                                break length4;
                                            }
                                        }
                                        case DEC -> {
                                            if (r[b] instanceof Integer x
                                                    && x != Integer.MIN_VALUE) {
                                                r[a] = x - 1;
                                                break length4;
                                            }
                                        }
                                        case TO_NUMBER, TO_NUMERIC -> {
                                            if (r[b] instanceof Integer x) {
                                                r[a] = x;
                                                break length4;
                                            }
                                        }
                                        case NOT -> {
                                            if (r[b] instanceof Boolean value) {
                                                r[a] = !value;
                                                break length3;
                                            }
                                        }

                                        // ---- jumps
                                        case JUMP -> {
                                            pc = a;
                                            continue;
                                        }
                                        case JUMP_IF_TRUE -> {
                                            Object value = r[a];
                                            if (value == Boolean.TRUE) {
                                                counters[c]++;
                                                pc = b;
                                                continue;
                                            }
                                            if (value == Boolean.FALSE) {
                                                counters[c + 1]++;
                                                break length4;
                                            }
                                        }
                                        case JUMP_IF_FALSE -> {
                                            Object value = r[a];
                                            if (value == Boolean.FALSE) {
                                                counters[c]++;
                                                pc = b;
                                                continue;
                                            }
                                            if (value == Boolean.TRUE) {
                                                counters[c + 1]++;
                                                break length4;
                                            }
                                        }
                                        case JUMP_IF_NOT_LESS -> {
                                            if (r[a] instanceof Integer x
                                                    && r[b] instanceof Integer y) {
                                                if (x >= y) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    continue;
                                                }
                                                counters[d + 2]++;
                                                break length5;
                                            }
                                        }
                                        case JUMP_IF_NOT_LESS_EQUAL -> {
                                            if (r[a] instanceof Integer x
                                                    && r[b] instanceof Integer y) {
                                                if (x > y) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    continue;
                                                }
                                                counters[d + 2]++;
                                                break length5;
                                            }
                                        }
                                        case JUMP_IF_NOT_GREATER -> {
                                            if (r[a] instanceof Integer x
                                                    && r[b] instanceof Integer y) {
                                                if (x <= y) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    continue;
                                                }
                                                counters[d + 2]++;
                                                break length5;
                                            }
                                        }
                                        case JUMP_IF_NOT_GREATER_EQUAL -> {
                                            if (r[a] instanceof Integer x
                                                    && r[b] instanceof Integer y) {
                                                if (x < y) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    continue;
                                                }
                                                counters[d + 2]++;
                                                break length5;
                                            }
                                        }
                                        case JUMP_IF_NOT_LESS_INT -> {
                                            if (r[a] instanceof Integer x) {
                                                if (x >= b) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    continue;
                                                }
                                                counters[d + 2]++;
                                                break length5;
                                            }
                                        }
                                        case JUMP_IF_NOT_LESS_EQUAL_INT -> {
                                            if (r[a] instanceof Integer x) {
                                                if (x > b) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    continue;
                                                }
                                                counters[d + 2]++;
                                                break length5;
                                            }
                                        }
                                        case JUMP_IF_NOT_GREATER_INT -> {
                                            if (r[a] instanceof Integer x) {
                                                if (x <= b) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    continue;
                                                }
                                                counters[d + 2]++;
                                                break length5;
                                            }
                                        }
                                        case JUMP_IF_NOT_GREATER_EQUAL_INT -> {
                                            if (r[a] instanceof Integer x) {
                                                if (x < b) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    continue;
                                                }
                                                counters[d + 2]++;
                                                break length5;
                                            }
                                        }
                                        case JUMP_IF_STRICT_EQUAL -> {
                                            if (r[a] instanceof Integer x
                                                    && r[b] instanceof Integer y) {
                                                if (x.intValue() == y.intValue()) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    continue;
                                                }
                                                counters[d + 2]++;
                                                break length5;
                                            }
                                        }
                                        case JUMP_IF_STRICT_NOT_EQUAL -> {
                                            if (r[a] instanceof Integer x
                                                    && r[b] instanceof Integer y) {
                                                if (x.intValue() != y.intValue()) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    continue;
                                                }
                                                counters[d + 2]++;
                                                break length5;
                                            }
                                        }
                                        case JUMP_IF_STRICT_EQUAL_INT -> {
                                            if (r[a] instanceof Integer x) {
                                                if (x.intValue() == b) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    continue;
                                                }
                                                counters[d + 2]++;
                                                break length5;
                                            }
                                        }
                                        case JUMP_IF_STRICT_NOT_EQUAL_INT -> {
                                            if (r[a] instanceof Integer x) {
                                                if (x.intValue() != b) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    continue;
                                                }
                                                counters[d + 2]++;
                                                break length5;
                                            }
                                        }
                                        case JUMP_IF_UNDEFINED -> {
                                            if (r[a] == Undefined.UNDEFINED) {
                                                pc = b;
                                                continue;
                                            }
                                            break length3;
                                        }
                                        case JUMP_IF_NOT_UNDEFINED -> {
                                            if (r[a] != Undefined.UNDEFINED) {
                                                pc = b;
                                                continue;
                                            }
                                            break length3;
                                        }
                                        case JUMP_IF_NULLISH -> {
                                            if (r[a] == Undefined.UNDEFINED || r[a] == Null.NULL) {
                                                pc = b;
                                                continue;
                                            }
                                            break length3;
                                        }
                                        case JUMP_IF_NOT_NULLISH -> {
                                            if (r[a] != Undefined.UNDEFINED && r[a] != Null.NULL) {
                                                pc = b;
                                                continue;
                                            }
                                            break length3;
                                        }
                                        case JUMP_IF_EMPTY -> {
                                            if (r[a] == null) {
                                                pc = b;
                                                continue;
                                            }
                                            break length3;
                                        }

                                        // ---- loop back edges
                                        case LOOP -> {
                                            counters[b]++;
                                            pc = a;
                                            break backEdge;
                                        }
                                        case LOOP_IF_TRUE -> {
                                            Object value = r[a];
                                            if (value == Boolean.TRUE) {
                                                counters[c]++;
                                                pc = b;
                                                break backEdge;
                                            }
                                            if (value == Boolean.FALSE) {
                                                break length4;
                                            }
                                        }
                                        case LOOP_IF_LESS -> {
                                            if (r[a] instanceof Integer x
                                                    && r[b] instanceof Integer y) {
                                                if (x < y) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    break backEdge;
                                                }
                                                break length5;
                                            }
                                        }
                                        case LOOP_IF_LESS_EQUAL -> {
                                            if (r[a] instanceof Integer x
                                                    && r[b] instanceof Integer y) {
                                                if (x <= y) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    break backEdge;
                                                }
                                                break length5;
                                            }
                                        }
                                        case LOOP_IF_GREATER -> {
                                            if (r[a] instanceof Integer x
                                                    && r[b] instanceof Integer y) {
                                                if (x > y) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    break backEdge;
                                                }
                                                break length5;
                                            }
                                        }
                                        case LOOP_IF_GREATER_EQUAL -> {
                                            if (r[a] instanceof Integer x
                                                    && r[b] instanceof Integer y) {
                                                if (x >= y) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    break backEdge;
                                                }
                                                break length5;
                                            }
                                        }
                                        case LOOP_IF_LESS_INT -> {
                                            if (r[a] instanceof Integer x) {
                                                if (x < b) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    break backEdge;
                                                }
                                                break length5;
                                            }
                                        }
                                        case LOOP_IF_LESS_EQUAL_INT -> {
                                            if (r[a] instanceof Integer x) {
                                                if (x <= b) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    break backEdge;
                                                }
                                                break length5;
                                            }
                                        }
                                        case LOOP_IF_GREATER_INT -> {
                                            if (r[a] instanceof Integer x) {
                                                if (x > b) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    break backEdge;
                                                }
                                                break length5;
                                            }
                                        }
                                        case LOOP_IF_GREATER_EQUAL_INT -> {
                                            if (r[a] instanceof Integer x) {
                                                if (x >= b) {
                                                    counters[d + 1]++;
                                                    pc = c;
                                                    break backEdge;
                                                }
                                                break length5;
                                            }
                                        }

                                        // ---- properties
                                        case GET_PROPERTY -> {
                                            if (r[b] instanceof JSObject object
                                                    && caches[d] instanceof PropertyCache cache
                                                    && cache.shape == object.shape()) {
                                                Object value = cache.data(object);
                                                if (value != null) {
                                                    r[a] = value;
                                                    break length5;
                                                }
                                            }
                                        }
                                        case SET_PROPERTY -> {
                                            if (r[a] instanceof JSObject object
                                                    && caches[code[pc + 5]]
                                                            instanceof PropertyCache cache
                                                    && cache.shape == object.shape()
                                                    && cache.kind == PropertyCache.Kind.OWN_DATA) {
                                                object.setSlot(cache.slot, r[c]);
                                                break length6;
                                            }
                                        }
                                        case GET_ELEMENT -> {
                                            if (r[b] instanceof JSObject object
                                                    && r[c] instanceof Integer index
                                                    && caches[d] != null) {
                                                Object value = Elements.get(object.elements, index);
                                                if (value != null) {
                                                    r[a] = value;
                                                    break length5;
                                                }
                                            }
                                        }
                                        case SET_ELEMENT -> {
                                            if (r[a] instanceof JSObject object
                                                    && r[b] instanceof Integer index
                                                    && caches[code[pc + 5]] != null
                                                    && Elements.replace(
                                                            object.elements, index, r[c])) {
                                                break length6;
                                            }
                                        }

                                        // ---- variables
                                        case GET_SCOPED -> {
                                            r[a] = ScopeOps.at(scope, b)[c];
                                            break length4;
                                        }
                                        case SET_SCOPED -> {
                                            ScopeOps.at(scope, a)[b] = r[c];
                                            break length4;
                                        }
                                        case GET_SCOPED_CHECKED -> {
                                            Object value = ScopeOps.at(scope, b)[c];
                                            if (value != null) {
                                                r[a] = value;
                                                break length4;
                                            }
                                        }
                                        case CHECK_INITIALIZED -> {
                                            if (r[a] != null) {
                                                break length3;
                                            }
                                        }
                                        case GET_GLOBAL -> {
                                            if (caches[c] instanceof GlobalBinding binding
                                                    && binding.value != null) {
                                                r[a] = binding.value;
                                                break length4;
                                            }
                                        }

                                        // ---- leaving
                                        default -> {}
                                    }
                                    frame.pc = pc;
                                    return op; // which is not done yet
                                }
                                pc += 2;
                                continue;
                            }
                            pc += 3;
                            continue;
                        }
                        pc += 4;
                        continue;
                    }
                    pc += 5;
                    continue;
                }
                pc += 6;
                continue;
            }
            if (--unit.budget < 0) {
                frame.pc = pc;
                return LOOP_BUDGET;
            }
        }
    }
}
