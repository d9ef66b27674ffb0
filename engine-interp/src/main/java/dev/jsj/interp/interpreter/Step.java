package dev.jsj.interp.interpreter;

import org.jspecify.annotations.Nullable;

/**
 * One instruction, made ready to run: its operands as fields, its successor as a reference. Steps
 * are made when the interpreter first comes to an instruction, and linked when it first goes on
 * from it.
 *
 * <p>Every kind of instruction that is common and cheap has a class, whose {@link #execute} does
 * what needs no call, and gives everything else to the class for its part of the language, or to
 * {@link SlowOps}. HotSpot compiles these small methods soon and well; see decision 0010.
 */
abstract class Step {
    final int pc;

    private @Nullable Step next;

    Step(int pc) {
        this.pc = pc;
    }

    /**
     * Runs the instruction.
     *
     * @param r the frame's registers
     * @return the step to run next in the frame; or null where another frame's turn has come: its
     *     {@link Frame#callee}'s, or its caller's after it has been left with a result
     */
    abstract @Nullable Step execute(Frame frame, Object[] r);

    /** The step of the following instruction. */
    final Step next(Frame frame) {
        Step step = next;
        return step != null ? step : linkNext(frame.code);
    }

    private Step linkNext(ScriptCode code) {
        Step step = code.step(pc + SlowOps.length(code.instructions[pc]));
        next = step;
        return step;
    }

    /** Runs the instruction with its full semantics. */
    final @Nullable Step slow(Frame frame) {
        ScriptCode code = frame.code;
        frame.pc = pc;
        int nextPc = SlowOps.execute(frame, code.instructions[pc], pc);
        return nextPc >= 0 ? code.step(nextPc) : null;
    }
}
