package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;

/** 24.1.4 Map instances. */
public final class JSMap extends JSObject {
    private final OrderedTable table = new OrderedTable();

    public JSMap(Shape shape) {
        super(shape);
    }

    /** [[MapData]]. */
    public OrderedTable table() {
        return table;
    }
}
