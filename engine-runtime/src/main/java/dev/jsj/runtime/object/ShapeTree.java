package dev.jsj.runtime.object;

import org.jspecify.annotations.Nullable;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * One agent's shapes: the roots for objects without a prototype, and the sources of lazy slots.
 * Every {@link Shape} refers to its tree, so any object leads to its agent.
 */
public abstract class ShapeTree {
    private final PrototypeInfo nullPrototype = new PrototypeInfo();
    private final Map<JSObject, LazySlots> lazySlots = new IdentityHashMap<>();
    private final MutableDoubleKeys mutableDoubleKeys = new MutableDoubleKeys();
    private int shapeCount;

    /** Which properties may be kept in a {@link MutableDouble}. */
    public final MutableDoubleKeys mutableDoubleKeys() {
        return mutableDoubleKeys;
    }

    final int nextShapeId() {
        return ++shapeCount;
    }

    /**
     * The shape of an object of this kind without own properties. Makes {@code prototype} a
     * prototype object on first use.
     */
    public final Shape root(@Nullable JSObject prototype, ObjectKind kind) {
        PrototypeInfo info = prototype == null ? nullPrototype : prototype.prototypeInfo();
        Shape root = info.root(kind);
        if (root == null) {
            root = Shape.createRoot(this, prototype, kind);
            info.setRoot(kind, root);
        }
        return root;
    }

    /**
     * The shape of ordinary objects without own properties that inherit from {@code prototype};
     * null where none was made so far. For any thread.
     */
    public static @Nullable Shape knownRoot(JSObject prototype) {
        PrototypeInfo info = prototype.shape().prototypeInfo();
        return info == null ? null : info.root(ObjectKind.ORDINARY);
    }

    /** The shape of an ordinary object without own properties. */
    public final Shape root(@Nullable JSObject prototype) {
        return root(prototype, ObjectKind.ORDINARY);
    }

    /**
     * Steps 3 to 5 of 10.4.2.4 ArraySetLength: the new length that {@code value} stands for. It may
     * run user code, hence its home is above this package.
     *
     * @throws dev.jsj.runtime.value.JSThrow a RangeError when it is not an array length
     */
    public abstract long toArrayLength(Object value);

    /** Registers who fills the slots of {@code object} that read as Java null. */
    public final void registerLazySlots(JSObject object, LazySlots source) {
        lazySlots.put(object, source);
    }

    /** Who fills the empty slots of {@code object}; null for nobody. */
    public final @Nullable LazySlots lazySlots(JSObject object) {
        return lazySlots.get(object);
    }
}
