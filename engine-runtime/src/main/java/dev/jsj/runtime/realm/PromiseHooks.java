package dev.jsj.runtime.realm;

import dev.jsj.runtime.object.JSObject;

import org.jspecify.annotations.Nullable;

/**
 * Watches promises and their jobs, for a host that has been asked to ({@link Agent#promiseHooks}).
 */
public interface PromiseHooks {
    /**
     * A promise was made.
     *
     * @param parent the promise that it was derived from by {@code then} or {@code await}
     */
    void init(JSObject promise, @Nullable JSObject parent);

    /** A promise was resolved or rejected. */
    void resolved(JSObject promise);

    /** The async context of jobs on behalf of a promise. */
    Object contextOf(JSObject promise);

    /** Runs a job in its async context. */
    void run(Object context, Runnable job);
}
