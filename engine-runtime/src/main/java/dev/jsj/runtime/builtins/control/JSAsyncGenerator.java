package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;

/**
 * 27.6.2 AsyncGenerator instances as %AsyncGeneratorPrototype% sees them; the tier that runs the
 * code implements the queue.
 */
public abstract class JSAsyncGenerator extends JSObject {
    /** The kind of completion that a request carries into the generator. */
    public enum Completion {
        NORMAL,
        RETURN,
        THROW
    }

    protected JSAsyncGenerator(Shape shape) {
        super(shape);
    }

    /**
     * 27.6.3.4 AsyncGeneratorEnqueue and the resumption that follows where the generator is not
     * running.
     */
    public abstract void enqueue(Completion completion, Object value, PromiseCapability capability);
}
