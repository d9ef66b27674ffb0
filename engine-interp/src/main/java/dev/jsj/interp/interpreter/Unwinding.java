package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.ExceptionHandler;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;

import org.jspecify.annotations.Nullable;

/** Runs frames whose code has exception handlers. */
final class Unwinding {
    private Unwinding() {}

    /** Runs an entered frame to its end or suspension, exceptions routed by the handler table. */
    static @Nullable Object run(Frame frame) {
        for (; ; ) {
            try {
                return frame.code.run(frame);
            } catch (JSThrow completion) {
                enterHandler(frame, completion);
            } catch (StackOverflowError overflow) {
                enterHandler(frame, Errors.stackOverflow());
            }
        }
    }

    /** Continues at the handler for an exception at the frame's pc, or throws it on. */
    static void enterHandler(Frame frame, JSThrow completion) {
        Agent agent = frame.code.agent;
        ExceptionHandler handler = frame.code.unit().handlerAt(frame.pc);
        if (handler == null) {
            throw completion;
        }
        Object value = completion.valueOrNull();
        if (value == null) {
            value =
                    materialize(
                            agent,
                            completion,
                            frame.realm()); // while the stack still is the thrower's
        }
        agent.currentFrame = frame;
        agent.depth = frame.depth;
        frame.registers[handler.register()] = value;
        frame.pc = handler.handler();
    }

    /**
     * The error object of a native error, in the realm of the function that runs.
     *
     * @param realm the one to use where none runs
     */
    static Object materialize(Agent agent, JSThrow completion, Realm realm) {
        Activation running = agent.currentFrame;
        return agent.services().thrownValue(completion, running == null ? realm : running.realm());
    }
}
