package dev.jsj.runtime.function;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.realm.Realm;

/**
 * A function object of any kind (10.2, 10.3, 10.4.1). Its shape starts with {@code length} in slot
 * 0 and {@code name} in slot 1.
 */
public abstract class JSFunction extends JSObject {
    protected static final int LENGTH_SLOT = 0;
    protected static final int NAME_SLOT = 1;
    public static final int PROTOTYPE_SLOT = 2;

    private final Realm realm;

    protected JSFunction(Shape shape, Realm realm) {
        super(shape);
        this.realm = realm;
    }

    /** [[Realm]]. */
    public final Realm realm() {
        return realm;
    }

    @Override
    public final boolean isCallable() {
        return true;
    }

    @Override
    public abstract Object call(Object self, Object[] arguments);

    /** The name for stack traces, without running user code. */
    public abstract String debugName();

    /** 20.2.3.5 Function.prototype.toString: source text, or the form of a native function. */
    public abstract String sourceText();
}
