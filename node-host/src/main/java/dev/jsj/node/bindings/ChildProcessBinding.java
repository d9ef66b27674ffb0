package dev.jsj.node.bindings;

import dev.jsj.node.bindings.Arguments.Bytes;
import dev.jsj.node.fs.SystemError;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.Permissions;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code child_process}: other programs, through the JDK's ProcessBuilder. */
final class ChildProcessBinding extends BindingTable {
    private static final String[] NAMES = {"runSync", "start", "pid", "write", "closeInput"};
    private static final int CHUNK = 64 * 1024;

    static final ChildProcessBinding TABLE = new ChildProcessBinding();

    private ChildProcessBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    /** A running program as a value that JavaScript can hold on to. */
    private static final class ProcessObject extends JSObject {
        final Process process;

        ProcessObject(Realm realm, Process process) {
            super(realm.agent().root(null));
            this.process = process;
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
            case "runSync" -> runSync(realm, arguments);
            case "start" -> start(runtime, realm, arguments);
            case "pid" -> (int) process(arguments).pid();
            case "write" -> write(process(arguments), Arguments.bytes(arguments, 1));
            case "closeInput" -> closeInput(process(arguments));
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static Process process(Object[] arguments) {
        return ((ProcessObject) arguments[0]).process;
    }

    /** (command, environment pairs, working directory, stdio). */
    private static ProcessBuilder builder(Object[] arguments) {
        ProcessBuilder builder = new ProcessBuilder(Arguments.strings(arguments[0]));
        List<String> pairs = Arguments.strings(arguments[1]);
        builder.environment().clear();
        for (int i = 0; i < pairs.size(); i += 2) {
            builder.environment().put(pairs.get(i), pairs.get(i + 1));
        }
        builder.directory(new File(Arguments.string(arguments, 2)));
        List<String> stdio = Arguments.strings(arguments[3]);
        builder.redirectInput(redirect(stdio.get(0), true));
        builder.redirectOutput(redirect(stdio.get(1), false));
        builder.redirectError(redirect(stdio.get(2), false));
        return builder;
    }

    private static ProcessBuilder.Redirect redirect(String kind, boolean input) {
        File nothing = new File("/dev/null");
        return switch (kind) {
            case "inherit" -> ProcessBuilder.Redirect.INHERIT;
            case "ignore" ->
                    input
                            ? ProcessBuilder.Redirect.from(nothing)
                            : ProcessBuilder.Redirect.to(nothing);
            default -> ProcessBuilder.Redirect.PIPE;
        };
    }

    private static int errno(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("error=13")) {
            return SystemError.EACCES.errno();
        }
        return message.contains("error=7,")
                ? SystemError.E2BIG.errno()
                : SystemError.ENOENT.errno();
    }

    private static Object runSync(Realm realm, Object[] arguments) {
        Process process;
        try {
            process = builder(arguments).start();
        } catch (IOException failure) {
            return Arguments.object(realm, "errno", errno(failure));
        }
        Collector output = new Collector(process.getInputStream());
        Collector errors = new Collector(process.getErrorStream());
        if (!Arguments.isMissing(arguments, 4)) {
            write(process, Arguments.bytes(arguments, 4));
        }
        closeInput(process);
        long timeout = Arguments.longInteger(arguments, 5);
        boolean timedOut = false;
        try {
            if (timeout > 0 && !process.waitFor(timeout, TimeUnit.MILLISECONDS)) {
                timedOut = true;
                process.destroy();
            }
            int status = process.waitFor();
            List<String> stdio = Arguments.strings(arguments[3]);
            return Arguments.object(
                    realm,
                    "status",
                    status,
                    "pid",
                    (int) process.pid(),
                    "timedOut",
                    timedOut,
                    "stdout",
                    stdio.get(1).equals("pipe")
                            ? JSArrayBuffer.of(realm, output.bytes())
                            : Null.NULL,
                    "stderr",
                    stdio.get(2).equals("pipe")
                            ? JSArrayBuffer.of(realm, errors.bytes())
                            : Null.NULL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Arguments.object(realm, "errno", SystemError.EINTR.errno());
        }
    }

    /** Reads a stream to its end on a thread of its own. */
    private static final class Collector {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Thread thread;

        Collector(InputStream stream) {
            thread =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            stream.transferTo(bytes);
                                        } catch (IOException closed) {
                                            return; // what has been read is what there is
                                        }
                                    });
        }

        byte[] bytes() throws InterruptedException {
            thread.join();
            return bytes.toByteArray();
        }
    }

    /**
     * (command, environment, directory, stdio, onData(fd, bytes or null), onExit(status)): a
     * handle, or an error number.
     */
    private static Object start(NodeRuntime runtime, Realm realm, Object[] arguments) {
        Process process;
        try {
            process = builder(arguments).start();
        } catch (IOException failure) {
            return errno(failure);
        }
        JSObject onData = (JSObject) arguments[4];
        JSObject onExit = (JSObject) arguments[5];
        List<String> stdio = Arguments.strings(arguments[3]);
        if (stdio.get(1).equals("pipe")) {
            pump(runtime, process.getInputStream(), 1, onData);
        }
        if (stdio.get(2).equals("pipe")) {
            pump(runtime, process.getErrorStream(), 2, onData);
        }
        runtime.loop().retain();
        process.onExit()
                .thenRun(
                        () ->
                                runtime.loop()
                                        .post(
                                                () -> {
                                                    runtime.loop().release();
                                                    onExit.call1(
                                                            Undefined.UNDEFINED,
                                                            process.exitValue());
                                                }));
        return new ProcessObject(realm, process);
    }

    private static void pump(
            NodeRuntime runtime, InputStream stream, int descriptor, JSObject onData) {
        runtime.loop().retain();
        Thread.ofVirtual()
                .start(
                        () -> {
                            byte[] chunk = new byte[CHUNK];
                            try {
                                for (int count; (count = stream.read(chunk)) >= 0; ) {
                                    byte[] bytes = Arrays.copyOf(chunk, count);
                                    runtime.loop()
                                            .post(
                                                    () ->
                                                            deliver(
                                                                    runtime,
                                                                    onData,
                                                                    descriptor,
                                                                    bytes));
                                }
                            } catch (IOException closed) {
                                chunk = new byte[0]; // ends like a stream at its end
                            }
                            runtime.loop()
                                    .post(
                                            () -> {
                                                runtime.loop().release();
                                                deliver(runtime, onData, descriptor, null);
                                            });
                        });
    }

    private static void deliver(
            NodeRuntime runtime, JSObject onData, int descriptor, byte @Nullable [] bytes) {
        Object value = bytes == null ? Null.NULL : JSArrayBuffer.of(runtime.realm(), bytes);
        onData.call2(Undefined.UNDEFINED, descriptor, value);
    }

    private static Object write(Process process, Bytes bytes) {
        try {
            process.getOutputStream().write(bytes.array(), bytes.offset(), bytes.length());
            process.getOutputStream().flush();
        } catch (IOException gone) {
            return false; // the program has closed its input
        }
        return true;
    }

    private static Object closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            return false; // closed already
        }
        return true;
    }
}
