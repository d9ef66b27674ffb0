package dev.jsj.node.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the standard streams are connected to. */
public final class Terminals {
    private Terminals() {}

    /** Whether a descriptor of this process is a terminal. */
    public static boolean isTerminal(int descriptor) {
        String target = target(descriptor);
        return target.startsWith("/dev/pts/")
                || target.startsWith("/dev/tty")
                || target.equals("/dev/console");
    }

    /** What {@code guessHandleType} of Node answers: FILE, PIPE, TTY or UNKNOWN. */
    public static String kind(int descriptor) {
        String target = target(descriptor);
        if (isTerminal(descriptor)) {
            return "TTY";
        }
        if (target.startsWith("pipe:") || target.startsWith("socket:")) {
            return "PIPE";
        }
        return target.startsWith("/") ? "FILE" : "UNKNOWN";
    }

    private static String target(int descriptor) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
        } catch (IOException unknown) {
            return "";
        }
    }
}
