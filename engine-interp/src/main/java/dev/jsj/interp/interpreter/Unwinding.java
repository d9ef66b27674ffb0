package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.ExceptionHandler;
import dev.jsj.runtime.operations.StackFrame;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;

import org.jspecify.annotations.Nullable;

/** What happens to frames when an exception passes. */
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

    /**
     * Finds the handler for an exception that has come out of {@code Interpreter.run(entry)}'s
     * loop: in the frame it was thrown in, or one further out up to the entry. Throws it on where
     * there is none, and where the entry was left already: compiled code had taken it over in
     * mid-loop and handed it to an inner {@code Interpreter.run}, which looked for its handlers.
     */
    static Frame unwind(Frame entry, JSThrow completion) {
        Agent agent = entry.code.agent;
        if (completion.valueOrNull() == null) {
            materialize(agent, completion, entry.realm()); // while the stack is the thrower's
        }
        Frame frame = innermost(agent.currentFrame, entry);
        if (frame == null) {
            throw completion;
        }
        for (; ; ) {
            ExceptionHandler handler = frame.code.unit().handlerAt(frame.pc);
            if (handler != null) {
                frame.registers[handler.register()] = caught(agent, handler, completion);
                agent.currentFrame = frame;
                frame.pc = handler.handler();
                return frame;
            }
            if (frame == entry) {
                noteOrigin(agent, completion);
                entry.leave();
                throw completion;
            }
            frame = (Frame) frame.caller;
        }
    }

    /**
     * The innermost of the frames that run in the same loop as {@code entry}; null where that runs
     * no more.
     */
    private static @Nullable Frame innermost(@Nullable Activation running, Frame entry) {
        Activation result = running;
        for (Activation a = running; a != entry; a = a.caller) {
            if (a == null) {
                return null;
            }
            if (!(a instanceof Frame frame && frame.isNested)) {
                result = a.caller; // a, and what it called, ran elsewhere and is gone
            }
        }
        return (Frame) result;
    }

    /** Continues at the handler for an exception at the frame's pc, or throws it on. */
    static void enterHandler(Frame frame, JSThrow completion) {
        Agent agent = frame.code.agent;
        ExceptionHandler handler = frame.code.unit().handlerAt(frame.pc);
        if (handler == null) {
            throw completion;
        }
        if (completion.valueOrNull() == null) {
            materialize(agent, completion, frame.realm()); // while the stack is the thrower's
        }
        frame.registers[handler.register()] = caught(agent, handler, completion);
        agent.currentFrame = frame;
        frame.pc = handler.handler();
    }

    /**
     * What a handler of compiled code without a frame throws on, after it has closed the iterator:
     * {@link JSThrow}s and stack overflows are what handlers see.
     */
    static JSThrow caught(Throwable thrown, IteratorState iterator) throws Throwable {
        JSThrow completion;
        if (thrown instanceof StackOverflowError) {
            completion = Errors.stackOverflow();
        } else if (thrown instanceof JSThrow already) {
            completion = already;
        } else {
            throw thrown;
        }
        Agent agent = iterator.realm.agent();
        if (completion.valueOrNull() == null) {
            materialize(agent, completion, iterator.realm); // while the stack is the thrower's
        }
        noteOrigin(agent, completion);
        return completion;
    }

    /** Closes the iterator from a function that an exception leaves. */
    static void closeSilently(Frame frame, int pc, IteratorState iterator) {
        frame.code.agent.currentFrame = frame;
        frame.pc = pc;
        iterator.closeSilently();
    }

    /** What a handler's register receives. */
    private static Object caught(Agent agent, ExceptionHandler handler, JSThrow completion) {
        if (!handler.rethrows()) {
            return completion.valueOrNull();
        }
        noteOrigin(agent, completion);
        return completion;
    }

    /** Notes where an exception was thrown, for its message when nobody catches it. */
    static void noteOrigin(Agent agent, JSThrow completion) {
        if (completion.origin() == null && agent.currentFrame != null) {
            completion.setOrigin(StackFrame.of(agent.currentFrame));
        }
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
