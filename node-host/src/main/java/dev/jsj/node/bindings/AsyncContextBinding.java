package dev.jsj.node.bindings;

import dev.jsj.node.runtime.AsyncTracking;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * {@code async_context}: what AsyncLocalStorage holds for the running code, and which asynchronous
 * operation it runs for.
 */
final class AsyncContextBinding extends BindingTable {
    private static final int GET = 0;
    private static final int ENTER = 1;
    private static final int NEW_ID = 2;
    private static final int EXECUTION_ID = 3;
    private static final int TRIGGER_ID = 4;
    private static final int EXECUTION_RESOURCE = 5;
    private static final int SET_EMITTER = 6;
    private static final int RUN_IN_RESOURCE = 7;
    private static final int DESTROY = 8;

    static final AsyncContextBinding TABLE = new AsyncContextBinding();

    private AsyncContextBinding() {
        method(GET, "get", 0);
        method(ENTER, "enter", 1);
        method(NEW_ID, "newId", 0);
        method(EXECUTION_ID, "executionId", 0);
        method(TRIGGER_ID, "triggerId", 0);
        method(EXECUTION_RESOURCE, "executionResource", 0);
        method(SET_EMITTER, "setEmitter", 1);
        method(RUN_IN_RESOURCE, "runInResource", 7);
        method(DESTROY, "destroy", 1);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        switch (id) {
            case GET -> {
                return runtime.asyncStores();
            }
            case ENTER -> {
                return runtime.enterAsyncStores(arguments[0]);
            }
            case NEW_ID -> {
                return runtime.nextAsyncId();
            }
            case EXECUTION_ID -> {
                return track(runtime, arguments).execution().asyncId();
            }
            case TRIGGER_ID -> {
                return track(runtime, arguments).execution().triggerAsyncId();
            }
            case EXECUTION_RESOURCE -> {
                return track(runtime, arguments).execution().resource();
            }
            case SET_EMITTER -> runtime.tracking().setEmitter(Arguments.function(arguments, 0));
            case RUN_IN_RESOURCE -> {
                return runInResource(runtime, arguments);
            }
            case DESTROY -> {
                if (runtime.isTracking()) {
                    runtime.tracking().destroy(Arguments.integer(arguments, 0));
                }
            }
            default -> throw new AssertionError("No row " + id);
        }
        return Undefined.UNDEFINED;
    }

    /** A program that asks for ids has them counted from now on; an argument says not to. */
    private static NodeRuntime track(NodeRuntime runtime, Object[] arguments) {
        if (arguments.length == 0) {
            runtime.tracking();
        }
        return runtime;
    }

    /** Calls (resource, id, trigger id, stores, function, this, array of arguments). */
    private static Object runInResource(NodeRuntime runtime, Object[] arguments) {
        Object previous =
                runtime.enterOperation(
                        new AsyncTracking.Execution(
                                runtime,
                                arguments[3],
                                Arguments.integer(arguments, 1),
                                Arguments.integer(arguments, 2),
                                arguments[0]));
        try {
            return ((JSObject) arguments[4])
                    .call(arguments[5], ObjectOperations.createListFromArrayLike(arguments[6]));
        } finally {
            runtime.leaveOperation(previous);
        }
    }
}
