package dev.jsj.runtime.realm;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ShapeTree;
import dev.jsj.runtime.regexp.RegExpTier;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * 9.6 Agents: one thread of JavaScript, and everything that belongs to it: shapes, symbol registry,
 * job queue, the stack of running functions, code (V8's isolate). Used by one thread at a time;
 * only {@link #requestTermination} may be called from others.
 */
public final class Agent extends ShapeTree {
    /**
     * How deep calls may nest by default; Node's default stack holds about as many simple frames.
     */
    public static final int DEFAULT_MAX_DEPTH = 10_000;

    private final EngineServices services;
    private HostHooks hostHooks;
    private final Map<String, Symbol> symbolRegistry = new HashMap<>();
    private final ArrayDeque<Runnable> jobs = new ArrayDeque<>();
    private final Set<JSObject> joining = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Object, Boolean> keptAlive = new IdentityHashMap<>();
    private final ReferenceQueue<Object> finalizationQueue = new ReferenceQueue<>();
    private @Nullable Object extension;
    private @Nullable Realm mainRealm;
    private @Nullable RegExpTier regExpTier;
    private long moduleAsyncEvaluationCount;
    private final AtomicBoolean terminationRequested = new AtomicBoolean();

    /** The running execution context; callers restore it when they return or unwind. */
    public @Nullable Activation currentFrame;

    /**
     * What the host wants to travel with the running code into its continuations (Node's
     * AsyncLocalStorage); opaque here, null for nothing.
     */
    public @Nullable Object asyncContext;

    /** Who watches promises; null while nobody does. */
    public @Nullable PromiseHooks promiseHooks;

    /** The promise that the next one made is derived from; for {@link #promiseHooks} only. */
    public @Nullable JSObject promiseParent;

    /** How deep engine code is in recursion of its own; see {@link #enter}. */
    private int recursion;

    /** Nesting deeper than this is a RangeError. */
    public int maxDepth = DEFAULT_MAX_DEPTH;

    /** Set while Error.prepareStackTrace runs, which must not be called for errors made by it. */
    public boolean isPreparingStackTrace;

    public Agent(EngineServices services, HostHooks hostHooks) {
        this.services = services;
        this.hostHooks = hostHooks;
    }

    /** 9.6.3 IncrementModuleAsyncEvaluationCount ( ): a number later than all before. */
    public long incrementModuleAsyncEvaluationCount() {
        return moduleAsyncEvaluationCount++;
    }

    /** The realm that was made first; jobs without a function run in it. */
    public Realm mainRealm() {
        Realm realm = mainRealm;
        if (realm == null) {
            throw new AssertionError("The agent has no realm yet.");
        }
        return realm;
    }

    void realmCreated(Realm realm) {
        if (mainRealm == null) {
            mainRealm = realm;
        }
    }

    public EngineServices services() {
        return services;
    }

    /** What compiles hot patterns; null where nothing does. */
    public @Nullable RegExpTier regExpTier() {
        return regExpTier;
    }

    /** Plugs a tier for patterns in; before any code runs. */
    public void setRegExpTier(@Nullable RegExpTier tier) {
        regExpTier = tier;
    }

    public HostHooks hostHooks() {
        return hostHooks;
    }

    public void setHostHooks(HostHooks hooks) {
        hostHooks = hooks;
    }

    @Override
    public long toArrayLength(Object value) {
        return services.toArrayLength(value);
    }

    /**
     * Counts one level of recursion of engine code; {@link #leave} undoes it. Calls of functions
     * are counted by their activations.
     */
    public void enter() {
        recursion++;
        if (isTooDeep(currentFrame == null ? 0 : currentFrame.depth)) {
            recursion--;
            throw Errors.stackOverflow();
        }
    }

    public void leave() {
        recursion--;
    }

    /** How many {@link #enter} wait for their {@link #leave}. */
    public int recursion() {
        return recursion;
    }

    /** Whether an activation may not be nested in so many others. */
    public boolean isTooDeep(int activations) {
        return activations + recursion > maxDepth;
    }

    /**
     * Notes that the string of {@code array} is being made, one level of recursion; false where it
     * is already, higher up.
     */
    public boolean enterCycle(JSObject array) {
        if (joining.contains(array)) {
            return false;
        }
        enter();
        joining.add(array);
        return true;
    }

    /** Undoes {@link #enterCycle}. */
    public void leaveCycle(JSObject array) {
        joining.remove(array);
        leave();
    }

    /** 9.5.5 HostEnqueuePromiseJob: adds a job to the queue that {@link #runJobs} drains. */
    public void enqueueJob(Runnable job) {
        jobs.add(asyncContext == null ? job : inAsyncContext(asyncContext, job));
    }

    /** The job, run in an async context. */
    public Runnable inAsyncContext(Object context, Runnable job) {
        return () -> {
            Object previous = asyncContext;
            asyncContext = context;
            try {
                job.run();
            } finally {
                asyncContext = previous;
            }
        };
    }

    /** The job of a promise's reaction, run in an async context. */
    public Runnable inReaction(Object context, Runnable job) {
        PromiseHooks hooks = promiseHooks;
        return hooks == null ? inAsyncContext(context, job) : () -> hooks.run(context, job);
    }

    /**
     * Runs jobs until there are none (a microtask checkpoint). A job that throws leaves the rest
     * queued.
     */
    public void runJobs() {
        for (Runnable job; (job = jobs.poll()) != null; ) {
            job.run();
        }
        keptAlive.clear(); // 9.10 ClearKeptObjects ( )
        for (Reference<?> gone; (gone = finalizationQueue.poll()) != null; ) {
            ((Runnable) gone).run();
        }
    }

    /** 9.11 AddToKeptObjects ( value ): the value lives on until the queue of jobs is empty. */
    public void addToKeptObjects(Object value) {
        keptAlive.put(value, true);
    }

    /**
     * Where references to the targets of FinalizationRegistries arrive when the targets are gone.
     * The references are {@code Runnable}s, run after the jobs.
     */
    public ReferenceQueue<Object> finalizationQueue() {
        return finalizationQueue;
    }

    public boolean hasJobs() {
        return !jobs.isEmpty();
    }

    /** 20.4.2.2 Symbol.for: the symbol registered under the key, made on first use. */
    public Symbol symbolFor(String key) {
        return symbolRegistry.computeIfAbsent(key, Symbol::create);
    }

    /** 20.4.2.6 Symbol.keyFor: the key of a registered symbol, or null. */
    public @Nullable String keyForSymbol(Symbol symbol) {
        String description = symbol.description();
        return description != null && symbolRegistry.get(description) == symbol
                ? description
                : null;
    }

    /**
     * Asks the running code to end with an {@link ExecutionTerminated} at its next call or loop
     * iteration. Thread safe.
     */
    public void requestTermination() {
        terminationRequested.set(true);
        TerminationWatch.wake();
    }

    /** Takes a termination request back, so that the agent can be used again. */
    public void cancelTermination() {
        terminationRequested.set(false);
    }

    /** Polled by the tiers at calls and loop back-edges. */
    public boolean isTerminationRequested() {
        return terminationRequested.get();
    }

    /** The same for loops of compiled code, at no cost before the first request. */
    public boolean seesTerminationRequest() {
        return TerminationWatch.current.sees(this);
    }

    /**
     * State of the tier that runs code in this agent (interpreter, optimizing tier), opaque here.
     */
    public @Nullable Object extension() {
        return extension;
    }

    public void setExtension(Object newExtension) {
        extension = newExtension;
    }
}
