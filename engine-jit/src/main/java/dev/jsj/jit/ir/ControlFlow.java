package dev.jsj.jit.ir;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.ExceptionHandler;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.OpTrait.Effect;
import dev.jsj.interp.bytecode.StringSwitch;

import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/** The basic blocks of a body, in code order. */
public final class ControlFlow {
    private final Body body;
    private final CodeUnit unit;
    private final TreeMap<Integer, Block> blocks = new TreeMap<>();

    private ControlFlow(Body body) {
        this.body = body;
        this.unit = body.unit();
    }

    /** Finds the blocks. */
    public static ControlFlow of(Body body) {
        ControlFlow flow = new ControlFlow(body);
        flow.findBlocks();
        flow.fillBlocks();
        return flow;
    }

    public Body body() {
        return body;
    }

    public CodeUnit unit() {
        return unit;
    }

    /** All blocks by ascending offset. */
    public Collection<Block> blocks() {
        return blocks.values();
    }

    /** The block that starts at an offset. */
    public Block blockAt(int pc) {
        return blocks.get(pc);
    }

    /**
     * Calls {@code consumer} with every offset an instruction may continue at, other than the next
     * one.
     */
    public void forEachJump(Instruction instruction, IntConsumer consumer) {
        switch (instruction.op()) {
            case SWITCH_INT -> {
                for (int target : (int[]) unit.constants()[instruction.operand(2)]) {
                    if (target != 0) {
                        consumer.accept(target);
                    }
                }
            }
            case SWITCH_STRING ->
                    ((StringSwitch) unit.constants()[instruction.operand(1)])
                            .targets()
                            .values()
                            .forEach(consumer::accept);
            default -> {
                if (instruction.target() >= 0) {
                    consumer.accept(instruction.target());
                }
            }
        }
    }

    private void findBlocks() {
        int[] code = unit.code();
        TreeSet<Integer> starts = new TreeSet<>();
        TreeSet<Integer> headers = new TreeSet<>();
        TreeSet<Integer> entries = new TreeSet<>();
        starts.add(0);
        entries.add(0);
        for (int pc = 0; pc < code.length; ) {
            Instruction instruction = Instruction.at(code, pc);
            pc = instruction.next();
            forEachJump(instruction, starts::add);
            if (instruction.isBackEdge()) {
                headers.add(instruction.target());
            }
            boolean suspends = instruction.op().has(Effect.SUSPENDS);
            if (suspends) {
                entries.add(pc);
            }
            if (suspends
                    || instruction.target() >= 0
                    || instruction.op().has(Effect.TERMINATES)
                    || isSwitch(instruction.op())) {
                starts.add(pc);
            }
        }
        for (ExceptionHandler handler : unit.handlers()) {
            starts.add(handler.handler());
            entries.add(handler.handler());
        }
        starts.add(code.length);
        starts.remove(code.length);
        for (int start : starts) {
            Block block = new Block(start, body.isOriginal(start) ? body.originalPc(start) : -1);
            blocks.put(start, block);
            if (headers.contains(start)) {
                block.markLoopHeader();
            }
            if (entries.contains(start)) {
                block.markEntry();
            }
        }
    }

    private static boolean isSwitch(Op op) {
        return op == Op.SWITCH_INT || op == Op.SWITCH_STRING;
    }

    private void fillBlocks() {
        int[] code = unit.code();
        Block current = null;
        for (int pc = 0; pc < code.length; ) {
            Block here = blocks.get(pc);
            if (here != null) {
                current = here;
            }
            Instruction instruction = Instruction.at(code, pc);
            current.instructions().add(instruction);
            pc = instruction.next();
            if (pc >= code.length || blocks.containsKey(pc)) {
                connect(current, instruction);
            }
        }
    }

    private void connect(Block block, Instruction last) {
        if (!last.op().has(Effect.TERMINATES) && blocks.containsKey(last.next())) {
            block.connectTo(blocks.get(last.next()));
        }
        forEachJump(last, target -> block.connectTo(blocks.get(target)));
    }
}
