package dev.jsj.node.runtime;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.PromiseHooks;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The ids of asynchronous operations and the events of {@code async_hooks}.
 *
 * <p>Made when a program first asks for either. From then on the agent's async context is an {@link
 * Execution}: what AsyncLocalStorage holds, and which operation the code runs for. Operations that
 * began earlier have the id 0.
 */
public final class AsyncTracking implements PromiseHooks {
    static final int MAIN = 1;

    private final NodeRuntime runtime;
    private final Agent agent;
    private final ArrayDeque<Execution> running = new ArrayDeque<>();
    private final Map<JSObject, Execution> promises = new WeakHashMap<>();
    private final List<Integer> ended = new ArrayList<>();
    private final Execution none;
    private @Nullable JSObject emitter;

    /** An operation as its callbacks know it. */
    public static final class Execution extends JSObject {
        private final Object stores;
        private final int asyncId;
        private final int triggerAsyncId;
        private final Object resource;

        public Execution(
                NodeRuntime runtime,
                Object stores,
                int asyncId,
                int triggerAsyncId,
                Object resource) {
            super(runtime.realm().agent().root(null));
            this.stores = stores;
            this.asyncId = asyncId;
            this.triggerAsyncId = triggerAsyncId;
            this.resource = resource;
        }

        /** What AsyncLocalStorage holds; undefined for nothing. */
        public Object stores() {
            return stores;
        }

        public int asyncId() {
            return asyncId;
        }

        public int triggerAsyncId() {
            return triggerAsyncId;
        }

        public Object resource() {
            return resource;
        }
    }

    AsyncTracking(NodeRuntime runtime) {
        this.runtime = runtime;
        agent = runtime.agent();
        none = new Execution(runtime, Undefined.UNDEFINED, 0, 0, runtime.realm().newObject());
    }

    /**
     * (event, id, type, trigger id, resource): what is told of every event; null while no hook is
     * enabled. Only then promises have ids, as in Node.
     */
    public void setEmitter(@Nullable JSObject newEmitter) {
        emitter = newEmitter;
        agent.promiseHooks = newEmitter == null ? null : this;
    }

    private void emit(String event, int asyncId) {
        if (emitter != null && asyncId > MAIN) {
            emitter.call2(Undefined.UNDEFINED, event, asyncId);
        }
    }

    private Execution begin(String type, int trigger, Object resource) {
        int id = runtime.nextAsyncId();
        Execution made =
                new Execution(runtime, storesOf(agent.asyncContext), id, trigger, resource);
        if (emitter != null) {
            emitter.call(Undefined.UNDEFINED, new Object[] {"init", id, type, trigger, resource});
        }
        return made;
    }

    /** An operation begins. */
    Execution start(String type, @Nullable JSObject resource) {
        JSObject known = resource == null ? runtime.realm().newObject() : resource;
        return begin(type, runtime.execution().asyncId, known);
    }

    /** An operation is over for good; the hooks hear of it from the event loop. */
    void end(Object operation) {
        if (operation instanceof Execution execution) {
            destroy(execution.asyncId);
        }
    }

    /** Lets the hooks hear that an id is of no more use. */
    public void destroy(int asyncId) {
        if (emitter == null || asyncId <= MAIN) {
            return;
        }
        if (ended.isEmpty()) {
            runtime.loop().post(this::emitEnded);
        }
        ended.add(asyncId);
    }

    private void emitEnded() {
        List<Integer> ids = List.copyOf(ended);
        ended.clear();
        ids.forEach(id -> emit("destroy", id));
    }

    /** What AsyncLocalStorage holds in an async context. */
    static Object storesOf(@Nullable Object context) {
        if (context instanceof Execution execution) {
            return execution.stores;
        }
        return context == null ? Undefined.UNDEFINED : context;
    }

    /** Replaces what AsyncLocalStorage holds. */
    void enterStores(Object stores) {
        Execution now = runtime.execution();
        agent.asyncContext =
                new Execution(runtime, stores, now.asyncId, now.triggerAsyncId, now.resource);
    }

    /** Code of an operation runs, until {@link #leave} or {@link #leaveAll}. */
    void enter(Object operation) {
        Execution entered =
                operation instanceof Execution known
                        ? known
                        : new Execution(runtime, operation, 0, 0, none.resource);
        running.push(entered);
        agent.asyncContext = entered;
        emit("before", entered.asyncId);
    }

    /** Undoes one {@link #enter}. */
    void leave(@Nullable Object previous) {
        Execution left = running.poll();
        if (left != null) {
            emit("after", left.asyncId);
        }
        agent.asyncContext = previous;
    }

    /** The callback of the event loop has returned. */
    void leaveAll() {
        while (!running.isEmpty()) {
            leave(null);
        }
    }

    // ---- promises

    @Override
    public void init(JSObject promise, @Nullable JSObject parent) {
        Execution from = parent == null ? null : promises.get(parent);
        promises.put(
                promise,
                begin(
                        "PROMISE",
                        from == null ? runtime.execution().asyncId : from.asyncId,
                        promise));
    }

    @Override
    public void resolved(JSObject promise) {
        Execution known = promises.get(promise);
        if (known != null) {
            emit("promiseResolve", known.asyncId);
        }
    }

    @Override
    public Object contextOf(JSObject promise) {
        Execution known = promises.get(promise);
        Object stores = storesOf(agent.asyncContext);
        return known == null
                ? new Execution(runtime, stores, 0, 0, promise)
                : new Execution(
                        runtime, stores, known.asyncId, known.triggerAsyncId, known.resource);
    }

    @Override
    public void run(Object context, Runnable job) {
        Object previous = agent.asyncContext;
        enter(context);
        try {
            job.run();
        } finally {
            leave(previous);
        }
    }
}
