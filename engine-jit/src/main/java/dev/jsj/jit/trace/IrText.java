package dev.jsj.jit.trace;

import dev.jsj.interp.bytecode.Disassembler;
import dev.jsj.jit.ir.Block;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.ValueType;
import dev.jsj.jit.passes.TypeInference;

/**
 * What {@code --print-ir} shows: blocks with their live registers, and each instruction with the
 * type that was inferred for what it defines.
 */
public final class IrText {
    private IrText() {}

    /** The whole graph of a compilation. */
    public static String of(String function, ControlFlow flow, TypeInference types) {
        StringBuilder out = new StringBuilder("[IR of " + function + "]\n");
        for (Block block : flow.blocks()) {
            out.append("B").append(block.start());
            out.append(block.isLoopHeader() ? " (loop header)" : "");
            if (!types.reaches(block)) {
                out.append(types.isExit(block) ? " not reached so far\n" : " not reached\n");
                continue;
            }
            ValueType[] current = types.atEntry(block).clone();
            out.append(" live:");
            block.live().in().stream()
                    .forEach(r -> out.append(" r").append(r).append(':').append(current[r]));
            out.append('\n');
            for (Instruction instruction : block.instructions()) {
                instruction(out, flow, types, instruction, current);
            }
            out.append("  ->");
            block.successors().forEach(next -> out.append(" B").append(next.start()));
            out.append('\n');
        }
        return out.toString();
    }

    private static void instruction(
            StringBuilder out,
            ControlFlow flow,
            TypeInference types,
            Instruction instruction,
            ValueType[] current) {
        String text = Disassembler.instruction(flow.unit(), instruction.pc()).strip();
        types.step(instruction, current);
        out.append("  ").append(text);
        instruction.forEachWrite(r -> out.append("  ; r").append(r).append(':').append(current[r]));
        out.append('\n');
    }
}
