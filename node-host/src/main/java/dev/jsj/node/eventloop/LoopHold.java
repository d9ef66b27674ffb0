package dev.jsj.node.eventloop;

/**
 * How a handle (a socket, a watcher, a worker) keeps the event loop alive: while it is active and
 * referenced, libuv's rule. Used on the loop's thread.
 */
public final class LoopHold {
    private final EventLoop loop;
    private final String resource;
    private boolean active;
    private boolean referenced;

    /**
     * For a handle that is not active yet.
     *
     * @param resource what {@code process.getActiveResourcesInfo()} calls the handle
     */
    public LoopHold(EventLoop loop, String resource, boolean referenced) {
        this.loop = loop;
        this.resource = resource;
        this.referenced = referenced;
    }

    /** The handle begins to wait for something. */
    public void start() {
        set(true, referenced);
    }

    /** The handle is closed, or has ended. */
    public void stop() {
        set(false, referenced);
    }

    public void setReferenced(boolean on) {
        set(active, on);
    }

    /** Whether the handle holds the loop while it is active. */
    public boolean isReferenced() {
        return referenced;
    }

    private void set(boolean nowActive, boolean nowReferenced) {
        boolean held = active && referenced;
        boolean holds = nowActive && nowReferenced;
        active = nowActive;
        referenced = nowReferenced;
        if (holds && !held) {
            loop.retain(resource);
        } else if (held && !holds) {
            loop.release(resource);
        }
    }
}
