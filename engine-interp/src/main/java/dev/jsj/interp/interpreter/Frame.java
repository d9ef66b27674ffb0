package dev.jsj.interp.interpreter;

import dev.jsj.parser.Source;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.realm.SourcePosition;
import dev.jsj.runtime.value.Errors;

import org.jspecify.annotations.Nullable;

/**
 * The state of one running or suspended function: everything that its code needs, in a heap object.
 * So a generator is a frame that nobody runs now, and leaving compiled code is making a frame and
 * running it from its {@link #pc}.
 */
public final class Frame extends Activation {
    final ScriptCode code;
    final ScriptFunction function;

    /** By register; null in a frame of compiled code that keeps all of them in JVM locals. */
    Object @Nullable [] registers;

    /** The current scope: parent, ScopeInfo, variables. */
    Object @Nullable [] scope;

    /** The this value as passed; null in a derived constructor. */
    @Nullable Object self;

    /** New.target of this call; null for [[Call]]. */
    @Nullable JSObject newTarget;

    /** All actual arguments, where the code needs them. */
    Object @Nullable [] arguments;

    /** The generator or async function that owns the frame; null in plain functions. */
    @Nullable Coroutine coroutine;

    /**
     * The current op. While the frame runs it is stored before everything that may throw or look at
     * the stack.
     */
    int pc;

    /** What a suspension gives to whoever runs the frame; null for nothing. */
    @Nullable Object result;

    /** The compiled code that this frame has left, and should not enter again; null for none. */
    @Nullable CompiledCode left;

    /** Whether the frame runs in the same {@link Interpreter#run} as its caller. */
    boolean isNested;

    /** {@code agent.depth} while this frame runs. */
    int depth;

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
        this.code = code;
        this.function = function;
        this.registers = registers;
        this.scope = scope;
        this.self = self;
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
        Agent agent = code.agent;
        int nested = agent.depth + 1;
        if (nested > agent.maxDepth) {
            throw Errors.stackOverflow();
        }
        agent.depth = nested;
        depth = nested;
        caller = agent.currentFrame;
        agent.currentFrame = this;
    }

    /** Makes the caller the running frame again. */
    void leave() {
        Agent agent = code.agent;
        agent.depth = depth - 1;
        agent.currentFrame = caller;
    }

    /** The scope that the frame is in. */
    public Object @Nullable [] currentScope() {
        return scope;
    }

    /** The value of a register, for the tier policy; null for an empty one. */
    public @Nullable Object register(int index) {
        return registers == null ? null : registers[index];
    }

    public ScriptCode code() {
        return code;
    }

    public int pc() {
        return pc;
    }

    /** Takes {@link #result}. */
    @Nullable Object takeResult() {
        Object taken = result;
        result = null;
        return taken;
    }

    @Override
    public @Nullable JSObject function() {
        return isTopLevel() ? null : function;
    }

    @Override
    public @Nullable Object receiver() {
        return self;
    }

    @Override
    public Realm realm() {
        return function.realm();
    }

    @Override
    public String functionName() {
        return isTopLevel() ? "" : function.debugName();
    }

    @Override
    public String scriptName() {
        return code.info().source().name();
    }

    @Override
    public String referrerName() {
        return code.info().source().referrer();
    }

    private int offset() {
        return Math.max(0, code.unit().positions().at(pc));
    }

    @Override
    public int line() {
        return code.info().source().line(offset());
    }

    @Override
    public int column() {
        return code.info().source().column(offset());
    }

    @Override
    public SourcePosition position() {
        return new FramePosition(code.info().source(), offset());
    }

    private record FramePosition(Source source, int offset) implements SourcePosition {
        @Override
        public int line() {
            return source.line(offset);
        }

        @Override
        public int column() {
            return source.column(offset);
        }
    }

    @Override
    public boolean isConstructorCall() {
        return newTarget != null;
    }

    @Override
    public boolean isTopLevel() {
        return code.isTopLevel();
    }
}
