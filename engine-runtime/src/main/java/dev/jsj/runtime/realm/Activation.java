package dev.jsj.runtime.realm;

import dev.jsj.runtime.object.JSObject;

import org.jspecify.annotations.Nullable;

/**
 * One running function as stack traces see it: an execution context (9.4). The tiers' frames extend
 * it.
 */
public abstract class Activation {
    /** The caller, or null at the bottom. */
    public @Nullable Activation caller;

    /** How many activations there are from the bottom to this one, built-in functions aside. */
    public int depth;

    /** The running function; null for scripts, modules and eval code. */
    public abstract @Nullable JSObject function();

    /**
     * The receiver as far as it is known, for method names in stack traces; null where there is
     * none.
     */
    public abstract @Nullable Object receiver();

    /** The realm of the running code. */
    public abstract Realm realm();

    /** The name shown for the function; empty for anonymous ones and top-level code. */
    public abstract String functionName();

    /** File or URL of the source. */
    public abstract String scriptName();

    /**
     * The script or module that imports are relative to: its name, or what the host has given in
     * place of it; for eval code and functions made from strings the one that made them.
     */
    public Object referrer() {
        return scriptName();
    }

    /** 1-based line of the current position. */
    public abstract int line();

    /** 1-based column of the current position. */
    public abstract int column();

    /** The current position, to be kept by an error that may never show it. */
    public SourcePosition position() {
        return new KnownPosition(line(), column());
    }

    private record KnownPosition(int line, int column) implements SourcePosition {}

    /** Whether the function runs as a constructor. */
    public abstract boolean isConstructorCall();

    /** Whether this is script, module or eval code outside any function. */
    public abstract boolean isTopLevel();

    /**
     * The generator's method that resumed this frame, with the name of the generator's function in
     * front as V8 shows it; null where none did.
     */
    public @Nullable String resumedBy() {
        return null;
    }

    /** Whether the code is an async function or generator that was resumed. */
    public boolean isAsync() {
        return false;
    }
}
