package dev.jsj.launcher;

import dev.jsj.node.NodeProgram;
import dev.jsj.node.runtime.ProgramOptions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the program that an {@link Invocation} names. */
final class ProgramRunner {

    private ProgramRunner() {}

    /** Returns the exit code of the program. */
    static int run(Invocation invocation) {
        String executable = System.getProperty("jsj.executable", "jsj");
        List<String> argv = new ArrayList<>();
        argv.add(executable);
        NodeProgram.Kind kind =
                switch (invocation.kind()) {
                    case FILE -> NodeProgram.Kind.FILE;
                    case EVAL -> NodeProgram.Kind.EVAL;
                    case PRINT -> NodeProgram.Kind.PRINT;
                    case STANDARD_INPUT -> NodeProgram.Kind.STANDARD_INPUT;
                };
        if (kind == NodeProgram.Kind.FILE) {
            argv.add(Path.of(invocation.source()).toAbsolutePath().normalize().toString());
        }
        argv.addAll(invocation.arguments());
        ProgramOptions options = new ProgramOptions(invocation.flags(), argv, executable);
        return NodeProgram.run(options, kind, invocation.source());
    }
}
