package dev.jsj.runtime.object;

import org.jspecify.annotations.Nullable;

/**
 * 20.5 Error instances: ordinary objects with an [[ErrorData]] slot, and the stack that was running
 * when they were made.
 *
 * <p>The text of the {@code stack} property is made when it is first read, by the source that
 * captured the frames.
 */
public final class JSError extends JSObject {
    private @Nullable LazySlots stack;

    public JSError(Shape shape) {
        super(shape);
    }

    /** Remembers who makes the value of the {@code stack} property, whose slot is empty. */
    public void setStack(LazySlots source) {
        stack = source;
    }

    /** What was given to {@link #setStack}: the captured frames; null for none. */
    public @Nullable LazySlots stack() {
        return stack;
    }

    @Override
    protected Object makeLazyValue(Property property) {
        LazySlots source = stack;
        return source == null ? super.makeLazyValue(property) : source.materialize(this, property);
    }

    @Override
    public String builtinTag() {
        return "Error";
    }
}
