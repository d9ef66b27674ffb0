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
        Activation caller = code.agent.currentFrame;
        try {
            return Calls.invoke(code, function, self, arguments);
        } catch (RuntimeException | Error failure) {
            throw unwound(function, caller, failure);
        }
    }

    /** Calls a {@link ScriptCode#isDirect} function. */
    static Object call2(ScriptCode code, ScriptFunction function, Object self, Object a, Object b) {
        Activation caller = code.agent.currentFrame;
        CompiledCode compiled = code.compiled;
        try {
            return compiled != null
                    ? compiled.call2(caller, function, self, null, a, b)
                    : Calls.interpret(code, function, self, a, b, Undefined.UNDEFINED);
        } catch (RuntimeException | Error failure) {
            throw unwound(function, caller, failure);
        }
    }

    /** The same with three arguments. */
    static Object call3(
            ScriptCode code, ScriptFunction function, Object self, Object a, Object b, Object c) {
        Activation caller = code.agent.currentFrame;
        CompiledCode compiled = code.compiled;
        Object u = Undefined.UNDEFINED;
        try {
            return compiled != null
                    ? compiled.call5(caller, function, self, null, a, b, c, u, u)
                    : Calls.interpret(code, function, self, a, b, c);
        } catch (RuntimeException | Error failure) {
            throw unwound(function, caller, failure);
        }
    }

    static Object construct(
            ScriptCode code, ScriptFunction function, Object[] arguments, JSObject newTarget) {
        Activation caller = code.agent.currentFrame;
        try {
            return Calls.invokeConstruct(code, function, arguments, newTarget);
        } catch (RuntimeException | Error failure) {
            throw unwound(function, caller, failure);
        }
    }

    /** Runs a frame (a script, a resumed generator) from Java code. */
    static @Nullable Object run(Frame frame) {
        Activation caller = frame.code.agent.currentFrame;
        try {
            frame.enter();
            return frame.code.hasHandlers ? Unwinding.run(frame) : frame.code.run(frame);
        } catch (RuntimeException | Error failure) {
            throw unwound(frame.function, caller, failure);
        }
    }

    /**
     * What Java code gets instead of a failure that leaves a function, the agent's stack being the
     * caller's again. A JavaScript exception has its value and its origin then; running out of
     * stack is one too; any other failure passes as it is.
     */
    private static RuntimeException unwound(
            ScriptFunction function, @Nullable Activation caller, Throwable failure) {
        Agent agent = function.realm().agent();
        if (failure instanceof StackOverflowError) {
            return completed(agent, function, caller, Errors.stackOverflow());
        }
        if (failure instanceof JSThrow completion) {
            return completed(agent, function, caller, completion);
        }
        agent.currentFrame = caller;
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    private static JSThrow completed(
            Agent agent, ScriptFunction function, @Nullable Activation caller, JSThrow completion) {
        if (completion.valueOrNull() == null) {
            Unwinding.materialize(agent, completion, function.realm());
        }
        Unwinding.noteOrigin(agent, completion);
        agent.currentFrame = caller;
        return completion;
    }
}
