package dev.jsj.conformance.test262;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs tests in Node, a process per worker: the oracle for the runner itself, and a second opinion
 * on a test. Knows nothing of {@code $262.agent}.
 */
final class NodeEngine implements EngineUnderTest {

    private static final List<String> FLAGS =
            List.of("--expose-gc", "--experimental-vm-modules", "--no-warnings");

    private final String command;
    private volatile @Nullable Process process;
    private @Nullable BufferedReader answers;
    private @Nullable Writer requests;

    NodeEngine(String command) {
        this.command = command;
    }

    @Override
    public Outcome run(TestFile file, TestMode mode, Harness harness, Duration limit) {
        try {
            Process running = process;
            if (running == null || !running.isAlive()) {
                start();
            }
            List<Map<String, String>> included =
                    file.harnessFiles().stream()
                            .map(name -> Map.of("name", name, "source", harness.source(name)))
                            .toList();
            requests.write(
                    Json.write(
                                    Map.of(
                                            "path", file.path().toString(),
                                            "mode", mode.label(),
                                            "async", file.isAsync(),
                                            "source", file.sourceFor(mode),
                                            "harness", included))
                            + "\n");
            requests.flush();
            String answer = answers.readLine();
            return answer == null ? new Outcome.TimedOut(false) : outcome(answer);
        } catch (IOException exception) {
            return new Outcome.TimedOut(false);
        }
    }

    private static Outcome outcome(String answer) {
        Map<?, ?> fields = (Map<?, ?>) Json.read(answer);
        if ("completed".equals(fields.get("kind"))) {
            return new Outcome.Completed(
                    ((List<?>) fields.get("printed")).stream().map(String::valueOf).toList());
        }
        return new Outcome.Threw(
                (String) fields.get("phase"),
                (String) fields.get("type"),
                (String) fields.get("message"));
    }

    private void start() throws IOException {
        Path script = Files.createTempFile("test262-", ".js");
        script.toFile().deleteOnExit();
        try (InputStream source = NodeEngine.class.getResourceAsStream("node-host.js")) {
            Files.write(script, source.readAllBytes());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        List<String> line = new java.util.ArrayList<>(List.of(command));
        line.addAll(FLAGS);
        line.add(script.toString());
        Process started =
                new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        process = started;
        answers = started.inputReader(StandardCharsets.UTF_8);
        requests = started.outputWriter(StandardCharsets.UTF_8);
    }

    @Override
    public void interrupt() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
