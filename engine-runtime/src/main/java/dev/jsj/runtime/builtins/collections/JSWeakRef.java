package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;

/** 26.1.4 WeakRef instances. */
public final class JSWeakRef extends JSObject {
    private final WeakReference<Object> target;

    public JSWeakRef(Shape shape, Object target) {
        super(shape);
        this.target = new WeakReference<>(target);
    }

    /** [[WeakRefTarget]]; null once it is gone. */
    public @Nullable Object target() {
        return target.get();
    }
}
