package dev.jsj.node;

import dev.jsj.interp.Engine;
import dev.jsj.interp.bytecode.Disassembler;
import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.interpreter.InterpreterState;
import dev.jsj.interp.interpreter.OptimizingTier;
import dev.jsj.interp.modules.SourceTextModule;
import dev.jsj.node.bindings.BindingRegistry;
import dev.jsj.node.fs.FileSystem;
import dev.jsj.node.globals.Globals;
import dev.jsj.node.globals.NativeFunctions;
import dev.jsj.node.loading.CustomizedModules;
import dev.jsj.node.loading.EsmRunner;
import dev.jsj.node.loading.NodeModuleLoader;
import dev.jsj.node.modules.Paths;
import dev.jsj.node.modules.ResolutionException;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.ProgramOptions;
import dev.jsj.node.runtime.RuntimeHooks;
import dev.jsj.node.runtime.SourceCompiler;
import dev.jsj.node.runtime.StandardOutput;
import dev.jsj.node.workers.Programs;
import dev.jsj.node.workers.WorkerThread;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Puts engine and host together and runs one program: a file, code from the command line, or
 * standard input.
 */
public final class NodeProgram implements Programs {
    /**
     * Deep recursion in JavaScript ends by the engine's own limit; the Java stack must hold that
     * many calls.
     */
    private static final long STACK_SIZE = 1L << 30;

    private static final String NATIVES_FLAG = "--allow-natives-syntax";

    /** Exit code for a failure of jsj itself. */
    private static final int INTERNAL_FAILURE = 70;

    /** Exit code of a process that V8 aborts. */
    private static final int OUT_OF_MEMORY = 134;

    private final NodeRuntime runtime;
    private final NodeModuleLoader loader;
    private final Supplier<@Nullable OptimizingTier> tiers;

    /**
     * @param tiers makes the tier that compiles hot functions of an agent, or null to interpret
     *     everything
     * @param worker null for the main thread
     */
    private NodeProgram(
            ProgramOptions options,
            Supplier<@Nullable OptimizingTier> tiers,
            @Nullable WorkerThread worker) {
        this.tiers = tiers;
        RuntimeHooks hooks = new RuntimeHooks();
        Engine engine = new Engine(hooks);
        OptimizingTier tier = tiers.get();
        if (tier != null) {
            engine.setOptimizingTier(tier);
        }
        Realm realm = engine.newRealm();
        SourceCompiler compiler = new EngineCompiler(engine, options.has(NATIVES_FLAG));
        BindingRegistry bindings = new BindingRegistry();
        runtime =
                worker == null
                        ? new NodeRuntime(realm, compiler, options, bindings)
                        : new NodeRuntime(
                                realm,
                                compiler,
                                options,
                                bindings,
                                worker.output(1),
                                worker.output(2),
                                worker.environment());
        runtime.part(Programs.class, owner -> this);
        hooks.connect(runtime);
        loader = new NodeModuleLoader(runtime);
        InterpreterState.of(engine.agent()).setModuleLoader(loader);
        Globals.define(runtime);
        if (options.has("--print-bytecode")) {
            printBytecode(engine, options.value("--filter", ""));
        }
        if (options.has(NATIVES_FLAG)) {
            NativeFunctions.define(realm, NativesSyntax.PREFIX);
        }
        if (options.has("--expose-gc")) {
            Globals.exposeGc(realm);
        }
    }

    /**
     * Shows the bytecode of the program's functions, not the runtime's own, as they are compiled.
     */
    private static void printBytecode(Engine engine, String name) {
        StandardOutput output = StandardOutput.output();
        InterpreterState.of(engine.agent())
                .setCompilationListener(
                        unit -> {
                            FunctionInfo function = unit.function();
                            boolean wanted = name.isEmpty() || function.name().equals(name);
                            if (wanted && !function.source().name().startsWith("node:")) {
                                output.print(Disassembler.disassemble(unit) + "\n");
                            }
                        });
    }

    /** What to run. */
    public enum Kind {
        FILE,
        EVAL,
        PRINT,
        STANDARD_INPUT,
        REPL
    }

    /**
     * Runs a program on a thread of its own, with a stack that is large enough, and waits for its
     * end.
     *
     * @param tiers makes what compiles hot functions of one agent; null to interpret everything
     * @param source a file name, or code
     * @return the exit code
     */
    public static int run(
            ProgramOptions options,
            Supplier<@Nullable OptimizingTier> tiers,
            Kind kind,
            String source) {
        int[] exitCode = {INTERNAL_FAILURE};
        Thread thread =
                new Thread(
                        null,
                        () -> {
                            exitCode[0] = runHere(options, kind, source, tiers);
                        },
                        "main-js",
                        STACK_SIZE);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return exitCode[0];
    }

    /** The last line of defence: whatever goes wrong, no Java stack trace reaches the user. */
    private static int runHere(
            ProgramOptions options,
            Kind kind,
            String source,
            Supplier<@Nullable OptimizingTier> tiers) {
        try {
            NodeProgram program = new NodeProgram(options, tiers, null);
            return program.runtime.run(() -> program.start(kind, source));
        } catch (OutOfMemoryError exhausted) {
            StandardOutput.error().print("FATAL ERROR: JavaScript heap out of memory\n");
            return OUT_OF_MEMORY;
        } catch (RuntimeException | Error failure) {
            StandardOutput.error().print("jsj: internal error: " + failure + "\n");
            if (System.getenv("JSJ_DEBUG") != null) {
                failure.printStackTrace();
            }
            return INTERNAL_FAILURE;
        }
    }

