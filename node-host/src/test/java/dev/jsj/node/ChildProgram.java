package dev.jsj.node;

import dev.jsj.node.runtime.ProgramOptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A small program in a process of its own. */
final class ChildProgram {
    private ChildProgram() {}

    /** Entry point of the processes. */
    public static void main(String[] args) {
        ProgramOptions options = new ProgramOptions(List.of(), List.of("jsj", args[0]), "jsj");
        System.exit(NodeProgram.run(options, () -> null, NodeProgram.Kind.FILE, args[0]));
    }

    /** How it ended, and what it printed to both outputs. */
    record Outcome(int exitCode, List<String> lines) {}

    /** Writes a file of a folder and runs it. */
    static Outcome run(Path folder, String name, String source)
            throws IOException, InterruptedException {
        Path file = folder.toRealPath().resolve(name);
        Files.writeString(file, source);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildProgram.class.getName(),
                        file.toString()));
        Path output = folder.resolve("output.txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Outcome(process.exitValue(), Files.readAllLines(output));
    }
}
