package dev.jsj.node.runtime;

import dev.jsj.runtime.builtins.control.JSPromise;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.HostHooks;

import org.jspecify.annotations.Nullable;

/** The engine's host hooks; installed in the agent before the runtime exists. */
public final class RuntimeHooks implements HostHooks {
    private @Nullable NodeRuntime runtime;

    /** Connects the hooks with the runtime of their agent. */
    public void connect(NodeRuntime connected) {
        runtime = connected;
    }

    @Override
    public void promiseRejectionTracker(JSObject promise, boolean handled) {
        if (runtime != null && promise instanceof JSPromise rejected) {
            runtime.trackRejection(rejected, handled);
        }
    }

    @Override
    public void enqueueFinalizationJob(Agent agent, Runnable job) {
        if (runtime != null) {
            NodeRuntime current = runtime;
            current.loop().post(job);
        }
    }

    @Override
    public void scheduleTask(Runnable task, double milliseconds) {
        if (runtime == null) {
            return;
        }
        NodeRuntime current = runtime;
        current.pool().submit(() -> sleep(milliseconds), task);
    }

    private static void sleep(double milliseconds) {
        try {
            Thread.sleep((long) Math.ceil(milliseconds));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public @Nullable String originalLocation(String script, int line, int column) {
        return runtime == null
                ? null
                : SourceMaps.of(runtime).originalLocation(script, line, column);
    }

    @Override
    public void postTask(Runnable task) {
        if (runtime != null) {
            NodeRuntime current = runtime;
            current.loop().post(task);
        }
    }
}
