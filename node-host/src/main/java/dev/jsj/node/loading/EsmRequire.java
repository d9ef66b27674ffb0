package dev.jsj.node.loading;

import dev.jsj.interp.interpreter.InterpreterState;
import dev.jsj.interp.modules.ModuleRecord;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.value.Undefined;

/** ES modules that CommonJS comes upon. */
public final class EsmRequire {
    private EsmRequire() {}

    /**
     * {@code require}: the namespace of the module in a file, evaluated at once; undefined where it
     * would have to wait.
     */
    public static Object run(NodeRuntime runtime, String path, String source) {
        ModuleRecord module = loader(runtime).loadFile(path, source);
        return EsmRunner.runNow(module) ? module.namespace() : Undefined.UNDEFINED;
    }

    /** Runs the program, whose file turned out to be an ES module. */
    public static void runMain(NodeRuntime runtime, String path, String source) {
        EsmRunner.runMain(runtime, loader(runtime).loadFile(path, source));
    }

    private static NodeModuleLoader loader(NodeRuntime runtime) {
        return (NodeModuleLoader) InterpreterState.of(runtime.agent()).moduleLoader();
    }
}
