package dev.jsj.runtime.object;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What an object needs once it serves as a prototype: the empty shapes of the objects that inherit
 * from it, the current validity cell, and the prototypes further down whose cells depend on it.
 */
final class PrototypeInfo {
    private final Shape[] roots = new Shape[ObjectKind.values().length];
    private @Nullable ValidityCell cell;

    /** The slots of properties that were stored to once. */
    private final BitSet storedSlots = new BitSet();

    /** The slots of properties that were stored to more often. */
    private final BitSet volatileSlots = new BitSet();

    private List<WeakReference<JSObject>> dependents = new ArrayList<>(2);

    @Nullable Shape root(ObjectKind kind) {
        return roots[kind.ordinal()];
    }

    void setRoot(ObjectKind kind, Shape root) {
        roots[kind.ordinal()] = root;
    }

    /**
     * The valid cell of {@code owner}; the owner is registered with its own prototype so that a
     * change up there reaches the cell.
     */
    ValidityCell cell(JSObject owner) {
        ValidityCell current = cell;
        if (current == null) {
            current = new ValidityCell();
            cell = current;
            JSObject parent = owner.shape().prototype();
            if (parent != null) {
                PrototypeInfo parentInfo = parent.prototypeInfo();
                parentInfo.cell(parent);
                parentInfo.addDependent(owner);
            }
        }
        return current;
    }

    private void addDependent(JSObject prototype) {
        dependents.removeIf(reference -> reference.get() == null || reference.get() == prototype);
        dependents.add(new WeakReference<>(prototype));
    }

    /**
     * Notes that the owner's property in a slot gets another value. The second time it becomes
     * volatile: from then on look-ups remember where it is, not its value, and no store ends them.
     *
     * @return whether look-ups that were cached through the owner end now
     */
    boolean noteStore(int slot) {
        if (volatileSlots.get(slot)) {
            return false;
        }
        volatileSlots.set(slot, storedSlots.get(slot));
        storedSlots.set(slot);
        return true;
    }

    boolean isVolatile(int slot) {
        return volatileSlots.get(slot);
    }

    /** The owner's properties get other slots. */
    void forgetSlots() {
        storedSlots.clear();
        volatileSlots.clear();
    }

    /** The owner has changed: no look-up cached through it holds any more. */
    void invalidate() {
        ValidityCell current = cell;
        if (current == null) {
            return; // no look-up was cached since the last change, hence none further down
        }
        cell = null;
        List<WeakReference<JSObject>> notified = dependents;
        dependents = new ArrayList<>(2);
        current.invalidate();
        for (WeakReference<JSObject> reference : notified) {
            JSObject prototype = reference.get();
            if (prototype != null) {
                prototype.prototypeInfo().invalidate();
            }
        }
    }
}
