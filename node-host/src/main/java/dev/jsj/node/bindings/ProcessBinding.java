package dev.jsj.node.bindings;

import dev.jsj.node.fs.SystemError;
import dev.jsj.node.fs.SystemException;
import dev.jsj.node.processes.PosixCalls;
import dev.jsj.node.processes.TerminalMode;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.NodeVersion;
import dev.jsj.node.runtime.Permissions;
import dev.jsj.node.runtime.ProgramOptions;
import dev.jsj.node.runtime.Terminals;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code process}: the native half of the process object. */
final class ProcessBinding extends BindingTable {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private static final String[] NAMES = {
        "setExitCode",
        "exit",
        "abort",
        "cwd",
        "chdir",
        "umask",
        "hasPermission",
        "nextTick",
        "hrtime",
        "hrtimeBigInt",
        "uptime",
        "memoryUsage",
        "availableMemory",
        "resourceUsage",
        "cpuUsage",
        "kill",
        "userId",
        "watchSignal",
        "unwatchSignal",
        "setHooks",
        "triggerUncaught",
        "isTerminal",
        "handleType",
        "parentPid",
        "setOutputReplaced",
        "windowSize",
        "activeHandles",
        "mainModule",
        "setId",
        "setGroups",
        "initGroups",
        "groups",
        "setRawMode",
    };

    static final ProcessBinding TABLE = new ProcessBinding();

