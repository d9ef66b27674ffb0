package dev.jsj.runtime.realm;

import dev.jsj.runtime.object.JSObject;

import org.jspecify.annotations.Nullable;

/**
 * What the specification leaves to the host (clause 9, host-defined hooks). The defaults make a
 * bare engine.
 */
public interface HostHooks {
    /** A host that adds nothing. */
    HostHooks NONE = new HostHooks() {};

    /**
     * 27.2.1.9 HostPromiseRejectionTracker ( promise, operation ): {@code handled} tells "handle"
     * from "reject".
     */
    default void promiseRejectionTracker(JSObject promise, boolean handled) {}

    /** 19.2.1.2 HostEnsureCanCompileStrings: throw to forbid eval and the Function constructors. */
    default void ensureCanCompileStrings(Realm realm) {}

    /**
     * 9.9.4.1 HostEnqueueFinalizationRegistryCleanupJob: run {@code job} some time later on the
     * agent's thread.
     */
    default void enqueueFinalizationJob(Agent agent, Runnable job) {
        agent.enqueueJob(job);
    }

    /** Whether a blocking Atomics.wait is allowed on the agent's thread (AgentCanSuspend). */
    default boolean canSuspend() {
        return true;
    }

    /**
     * Schedules {@code task} on the agent's thread after a delay, for Atomics.waitAsync; a bare
     * engine has no timers.
     */
    default void scheduleTask(Runnable task, double milliseconds) {}

    /**
     * What a stack trace shows in place of {@code script:line:column}, where the script was made of
     * another source; null for the position itself.
     */
    default @Nullable String originalLocation(String script, int line, int column) {
        return null;
    }

    /** Called from other threads: run {@code task} on the agent's thread as soon as it is free. */
    default void postTask(Runnable task) {}
}
