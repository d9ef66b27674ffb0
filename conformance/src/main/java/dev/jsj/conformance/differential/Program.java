package dev.jsj.conformance.differential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One program of the suite.
 *
 * @param folder the suite's folder, also the working folder of a run
 */
public record Program(Path folder, Path file) {

    private static final long LIMIT_SECONDS = 120;

    /** All programs that stand one level below the folder, sorted. */
    public static List<Program> all(Path folder) throws IOException {
        Path root = folder.toRealPath();
        try (Stream<Path> files = Files.walk(root, 2)) {
            return files.filter(Program::isProgram)
                    .sorted()
                    .map(file -> new Program(root, file))
                    .toList();
        }
    }

    private static boolean isProgram(Path file) {
        String name = file.toString();
        return Files.isRegularFile(file) && (name.endsWith(".js") || name.endsWith(".mjs"));
    }

    /** Path below the suite's folder. */
    public String name() {
        return folder.relativize(file).toString();
    }

    /** Where Node's output is recorded. */
    public Path recording() {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".out");
    }

    /** Runs the program with the engine's command and returns the transcript. */
    public String run(List<String> command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command);
        line.add(file.toString());
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("TZ", "UTC");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("NO_COLOR", "1");
        environment.remove("NODE_OPTIONS");
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<String> errors =
                CompletableFuture.supplyAsync(() -> readAll(process.getErrorStream()));
        CompletableFuture<String> output =
                CompletableFuture.supplyAsync(() -> readAll(process.getInputStream()));
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return output.join() + "--- no end after " + LIMIT_SECONDS + " s\n";
        }
        return Transcript.of(output.join(), errors.join(), process.exitValue(), folder);
    }

    private static String readAll(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            return "(unreadable: " + exception.getMessage() + ")";
        }
    }
}
