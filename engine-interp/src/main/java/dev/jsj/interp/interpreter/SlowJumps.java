package dev.jsj.interp.interpreter;

import static dev.jsj.interp.bytecode.Opcodes.*;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.value.Null;

/**
 * The ops from JUMP_IF_TRUE to LOOP_IF_GREATER_EQUAL_INT with their full semantics: see {@link
 * SlowOps}.
 */
final class SlowJumps {
    private SlowJumps() {}

    /**
     * Executes a jump.
     *
     * @param next the pc behind it
     * @return the next pc, or {@link SlowOps#LEFT} with the result in the frame
     */
    static int execute(Frame frame, int op, int pc, int next) {
        int[] code = frame.code.instructions;
        Object[] r = frame.registers;
        Object[] constants = frame.code.constants;
        switch (op) {
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
            case JUMP_IF_TYPEOF, JUMP_IF_NOT_TYPEOF -> {
                if (ComparisonOps.isTypeof(r[code[pc + 1]], code[pc + 2])
                        == (op == JUMP_IF_TYPEOF)) {
                    frame.code.counters[code[pc + 4]]++;
                    return code[pc + 3];
                }
                frame.code.counters[code[pc + 4] + 1]++;
            }
            case LOOP -> {
                frame.code.counters[code[pc + 2]]++;
                return backEdge(frame, code[pc + 1]);
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
            default -> throw new AssertionError("No jump: " + Op.of(op));
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
                return SlowOps.LEFT;
            }
            return frame.pc;
        }
        return target;
    }
}
