package dev.jsj.node.bindings;

import dev.jsj.node.bindings.Arguments.Bytes;
import dev.jsj.node.eventloop.LoopHold;
import dev.jsj.node.fs.SystemError;
import dev.jsj.node.fs.SystemException;
import dev.jsj.node.net.SocketStream;
import dev.jsj.node.processes.Launch;
import dev.jsj.node.processes.PipeStream;
import dev.jsj.node.processes.SpawnedProcess;
import dev.jsj.node.processes.SynchronousRun;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.Permissions;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code child_process}: other programs. */
final class ChildProcessBinding extends BindingTable {
    private static final String[] NAMES = {"runSync", "start", "pid", "stream", "reference"};

    static final ChildProcessBinding TABLE = new ChildProcessBinding();

    private ChildProcessBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    /** A running program as a value that JavaScript can hold on to. */
    private static final class ProcessObject extends JSObject {
        final Process process;
        final LoopHold hold;

        ProcessObject(NodeRuntime runtime, Process process) {
            super(runtime.realm().agent().root(null));
            this.process = process;
            hold = new LoopHold(runtime.loop(), "ProcessWrap", true);
            hold.start();
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        if (NAMES[id].equals("runSync") || NAMES[id].equals("start")) {
            runtime.requireAccess(Permissions.Scope.CHILD_PROCESS, "");
        }
        return switch (NAMES[id]) {
            case "runSync" -> runSync(runtime, realm, arguments);
            case "start" -> start(runtime, arguments);
            case "pid" -> (int) Arguments.handle(arguments, 0, ProcessObject.class).process.pid();
            case "stream" -> stream(runtime, arguments);
            case "reference" -> {
                Arguments.handle(arguments, 0, ProcessObject.class)
                        .hold
                        .setReferenced(Arguments.truth(arguments, 1));
                yield Undefined.UNDEFINED;
            }
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** (command, environment pairs, working directory, stdio, detached). */
    private static Launch launch(NodeRuntime runtime, Object[] arguments) throws SystemException {
        List<String> pairs = Arguments.strings(arguments[1]);
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            environment.put(pairs.get(i), pairs.get(i + 1));
        }
        List<String> stdio = new ArrayList<>();
        List<String> kinds = Arguments.strings(arguments[3]);
        for (String kind : kinds) {
            stdio.add(kind.startsWith("fd:") ? source(runtime, kind.substring(3), kinds) : kind);
        }
        return new Launch(
                Arguments.strings(arguments[0]),
                environment,
                Path.of(Arguments.string(arguments, 2)),
                stdio,
                Arguments.truth(arguments, 4));
    }

    /** How {@link Launch} calls a descriptor of this program. */
    private static String source(NodeRuntime runtime, String descriptor, List<String> kinds)
            throws SystemException {
        int number = Integer.parseInt(descriptor);
        if (number > 2) {
            return "fd:" + runtime.files().pathOf(number, "spawn");
        }
        boolean inherited =
                kinds.size() > 3
                        || kinds.get(number).equals("inherit")
                        || kinds.get(number).startsWith("fd:");
        return inherited ? "standard:" + number : "fd:/proc/self/fd/" + number;
    }

    /**
     * (command, environment, directory, stdio, detached, input, timeout, maxBuffer or -1, number of
     * the signal that ends it): what became of it, or {errno}.
     */
    private static Object runSync(NodeRuntime runtime, Realm realm, Object[] arguments) {
        Process process;
        try {
            process = launch(runtime, arguments).start();
        } catch (SystemException failure) {
            return Arguments.object(realm, "errno", failure.error().errno());
        }
        int signal = Arguments.integer(arguments, 8);
        byte[] input = null;
        if (!Arguments.isMissing(arguments, 5)) {
            Bytes bytes = Arguments.bytes(arguments, 5);
            input = new byte[bytes.length()];
            System.arraycopy(bytes.array(), bytes.offset(), input, 0, input.length);
        }
        SynchronousRun run =
                new SynchronousRun(
                        process,
                        Arguments.strings(arguments[3]).size(),
                        input,
                        Arguments.longInteger(arguments, 7),
                        () -> end(process, signal));
        int status;
        try {
            status = run.await(Arguments.longInteger(arguments, 6));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Arguments.object(realm, "errno", SystemError.EINTR.errno());
        }
        List<String> stdio = Arguments.strings(arguments[3]);
        int errno = run.overflown() ? SystemError.ENOBUFS.errno() : 0;
        return Arguments.object(
                realm,
                "status",
                status,
                "pid",
                (int) process.pid(),
                "failure",
                run.timedOut() ? SystemError.ETIMEDOUT.errno() : errno,
                "stdout",
                stdio.get(1).equals("pipe") ? JSArrayBuffer.of(realm, run.output()) : Null.NULL,
                "stderr",
                stdio.get(2).equals("pipe") ? JSArrayBuffer.of(realm, run.errors()) : Null.NULL,
                "others",
                others(realm, stdio, run));
    }

    /** What came from the streams beyond standard error that are pipes. */
    private static Object others(Realm realm, List<String> stdio, SynchronousRun run) {
        List<Object> others = new ArrayList<>();
        for (int i = 3; i < stdio.size(); i++) {
            boolean pipe = stdio.get(i).equals("pipe");
            others.add(pipe ? JSArrayBuffer.of(realm, run.other(i)) : Null.NULL);
        }
        return realm.newArray(others.toArray());
    }

    private static void end(Process process, int signal) {
        if (signal == 9 || !Signals.send((int) process.pid(), signal)) {
            process.destroyForcibly();
        }
    }

    /**
     * (command, environment, directory, stdio, detached, onExit(status)): a handle, or an error
     * number.
     */
    private static Object start(NodeRuntime runtime, Object[] arguments) {
        Process process;
        try {
            process = launch(runtime, arguments).start();
        } catch (SystemException failure) {
            return failure.error().errno();
        }
        JSObject onExit = (JSObject) arguments[5];
        ProcessObject handle = new ProcessObject(runtime, process);
        process.onExit()
                .thenRun(
                        () ->
                                runtime.loop()
                                        .post(
                                                () -> {
                                                    handle.hold.stop();
                                                    onExit.call1(
                                                            Undefined.UNDEFINED,
                                                            process.exitValue());
                                                }));
        return handle;
    }

    /** (handle, descriptor of the program): the native stream at this end of the pipe. */
    private static Object stream(NodeRuntime runtime, Object[] arguments) {
        Process process = Arguments.handle(arguments, 0, ProcessObject.class).process;
        int descriptor = Arguments.integer(arguments, 1);
        if (process instanceof SpawnedProcess spawned) {
            try {
                SocketStream socket =
                        new SocketStream(runtime.loop(), spawned.channel(descriptor), false);
                return new StreamObject(runtime, socket);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        PipeStream pipe =
                switch (descriptor) {
                    case 0 -> new PipeStream(runtime.loop(), null, process.getOutputStream());
                    case 1 -> new PipeStream(runtime.loop(), process.getInputStream(), null);
                    default -> new PipeStream(runtime.loop(), process.getErrorStream(), null);
                };
        return new StreamObject(runtime, pipe);
    }
}
