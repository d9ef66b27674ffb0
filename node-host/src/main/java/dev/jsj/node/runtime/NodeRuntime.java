package dev.jsj.node.runtime;

import dev.jsj.node.eventloop.BlockingPool;
import dev.jsj.node.eventloop.EventLoop;
import dev.jsj.node.fs.NioFileSystem;
import dev.jsj.node.modules.CommonJsResolver;
import dev.jsj.node.modules.EsmResolver;
import dev.jsj.node.modules.PackageScopes;
import dev.jsj.runtime.builtins.control.JSPromise;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorObjects;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.ExecutionTerminated;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.ErrorType;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Everything that belongs to one running program (or worker): the engine's agent and main realm,
 * the event loop, and what the native halves of Node's modules share. Used by the program's thread
 * only, unless a method says otherwise.
 */
public final class NodeRuntime {
    /** Exit code of a worker that was terminated. */
    private static final int TERMINATED = 1;

    private final Agent agent;
    private final Realm realm;
    private final SourceCompiler compiler;
    private final ProgramOptions options;
    private final EventLoop loop;
    private final BlockingPool pool;
    private final NioFileSystem files = new NioFileSystem(Path.of("").toAbsolutePath());
    private final PackageScopes packages = new PackageScopes(files);
    private final CommonJsResolver commonJs = new CommonJsResolver(files, packages);
    private final EsmResolver esm = new EsmResolver(files, packages);
    private @Nullable AsyncTracking tracking;
    private int lastAsyncId = 1;
    private boolean inMain;
    private AsyncTracking.@Nullable Execution mainExecution;
    private AsyncTracking.@Nullable Execution outsideExecution;
    private final TickQueue ticks = new TickQueue(this);
    private final InternalModules modules;
    private final UncaughtErrors errors = new UncaughtErrors(this);
    private final StandardOutput standardOutput;
    private final StandardOutput standardError;
    private final @Nullable Map<String, String> workerEnvironment;
    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final long startNanos = System.nanoTime();
    private final List<JSPromise> rejected = new ArrayList<>();
    private final List<JSPromise> handledLate = new ArrayList<>();
    private @Nullable JSObject processHooks;
    private Object mainModule = Undefined.UNDEFINED;
    private @Nullable JSObject console;
    private @Nullable Boolean terminalOutput;
    private boolean outputReplaced;
    private volatile boolean exiting;
    private volatile int exitCode;

    /**
     * The runtime of a program.
     *
     * @param bindings makes the object that {@code internalBinding(name)} answers in the runtime's
     *     own JavaScript
     */
    public NodeRuntime(
            Realm realm,
            SourceCompiler compiler,
            ProgramOptions options,
            InternalModules.Bindings bindings) {
        this(
                realm,
                compiler,
                options,
                bindings,
                StandardOutput.output(),
                StandardOutput.error(),
                null);
    }

    /**
     * The runtime of a program or of one of its workers.
     *
     * @param workerEnvironment the environment variables of a worker; null for the main thread,
     *     which has those of the process
     */
    public NodeRuntime(
            Realm realm,
            SourceCompiler compiler,
            ProgramOptions options,
            InternalModules.Bindings bindings,
            StandardOutput standardOutput,
            StandardOutput standardError,
            @Nullable Map<String, String> workerEnvironment) {
        this.standardOutput = standardOutput;
        this.standardError = standardError;
        this.workerEnvironment = workerEnvironment;
        this.agent = realm.agent();
        this.realm = realm;
        this.compiler = compiler;
        this.options = options;
        loop = new EventLoop(this::runTask);
        pool = new BlockingPool(loop);
        modules = new InternalModules(this, bindings);
        realm.setHostDefined(this);
    }

    /** The runtime that a realm belongs to. */
    public static NodeRuntime of(Realm realm) {
        return (NodeRuntime) realm.hostDefined();
    }

    public Agent agent() {
        return agent;
    }

    /** The main realm. */
    public Realm realm() {
        return realm;
    }

    public SourceCompiler compiler() {
        return compiler;
    }

    public ProgramOptions options() {
        return options;
    }

    public EventLoop loop() {
        return loop;
    }

    public BlockingPool pool() {
        return pool;
    }

    public NioFileSystem files() {
        return files;
    }

    public PackageScopes packages() {
        return packages;
    }

    public CommonJsResolver commonJs() {
        return commonJs;
    }

    public EsmResolver esm() {
        return esm;
    }

    public TickQueue ticks() {
        return ticks;
    }

    /** The runtime's own JavaScript. */
    public InternalModules modules() {
        return modules;
    }

    public StandardOutput standardOutput() {
        return standardOutput;
    }

    public StandardOutput standardError() {
        return standardError;
    }

    /** Whether this is a worker, not the main thread. */
    public boolean isWorker() {
        return workerEnvironment != null;
    }

    /** The variables of {@code process.env}; thread safe, since agents may share them. */
    public Map<String, String> environment() {
        return part(Environment.class, this::makeEnvironment).variables();
    }

    private record Environment(Map<String, String> variables) {}

