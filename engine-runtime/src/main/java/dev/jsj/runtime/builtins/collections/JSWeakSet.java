package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;

/** 24.4.4 WeakSet instances. */
public final class JSWeakSet extends JSObject {
    private final WeakTable table = new WeakTable();

    public JSWeakSet(Shape shape) {
        super(shape);
    }

    /** [[WeakSetData]]: the elements are the keys. */
    public WeakTable table() {
        return table;
    }
}
