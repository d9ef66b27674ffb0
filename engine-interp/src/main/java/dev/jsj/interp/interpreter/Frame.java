package dev.jsj.interp.interpreter;

import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.value.Errors;

import org.jspecify.annotations.Nullable;

/**
 * The state of one running or suspended function: everything that its code needs, in a heap object.
 * So a generator is a frame that nobody runs now, and leaving compiled code is making a frame and
 * running it from its {@link #pc}.
 */
public final class Frame extends ScriptActivation {
    /** Never changes; see {@link #function}. */
    ScriptCode code;

    /** By register; null in a frame of compiled code that keeps all of them in JVM locals. */
    Object @Nullable [] registers;

    /** The current scope: parent, ScopeInfo, variables. */
    Object @Nullable [] scope;

    /** All actual arguments, where the code needs them. */
    Object @Nullable [] arguments;

    /** The generator or async function that owns the frame; null in plain functions. */
    @Nullable Coroutine coroutine;

    /** A function's frame that is to be run now, in the loop that runs this one; null for none. */
    @Nullable Frame callee;

    /** What RETURN or a suspension gives to whoever runs the frame; null for nothing. */
    @Nullable Object result;

    /** The compiled code that this frame has left, and should not enter again; null for none. */
    @Nullable CompiledCode left;

    /** Whether the frame runs in the same {@link Interpreter#run} as its caller. */
    boolean isNested;

    /** What was the agent's current frame when this one was pushed. */
    private @Nullable Activation previous;

    Frame(
            ScriptCode code,
            ScriptFunction function,
            Object @Nullable [] scope,
            @Nullable Object self) {
        this(code, function, scope, self, new Object[code.registerCount]);
    }

    Frame(
            ScriptCode code,
            ScriptFunction function,
            Object @Nullable [] scope,
            @Nullable Object self,
            Object @Nullable [] registers) {
        super(function, self);
        this.code = code;
        this.registers = registers;
        this.scope = scope;
    }

    /**
     * Makes this the running frame. {@code RETURN} and suspension undo it; exceptions leave the
     * stack as it is for whoever catches them.
     */
    void enter() {
        push();
        if (--code.budget < 0) {
            Budget.onCall(this);
        }
    }

    /** {@link #enter}, for compiled code: the tier policy needs to know no more about it. */
    void push() {
        push(code.agent.currentFrame);
    }

    /**
     * The same where the caller may be compiled code that has not made itself the running frame.
     */
    void push(@Nullable Activation from) {
        Agent agent = code.agent;
        int nested = from == null ? 1 : from.depth + 1;
        if (agent.isTooDeep(nested)) {
            throw Errors.stackOverflow();
        }
        depth = nested;
        caller = from;
        previous = agent.currentFrame;
        agent.currentFrame = this;
    }

    /** Makes the running frame what it was before. */
    void leave() {
        code.agent.currentFrame = previous;
    }

    @Override
    public @Nullable String resumedBy() {
        if (coroutine == null || coroutine.request == null) {
            return null;
        }
        String name = functionName();
        String method = coroutine.request.method();
        if (!name.isEmpty()) {
            return name + method;
        }
        return (coroutine instanceof GeneratorObject.Generator ? "Generator" : "AsyncGenerator")
                + method;
    }

    /** The scope that the frame is in. */
    public Object @Nullable [] currentScope() {
        return scope;
    }

    /** The value of a register, for the tier policy; null for an empty one. */
    public @Nullable Object register(int index) {
        return registers == null ? null : registers[index];
    }

    @Override
    public ScriptCode code() {
        return code;
    }

    /** Takes {@link #result}. */
    @Nullable Object takeResult() {
        Object taken = result;
        result = null;
        return taken;
    }
}
