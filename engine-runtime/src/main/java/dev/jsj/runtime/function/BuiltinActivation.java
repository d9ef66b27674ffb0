package dev.jsj.runtime.function;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/** A running built-in function, for stack traces: {@code at Array.map (<anonymous>)}. */
final class BuiltinActivation extends Activation {
    private final BuiltinFunction function;
    private final @Nullable Object receiver;

    /**
     * @param receiver null for [[Construct]]
     */
    BuiltinActivation(
            BuiltinFunction function, @Nullable Object receiver, @Nullable Activation caller) {
        this.function = function;
        this.receiver = receiver;
        this.caller = caller;
        this.depth = caller == null ? 0 : caller.depth;
    }

    @Override
    public JSObject function() {
        return function;
    }

    @Override
    public @Nullable Object receiver() {
        return receiver;
    }

    @Override
    public Realm realm() {
        return function.realm();
    }

    @Override
    public String functionName() {
        return function.debugName();
    }

    @Override
    public String scriptName() {
        return "";
    }

    @Override
    public int line() {
        return 0;
    }

    @Override
    public int column() {
        return 0;
    }

    @Override
    public boolean isConstructorCall() {
        return receiver == null;
    }

    @Override
    public boolean isTopLevel() {
        return false;
    }
}
