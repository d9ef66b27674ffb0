package dev.jsj.launcher;

import dev.jsj.interp.interpreter.OptimizingTier;
import dev.jsj.jit.Jit;
import dev.jsj.jit.JitOptions;
import dev.jsj.node.NodeProgram;
import dev.jsj.node.runtime.ProgramOptions;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the program that an {@link Invocation} names. */
final class ProgramRunner {

    private ProgramRunner() {}

    /** Returns the exit code of the program. */
    static int run(Invocation invocation) {
        String executable = executable();
        List<String> argv = new ArrayList<>();
        argv.add(executable);
        NodeProgram.Kind kind =
                switch (invocation.kind()) {
                    case FILE -> NodeProgram.Kind.FILE;
                    case EVAL -> NodeProgram.Kind.EVAL;
                    case PRINT -> NodeProgram.Kind.PRINT;
                    case STANDARD_INPUT -> NodeProgram.Kind.STANDARD_INPUT;
                    case REPL -> NodeProgram.Kind.REPL;
                };
        if (kind == NodeProgram.Kind.FILE) {
            argv.add(Path.of(invocation.source()).toAbsolutePath().normalize().toString());
        }
        argv.addAll(invocation.arguments());
        ProgramOptions options = new ProgramOptions(invocation.flags(), argv, executable);
        return NodeProgram.run(
                options, () -> optimizingTier(invocation.flags()), kind, invocation.source());
    }

    /** What starts jsj: an absolute path unless whoever started this JVM did not say. */
    private static String executable() {
        String name = System.getProperty("jsj.executable", "jsj");
        return name.startsWith("/") || name.indexOf('/') < 0
                ? name
                : Path.of(name).toAbsolutePath().normalize().toString();
    }

    /** The tier that the flags ask for; null for {@code --jitless}. */
    private static @Nullable OptimizingTier optimizingTier(List<String> flags) {
        if (flags.contains("--jitless")) {
            return null;
        }
        return new Jit(JitOptions.of(flags, System.out));
    }
}