    private Environment makeEnvironment(NodeRuntime self) {
        return new Environment(
                workerEnvironment != null
                        ? workerEnvironment
                        : Collections.synchronizedMap(initialEnvironment()));
    }

    /** What jsj was started with: its launch file may have given the JVM a locale. */
    private static Map<String, String> initialEnvironment() {
        Map<String, String> variables = new LinkedHashMap<>(System.getenv());
        String locale = System.getProperty("jsj.lcAll");
        if (locale != null && locale.isEmpty()) {
            variables.remove("LC_ALL");
        } else if (locale != null) {
            variables.put("LC_ALL", locale);
        }
        return variables;
    }

    /** When the program was started, on the clock of {@link System#nanoTime}. */
    public long startNanos() {
        return startNanos;
    }

    /** State of a module's native half, made on first use; one per class. */
    public <T> T part(Class<T> type, Function<NodeRuntime, T> factory) {
        Object known = parts.get(type);
        if (known == null) {
            known = factory.apply(this);
            parts.put(type, known);
        }
        return type.cast(known);
    }

    // ---- permissions

    /** Throws ERR_ACCESS_DENIED unless the program may use that. */
    public void requireAccess(Permissions.Scope scope, String resource) {
        Permissions permissions = options.permissions();
        if (permissions != null && !permissions.allows(scope)) {
            throw accessDenied(scope, resource);
        }
    }

    /** Throws ERR_ACCESS_DENIED unless the program may use that path. */
    public void requireAccess(Permissions.Scope scope, String path, boolean follow) {
        Permissions permissions = options.permissions();
        if (permissions != null
                && !permissions.allows(scope, files.workingDirectory().resolve(path), follow)) {
            throw accessDenied(scope, path);
        }
    }

    private JSThrow accessDenied(Permissions.Scope scope, String resource) {
        JSObject error =
                ErrorObjects.create(
                        realm, ErrorType.ERROR, "Access to this API has been restricted");
        ObjectOperations.createDataProperty(error, "code", "ERR_ACCESS_DENIED");
        ObjectOperations.createDataProperty(error, "permission", scope.title());
        ObjectOperations.createDataProperty(error, "resource", resource);
        return new JSThrow(error);
    }

    // ---- running

    /** Runs one piece of work from outside and what must follow it (see {@link TickQueue}). */
    public void runTask(Runnable task) {
        if (exiting) {
            return;
        }
        try {
            task.run();
        } catch (JSThrow thrown) {
            uncaught(thrown);
        }
        if (tracking != null) {
            tracking.leaveAll();
        }
        agent.asyncContext = null;
        ticks.drain();
    }

    /**
     * Runs the program: {@code main}, the event loop until nothing is left, and the listeners of
     * {@code beforeExit} and {@code exit}.
     *
     * @return the exit code
     */
    public int run(Runnable main) {
        try {
            runTask(
                    () -> {
                        inMain = true;
                        try {
                            main.run();
                        } finally {
                            inMain = false;
                        }
                    });
            do {
                loop.run();
                if (!loop.isStopped()) {
                    runTask(this::emitBeforeExit);
                }
            } while (loop.isAlive() && !loop.isStopped());
            runTask(this::emitExit);
        } catch (ProgramExit exit) {
            return exitCode;
        } catch (ExecutionTerminated terminated) {
            return exitCode;
        }
        return exitCode;
    }

    /**
     * Ends the program with exit code 1 wherever it is, without any more JavaScript. Thread safe.
     */
    public void terminate() {
        exitCode = TERMINATED;
        exiting = true;
        agent.requestTermination();
        loop.stop();
    }

    private void emitBeforeExit() {
        callProcessHook("beforeExit");
    }

    private void emitExit() {
        Object code = callProcessHook("exit");
        if (code instanceof Number number) {
            exitCode = number.intValue();
        }
    }

    /**
     * Calls a function that the process object registered; undefined where nobody has touched that
     * object.
     */
    Object callProcessHook(String name, Object... arguments) {
        if (processHooks == null) {
            return Undefined.UNDEFINED;
        }
        return ((JSObject) processHooks.get(name)).call(Undefined.UNDEFINED, arguments);
    }

    /** Registers what the process object does when something happens to the program. */
    public void setProcessHooks(JSObject hooks) {
        processHooks = hooks;
    }

    boolean hasProcessHooks() {
        return processHooks != null;
    }

    // ---- the end

    /** Ends the program now. */
    public ProgramExit exit(int code) {
        exitCode = code;
        exiting = true;
        loop.stop();
        return new ProgramExit();
    }

    public boolean isExiting() {
        return exiting;
    }

    /** The code that the program will end with unless something happens. */
    public void setExitCode(int code) {
        exitCode = code;
    }

    /**
     * Deals with an exception that nothing caught: the program's handler, or a message and the end.
     */
    public void uncaught(JSThrow thrown) {
        errors.report(
                agent.services().thrownValue(thrown, realm), "uncaughtException", thrown.origin());
    }

