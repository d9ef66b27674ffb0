package dev.jsj.jit.passes;

import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.EntryPoint;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.ValueType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Forward data flow over {@link ValueType}: for each block, how each live register is kept at its
 * start. Registers that are read by exception handlers, and all registers at resume points, stay
 * boxed: they come from or go to a frame.
 */
public final class TypeInference {
    private final ControlFlow flow;
    private final EntryPoint entry;
    private final Scopes scopes;
    private final int[] counters;
    private final Object[] caches;
    private final boolean speculate;
    private final Set<Block> unreached;
    private final LoopTypes loops;
    private final BitSet truncated;
    private final Map<Integer, PropertyCache> numberLoads;
    private BitSet withoutOverflow = new BitSet();

    /** Worked out once: the lists of property caches may grow meanwhile. */
    private final Map<Integer, ValueType> lengthTypes = new HashMap<>();

    private final Map<Block, ValueType[]> atEntry = new HashMap<>();

    private TypeInference(
            ControlFlow flow,
            EntryPoint entry,
            Scopes scopes,
            boolean speculate,
            Set<Block> unreached,
            RefutedGuesses refuted) {
        this.flow = flow;
        this.entry = entry;
        this.scopes = scopes;
        this.counters = flow.body().counters();
        this.caches = flow.body().caches();
        this.speculate = speculate;
        this.unreached = unreached;
        this.truncated = Truncation.of(flow);
        this.numberLoads = speculate ? NumberLoads.of(flow) : Map.of();
        this.loops = new LoopTypes(flow, entry, counters, refuted);
    }

    /**
     * Infers the types.
     *
     * @param speculate false to keep every value boxed
     * @param unreached where execution never comes to: the ways there are exits
     * @param refuted what loop variables have turned out not to be
     */
    public static TypeInference of(
            ControlFlow flow,
            EntryPoint entry,
            Scopes scopes,
            boolean speculate,
            Set<Block> unreached,
            RefutedGuesses refuted) {
        TypeInference inference =
                new TypeInference(flow, entry, scopes, speculate, unreached, refuted);
        inference.solve();
        if (speculate) {
            inference.refineLoops();
            inference.withoutOverflow = Ranges.of(flow, inference);
        }
        return inference;
    }

    private void refineLoops() {
        for (int round = 0; round < LoopTypes.MAX_ROUNDS && loops.refine(this); round++) {
            atEntry.clear();
            solve();
        }
    }

    /** How the registers are kept at the start of a block; null for those not live. */
    public ValueType[] atEntry(Block block) {
        return atEntry.computeIfAbsent(block, b -> new ValueType[flow.unit().registerCount()]);
    }

    /** Whether execution can come in at the start of the block. */
    boolean isEntry(Block block) {
        return entry.admits(block);
    }

    /** Whether values are kept unboxed at all. */
    public boolean speculates() {
        return speculate;
    }

    /** Whether the block can be reached from an entry. */
    public boolean reaches(Block block) {
        return atEntry.containsKey(block);
    }

    /** Whether the way to the block, from one that is reached, is an exit. */
    public boolean isExit(Block block) {
        return unreached.contains(block);
    }

    private void solve() {
        ArrayDeque<Block> pending = new ArrayDeque<>();
        for (Block block : flow.blocks()) {
            if (entry.admits(block)) {
                ValueType[] types = atEntry(block);
                block.live().in().stream()
                        .forEach(
                                register ->
                                        types[register] =
                                                speculate ? entry.type(register) : ValueType.ANY);
                pending.add(block);
            }
        }
        while (!pending.isEmpty()) {
            Block block = pending.poll();
            ValueType[] types = typesAfter(block);
            for (Block successor : block.successors()) {
                if (!isExit(successor)
                        && merge(successor, typesOnEdge(block, types, successor))
                        && !pending.contains(successor)) {
                    pending.add(successor);
                }
            }
        }
    }

    /** The types of the registers after a block. */
    private ValueType[] typesAfter(Block block) {
        ValueType[] types = atEntry(block).clone();
        for (Instruction instruction : block.instructions()) {
            step(instruction, types);
        }
        return types;
    }

    /** The types of the registers on the way from a block to one that may follow it. */
    ValueType[] typesOnEdge(Block block, Block successor) {
        return typesOnEdge(block, typesAfter(block), successor);
    }

