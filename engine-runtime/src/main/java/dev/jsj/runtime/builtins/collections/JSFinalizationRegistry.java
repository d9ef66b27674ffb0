package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;

/** 26.2.4 FinalizationRegistry instances. */
public final class JSFinalizationRegistry extends JSObject {
    private final Agent agent;
    private final JSObject cleanupCallback;
    private final Set<Cell> cells = new LinkedHashSet<>();
    private final ArrayDeque<Cell> emptied = new ArrayDeque<>();

    /** A target that is watched. It arrives in the agent's queue when the target is gone. */
    private static final class Cell extends WeakReference<Object> implements Runnable {
        final JSFinalizationRegistry registry;
        final Object heldValue;
        final @Nullable WeakReference<Object> unregisterToken;

        Cell(JSFinalizationRegistry registry, Object target, Object heldValue, Object token) {
            super(target, registry.agent.finalizationQueue());
            this.registry = registry;
            this.heldValue = heldValue;
            this.unregisterToken = token == Undefined.UNDEFINED ? null : new WeakReference<>(token);
        }

        @Override
        public void run() {
            registry.targetIsGone(this);
        }
    }

    public JSFinalizationRegistry(Shape shape, Agent agent, JSObject cleanupCallback) {
        super(shape);
        this.agent = agent;
        this.cleanupCallback = cleanupCallback;
    }

    void register(Object target, Object heldValue, Object unregisterToken) {
        cells.add(new Cell(this, target, heldValue, unregisterToken));
    }

    boolean unregister(Object token) {
        return cells.removeIf(
                cell -> cell.unregisterToken != null && cell.unregisterToken.refersTo(token));
    }

    private void targetIsGone(Cell cell) {
        if (cells.remove(cell)) {
            emptied.add(cell);
            if (emptied.size() == 1) {
                agent.hostHooks().enqueueFinalizationJob(agent, this::cleanup);
            }
        }
    }

    /** 9.12 CleanupFinalizationRegistry ( finalizationRegistry ). */
    private void cleanup() {
        for (Cell cell; (cell = emptied.poll()) != null; ) {
            cleanupCallback.call1(Undefined.UNDEFINED, cell.heldValue);
        }
    }
}
