package dev.jsj.conformance.nodetests;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs test files, each in a fresh runtime of one long-lived JVM: starting a JVM per file would
 * take longer than the tests. A file that exceeds its time or ends the JVM costs a restart.
 */
final class TestProcess implements AutoCloseable {

    /** What became of one file. */
    record Result(boolean passed, String reason) {}

    /** Runs in one JVM before it is replaced, so that what tests leave behind does not pile up. */
    private static final int RUNS_PER_JVM = 150;

    private static final int START_LIMIT_MILLIS = 60_000;

    private final Path suite;
    private final String executable;
    private final int limitMillis;
    private final Path output;
    private final Path temporary;
    private @Nullable Process process;
    private @Nullable Socket socket;
    private @Nullable BufferedReader answers;
    private int runs;

    TestProcess(Path suite, String executable, int limitSeconds) throws IOException {
        this.suite = suite;
        this.executable = executable;
        limitMillis = (int) TimeUnit.SECONDS.toMillis(limitSeconds);
        output = Files.createTempFile("node-test", ".out");
        temporary = Files.createTempDirectory("node-test");
    }

    /** Runs one file. */
    Result run(NodeTest test) throws IOException {
        if (process == null || !process.isAlive() || runs >= RUNS_PER_JVM) {
            restart();
        }
        runs++;
        long before = Files.size(output);
        String line = test.file() + "\t" + String.join(" ", test.flags()) + "\n";
        try {
            socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            String answer = answers.readLine();
            endChildren();
            if (answer == null) {
                stop();
                return new Result(false, "ended the process");
            }
            return answer.equals("0")
                    ? new Result(true, "")
                    : new Result(false, FailureText.of(outputFrom(before), answer));
        } catch (SocketTimeoutException late) {
            stop();
            return new Result(false, "no end after " + limitMillis / 1000 + " s");
        }
    }

    private void restart() throws IOException {
        stop();
        runs = 0;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            process = start(server.getLocalPort());
            server.setSoTimeout(START_LIMIT_MILLIS);
            socket = server.accept();
            socket.setSoTimeout(limitMillis);
            socket.setTcpNoDelay(true);
            answers =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private Process start(int port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xmx2g",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djsj.executable=" + executable,
                        "-cp",
                        absoluteClassPath(),
                        TestServer.class.getName(),
                        Integer.toString(port),
                        executable));
        ProcessBuilder builder = new ProcessBuilder(command).directory(suite.toFile());
        prepare(builder.environment(), temporary);
        return builder.redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    /** The environment in which Node's own runner starts tests. */
    static void prepare(Map<String, String> environment, Path temporary) {
        environment.put("NODE_TEST_DIR", temporary.toString());
        environment.remove("NODE_OPTIONS");
        environment.remove("NODE_PATH");
        environment.remove("NO_COLOR");
        environment.remove("FORCE_COLOR");
    }

    private static String absoluteClassPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private String outputFrom(long position) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(output.toFile(), "r")) {
            file.seek(position);
            byte[] bytes = new byte[(int) Math.min(1 << 20, file.length() - position)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private void endChildren() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
        }
    }

    private void stop() throws IOException {
        endChildren();
        if (socket != null) {
            socket.close();
            socket = null;
        }
        if (process != null) {
            process.destroyForcibly();
            process = null;
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        Files.deleteIfExists(output);
    }
}
