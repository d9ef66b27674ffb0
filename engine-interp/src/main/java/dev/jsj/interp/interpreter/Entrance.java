package dev.jsj.interp.interpreter;

import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * Calls of script functions from Java code (built-ins, host). Frames do not pop themselves when an
 * exception passes, so that an error object made late still sees the stack of the throw; hence
 * whoever lets exceptions through to Java code restores the agent's stack: here.
 */
final class Entrance {
    private Entrance() {}

    static Object call(ScriptCode code, ScriptFunction function, Object self, Object[] arguments) {
        Agent agent = code.agent;
        Activation caller = agent.currentFrame;
        try {
            return Calls.invoke(code, function, self, arguments);
        } catch (JSThrow completion) {
            throw leave(function, caller, completion);
        } catch (StackOverflowError overflow) {
            throw leave(function, caller, Errors.stackOverflow());
        } catch (Throwable failure) {
            restore(agent, caller);
            throw failure;
        }
    }

    /** Calls the compiled code of a {@link ScriptCode#isDirect} function. */
    static Object call2(ScriptCode code, ScriptFunction function, Object self, Object a, Object b) {
        Agent agent = code.agent;
        Activation caller = agent.currentFrame;
        try {
            return code.compiled.call2(caller, function, self, null, a, b);
        } catch (JSThrow completion) {
            throw leave(function, caller, completion);
        } catch (StackOverflowError overflow) {
            throw leave(function, caller, Errors.stackOverflow());
        } catch (Throwable failure) {
            restore(agent, caller);
            throw failure;
        }
    }

    /** The same with three arguments. */
    static Object call3(
            ScriptCode code, ScriptFunction function, Object self, Object a, Object b, Object c) {
        Agent agent = code.agent;
        Activation caller = agent.currentFrame;
        Object u = Undefined.UNDEFINED;
        try {
            return code.compiled.call5(caller, function, self, null, a, b, c, u, u);
        } catch (JSThrow completion) {
            throw leave(function, caller, completion);
        } catch (StackOverflowError overflow) {
            throw leave(function, caller, Errors.stackOverflow());
        } catch (Throwable failure) {
            restore(agent, caller);
            throw failure;
        }
    }

    static Object construct(
            ScriptCode code, ScriptFunction function, Object[] arguments, JSObject newTarget) {
        Agent agent = code.agent;
        Activation caller = agent.currentFrame;
        try {
            return Calls.invokeConstruct(code, function, arguments, newTarget);
        } catch (JSThrow completion) {
            throw leave(function, caller, completion);
        } catch (StackOverflowError overflow) {
            throw leave(function, caller, Errors.stackOverflow());
        } catch (Throwable failure) {
            restore(agent, caller);
            throw failure;
        }
    }

    /** Runs a frame (a script, a resumed generator) from Java code. */
    static @Nullable Object run(Frame frame) {
        Agent agent = frame.code.agent;
        Activation caller = agent.currentFrame;
        try {
            frame.enter();
            return frame.code.hasHandlers ? Unwinding.run(frame) : frame.code.run(frame);
        } catch (JSThrow completion) {
            throw leave(frame.function, caller, completion);
        } catch (StackOverflowError overflow) {
            throw leave(frame.function, caller, Errors.stackOverflow());
        } catch (Throwable failure) {
            restore(agent, caller);
            throw failure;
        }
    }

    private static JSThrow leave(
            ScriptFunction function, @Nullable Activation caller, JSThrow completion) {
        Agent agent = function.realm().agent();
        if (completion.valueOrNull() == null) {
            Unwinding.materialize(agent, completion, function.realm());
        }
        Unwinding.noteOrigin(agent, completion);
        restore(agent, caller);
        return completion;
    }

    private static void restore(Agent agent, @Nullable Activation caller) {
        agent.currentFrame = caller;
    }
}
