package dev.jsj.node.processes;

import dev.jsj.node.fs.SystemError;
import dev.jsj.node.fs.SystemException;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program to start.
 *
 * @param command its name or path, and its arguments
 * @param environment names and values
 * @param stdio for each stream, of which the first three are the standard ones, {@code pipe},
 *     {@code ignore}, {@code inherit}, {@code fd:} and the path of what it is, or {@code standard:}
 *     and which of this program's streams, which has to be inherited then
 * @param detached whether it leads a session of its own, as {@code setsid} makes one
 */
public record Launch(
        List<String> command,
        Map<String, String> environment,
        Path directory,
        List<String> stdio,
        boolean detached) {

    private static final File NOTHING = new File("/dev/null");
    private static final List<Path> SETSID =
            List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));
    static final String STANDARD = "standard:";
    private static final String DEFAULT_PATH = "/usr/local/bin:/usr/bin:/bin";

    /** Starts it. */
    public Process start() throws SystemException {
        if (!Files.isDirectory(directory)) {
            throw failure(Files.exists(directory) ? SystemError.ENOTDIR : SystemError.ENOENT);
        }
        if (stdio.size() > 3) {
            return PosixSpawn.start(this, foundCommand());
        }
        ProcessBuilder builder = new ProcessBuilder(fullCommand());
        Map<String, String> target = builder.environment();
        target.clear();
        target.putAll(environment);
        builder.directory(directory.toFile());
        builder.redirectInput(redirect(stdio.get(0), true));
        builder.redirectOutput(redirect(stdio.get(1), false));
        builder.redirectError(redirect(stdio.get(2), false));
        try {
            return builder.start();
        } catch (IOException refused) {
            throw failure(error(refused));
        }
    }

    private static SystemException failure(SystemError error) {
        return new SystemException(error, "spawn", null, null);
    }

    /**
     * The command, found as its own PATH says, with what makes a session or exchanges standard
     * streams before it.
     */
    private List<String> fullCommand() throws SystemException {
        String name = command.getFirst();
        String path = environment.getOrDefault("PATH", DEFAULT_PATH);
        boolean exchanges = exchangesStreams();
        boolean wrapped = detached || exchanges;
        List<String> full = new ArrayList<>(command);
        if ((wrapped || !path.equals(System.getenv("PATH"))) && name.indexOf('/') < 0) {
            full.set(0, search(name, path));
        }
        if (wrapped && !Files.exists(directory.resolve(full.getFirst()))) {
            throw failure(SystemError.ENOENT);
        }
        if (exchanges) {
            full.addAll(0, List.of("/bin/sh", "-c", exchangeScript(), "sh"));
        }
        if (detached) {
            for (Path setsid : SETSID) {
                if (Files.isExecutable(setsid)) {
                    full.addFirst(setsid.toString());
                    break;
                }
            }
        }
        return full;
    }

    /** The command with the path of its program. */
    private List<String> foundCommand() throws SystemException {
        List<String> found = new ArrayList<>(command);
        if (command.getFirst().indexOf('/') < 0) {
            String path = environment.getOrDefault("PATH", DEFAULT_PATH);
            found.set(0, search(command.getFirst(), path));
        }
        return found;
    }

    /** Whether one of the standard streams is another one of this program's. */
    private boolean exchangesStreams() {
        for (String kind : stdio) {
            if (kind.startsWith(STANDARD)) {
                return true;
            }
        }
        return false;
    }

    private String exchangeScript() {
        StringBuilder script = new StringBuilder("exec \"$@\" 7<&0 8>&1 9>&2");
        for (int i = 0; i < stdio.size(); i++) {
            if (stdio.get(i).startsWith(STANDARD)) {
                int source = Integer.parseInt(stdio.get(i).substring(STANDARD.length()));
                script.append(' ').append(i).append(i == 0 ? "<&" : ">&").append(source + 7);
            }
        }
        return script.append(" 7<&- 8>&- 9>&-").toString();
    }

    private static String search(String name, String path) throws SystemException {
        boolean found = false;
        for (String folder : path.split(":", -1)) {
            Path file = Path.of(folder.isEmpty() ? "." : folder, name);
            if (Files.isRegularFile(file)) {
                if (Files.isExecutable(file)) {
                    return file.toString();
                }
                found = true;
            }
        }
        throw failure(found ? SystemError.EACCES : SystemError.ENOENT);
    }

    private static ProcessBuilder.Redirect redirect(String kind, boolean input) {
        if (kind.startsWith(STANDARD)) {
            return ProcessBuilder.Redirect.INHERIT;
        }
        if (kind.startsWith("fd:")) {
            File file = new File(kind.substring("fd:".length()));
            return input
                    ? ProcessBuilder.Redirect.from(file)
                    : ProcessBuilder.Redirect.appendTo(file);
        }
        return switch (kind) {
            case "inherit" -> ProcessBuilder.Redirect.INHERIT;
            case "ignore" ->
                    input
                            ? ProcessBuilder.Redirect.from(NOTHING)
                            : ProcessBuilder.Redirect.to(NOTHING);
            default -> ProcessBuilder.Redirect.PIPE;
        };
    }

    private static SystemError error(IOException refused) {
        @Nullable String message = refused.getMessage();
        if (message == null) {
            return SystemError.ENOENT;
        }
        if (message.contains("error=13,")) {
            return SystemError.EACCES;
        }
        return message.contains("error=7,") ? SystemError.E2BIG : SystemError.ENOENT;
    }
}
