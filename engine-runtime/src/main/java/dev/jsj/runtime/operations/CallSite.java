package dev.jsj.runtime.operations;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;

/** NON-STANDARD: what {@code Error.prepareStackTrace} is given for each frame. */
public final class CallSite extends JSObject {
    private final StackFrame frame;

    CallSite(Shape shape, StackFrame frame) {
        super(shape);
        this.frame = frame;
    }

    public StackFrame frame() {
        return frame;
    }
}