    @Override
    public int runWorker(WorkerThread worker) {
        NodeProgram program = new NodeProgram(worker.options(), tiers, worker);
        worker.connect(program.runtime);
        return program.runtime.run(program::startWorker);
    }

    private void startWorker() {
        JSObject main = runtime.modules().require("internal/worker/main");
        ((JSObject) main.get("run")).call0(Undefined.UNDEFINED);
    }

    @Override
    public void runUrl(String url) {
        EsmRunner.runMain(runtime, loader.loadMain(url));
    }

    /**
     * Loads what {@code --env-file}, {@code --require}, {@code --loader} and {@code --import} name,
     * then the program.
     */
    private void start(Kind kind, String source) {
        ProgramOptions options = runtime.options();
        if (options.execArgv().isEmpty()) {
            startMain(kind, source);
            return;
        }
        List<String> environment = options.values("--env-file");
        List<String> scripts = options.values("--require");
        boolean watch = options.has("--watch");
        List<String> loaders = new ArrayList<>(options.values("--experimental-loader"));
        loaders.addAll(options.values("--loader"));
        if (watch || !environment.isEmpty() || !scripts.isEmpty() || !loaders.isEmpty()) {
            JSObject preload = runtime.modules().require("internal/process/preload");
            Object[] lists = {texts(environment), texts(scripts), watch, texts(loaders)};
            Object watching = ((JSObject) preload.get("run")).call(Undefined.UNDEFINED, lists);
            if (Boolean.TRUE.equals(watching)) {
                return;
            }
        }
        List<String> modules = options.values("--import");
        if (modules.isEmpty()) {
            startMain(kind, source);
            return;
        }
        StringBuilder imports = new StringBuilder();
        for (String specifier : modules) {
            String quoted = specifier.replace("\\", "\\\\").replace("'", "\\'");
            imports.append("import '").append(quoted).append("';\n");
        }
        String url = Paths.toFileUrl(runtime.files().workingDirectory() + "/[import]");
        EsmRunner.runMain(
                runtime, loader.sourceText(imports.toString(), url), () -> startMain(kind, source));
    }

    private Object texts(List<String> values) {
        return runtime.realm().newArray(values.toArray());
    }

    private void startMain(Kind kind, String source) {
        switch (kind) {
            case FILE -> runFile(source);
            case EVAL -> evaluate(source, false);
            case PRINT -> evaluate(source, true);
            case STANDARD_INPUT -> evaluate(standardInput(), false);
            case REPL -> {
                JSObject repl = runtime.modules().require("internal/repl/main");
                ((JSObject) repl.get("run")).call0(Undefined.UNDEFINED);
            }
        }
    }

    private static String standardInput() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    @Override
    public void runFile(String name) {
        String path = Paths.normalize(absolute(name));
        if (loader.isCustomized()) {
            CustomizedModules.runMain(runtime, Paths.toFileUrl(realPath(path)));
            return;
        }
        if (path.endsWith(".mjs") || path.endsWith(".mts") || isModulePackage(path)) {
            String real = realPath(path);
            EsmRunner.runMain(runtime, loader.loadMain(Paths.toFileUrl(real)));
            return;
        }
        JSObject module =
                (JSObject) runtime.modules().require("internal/modules/cjs").get("Module");
        ((JSObject) module.get("runMain")).call1(module, path);
    }

    private String realPath(String path) {
        try {
            return runtime.files().realPath(path);
        } catch (dev.jsj.node.fs.SystemException missing) {
            return path; // loading it will report that
        }
    }

    private String absolute(String name) {
        return name.startsWith("/") ? name : runtime.files().workingDirectory() + "/" + name;
    }

    /**
     * Whether the file is a {@code .js} or {@code .ts} file of a package whose type is "module".
     */
    private boolean isModulePackage(String path) {
        boolean script = path.endsWith(".js") || path.endsWith(".ts");
        if (!script || runtime.files().kind(path) != FileSystem.Kind.FILE) {
            return false;
        }
        try {
            dev.jsj.node.modules.PackageJson scope = runtime.packages().scopeOf(realPath(path));
            return scope != null && scope.type().equals("module");
        } catch (ResolutionException invalid) {
            return false; // loading it will report that
        }
    }

    /** Code from the command line, as a CommonJS-like script or an ES module. */
    private void evaluate(String code, boolean print) {
        String inputType = runtime.options().value("--input-type", "");
        if (inputType.equals("module")) {
            String url = Paths.toFileUrl(runtime.files().workingDirectory() + "/[eval1]");
            SourceTextModule module = loader.sourceText(code, url);
            EsmRunner.runMain(runtime, module);
            return;
        }
        JSObject evaluation = runtime.modules().require("internal/process/evaluate");
        ((JSObject) evaluation.get("run")).call2(Undefined.UNDEFINED, code, print);
    }
}
