package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;

/** 24.2.4 Set instances. */
public final class JSSet extends JSObject {
    private final OrderedTable table = new OrderedTable();

    public JSSet(Shape shape) {
        super(shape);
    }

    /** [[SetData]]: the elements are the keys. */
    public OrderedTable table() {
        return table;
    }
}
