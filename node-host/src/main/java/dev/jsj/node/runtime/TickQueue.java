package dev.jsj.node.runtime;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import java.util.ArrayDeque;

/**
 * What runs after a callback before the event loop goes on: {@code process.nextTick} callbacks,
 * then promise jobs, again until there are none.
 */
public final class TickQueue {
    private final NodeRuntime runtime;
    private final ArrayDeque<Tick> ticks = new ArrayDeque<>();

    private record Tick(JSObject callback, Object[] arguments, Object context) {}

    TickQueue(NodeRuntime runtime) {
        this.runtime = runtime;
    }

    /** {@code process.nextTick}. */
    public void add(JSObject callback, Object[] arguments) {
        ticks.add(new Tick(callback, arguments, runtime.startOperation("TickObject", null)));
    }

    /** Runs everything there is; exceptions go to {@link NodeRuntime#uncaught} one by one. */
    public void drain() {
        while (!runtime.isExiting()) {
            try {
                drainOnce();
            } catch (JSThrow thrown) {
                runtime.uncaught(thrown);
                continue;
            }
            if (!runtime.reportRejections() && ticks.isEmpty() && !runtime.agent().hasJobs()) {
                return;
            }
        }
    }

    private void drainOnce() {
        do {
            Tick tick;
            while ((tick = ticks.poll()) != null) {
                Object previous = runtime.enterOperation(tick.context());
                try {
                    tick.callback().call(Undefined.UNDEFINED, tick.arguments());
                } catch (JSThrow thrown) { // its handlers run in the context of the tick
                    runtime.uncaught(thrown);
                } finally {
                    runtime.leaveOperation(previous);
                    runtime.endOperation(tick.context());
                }
            }
            runtime.agent().runJobs();
        } while (!ticks.isEmpty());
    }
}
