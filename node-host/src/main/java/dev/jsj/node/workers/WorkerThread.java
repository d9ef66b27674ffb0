package dev.jsj.node.workers;

import dev.jsj.node.eventloop.LoopHold;
import dev.jsj.node.messaging.Channel;
import dev.jsj.node.messaging.Endpoint;
import dev.jsj.node.messaging.Message;
import dev.jsj.node.messaging.OpenPorts;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.ProgramOptions;
import dev.jsj.node.runtime.StandardOutput;
import dev.jsj.runtime.realm.Agent;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * One worker: what the agent that starts it gives it, its thread, and its end. Methods belong to
 * the parent's thread unless they say otherwise.
 */
public final class WorkerThread {
    /** How deep calls may nest, and the Java stack for that, per megabyte of Node's stack. */
    private static final int DEPTH_PER_MEGABYTE = Agent.DEFAULT_MAX_DEPTH / 4;

    private static final long STACK_PER_MEGABYTE = 64L << 20;

    /** Exit code of a worker that could not go on. */
    private static final int FAILED = 1;

    private final NodeRuntime parent;
    private final Listener listener;
    private final ProgramOptions options;
    private final Map<String, String> environment;
    private final Message startData;
    private final Endpoint[] control = Channel.createPair();
    private final AgentCluster cluster;
    private final int threadId;
    private final double stackMegabytes;
    private @Nullable NodeRuntime runtime;
    private boolean terminated;
    private boolean running;
    private final LoopHold hold;

    /** Hears of the worker, on the parent's thread. */
    public interface Listener {
        /** The worker has printed something. */
        void output(int descriptor, byte[] bytes);

        /** The worker has ended; {@code failure} names an end that was not its own doing. */
        void exited(int code, @Nullable String failure);
    }

    /**
     * @param environment the variables of its {@code process.env}; thread safe
     * @param startData what its JavaScript begins with
     * @param stackMegabytes how much stack the worker has, in Node's measure
     */
    public WorkerThread(
            NodeRuntime parent,
            Listener listener,
            ProgramOptions options,
            Map<String, String> environment,
            Message startData,
            double stackMegabytes) {
        this.stackMegabytes = Math.clamp(stackMegabytes, 0.1, 64);
        this.parent = parent;
        hold = new LoopHold(parent.loop(), "Worker", true);
        this.listener = listener;
        this.options = options;
        this.environment = environment;
        this.startData = startData;
        cluster = AgentCluster.of(parent);
        threadId = cluster.nextThreadId();
    }

    public int threadId() {
        return threadId;
    }

    public ProgramOptions options() {
        return options;
    }

    public Map<String, String> environment() {
        return environment;
    }

    public Message startData() {
        return startData;
    }

    /** The parent's end of the channel that the two runtimes use themselves. */
    public Endpoint parentControl() {
        return control[0];
    }

    /** The worker's end. */
    public Endpoint workerControl() {
        return control[1];
    }

    /**
     * The worker's standard output or error. Its {@code write} is called by the worker's thread.
     */
    public StandardOutput output(int descriptor) {
        return new StandardOutput(
                bytes -> parent.loop().post(() -> listener.output(descriptor, bytes)));
    }

    /** Starts the thread. */
    public void start() {
        running = true;
        hold.start();
        Programs programs = parent.part(Programs.class, WorkerThread::noPrograms);
        long stack = (long) (stackMegabytes * STACK_PER_MEGABYTE);
        Thread thread = new Thread(null, () -> run(programs), "worker-" + threadId, stack);
        thread.setDaemon(true);
        thread.start();
    }

    private static Programs noPrograms(NodeRuntime runtime) {
        throw new AssertionError("The runtime's program has not introduced itself.");
    }

    /** The worker's thread, from beginning to end. */
    private void run(Programs programs) {
        int code = FAILED;
        String failure = null;
        try {
            code = programs.runWorker(this);
        } catch (OutOfMemoryError exhausted) {
            failure = "ERR_WORKER_OUT_OF_MEMORY";
        } catch (RuntimeException | Error broken) {
            failure = "ERR_WORKER_INIT_FAILED";
            StandardOutput.error().print("jsj: internal error: " + broken + "\n");
            if (System.getenv("JSJ_DEBUG") != null) {
                broken.printStackTrace();
            }
        } finally {
            finish(code, failure);
        }
    }

    private void finish(int code, @Nullable String failure) {
        NodeRuntime ended;
        synchronized (this) {
            ended = runtime;
            runtime = null;
        }
        if (ended != null) {
            ended.pool().close();
            OpenPorts.of(ended).closeAll();
        }
        parent.loop()
                .post(
                        () -> {
                            running = false;
                            hold.stop();
                            listener.exited(code, failure);
                        });
    }

    /** Says which runtime is the worker's, before it runs. Called by the worker's thread. */
    public void connect(NodeRuntime made) {
        made.agent().maxDepth = (int) (stackMegabytes * DEPTH_PER_MEGABYTE);
        made.part(AgentCluster.class, owner -> cluster);
        made.part(WorkerThread.class, owner -> this);
        synchronized (this) {
            runtime = made;
            if (terminated) {
                made.terminate();
            }
        }
    }

    /** The worker that a runtime belongs to. */
    public static WorkerThread of(NodeRuntime runtime) {
        return runtime.part(
                WorkerThread.class,
                owner -> {
                    throw new AssertionError("This is the main thread.");
                });
    }

    /** Ends the worker as soon as it can be interrupted. */
    public synchronized void terminate() {
        terminated = true;
        if (runtime != null) {
            runtime.terminate();
        }
    }

    /** Whether the worker keeps the parent's loop alive. */
    public void setReferenced(boolean on) {
        hold.setReferenced(on);
    }

    public boolean isReferenced() {
        return running && hold.isReferenced();
    }
}
