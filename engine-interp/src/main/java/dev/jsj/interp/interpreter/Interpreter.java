package dev.jsj.interp.interpreter;

import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;

import org.jspecify.annotations.Nullable;

/**
 * Runs frames, {@link Step} by step.
 *
 * <p>Script functions calling each other take no Java stack: a call step makes the frame of the
 * callee, and the loop here goes on with that one. A frame is entered before {@code run} and left
 * by RETURN or a suspension. Exceptions leave the stack as it is, so that an error object made late
 * sees it; {@link Unwinding} finds the handler.
 */
final class Interpreter {
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
        Object[] r = frame.registers;
        Step step = frame.code.step(frame.pc);
        for (; ; ) {
            do {
                step = step.execute(frame, r);
            } while (step != null);
            Frame callee = frame.callee;
            if (callee != null) {
                frame.callee = null;
                frame = callee;
                r = frame.registers;
                step = frame.code.step(frame.pc);
                continue;
            }
            Object result = frame.takeResult();
            if (frame == entry) {
                return result;
            }
            callee = frame;
            frame = (Frame) callee.caller;
            r = frame.registers;
            CallSteps.Calling call = (CallSteps.Calling) frame.code.step(frame.pc);
            step = call.finish(frame, r, callee, result);
        }
    }
}