    /** Like {@link #uncaught}, for an error that was not thrown. */
    public void triggerUncaught(Object error, String origin) {
        errors.report(error, origin, null);
    }

    // ---- rejected promises

    /** HostPromiseRejectionTracker. */
    void trackRejection(JSPromise promise, boolean handled) {
        if (!handled) {
            rejected.add(promise);
        } else if (!rejected.remove(promise)) {
            handledLate.add(promise);
        }
    }

    /**
     * Reports the promises whose rejection nobody has handled by now.
     *
     * @return whether there were any
     */
    boolean reportRejections() {
        if (rejected.isEmpty() && handledLate.isEmpty()) {
            return false;
        }
        JSObject reporter = modules.require("internal/process/rejections");
        while (!handledLate.isEmpty()) {
            JSPromise promise = handledLate.removeFirst();
            guarded(
                    () ->
                            ((JSObject) reporter.get("reportHandled"))
                                    .call1(Undefined.UNDEFINED, promise));
        }
        while (!rejected.isEmpty()) {
            JSPromise promise = rejected.removeFirst();
            guarded(
                    () ->
                            ((JSObject) reporter.get("reportRejection"))
                                    .call2(Undefined.UNDEFINED, promise, promise.result()));
        }
        return true;
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (JSThrow thrown) {
            uncaught(thrown);
        }
    }

    // ---- async context

    /** What AsyncLocalStorage holds for the code that is running, undefined for nothing. */
    public Object asyncStores() {
        return AsyncTracking.storesOf(agent.asyncContext);
    }

    /** Replaces what AsyncLocalStorage holds; answers what it held. */
    public Object enterAsyncStores(Object stores) {
        Object previous = asyncStores();
        if (tracking != null) {
            tracking.enterStores(stores);
        } else {
            agent.asyncContext = stores == Undefined.UNDEFINED ? null : stores;
        }
        return previous;
    }

    /**
     * An asynchronous operation begins: answers the context of its callbacks.
     *
     * @param type its name in {@code async_hooks}
     * @param resource the object that stands for it there; null for a new one
     */
    public Object startOperation(String type, @Nullable JSObject resource) {
        if (tracking != null) {
            return tracking.start(type, resource);
        }
        Object context = agent.asyncContext;
        return context == null ? Undefined.UNDEFINED : context;
    }

    /**
     * Enters the context of an operation, until {@link #leaveOperation} or the end of the task;
     * answers the previous context.
     */
    public @Nullable Object enterOperation(Object operation) {
        Object previous = agent.asyncContext;
        if (tracking != null) {
            tracking.enter(operation);
        } else {
            agent.asyncContext = operation == Undefined.UNDEFINED ? null : operation;
        }
        return previous;
    }

    /** Goes back to the context that {@link #enterOperation} answered. */
    public void leaveOperation(@Nullable Object previous) {
        if (tracking != null) {
            tracking.leave(previous);
        } else {
            agent.asyncContext = previous;
        }
    }

    /** An operation is over for good. */
    public void endOperation(Object operation) {
        if (tracking != null) {
            tracking.end(operation);
        }
    }

    /** The ids of operations; from the first call on they are counted. */
    public AsyncTracking tracking() {
        AsyncTracking known = tracking;
        if (known == null) {
            known = new AsyncTracking(this);
            tracking = known;
        }
        return known;
    }

    /** Whether {@link #tracking} has been called. */
    public boolean isTracking() {
        return tracking != null;
    }

    /** A new async id. */
    public int nextAsyncId() {
        return ++lastAsyncId;
    }

    /** What the running code runs for. */
    public AsyncTracking.Execution execution() {
        if (agent.asyncContext instanceof AsyncTracking.Execution execution) {
            return execution;
        }
        AsyncTracking.Execution known = inMain ? mainExecution : outsideExecution;
        if (known == null) {
            known =
                    new AsyncTracking.Execution(
                            this,
                            Undefined.UNDEFINED,
                            inMain ? AsyncTracking.MAIN : 0,
                            0,
                            realm.newObject());
            if (inMain) {
                mainExecution = known;
            } else {
                outsideExecution = known;
            }
        }
        return known;
    }

    // ---- standard streams

    /** The CommonJS module that the program was started with; undefined for none. */
    public Object mainModule() {
        return mainModule;
    }

    public void setMainModule(Object module) {
        mainModule = module;
    }

    /** The global console of the main realm. */
    public Object console() {
        return Objects.requireNonNull(console);
    }

    public void setConsole(JSObject newConsole) {
        console = newConsole;
    }

    /** Whether standard output is a terminal, so that values are shown in colour. */
    public boolean isTerminalOutput() {
        Boolean known = terminalOutput;
        if (known == null) {
            known = !isWorker() && Terminals.isTerminal(1);
            terminalOutput = known;
        }
        return known;
    }

    /**
     * Says that the program has its own {@code process.stdout} or {@code stderr} object now, which
     * output must go through.
     */
    public void setOutputReplaced() {
        outputReplaced = true;
    }

    public boolean isOutputReplaced() {
        return outputReplaced;
    }
}
