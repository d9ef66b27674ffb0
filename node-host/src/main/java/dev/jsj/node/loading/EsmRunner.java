package dev.jsj.node.loading;

import dev.jsj.interp.modules.CyclicModuleRecord;
import dev.jsj.interp.modules.ModuleRecord;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.builtins.control.JSPromise;
import dev.jsj.runtime.builtins.control.PromiseReaction;
import dev.jsj.runtime.builtins.control.Promises;
import dev.jsj.runtime.value.JSThrow;

/** Runs ES modules: as the program, or for {@code require}. */
public final class EsmRunner {
    /** Exit code of a program whose top-level await never ends. */
    private static final int UNSETTLED = 13;

    private EsmRunner() {}

    /** Links and evaluates the program's main module; what it throws is an uncaught exception. */
    public static void runMain(NodeRuntime runtime, ModuleRecord module) {
        runMain(runtime, module, () -> {});
    }

    /** Like {@link #runMain(NodeRuntime, ModuleRecord)}, and then goes on with something. */
    public static void runMain(NodeRuntime runtime, ModuleRecord module, Runnable then) {
        module.link();
        waitFor(runtime, module.evaluate(), then);
    }

    /** The promise for the end of the main module; what it is rejected with is uncaught. */
    static void waitFor(NodeRuntime runtime, JSPromise promise, Runnable then) {
        PromiseReaction.Continuation done =
                (fulfilled, value) -> {
                    runtime.setExitCode(0);
                    if (!fulfilled) {
                        throw new JSThrow(value);
                    }
                    then.run();
                };
        if (promise.state() == JSPromise.State.PENDING) {
            runtime.setExitCode(UNSETTLED);
        }
        Promises.performThen(promise, done);
    }

    /** Evaluates a module at once; answers whether that was possible without waiting. */
    static boolean runNow(ModuleRecord module) {
        module.link();
        JSPromise promise = module.evaluate();
        promise.markHandled();
        if (promise.state() == JSPromise.State.REJECTED) {
            throw new JSThrow(promise.result());
        }
        return promise.state() != JSPromise.State.PENDING
                || !(module instanceof CyclicModuleRecord cyclic)
                || cyclic.status() == CyclicModuleRecord.Status.EVALUATED;
    }
}
