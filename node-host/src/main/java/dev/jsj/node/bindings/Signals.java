package dev.jsj.node.bindings;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.value.Undefined;

import sun.misc.Signal;
import sun.misc.SignalHandler;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** POSIX signals, through the JDK's unsupported but long-lived {@code sun.misc.Signal}. */
final class Signals {
    /** The signals a JVM can watch or send itself. */
    private static final Map<Integer, String> NAMES =
            Map.of(
                    1, "HUP", 2, "INT", 3, "QUIT", 10, "USR1", 12, "USR2", 13, "PIPE", 14, "ALRM",
                    15, "TERM", 28, "WINCH");

    private Signals() {}

    /**
     * Calls {@code callback} on the program's thread for each such signal; those the JVM keeps for
     * itself are ignored.
     */
    static void watch(NodeRuntime runtime, String name, JSObject callback) {
        handle(name, signal -> runtime.loop().post(() -> callback.call0(Undefined.UNDEFINED)));
    }

    static void unwatch(String name) {
        handle(name, SignalHandler.SIG_DFL);
    }

    private static void handle(String name, SignalHandler handler) {
        try {
            Signal.handle(new Signal(name.substring("SIG".length())), handler);
        } catch (IllegalArgumentException reserved) {
            return; // SIGQUIT, SIGSEGV and the like stay the JVM's
        }
    }

    /** Sends this process a signal; one that nobody watches ends it. */
    static void raise(NodeRuntime runtime, int number) {
        String name = NAMES.get(number);
        if (name == null) {
            throw runtime.exit(128 + number);
        }
        Signal.raise(new Signal(name));
    }

    /** Sends another process a signal. */
    static boolean send(int pid, int number) {
        try {
            List<String> command = List.of("kill", "-" + number, Integer.toString(pid));
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException failed) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