    /** What writes and jumps, as the end of an iteration does, jumps without writing. */
    private ValueType[] typesOnEdge(Block block, ValueType[] after, Block successor) {
        Instruction last = block.last();
        if (last.target() != successor.start() || !last.writes()) {
            return after;
        }
        ValueType[] types = atEntry(block).clone();
        for (Instruction instruction : block.instructions()) {
            if (instruction.pc() != last.pc()) {
                step(instruction, types);
            }
        }
        return types;
    }

    private boolean merge(Block block, ValueType[] types) {
        boolean first = !atEntry.containsKey(block);
        ValueType[] known = atEntry(block);
        boolean changed = first;
        for (int register = block.live().in().nextSetBit(0);
                register >= 0;
                register = block.live().in().nextSetBit(register + 1)) {
            ValueType type = ValueType.orAny(types[register]);
            if (type == ValueType.LONG) {
                throw new AssertionError("Register " + register + " is a long before " + block);
            }
            ValueType guess = loops.guess(block, register);
            if (guess != null) {
                type = type == ValueType.ANY ? guess : ValueType.join(type, guess);
            }
            ValueType joined = ValueType.join(known[register], type);
            if (joined != known[register]) {
                known[register] = joined;
                changed = true;
            }
        }
        return changed;
    }

    /** Applies an instruction to the types of the registers. */
    public void step(Instruction instruction, ValueType[] types) {
        ValueType result = typeOf(instruction, types);
        instruction.forEachWrite(register -> types[register] = result);
    }

    /** The type of what an instruction writes, given the types of the registers before it. */
    public ValueType typeOf(Instruction instruction, ValueType[] types) {
        if (!speculate) {
            return ValueType.ANY;
        }
        return switch (instruction.op()) {
            case LOAD_INT -> ValueType.INT;
            case LOAD_CONSTANT -> typeOf(flow.unit().constants()[instruction.operand(1)]);
            case GET_SCOPED, GET_SCOPED_CHECKED -> typeOf(scopes.constantAt(instruction));
            case MOVE, LEAVE_FUNCTION -> ValueType.orAny(types[instruction.operand(1)]);
            case GET_ELEMENT, GET_ELEMENT_INT ->
                    HeapTypes.ofElement(
                            caches[instruction.feedback()], truncated.get(instruction.pc()));
            case GET_PROPERTY ->
                    numberLoads.containsKey(instruction.pc()) ? ValueType.DOUBLE : ValueType.ANY;
            case GET_LENGTH ->
                    lengthTypes.computeIfAbsent(
                            instruction.pc(),
                            pc -> HeapTypes.ofLength(caches[instruction.feedback()]));
            case CALL0, CALL1, CALL2, CALL_METHOD0, CALL_METHOD1, CALL_METHOD2 ->
                    CallTypes.of(instruction, caches[instruction.feedback()], types);
            case TO_ELEMENT_KEY -> ValueType.orAny(types[instruction.operand(2)]);
            default ->
                    OperatorTypes.isArithmetic(instruction.op())
                            ? arithmeticType(instruction, types)
                            : ValueType.ANY;
        };
    }

    /** How an arithmetic instruction is compiled, given the types of the registers before it. */
    public ValueType arithmeticType(Instruction instruction, ValueType[] types) {
        if (!speculate) {
            return ValueType.ANY;
        }
        @Nullable ValueType left = types[instruction.operand(1)];
        @Nullable ValueType right =
                OperatorTypes.isBinary(instruction.op()) ? types[instruction.operand(2)] : null;
        int seen = counters[instruction.feedback()];
        return OperatorTypes.of(instruction, seen, left, right, truncated.get(instruction.pc()));
    }

    /** The entry that a load of a Number is specialised for; null for other loads. */
    public @Nullable PropertyCache numberLoad(Instruction instruction) {
        return numberLoads.get(instruction.pc());
    }

    /** Whether the instruction, an addition or subtraction of ints, needs no check. */
    public boolean isWithoutOverflow(Instruction instruction) {
        return withoutOverflow.get(instruction.pc());
    }

    private static ValueType typeOf(@Nullable Object constant) {
        if (constant instanceof Integer) {
            return ValueType.INT;
        }
        return constant instanceof Double ? ValueType.DOUBLE : ValueType.ANY;
    }
}
