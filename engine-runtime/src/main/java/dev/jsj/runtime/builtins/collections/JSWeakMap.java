package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;

/** 24.3.4 WeakMap instances. */
public final class JSWeakMap extends JSObject {
    private final WeakTable table = new WeakTable();

    public JSWeakMap(Shape shape) {
        super(shape);
    }

    /** [[WeakMapData]]. */
    public WeakTable table() {
        return table;
    }
}
