package dev.jsj.interp.tiering;

import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;

import org.jspecify.annotations.Nullable;

/** A function that the optimizing tier has compiled: what runs instead of its bytecode. */
public abstract class CompiledCode {
    /**
     * Runs the function.
     *
     * @param self the this value as passed; null in a derived constructor
     * @param newTarget null for [[Call]]
     */
    public abstract Object call(
            ScriptFunction function,
            @Nullable Object self,
            Object[] arguments,
            @Nullable JSObject newTarget);

    public Object call0(ScriptFunction function, Object self) {
        return call(function, self, JSObject.NO_ARGUMENTS, null);
    }

    public Object call1(ScriptFunction function, Object self, Object a) {
        return call(function, self, new Object[] {a}, null);
    }

    public Object call2(ScriptFunction function, Object self, Object a, Object b) {
        return call(function, self, new Object[] {a, b}, null);
    }

    public Object call3(ScriptFunction function, Object self, Object a, Object b, Object c) {
        return call(function, self, new Object[] {a, b, c}, null);
    }
}
