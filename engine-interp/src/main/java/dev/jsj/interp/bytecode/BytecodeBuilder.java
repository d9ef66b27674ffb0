package dev.jsj.interp.bytecode;

import dev.jsj.interp.bytecode.FeedbackKind.Storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Assembles a {@link CodeUnit}: appends instructions, allocates feedback slots and constants,
 * resolves labels and records source positions and exception ranges. Register allocation is the
 * compiler's business.
 */
public final class BytecodeBuilder {

    private int[] code = new int[64];
    private int length;
    private final List<Object> constants = new ArrayList<>();
    private final Map<Object, Integer> constantIndex = new HashMap<>();
    private final List<FunctionInfo> functions = new ArrayList<>();
    private final List<FeedbackKind> counterSlots = new ArrayList<>();
    private final List<FeedbackKind> cacheSlots = new ArrayList<>();
    private final List<ExceptionHandler> handlers = new ArrayList<>();
    private final List<PendingTable> tables = new ArrayList<>();
    private int[] positions = new int[16];
    private int positionCount;
    private int pendingPosition = -1;
    private boolean reachable = true;

    private record PendingTable(int constant, Label[] labels, String[] strings) {}

    /** The code offset of the next instruction. */
    public int offset() {
        return length;
    }

    /** Whether the next instruction can be reached; if not, it is not emitted. */
    public boolean isReachable() {
        return reachable;
    }

    /** The instructions emitted from now on come from this source position. */
    public void position(int position) {
        pendingPosition = position;
    }

    /**
     * Appends an instruction. The operands are those of the op in order without FEEDBACK, whose
     * slot is allocated here. For jumps use the variant with a label.
     */
    public void emit(Op op, int... operands) {
        assert operands.length == op.operandKinds().size() - (op.feedback() == null ? 0 : 1)
                : "wrong number of operands for " + op;
        if (!reachable) {
            return;
        }
        start(op);
        for (int operand : operands) {
            code[length++] = operand;
        }
        if (op.feedback() != null) {
            code[length++] = feedbackSlot(op.feedback());
        }
    }

    /** Appends a jump; the operands are those of the op in order without TARGET and FEEDBACK. */
    public void emitJump(Op op, Label target, int... operands) {
        if (!reachable) {
            return;
        }
        start(op);
        int next = 0;
        for (Operand kind : op.operandKinds()) {
            switch (kind) {
                case TARGET -> use(target);
                case FEEDBACK -> code[length++] = feedbackSlot(op.feedback());
                default -> code[length++] = operands[next++];
            }
        }
        assert next == operands.length : "wrong number of operands for " + op;
    }

    private void start(Op op) {
        if (pendingPosition >= 0) {
            recordPosition(pendingPosition);
            pendingPosition = -1;
        }
        if (length + op.length() > code.length) {
            code = Arrays.copyOf(code, code.length * 2);
        }
        code[length++] = op.opcode();
        reachable = !op.has(OpTrait.Effect.TERMINATES);
    }

    private void recordPosition(int position) {
        if (positionCount > 0 && positions[positionCount - 2] == length) {
            positions[positionCount - 1] = position;
            return;
        }
        if (positionCount > 0 && positions[positionCount - 1] == position) {
            return;
        }
        if (positionCount + 2 > positions.length) {
            positions = Arrays.copyOf(positions, positions.length * 2);
        }
        positions[positionCount++] = length;
        positions[positionCount++] = position;
    }

    private int feedbackSlot(FeedbackKind kind) {
        List<FeedbackKind> slots = kind.storage() == Storage.COUNTERS ? counterSlots : cacheSlots;
        int slot = slots.size();
        slots.add(kind);
        for (int i = 1; i < kind.width(); i++) {
            slots.add(null);
        }
        return slot;
    }

    private void use(Label label) {
        if (label.isBound()) {
            code[length++] = label.offset;
            label.useCount++;
            return;
        }
        if (label.useCount == label.uses.length) {
            label.uses = Arrays.copyOf(label.uses, Math.max(4, label.useCount * 2));
        }
        label.uses[label.useCount++] = length;
        code[length++] = -1;
    }

    /** The label stands for the next instruction. */
    public void bind(Label label) {
        assert !label.isBound() : "a label is bound once";
        label.offset = length;
        reachable = true;
        for (int i = 0; i < label.useCount; i++) {
            code[label.uses[i]] = length;
        }
    }

    /** Index of a constant in the pool; equal constants (same class, equal) share an entry. */
    public int constant(Object value) {
        Object key = value instanceof Double d ? Double.doubleToRawLongBits(d) : value;
        Integer known = constantIndex.get(key);
        if (known != null) {
            return known;
        }
        int index = constants.size();
        constants.add(value);
        constantIndex.put(key, index);
        return index;
    }

    /** Appends a constant that is never shared. */
    public int uniqueConstant(Object value) {
        constants.add(value);
        return constants.size() - 1;
    }

    /** The constant of a SWITCH_INT table; a null label means falling through. */
    public int intTable(Label[] labels) {
        int index = uniqueConstant(null);
        tables.add(new PendingTable(index, labels, null));
        return index;
    }

    /** The constant of a SWITCH_STRING table. */
    public int stringTable(String[] strings, Label[] labels) {
        int index = uniqueConstant(null);
        tables.add(new PendingTable(index, labels, strings));
        return index;
    }

    /** Number of a nested function literal. */
    public int function(FunctionInfo function) {
        functions.add(function);
        return functions.size() - 1;
    }

    /**
     * Adds a row to the handler table. Inner try statements must add theirs before outer ones. The
     * handler may be the next instruction.
     */
    public void handler(int start, int end, int handler, int register, boolean rethrows) {
        if (start < end) {
            reachable |= handler == length;
            handlers.add(new ExceptionHandler(start, end, handler, register, rethrows));
        }
    }

    /** The finished code. All labels must be bound. */
    public CodeUnit build(
            FunctionInfo function,
            int registerCount,
            int parameterCount,
            boolean needsArguments,
            List<RegisterVariable> variables) {
        for (PendingTable table : tables) {
            constants.set(table.constant, resolve(table));
        }
        return new CodeUnit(
                function,
                Arrays.copyOf(code, length),
                constants.toArray(),
                functions.toArray(FunctionInfo[]::new),
                registerCount,
                parameterCount,
                needsArguments,
                counterSlots.toArray(FeedbackKind[]::new),
                cacheSlots.toArray(FeedbackKind[]::new),
                List.copyOf(handlers),
                new SourcePositions(Arrays.copyOf(positions, positionCount)),
                List.copyOf(variables));
    }

    private static Object resolve(PendingTable table) {
        if (table.strings != null) {
            Map<String, Integer> targets = new HashMap<>();
            for (int i = 0; i < table.strings.length; i++) {
                targets.put(table.strings[i], table.labels[i].offset);
            }
            return new StringSwitch(targets);
        }
        int[] offsets = new int[table.labels.length];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = table.labels[i] == null ? 0 : table.labels[i].offset;
        }
        return offsets;
    }
}
