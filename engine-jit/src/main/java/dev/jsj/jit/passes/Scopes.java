package dev.jsj.jit.passes;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.OpTrait.Effect;
import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.jit.ir.Activation;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.EntryPoint;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which scope each instruction runs in, and what that tells about variables. A function that has
 * only ever been closed over one scope (a function of a module, a method of its one class) finds
 * its outer variables in arrays known at compile time, and the value of those that are never
 * assigned again, once they have one, too.
 */
public final class Scopes {
    private static final List<Object> UNKNOWN = List.of("unknown");
    private static final Object NONE = "none";

    private final ControlFlow flow;
    private final Object @Nullable [] outer;
    private final Map<Block, List<Object>> atEntry = new HashMap<>();
    private final Map<Integer, Integer> depths = new HashMap<>();
    private final Map<Integer, Object> constants = new HashMap<>();
    private boolean used;

    private Scopes(ControlFlow flow, Object @Nullable [] outer) {
        this.flow = flow;
        this.outer = outer;
    }

    /**
     * Follows the scopes.
     *
     * @param outer the scope that all closures of the function have; null where there are several,
     *     or none
     * @param current the scope that the frame is in, for {@link EntryPoint.Kind#LOOP}
     */
    public static Scopes of(
            ControlFlow flow,
            EntryPoint entry,
            Object @Nullable [] outer,
            Object @Nullable [] current) {
        Scopes scopes = new Scopes(flow, outer);
        if (outer != null) {
            scopes.solve(entry, entry.kind() == EntryPoint.Kind.LOOP ? current : outer);
        }
        return scopes;
    }

    /** Whether anything was concluded from there being only one scope. */
    public boolean dependsOnOnlyScope() {
        return used;
    }

    private void solve(EntryPoint entry, Object @Nullable [] current) {
        ArrayDeque<Block> pending = new ArrayDeque<>();
        for (Block block : flow.blocks()) {
            if (entry.admits(block)) {
                boolean known = block.start() == 0 || entry.kind() == EntryPoint.Kind.LOOP;
                atEntry.put(block, known ? between(current) : UNKNOWN);
                pending.add(block);
            }
        }
        while (!pending.isEmpty()) {
            Block block = pending.poll();
            List<Object> stack = atEntry.get(block);
            for (Instruction instruction : block.instructions()) {
                if (stack == UNKNOWN) {
                    depths.remove(instruction.pc());
                } else {
                    depths.put(instruction.pc(), stack.size());
                }
                stack = step(instruction, stack);
            }
            for (Block successor : block.successors()) {
                List<Object> before = atEntry.get(successor);
                List<Object> merged = before == null || before.equals(stack) ? stack : UNKNOWN;
                if (merged != before && !merged.equals(before)) {
                    atEntry.put(successor, merged);
                    pending.add(successor);
                }
            }
        }
    }

    /**
     * The infos of the scopes from {@link #outer} (excluded) to {@code current}, innermost last.
     */
    private List<Object> between(Object @Nullable [] current) {
        List<Object> infos = new ArrayList<>();
        for (Object[] scope = current; scope != outer; scope = (Object[]) scope[0]) {
            if (scope == null) {
                return UNKNOWN;
            }
            infos.add(0, scope[1]);
        }
        return infos;
    }

    private List<Object> step(Instruction instruction, List<Object> stack) {
        Op op = instruction.op();
        if (stack == UNKNOWN || !op.has(Effect.CHANGES_SCOPE)) {
            return stack;
        }
        return switch (op) {
            case PUSH_SCOPE -> {
                List<Object> pushed = new ArrayList<>(stack);
                pushed.add(constant(instruction));
                yield pushed;
            }
            case POP_SCOPE ->
                    stack.isEmpty() ? UNKNOWN : new ArrayList<>(stack.subList(0, stack.size() - 1));
            case COPY_SCOPE -> stack;
            case UNWIND_SCOPE -> {
                int index = stack.lastIndexOf(constant(instruction));
                yield index < 0 ? UNKNOWN : new ArrayList<>(stack.subList(0, index + 1));
            }
            default -> UNKNOWN;
        };
    }

    private @Nullable Object constant(Instruction instruction) {
        return flow.unit().constants()[instruction.operand(0)];
    }

    /** The scope array that is {@code depth} levels out at an instruction; null where unknown. */
    public Object @Nullable [] scopeAt(Instruction instruction, int depth) {
        Activation activation = flow.body().activationAt(instruction.pc());
        if (activation.number() > 0) {
            // no scope of its own
            return activation.function() == null || activation.function().scope() == null
                    ? null
                    : outwards(activation.function().scope(), depth);
        }
        Integer inner = depths.get(instruction.pc());
        if (outer == null || inner == null || depth < inner) {
            return null;
        }
        used = true;
        return outwards(outer, depth - inner);
    }

    private static Object[] outwards(Object[] scope, int depth) {
        Object[] found = scope;
        for (int i = depth; i > 0; i--) {
            found = (Object[]) found[0];
        }
        return found;
    }

    /** The value that GET_SCOPED or GET_SCOPED_CHECKED always has; null where it may change. */
    public @Nullable Object constantAt(Instruction instruction) {
        // Once for all passes: a variable may get its value while the compiler runs.
        Object known = constants.computeIfAbsent(instruction.pc(), pc -> orNone(instruction));
        return known == NONE ? null : known;
    }

    private Object orNone(Instruction instruction) {
        Object value = findConstant(instruction);
        return value == null ? NONE : value;
    }

    private @Nullable Object findConstant(Instruction instruction) {
        int slot = instruction.operand(2);
        Object[] scope = scopeAt(instruction, instruction.operand(1));
        if (scope == null
                || !(scope[1] instanceof ScopeInfo info)
                || info.name(slot) == null
                || (info.flags(slot) & ScopeInfo.NEVER_REASSIGNED) == 0
                || (info.flags(slot) & ScopeInfo.IMPORT) != 0) {
            return null;
        }
        Object value = scope[slot];
        return value == Undefined.UNDEFINED ? null : value;
    }
}
