package dev.jsj.node.loading;

import dev.jsj.interp.interpreter.InterpreterState;
import dev.jsj.interp.modules.ModuleRecord;
import dev.jsj.node.runtime.NodeRuntime;

/** {@code require} of an ES module. */
public final class EsmRequire {
    private EsmRequire() {}

    /** The namespace of the module in a file, evaluated at once. */
    public static Object run(NodeRuntime runtime, String path, String source) {
        NodeModuleLoader loader =
                (NodeModuleLoader) InterpreterState.of(runtime.agent()).moduleLoader();
        ModuleRecord module = loader.loadFile(path, source);
        return EsmRunner.runNow(runtime, module).namespace();
    }
}