    private ProcessBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    @Override
    void addValues(JSObject object, Realm realm) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        ProgramOptions options = runtime.options();
        object.addProperty("version", NodeVersion.VERSION, Property.DEFAULT);
        object.addProperty("versions", versions(realm), Property.DEFAULT);
        object.addProperty("arch", OsBinding.architecture(), Property.DEFAULT);
        object.addProperty("platform", OsBinding.platform(), Property.DEFAULT);
        object.addProperty("argv", Arguments.array(realm, options.argv()), Property.DEFAULT);
        object.addProperty(
                "execArgv", Arguments.array(realm, options.execArgv()), Property.DEFAULT);
        object.addProperty("execPath", options.execPath(), Property.DEFAULT);
        object.addProperty("pid", (int) ProcessHandle.current().pid(), Property.DEFAULT);
        object.addProperty(
                "env", new EnvironmentObject(realm, runtime.environment()), Property.DEFAULT);
        object.addProperty("isWorker", runtime.isWorker(), Property.DEFAULT);
        object.addProperty(
                "unhandledRejectionsMode",
                options.value("--unhandled-rejections", "throw"),
                Property.DEFAULT);
    }

    private static Object versions(Realm realm) {
        String version = ProcessBinding.class.getPackage().getImplementationVersion();
        return Arguments.object(
                realm,
                "node",
                NodeVersion.VERSION.substring(1),
                "jsj",
                version == null ? "0.1.0" : version,
                "java",
                System.getProperty("java.version"),
                "modules",
                "115",
                "uv",
                "1.46.0",
                "v8",
                "11.3.244.8-node.38",
                "zlib",
                "1.3.1",
                "unicode",
                "16.0");
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        switch (NAMES[id]) {
            case "setExitCode" -> runtime.setExitCode(Arguments.integer(arguments, 0));
            case "exit" ->
                    throw runtime.exit(arguments.length == 0 ? 0 : Arguments.integer(arguments, 0));
            case "abort" -> throw runtime.exit(134);
            case "chdir" -> changeDirectory(runtime, Arguments.string(arguments, 0));
            case "nextTick" -> nextTick(runtime, arguments);
            case "setHooks" -> runtime.setProcessHooks((JSObject) arguments[0]);
            case "triggerUncaught" ->
                    runtime.triggerUncaught(arguments[0], Arguments.string(arguments, 1));
            case "setOutputReplaced" -> runtime.setOutputReplaced();
            case "watchSignal" ->
                    Signals.watch(runtime, Arguments.string(arguments, 0), (JSObject) arguments[1]);
            case "unwatchSignal" -> Signals.unwatch(Arguments.string(arguments, 0));
            default -> {
                return answer(NAMES[id], runtime, realm, arguments);
            }
        }
        return Undefined.UNDEFINED;
    }

    private static Object answer(
            String name, NodeRuntime runtime, Realm realm, Object[] arguments) {
        return switch (name) {
            case "cwd" -> runtime.files().workingDirectory().toString();
            case "umask" -> umask(runtime, arguments);
            case "setId" ->
                    errno(
                            PosixCalls.setId(
                                    Arguments.string(arguments, 0),
                                    Arguments.integer(arguments, 1)));
            case "setGroups" -> errno(PosixCalls.setGroups(integers(arguments[0])));
            case "initGroups" ->
                    errno(
                            PosixCalls.initGroups(
                                    Arguments.string(arguments, 0),
                                    Arguments.integer(arguments, 1)));
            case "groups" -> groups(runtime, realm);
            case "setRawMode" -> errno(TerminalMode.setRaw(Arguments.truth(arguments, 0)));
            case "activeHandles" -> Arguments.array(realm, runtime.loop().resources());
            case "mainModule" -> runtime.mainModule();
            case "hasPermission" -> hasPermission(runtime, arguments);
            case "hrtime" -> hrtime(realm);
            case "hrtimeBigInt" -> BigInteger.valueOf(System.nanoTime());
            case "uptime" -> (System.nanoTime() - runtime.startNanos()) / (double) NANOS_PER_SECOND;
            case "memoryUsage" -> memoryUsage(realm, runtime);
            case "availableMemory" -> Arguments.number(Runtime.getRuntime().maxMemory());
            case "resourceUsage" -> resourceUsage(realm);
            case "cpuUsage" -> {
                long micros = cpuMicros();
                yield Arguments.object(realm, "user", Arguments.number(micros), "system", 0);
            }
            case "kill" ->
                    kill(runtime, Arguments.integer(arguments, 0), Arguments.integer(arguments, 1));
            case "userId" -> userId(runtime, Arguments.string(arguments, 0));
            case "isTerminal" -> Terminals.isTerminal(Arguments.integer(arguments, 0));
            case "handleType" -> Terminals.kind(Arguments.integer(arguments, 0));
            case "parentPid" ->
                    (int)
                            (long)
                                    ProcessHandle.current()
                                            .parent()
                                            .map(ProcessHandle::pid)
                                            .orElse(0L);
            case "windowSize" -> realm.newArray(new Object[] {columns(), 24});
            default -> throw new AssertionError("No row " + name);
        };
    }

    /** (scope, path): undefined where permissions are not in force. */
    private static Object hasPermission(NodeRuntime runtime, Object[] arguments) {
        Permissions permissions = runtime.options().permissions();
        if (permissions == null) {
            return Undefined.UNDEFINED;
        }
        Path path =
                Arguments.isMissing(arguments, 1)
                        ? null
                        : runtime.files()
                                .workingDirectory()
                                .resolve(Arguments.string(arguments, 1));
        return permissions.has(Arguments.string(arguments, 0), path);
    }

    private static Object columns() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("\\d{1,6}") ? Integer.parseInt(columns) : 80;
    }

    private static void changeDirectory(NodeRuntime runtime, String directory) {
        try {
            runtime.files().changeWorkingDirectory(directory);
        } catch (SystemException failure) {
            throw new JSThrow(FileErrors.create(runtime.realm(), failure));
        }
    }

    private static void nextTick(NodeRuntime runtime, Object[] arguments) {
        if (!(arg(arguments, 0) instanceof JSObject callback) || !callback.isCallable()) {
            JSObject validators = runtime.modules().require("internal/validators");
            ((JSObject) validators.get("validateFunction"))
                    .call2(Undefined.UNDEFINED, arg(arguments, 0), "callback");
            throw Errors.typeError("callback is not a function");
        }
        runtime.ticks()
                .add(callback, Arrays.copyOfRange(arguments, 1, Math.max(1, arguments.length)));
    }

    private static Object hrtime(Realm realm) {
        long now = System.nanoTime();
        return realm.newArray(
                new Object[] {
                    Arguments.number(Math.floorDiv(now, NANOS_PER_SECOND)),
                    Arguments.number(Math.floorMod(now, NANOS_PER_SECOND))
                });
    }

    private static Object memoryUsage(Realm realm, NodeRuntime runtime) {
        Runtime java = Runtime.getRuntime();
        long total = java.totalMemory();
        String[] pages = OsBinding.readText(runtime, "/proc/self/statm").split(" ");
        long resident = pages.length > 1 ? Long.parseLong(pages[1]) * 4096 : total;
        return Arguments.object(
                realm,
                "rss",
                Arguments.number(resident),
                "heapTotal",
                Arguments.number(total),
                "heapUsed",
                Arguments.number(total - java.freeMemory()),
                "external",
                0,
                "arrayBuffers",
                0);
    }

    private static long cpuMicros() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(duration -> duration.toNanos() / 1000)
                .orElse(0L);
    }

    private static Object resourceUsage(Realm realm) {
        long micros = ManagementFactory.getRuntimeMXBean().getUptime() * 1000;
        return Arguments.object(
                realm,
                "userCPUTime",
                Arguments.number(Math.min(micros, cpuMicros())),
                "systemCPUTime",
                0,
                "maxRSS",
                Arguments.number(Runtime.getRuntime().totalMemory() / 1024));
    }

    /** 0, or a negative error number. */
    private static Object kill(NodeRuntime runtime, int pid, int signal) {
        Optional<ProcessHandle> target = ProcessHandle.of(pid);
        if (target.isEmpty() || !target.get().isAlive()) {
            return SystemError.ESRCH.errno();
        }
        if (signal == 0) {
            return 0;
        }
        if (pid == ProcessHandle.current().pid()) {
            Signals.raise(runtime, signal);
            return 0;
        }
        boolean sent = signal == 9 ? target.get().destroyForcibly() : Signals.send(pid, signal);
        if (sent) {
            return 0;
        }
        boolean isGone = !target.get().isAlive(); // ended meanwhile
        return (isGone ? SystemError.ESRCH : SystemError.EPERM).errno();
    }

    private static int errno(@Nullable SystemError error) {
        return error == null ? 0 : error.errno();
    }

    private static int[] integers(Object list) {
        Object[] values = ObjectOperations.createListFromArrayLike(list);
        int[] integers = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            integers[i] = TypeConversion.toInt32(values[i]);
        }
        return integers;
    }

    /** The mask, which is changed by an argument; answers what it was. */
    private static int umask(NodeRuntime runtime, Object[] arguments) {
        if (!Arguments.isMissing(arguments, 0)) {
            return PosixCalls.umask(Arguments.integer(arguments, 0));
        }
        String mask = status(runtime, "Umask:");
        if (mask != null) {
            return Integer.parseInt(mask.split("\\s+")[1], 8);
        }
        int known = PosixCalls.umask(0);
        PosixCalls.umask(known);
        return known;
    }

    /** The supplementary groups, and the effective group where that is none of them. */
    private static Object groups(NodeRuntime runtime, Realm realm) {
        List<Object> groups = new ArrayList<>();
        String listed = status(runtime, "Groups:");
        if (listed != null) {
            for (String id : listed.substring("Groups:".length()).trim().split("\\s+")) {
                if (!id.isEmpty()) {
                    groups.add(Integer.parseInt(id));
                }
            }
        }
        Object effective = userId(runtime, "getegid");
        if (!groups.contains(effective)) {
            groups.add(effective);
        }
        return Arguments.array(realm, groups);
    }

    /** The line of the system's description of this process that begins so. */
    private static @Nullable String status(NodeRuntime runtime, String name) {
        for (String line : OsBinding.readText(runtime, "/proc/self/status").split("\n")) {
            if (line.startsWith(name)) {
                return line;
            }
        }
        return null;
    }

    private static Object userId(NodeRuntime runtime, String name) {
        boolean group = name.endsWith("gid");
        boolean effective = name.startsWith("gete");
        String line = status(runtime, group ? "Gid:" : "Uid:");
        return line == null ? 0 : Integer.parseInt(line.split("\\s+")[effective ? 2 : 1]);
    }
}
