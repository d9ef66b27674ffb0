package dev.jsj.conformance.nodetests;

import dev.jsj.jit.Jit;
import dev.jsj.jit.JitOptions;
import dev.jsj.node.NodeProgram;
import dev.jsj.node.runtime.ProgramOptions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The JVM that runs test files: reads {@code FILE\tFLAG FLAG...} lines from a local socket, runs
 * each file in a runtime of its own, and answers with the exit code.
 */
final class TestServer {

    private TestServer() {}

    /** {@code args}: the port to connect to, and the executable that tests start as a child. */
    public static void main(String[] args) throws IOException {
        try (Socket socket =
                        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
                BufferedReader input =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8));
                OutputStream output = socket.getOutputStream()) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                String[] parts = line.split("\t", -1);
                int code = run(args[1], parts[0], parts[1]);
                output.write((code + "\n").getBytes(StandardCharsets.UTF_8));
                output.flush();
            }
        }
        System.exit(0); // tests may have left threads behind
    }

    private static int run(String executable, String file, String flags) {
        List<String> execArgv = flags.isEmpty() ? List.of() : Arrays.asList(flags.split(" "));
        ProgramOptions options =
                new ProgramOptions(execArgv, List.of(executable, file), executable);
        return NodeProgram.run(
                options,
                () -> new Jit(JitOptions.defaults(System.out)),
                NodeProgram.Kind.FILE,
                file);
    }
}
