package dev.jsj.node.globals;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** Global functions that are native. */
final class HostFunctions extends BuiltinTable {
    static final HostFunctions TABLE = new HostFunctions();

    static final int QUEUE_MICROTASK = 0;
    static final int GC = 1;

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        switch (id) {
            case QUEUE_MICROTASK -> queueMicrotask(NodeRuntime.of(realm), arg(arguments, 0));
            case GC -> System.gc();
            default -> throw new AssertionError("No row " + id);
        }
        return Undefined.UNDEFINED;
    }

    private static void queueMicrotask(NodeRuntime runtime, Object callback) {
        if (!(callback instanceof JSObject function) || !function.isCallable()) {
            JSObject validators = runtime.modules().require("internal/validators");
            ((JSObject) validators.get("validateFunction"))
                    .call2(Undefined.UNDEFINED, callback, "callback");
            return;
        }
        Object context = runtime.asyncContext();
        runtime.agent()
                .enqueueJob(
                        () -> {
                            Object previous = runtime.enterAsyncContext(context);
                            try {
                                function.call0(Undefined.UNDEFINED);
                            } catch (JSThrow thrown) {
                                runtime.uncaught(thrown);
                            } finally {
                                runtime.enterAsyncContext(previous);
                            }
                        });
    }
}
