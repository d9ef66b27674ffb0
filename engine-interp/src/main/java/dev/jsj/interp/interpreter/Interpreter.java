package dev.jsj.interp.interpreter;

import static dev.jsj.interp.bytecode.Opcodes.*;

import dev.jsj.interp.feedback.GlobalPropertyCache;
import dev.jsj.interp.feedback.OperandTypes;
import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.runtime.object.Elements;
import dev.jsj.runtime.object.JSArray;
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
 * <p>{@link #dispatch} executes what is common and cheap (moves, arithmetic and comparisons of
 * numbers, jumps, properties of known shapes, dense elements) without calling anything. An op that
 * needs more leaves it: {@link SlowOps} executes the op with its full semantics, {@link Calls}
 * makes the frames of calls, which {@link #run} runs in the same loop: script functions calling
 * each other take no Java stack. A frame is entered before {@code run} and left by RETURN or a
 * suspension. Exceptions leave the stack as it is, so that an error object made late sees it;
 * {@link Unwinding} finds the handler.
 *
 * <p><b>Why so.</b> HotSpot compiles no method of more than 8,000 bytes (a test measures this one),
 * and C2 keeps a variable in a register only where no call lies in its way: since all registers are
 * caller-saved, one slow path that returns into the loop would put the pc into memory for every op.
 * C2 also computes an expression that several cases share once, before the switch, and spills it:
 * so the operands a to d are read there on purpose.
 *
 * <p>Equally important is that C2 is done soon, and once. Its time grows with the loop, so the
 * cases end in a few shared tails (store a value, store an int, take a branch), and ops of one kind
 * share a case: the second switch of the arithmetic ops and the table lookup of the comparisons are
 * cheaper than the code they save. Past 18,000 nodes of its graph C2 makes no callee part of the
 * loop any more; and callees that are rarely called, as most are here, are taken in up to 35 bytes
 * only: hence the small methods of {@code JSObject}, {@code Elements} and {@link PropertyCache}.
 * What was never seen to run becomes a trap that throws the code away when it does run; the
 * training run of the AOT cache therefore executes every case.
 */
final class Interpreter {
    /** What {@link #dispatch} returns at a loop back edge when the function's budget is used up. */
    private static final int LOOP_BUDGET = -1;

    // How two numbers compare: one of these bits.
    private static final int LESS_THAN = 1;
    private static final int EQUAL_TO = 2;
    private static final int GREATER_THAN = 4;
    private static final int UNORDERED = 8;

    /**
     * Which relations make the fused comparisons from JUMP_IF_LESS to JUMP_IF_STRICT_NOT_EQUAL
     * jump: four bits for each, the first one's lowest.
     */
    private static final long JUMP_TESTS = 0xd2d2_96b4_c3e1L;

    /** The same for the values of the ops from EQUAL to GREATER_EQUAL. */
    private static final long VALUE_TESTS = 0x6431_d2d2L;

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
        int pc = frame.pc;
        for (; ; ) {
            final int op = code[pc];
            final int a = code[pc + 1];
            final int b = code[pc + 2];
            final int c = code[pc + 3];
            final int d = code[pc + 4];
            int length;
            Object value;
            int number;
            int kind;
            int relation;
            int slot;
            int types;
            int x;
            int y;
            double real;
            double u;
            double v;
            backEdge:
            {
                compared:
                {
                    comparedReal:
                    {
                        next:
                        {
                            store:
                            {
                                storeInt:
                                {
                                    leave:
                                    {
                                        storeReal:
                                        {
                                            ints:
                                            {
                                                doubles:
                                                {
                                                    switch (op) {
                                                        case MOVE -> {
                                                            value = r[b];
                                                            length = 3;
                                                            break store;
                                                        }
                                                        case LOAD_INT -> {
                                                            number = b;
                                                            length = 3;
                                                            break storeInt;
                                                        }
                                                        case LOAD_CONSTANT -> {
                                                            value = constants[b];
                                                            length = 3;
                                                            break store;
                                                        }
                                                        case LOAD_UNDEFINED -> {
                                                            value = Undefined.UNDEFINED;
                                                            length = 2;
                                                            break store;
                                                        }
                                                        case LOAD_NULL -> {
                                                            value = Null.NULL;
                                                            length = 2;
                                                            break store;
                                                        }
                                                        case LOAD_TRUE -> {
                                                            value = Boolean.TRUE;
                                                            length = 2;
                                                            break store;
                                                        }
                                                        case LOAD_FALSE -> {
                                                            value = Boolean.FALSE;
                                                            length = 2;
                                                            break store;
                                                        }
                                                        case LOAD_EMPTY -> {
                                                            value = null;
                                                            length = 2;
                                                            break store;
                                                        }
                                                        case LOAD_THIS -> {
                                                            value = frame.self;
                                                            length = 2;
                                                            break store;
                                                        }
                                                        case LOAD_FUNCTION -> {
                                                            value = frame.function;
                                                            length = 2;
                                                            break store;
                                                        }

                                                        // ---- arithmetic on numbers
                                                        case ADD,
                                                                SUB,
                                                                MUL,
                                                                DIV,
                                                                MOD,
                                                                BIT_AND,
                                                                BIT_OR,
                                                                BIT_XOR,
                                                                SHIFT_LEFT,
                                                                SHIFT_RIGHT,
                                                                SHIFT_RIGHT_UNSIGNED -> {
                                                            Object left = r[b];
                                                            Object right = r[c];
                                                            length = 5;
                                                            slot = d;
                                                            kind = op;
                                                            if (left instanceof Integer i) {
                                                                x = i;
                                                                if (right instanceof Integer j) {
                                                                    y = j;
                                                                    break ints;
                                                                }
                                                                if (right instanceof Double j) {
                                                                    u = x;
                                                                    v = j;
                                                                    types =
                                                                            OperandTypes.INT
                                                                                    | OperandTypes
                                                                                            .DOUBLE;
                                                                    break doubles;
                                                                }
                                                            } else if (left instanceof Double i) {
                                                                u = i;
                                                                if (right instanceof Double j) {
                                                                    v = j;
                                                                    types = OperandTypes.DOUBLE;
                                                                    break doubles;
                                                                }
                                                                if (right instanceof Integer j) {
                                                                    v = j;
                                                                    types =
                                                                            OperandTypes.INT
                                                                                    | OperandTypes
                                                                                            .DOUBLE;
                                                                    break doubles;
                                                                }
                                                            }
                                                        }
                                                        case ADD_INT,
                                                                SUB_INT,
                                                                MUL_INT,
                                                                DIV_INT,
                                                                MOD_INT,
                                                                BIT_AND_INT,
                                                                BIT_OR_INT,
                                                                BIT_XOR_INT,
                                                                SHIFT_LEFT_INT,
                                                                SHIFT_RIGHT_INT,
                                                                SHIFT_RIGHT_UNSIGNED_INT -> {
                                                            Object left = r[b];
                                                            length = 5;
                                                            slot = d;
                                                            kind = op - (ADD_INT - ADD);
                                                            if (left instanceof Integer i) {
                                                                x = i;
                                                                y = c;
                                                                break ints;
                                                            }
                                                            if (left instanceof Double i) {
                                                                u = i;
                                                                v = c;
                                                                types =
                                                                        OperandTypes.INT
                                                                                | OperandTypes
                                                                                        .DOUBLE;
                                                                break doubles;
                                                            }
                                                        }
                                                        case INC, DEC -> {
                                                            Object operand = r[b];
                                                            length = 4;
                                                            slot = c;
                                                            kind = op - (INC - ADD);
                                                            if (operand instanceof Integer i) {
                                                                x = i;
                                                                y = 1;
                                                                break ints;
                                                            }
                                                            if (operand instanceof Double i) {
                                                                u = i;
                                                                v = 1;
                                                                types = OperandTypes.DOUBLE;
                                                                break doubles;
                                                            }
                                                        }
                                                        case NEGATE -> {
                                                            if (r[b] instanceof Integer i
                                                                    && (i & Integer.MAX_VALUE)
                                                                            != 0) {
                                                                number = -i;
                                                                length = 4;
                                                                break storeInt;
                                                            }
                                                            if (r[b] instanceof Double i) {
                                                                real = -i;
                                                                slot = c;
                                                                length = 4;
                                                                break storeReal;
                                                            }
                                                        }
                                                        case BIT_NOT -> {
                                                            if (r[b] instanceof Integer i) {
                                                                number = ~i;
                                                                length = 4;
                                                                break storeInt;
                                                            }
                                                        }
                                                        case TO_NUMBER, TO_NUMERIC -> {
                                                            if (r[b] instanceof Integer i) {
                                                                value = i;
                                                                length = 4;
                                                                break store;
                                                            }
                                                        }
                                                        case NOT -> {
                                                            Object operand = r[b];
                                                            length = 3;
                                                            if (operand == Boolean.TRUE) {
                                                                value = Boolean.FALSE;
                                                                break store;
                                                            }
                                                            if (operand == Boolean.FALSE
                                                                    || operand
                                                                            == Undefined.UNDEFINED
                                                                    || operand == Null.NULL) {
                                                                value = Boolean.TRUE;
                                                                break store;
                                                            }
                                                        }

                                                        // ---- comparisons
                                                        case EQUAL,
                                                                NOT_EQUAL,
                                                                STRICT_EQUAL,
                                                                STRICT_NOT_EQUAL,
                                                                LESS,
                                                                LESS_EQUAL,
                                                                GREATER,
                                                                GREATER_EQUAL -> {
                                                            Object left = r[b];
                                                            Object right = r[c];
                                                            length = 5;
                                                            relation = 0;
                                                            if (left instanceof Integer i
                                                                    && right instanceof Integer j) {
                                                                relation = relation(i, j);
                                                            } else if (op <= STRICT_NOT_EQUAL
                                                                    && left instanceof JSObject
                                                                    && right instanceof JSObject) {
                                                                counters[d] |= OperandTypes.OBJECT;
                                                                relation =
                                                                        left == right
                                                                                ? EQUAL_TO
                                                                                : UNORDERED;
                                                            }
                                                            if (relation != 0) {
                                                                value =
                                                                        ((int)
                                                                                                        (VALUE_TESTS
                                                                                                                >>> 4
                                                                                                                        * (op
                                                                                                                                - EQUAL))
                                                                                                & relation)
                                                                                        != 0
                                                                                ? Boolean.TRUE
                                                                                : Boolean.FALSE;
                                                                break store;
                                                            }
                                                        }
                                                        case JUMP_IF_LESS,
                                                                JUMP_IF_NOT_LESS,
                                                                JUMP_IF_LESS_EQUAL,
                                                                JUMP_IF_NOT_LESS_EQUAL,
                                                                JUMP_IF_GREATER,
                                                                JUMP_IF_NOT_GREATER,
                                                                JUMP_IF_GREATER_EQUAL,
                                                                JUMP_IF_NOT_GREATER_EQUAL,
                                                                JUMP_IF_EQUAL,
                                                                JUMP_IF_NOT_EQUAL,
                                                                JUMP_IF_STRICT_EQUAL,
                                                                JUMP_IF_STRICT_NOT_EQUAL,
                                                                LOOP_IF_LESS,
                                                                LOOP_IF_LESS_EQUAL,
                                                                LOOP_IF_GREATER,
                                                                LOOP_IF_GREATER_EQUAL -> {
                                                            Object left = r[a];
                                                            Object right = r[b];
                                                            kind =
                                                                    op <= JUMP_IF_STRICT_NOT_EQUAL
                                                                            ? op - JUMP_IF_LESS
                                                                            : 2
                                                                                    * (op
                                                                                            - LOOP_IF_LESS);
                                                            if (left instanceof Integer i
                                                                    && right instanceof Integer j) {
                                                                relation = relation(i, j);
                                                                break compared;
                                                            }
                                                            if (left instanceof Double i
                                                                    && right instanceof Double j) {
                                                                u = i;
                                                                v = j;
                                                                types = OperandTypes.DOUBLE;
                                                                break comparedReal;
                                                            }
                                                            if (kind >= JUMP_IF_EQUAL - JUMP_IF_LESS
                                                                    && left instanceof JSObject
                                                                    && right instanceof JSObject) {
                                                                counters[d] |= OperandTypes.OBJECT;
                                                                relation =
                                                                        left == right
                                                                                ? EQUAL_TO
                                                                                : UNORDERED;
                                                                break compared;
                                                            }
                                                        }
                                                        case JUMP_IF_LESS_INT,
                                                                JUMP_IF_NOT_LESS_INT,
                                                                JUMP_IF_LESS_EQUAL_INT,
                                                                JUMP_IF_NOT_LESS_EQUAL_INT,
                                                                JUMP_IF_GREATER_INT,
                                                                JUMP_IF_NOT_GREATER_INT,
                                                                JUMP_IF_GREATER_EQUAL_INT,
                                                                JUMP_IF_NOT_GREATER_EQUAL_INT,
                                                                JUMP_IF_EQUAL_INT,
                                                                JUMP_IF_NOT_EQUAL_INT,
                                                                JUMP_IF_STRICT_EQUAL_INT,
                                                                JUMP_IF_STRICT_NOT_EQUAL_INT,
                                                                LOOP_IF_LESS_INT,
                                                                LOOP_IF_LESS_EQUAL_INT,
                                                                LOOP_IF_GREATER_INT,
                                                                LOOP_IF_GREATER_EQUAL_INT -> {
                                                            Object left = r[a];
                                                            kind =
                                                                    op
                                                                                    <= JUMP_IF_STRICT_NOT_EQUAL_INT
                                                                            ? op - JUMP_IF_LESS_INT
                                                                            : 2
                                                                                    * (op
                                                                                            - LOOP_IF_LESS_INT);
                                                            if (left instanceof Integer i) {
                                                                relation = relation(i, b);
                                                                break compared;
                                                            }
                                                            if (left instanceof Double i) {
                                                                u = i;
                                                                v = b;
                                                                types =
                                                                        OperandTypes.DOUBLE
                                                                                | OperandTypes.INT;
                                                                break comparedReal;
                                                            }
                                                        }
                                                        case JUMP_IF_STRICT_EQUAL_CONSTANT,
                                                                JUMP_IF_STRICT_NOT_EQUAL_CONSTANT -> {
                                                            kind =
                                                                    op
                                                                            - JUMP_IF_STRICT_EQUAL_CONSTANT
                                                                            + (JUMP_IF_STRICT_EQUAL
                                                                                    - JUMP_IF_LESS);
                                                            Object left = r[a];
                                                            Object right = constants[b];
                                                            if (left == right) {
                                                                relation = EQUAL_TO;
                                                                break compared;
                                                            }
                                                            if (left instanceof String text
                                                                    && right
                                                                            instanceof String wanted
                                                                    && text.length()
                                                                            != wanted.length()) {
                                                                relation = UNORDERED;
                                                                break compared;
                                                            }
                                                        }

                                                        // ---- jumps
                                                        case JUMP -> {
                                                            pc = a;
                                                            continue;
                                                        }
                                                        case JUMP_IF_TRUE, JUMP_IF_FALSE -> {
                                                            Object condition = r[a];
                                                            boolean truth;
                                                            if (condition == Boolean.TRUE
                                                                    || condition
                                                                                    instanceof
                                                                                    JSObject object
                                                                            && !object
                                                                                    .isHtmlDda()) {
                                                                truth = true;
                                                            } else if (condition == Boolean.FALSE
                                                                    || condition
                                                                            == Undefined.UNDEFINED
                                                                    || condition == Null.NULL) {
                                                                truth = false;
                                                            } else {
                                                                break leave;
                                                            }
                                                            if (truth == (op == JUMP_IF_TRUE)) {
                                                                counters[c]++;
                                                                pc = b;
                                                                continue;
                                                            }
                                                            counters[c + 1]++;
                                                            length = 4;
                                                            break next;
                                                        }
                                                        case JUMP_IF_UNDEFINED -> {
                                                            if (r[a] == Undefined.UNDEFINED) {
                                                                pc = b;
                                                                continue;
                                                            }
                                                            length = 3;
                                                            break next;
                                                        }
                                                        case JUMP_IF_NOT_UNDEFINED -> {
                                                            if (r[a] != Undefined.UNDEFINED) {
                                                                pc = b;
                                                                continue;
                                                            }
                                                            length = 3;
                                                            break next;
                                                        }
                                                        case JUMP_IF_NULL -> {
                                                            if (r[a] == Null.NULL) {
                                                                pc = b;
                                                                continue;
                                                            }
                                                            length = 3;
                                                            break next;
                                                        }
                                                        case JUMP_IF_NOT_NULL -> {
                                                            if (r[a] != Null.NULL) {
                                                                pc = b;
                                                                continue;
                                                            }
                                                            length = 3;
                                                            break next;
                                                        }
                                                        case JUMP_IF_NULLISH,
                                                                JUMP_IF_NOT_NULLISH -> {
                                                            Object operand = r[a];
                                                            if ((operand == Undefined.UNDEFINED
                                                                            || operand == Null.NULL)
                                                                    == (op == JUMP_IF_NULLISH)) {
                                                                pc = b;
                                                                continue;
                                                            }
                                                            length = 3;
                                                            break next;
                                                        }
                                                        case JUMP_IF_EMPTY -> {
                                                            if (r[a] == null) {
                                                                pc = b;
                                                                continue;
                                                            }
                                                            length = 3;
                                                            break next;
                                                        }
                                                        case SWITCH_INT -> {
                                                            if (r[a] instanceof Integer i
                                                                    && constants[c]
                                                                            instanceof
                                                                            int[] targets) {
                                                                length = 4;
                                                                int at = i - b;
                                                                if (at < 0
                                                                        || at >= targets.length
                                                                        || targets[at] == 0) {
                                                                    break next;
                                                                }
                                                                pc = targets[at];
                                                                continue;
                                                            }
                                                        }

                                                        // ---- loop back edges
                                                        case LOOP -> {
                                                            counters[b]++;
                                                            pc = a;
                                                            break backEdge;
                                                        }
                                                        case LOOP_IF_TRUE -> {
                                                            Object condition = r[a];
                                                            if (condition == Boolean.TRUE) {
                                                                counters[c]++;
                                                                pc = b;
                                                                break backEdge;
                                                            }
                                                            if (condition == Boolean.FALSE) {
                                                                length = 4;
                                                                break next;
                                                            }
                                                        }

                                                        // ---- properties
                                                        case GET_PROPERTY -> {
                                                            if (r[b] instanceof JSObject object) {
                                                                PropertyCache cache =
                                                                        (PropertyCache) caches[d];
                                                                while (cache != null
                                                                        && cache.shape
                                                                                != object.shape()) {
                                                                    cache = cache.rest();
                                                                }
                                                                length = 5;
                                                                if (cache != null
                                                                        && (value =
                                                                                        cache.data(
                                                                                                object))
                                                                                != null) {
                                                                    break store;
                                                                }
                                                            }
                                                        }
                                                        case GET_PRIVATE -> {
                                                            if (r[b] instanceof JSObject object
                                                                    && caches[d]
                                                                            instanceof
                                                                            PropertyCache cache
                                                                    && cache.shape == object.shape()
                                                                    && cache.key == r[c]) {
                                                                value = object.getSlot(cache.slot);
                                                                length = 5;
                                                                break store;
                                                            }
                                                        }
                                                        case SET_PROPERTY -> {
                                                            if (r[a] instanceof JSObject object) {
                                                                PropertyCache cache =
                                                                        (PropertyCache)
                                                                                caches[
                                                                                        code[
                                                                                                pc
                                                                                                        + 5]];
                                                                while (cache != null
                                                                        && cache.shape
                                                                                != object.shape()) {
                                                                    cache = cache.rest();
                                                                }
                                                                length = 6;
                                                                if (cache != null
                                                                        && cache.prepareStore(
                                                                                object)) {
                                                                    object.setSlot(
                                                                            cache.slot, r[c]);
                                                                    break next;
                                                                }
                                                            }
                                                        }
                                                        case SET_PRIVATE -> {
                                                            if (r[a] instanceof JSObject object
                                                                    && caches[d]
                                                                            instanceof
                                                                            PropertyCache cache
                                                                    && cache.shape == object.shape()
                                                                    && cache.key == r[b]) {
                                                                object.setSlot(cache.slot, r[c]);
                                                                length = 5;
                                                                break next;
                                                            }
                                                        }
                                                        case GET_LENGTH -> {
                                                            length = 4;
                                                            if (r[b] instanceof JSArray array
                                                                    && array.length()
                                                                            <= Integer.MAX_VALUE) {
                                                                number = (int) array.length();
                                                                break storeInt;
                                                            }
                                                            if (r[b] instanceof String text) {
                                                                number = text.length();
                                                                break storeInt;
                                                            }
                                                        }
                                                        case GET_ELEMENT, GET_ELEMENT_INT -> {
                                                            if (r[b] instanceof JSObject object
                                                                    && caches[d] != null) {
                                                                int index = c;
                                                                if (op == GET_ELEMENT) {
                                                                    if (!(r[c]
                                                                            instanceof
                                                                            Integer key)) {
                                                                        break leave;
                                                                    }
                                                                    index = key;
                                                                }
                                                                value =
                                                                        Elements.get(
                                                                                object.elements,
                                                                                index);
                                                                length = 5;
                                                                if (value != null) {
                                                                    break store;
                                                                }
                                                            }
                                                        }
                                                        case SET_ELEMENT -> {
                                                            if (r[a] instanceof JSObject object
                                                                    && r[b] instanceof Integer index
                                                                    && caches[code[pc + 5]] != null
                                                                    && Elements.replace(
                                                                            object.elements,
                                                                            index,
                                                                            r[c])) {
                                                                length = 6;
                                                                break next;
                                                            }
                                                        }
                                                        case TO_ELEMENT_KEY -> {
                                                            if (r[b] instanceof JSObject
                                                                    && r[c] instanceof Integer key
                                                                    && key >= 0) {
                                                                value = key;
                                                                length = 4;
                                                                break store;
                                                            }
                                                        }
                                                        case ITERATOR_NEXT, ITERATOR_STEP -> {
                                                            IteratorState iterator =
                                                                    (IteratorState) r[b];
                                                            JSArray array = iterator.cursor;
                                                            if (array != null
                                                                    && iterator.index
                                                                            < array.length()) {
                                                                value =
                                                                        Elements.get(
                                                                                array.elements,
                                                                                iterator.index);
                                                                if (value != null) {
                                                                    iterator.index++;
                                                                    length =
                                                                            op == ITERATOR_NEXT
                                                                                    ? 5
                                                                                    : 4;
                                                                    break store;
                                                                }
                                                            }
                                                        }

                                                        // ---- variables
                                                        case GET_SCOPED -> {
                                                            value = ScopeOps.at(scope, b)[c];
                                                            length = 4;
                                                            break store;
                                                        }
                                                        case GET_SCOPED_CHECKED -> {
                                                            value = ScopeOps.at(scope, b)[c];
                                                            length = 4;
                                                            if (value != null) {
                                                                break store;
                                                            }
                                                        }
                                                        case SET_SCOPED, SET_SCOPED_CHECKED -> {
                                                            Object[] holder = ScopeOps.at(scope, a);
                                                            if (holder[b] != null
                                                                    || op == SET_SCOPED) {
                                                                holder[b] = r[c];
                                                                length = 4;
                                                                break next;
                                                            }
                                                        }
                                                        case CHECK_INITIALIZED -> {
                                                            if (r[a] != null) {
                                                                length = 3;
                                                                break next;
                                                            }
                                                        }
                                                        case GET_GLOBAL -> {
                                                            Object cache = caches[c];
                                                            value =
                                                                    cache
                                                                                    instanceof
                                                                                    GlobalBinding
                                                                                            binding
                                                                            ? binding.value
                                                                            : cache
                                                                                            instanceof
                                                                                            GlobalPropertyCache
                                                                                                    property
                                                                                    ? property
                                                                                            .value()
                                                                                    : null;
                                                            length = 4;
                                                            if (value != null) {
                                                                break store;
                                                            }
                                                        }

                                                        // ---- leaving
                                                        default -> {}
                                                    }
                                                    break leave;
                                                }
                                                // doubles: u and v
                                                switch (kind) {
                                                    case ADD -> real = u + v;
                                                    case SUB -> real = u - v;
                                                    case MUL -> real = u * v;
                                                    case DIV -> real = u / v;
                                                    default -> {
                                                        x = (int) u;
                                                        y = (int) v;
                                                        if (kind == MOD
                                                                || !(u > -0x1p31
                                                                        && u < 0x1p31
                                                                        && v > -0x1p31
                                                                        && v < 0x1p31)) {
                                                            break leave;
                                                        }
                                                        counters[slot] |= types;
                                                        break ints;
                                                    }
                                                }
                                                break storeReal;
                                            }
                                            // ints: x and y
                                            switch (kind) {
                                                case ADD -> {
                                                    number = x + y;
                                                    if (((x ^ number) & (y ^ number)) >= 0) {
                                                        break storeInt;
                                                    }
                                                    real = (double) x + y;
                                                    break storeReal;
                                                }
                                                case SUB -> {
                                                    number = x - y;
                                                    if (((x ^ y) & (x ^ number)) >= 0) {
                                                        break storeInt;
                                                    }
                                                    real = (double) x - y;
                                                    break storeReal;
                                                }
                                                case MUL -> {
                                                    long product = (long) x * y;
                                                    number = (int) product;
                                                    if (product == number
                                                            && (number != 0 || (x | y) >= 0)) {
                                                        break storeInt;
                                                    }
                                                    real = (double) x * y;
                                                    break storeReal;
                                                }
                                                case DIV -> {
                                                    if (y > 0) {
                                                        number = x / y;
                                                        if (number * y == x) {
                                                            break storeInt;
                                                        }
                                                    }
                                                    real = (double) x / y;
                                                    break storeReal;
                                                }
                                                case MOD -> {
                                                    if (x < 0 || y <= 0) {
                                                        break leave;
                                                    }
                                                    number = x % y;
                                                }
                                                case BIT_AND -> number = x & y;
                                                case BIT_OR -> number = x | y;
                                                case BIT_XOR -> number = x ^ y;
                                                case SHIFT_LEFT -> number = x << y;
                                                case SHIFT_RIGHT -> number = x >> y;
                                                default -> {
                                                    number = x >>> y;
                                                    if (number < 0) {
                                                        real = number + 0x1p32;
                                                        break storeReal;
                                                    }
                                                }
                                            }
                                            break storeInt;
                                        }
                                        counters[slot] |= OperandTypes.DOUBLE;
                                        value = real;
                                        break store;
                                    }
                                    frame.pc = pc;
                                    return op; // which is not done yet
                                }
                                value = number;
                            }
                            r[a] = value;
                        }
                        pc += length;
                        continue;
                    }
                    counters[d] |= types;
                    relation =
                            u < v
                                    ? LESS_THAN
                                    : u > v ? GREATER_THAN : u == v ? EQUAL_TO : UNORDERED;
                }
                // a fused comparison with its relation
                if (((int) (JUMP_TESTS >>> 4 * kind) & relation) == 0) {
                    if (op < LOOP) {
                        counters[d + 2]++;
                    }
                    pc += 5;
                    continue;
                }
                counters[d + 1]++;
                pc = c;
                if (op < LOOP) {
                    continue;
                }
            }
            if (--unit.budget < 0) {
                frame.pc = pc;
                return LOOP_BUDGET;
            }
        }
    }

    /** How two ints compare, as one of the four bits. */
    private static int relation(int left, int right) {
        long difference = (long) left - right;
        return EQUAL_TO << (int) (-difference >>> 63) >> (int) (difference >>> 63);
    }
}
