package dev.jsj.interp.interpreter;

import dev.jsj.parser.Source;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.realm.SourcePosition;

import org.jspecify.annotations.Nullable;

/** A running function that was compiled to bytecode, as stack traces see it. */
abstract sealed class ScriptActivation extends Activation permits Frame, CompiledCaller {
    /** Never changes; but a final field's barrier keeps C2 from making the object in one piece. */
    ScriptFunction function;

    /** The this value as passed; null in a derived constructor. */
    @Nullable Object self;

    /** New.target of this call; null for [[Call]]. */
    @Nullable JSObject newTarget;

    /**
     * The current op. While the function runs it is stored before everything that may throw or look
     * at the stack.
     */
    int pc;

    ScriptActivation(ScriptFunction function, @Nullable Object self) {
        this.function = function;
        this.self = self;
    }

    /** What runs. */
    public abstract ScriptCode code();

    public int pc() {
        return pc;
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
        return code().info().source().name();
    }

    @Override
    public Object referrer() {
        return code().info().source().referrer();
    }

    private int offset() {
        return Math.max(0, code().unit().positions().at(pc));
    }

    @Override
    public int line() {
        return code().info().source().line(offset());
    }

    @Override
    public int column() {
        return code().info().source().column(offset());
    }

    @Override
    public SourcePosition position() {
        return new FramePosition(code().info().source(), offset());
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
        return code().isTopLevel();
    }
}
