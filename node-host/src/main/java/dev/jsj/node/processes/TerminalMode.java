package dev.jsj.node.processes;

import dev.jsj.node.fs.SystemError;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The mode of the terminal that is standard input, changed by {@code stty}: line by line with echo,
 * or raw. It goes back when the process ends.
 */
public final class TerminalMode {
    /** What libuv's raw mode is: keys as they come, output lines still end as they should. */
    private static final List<String> RAW =
            List.of(
                    "-brkint", "-icrnl", "-inpck", "-istrip", "-ixon", "cs8", "-echo", "-icanon",
                    "-iexten", "-isig", "min", "1", "time", "0");

    private static @Nullable String original;

    private TerminalMode() {}

    /** Turns raw mode on or off; null when done. */
    public static synchronized @Nullable SystemError setRaw(boolean raw) {
        String before = original;
        if (before == null) {
            if (!raw) {
                return null;
            }
            before = stty(List.of("-g"));
            if (before == null) {
                return SystemError.ENOTTY;
            }
            original = before;
            String restored = before;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stty(List.of(restored))));
        }
        return stty(raw ? RAW : List.of(before)) == null ? SystemError.ENOTTY : null;
    }

    /** What the command says; null where it fails. */
    private static @Nullable String stty(List<String> arguments) {
        List<String> command = new ArrayList<>(arguments);
        command.addFirst("stty");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? said.trim() : null;
        } catch (IOException missing) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
