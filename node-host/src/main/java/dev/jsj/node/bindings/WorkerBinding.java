package dev.jsj.node.bindings;

import dev.jsj.node.messaging.Message;
import dev.jsj.node.messaging.MessageReader;
import dev.jsj.node.messaging.MessageWriter;
import dev.jsj.node.messaging.PortHandle;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.Permissions;
import dev.jsj.node.runtime.ProgramOptions;
import dev.jsj.node.runtime.StandardOutput;
import dev.jsj.node.workers.Programs;
import dev.jsj.node.workers.WorkerThread;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code worker}: starting worker threads, and what a worker knows of itself. */
final class WorkerBinding extends BindingTable {
    private static final String[] NAMES = {
        "create",
        "start",
        "terminate",
        "setReferenced",
        "isReferenced",
        "threadId",
        "startData",
        "control",
        "write",
        "runFile",
        "runUrl",
    };

    static final WorkerBinding TABLE = new WorkerBinding();

    private WorkerBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    /** A worker as its parent's JavaScript holds it. */
    private static final class WorkerObject extends JSObject {
        final WorkerThread thread;

        WorkerObject(Realm realm, WorkerThread thread) {
            super(realm.agent().root(null));
            this.thread = thread;
        }
    }

    /** Tells the functions that the parent's JavaScript gave. */
    private record Callbacks(Realm realm, JSObject onOutput, JSObject onExit)
            implements WorkerThread.Listener {
        @Override
        public void output(int descriptor, byte[] bytes) {
            onOutput.call2(
                    Undefined.UNDEFINED, descriptor, Arguments.uint8Array(realm, bytes.clone()));
        }

        @Override
        public void exited(int code, @Nullable String failure) {
            onExit.call2(Undefined.UNDEFINED, code, failure == null ? Null.NULL : failure);
        }
    }

    @Override
    void addValues(JSObject object, Realm realm) {
        boolean isWorker = NodeRuntime.of(realm).isWorker();
        object.addProperty("isMainThread", !isWorker, Property.DEFAULT);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        switch (NAMES[id]) {
            case "create" -> {
                runtime.requireAccess(Permissions.Scope.WORKER, "");
                return create(runtime, arguments);
            }
            case "isReferenced" -> {
                return worker(arguments).isReferenced();
            }
            case "threadId" -> {
                return runtime.isWorker() ? WorkerThread.of(runtime).threadId() : 0;
            }
            case "startData" -> {
                return new MessageReader(runtime).read(WorkerThread.of(runtime).startData());
            }
            case "control" -> {
                return new PortHandle(realm, WorkerThread.of(runtime).workerControl());
            }
            case "start" -> worker(arguments).start();
            case "terminate" -> worker(arguments).terminate();
            case "setReferenced" -> worker(arguments).setReferenced(Arguments.truth(arguments, 1));
            case "write" -> write(runtime, arguments);
            case "runFile" -> programs(runtime).runFile(Arguments.string(arguments, 0));
            case "runUrl" -> programs(runtime).runUrl(Arguments.string(arguments, 0));
            default -> throw new AssertionError("No row " + id);
        }
        return Undefined.UNDEFINED;
    }

    private static WorkerThread worker(Object[] arguments) {
        return Arguments.handle(arguments, 0, WorkerObject.class).thread;
    }

    private static Programs programs(NodeRuntime runtime) {
        return runtime.part(
                Programs.class,
                owner -> {
                    throw new AssertionError("The program has not introduced itself.");
                });
    }

    /** (descriptor, bytes) */
    private static void write(NodeRuntime runtime, Object[] arguments) {
        StandardOutput output =
                Arguments.integer(arguments, 0) == 2
                        ? runtime.standardError()
                        : runtime.standardOutput();
        Arguments.Bytes bytes = Arguments.bytes(arguments, 1);
        byte[] copy = new byte[bytes.length()];
        System.arraycopy(bytes.array(), bytes.offset(), copy, 0, copy.length);
        output.write(copy);
    }

    /**
     * (start data, transfer list, environment, argv, execArgv, on output, on exit, megabytes of
     * stack) to [worker, thread id, control port].
     */
    private static Object create(NodeRuntime runtime, Object[] arguments) {
        Realm realm = runtime.realm();
        Message startData =
                MessageWriter.write(
                        runtime,
                        arguments[0],
                        ObjectOperations.createListFromArrayLike(arguments[1]),
                        null);
        List<String> argv = new ArrayList<>();
        argv.add(runtime.options().execPath());
        argv.addAll(Arguments.strings(arguments[3]));
        List<String> execArgv =
                arguments[4] == Undefined.UNDEFINED
                        ? runtime.options().execArgv()
                        : Arguments.strings(arguments[4]);
        Callbacks callbacks =
                new Callbacks(realm, (JSObject) arguments[5], (JSObject) arguments[6]);
        WorkerThread thread =
                new WorkerThread(
                        runtime,
                        callbacks,
                        new ProgramOptions(
                                execArgv,
                                argv,
                                runtime.options().execPath(),
                                runtime.options().permissions()),
                        environment(runtime, arguments[2]),
                        startData,
                        ((Number) arguments[7]).doubleValue());
        return realm.newArray(
                new Object[] {
                    new WorkerObject(realm, thread),
                    thread.threadId(),
                    new PortHandle(realm, thread.parentControl())
                });
    }

    /** A copy of this agent's for undefined, the very same for true, else what the object has. */
    private static Map<String, String> environment(NodeRuntime runtime, Object chosen) {
        Map<String, String> own = runtime.environment();
        if (Boolean.TRUE.equals(chosen)) {
            return own;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        if (chosen instanceof JSObject object) {
            for (Object key : object.ownPropertyKeys()) {
                if (!(key instanceof Symbol)) {
                    variables.put(key.toString(), TypeConversion.toJavaString(object.get(key)));
                }
            }
        } else {
            synchronized (own) {
                variables.putAll(own);
            }
        }
        return Collections.synchronizedMap(variables);
    }
}
