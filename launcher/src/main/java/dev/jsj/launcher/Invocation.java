package dev.jsj.launcher;

import dev.jsj.node.runtime.Terminals;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What one command line asks for: which program to run, with which arguments and engine flags.
 *
 * @param source file name for {@link Kind#FILE}, code for {@link Kind#EVAL} and {@link Kind#PRINT},
 *     empty for {@link Kind#STANDARD_INPUT} and {@link Kind#REPL}
 * @param arguments what the program sees after its own name in {@code process.argv}
 * @param flags flags for the engine, as written ({@code --jitless}, {@code --name=value})
 */
record Invocation(Kind kind, String source, List<String> arguments, List<String> flags) {

    /** Where the program comes from. */
    enum Kind {
        FILE,
        EVAL,
        PRINT,
        STANDARD_INPUT,
        REPL
    }

    /** First words that name a subcommand of {@link JsjCommand}, not a file. */
    private static final Set<String> SUBCOMMANDS = Set.of("help");

    /** Flags of the engine that take no value; {@code process.execArgv} shows them. */
    private static final Set<String> ENGINE_FLAGS =
            Set.of(
                    "--jitless",
                    "--print-ast",
                    "--print-bytecode",
                    "--print-ir",
                    "--stress-opt",
                    "--trace-opt",
                    "--trace-deopt",
                    "--trace-ic",
                    "--trace-turbo-inlining",
                    "--allow-natives-syntax",
                    "--expose-gc",
                    "--enable-source-maps",
                    "--experimental-vm-modules",
                    "--insecure-http-parser",
                    "--no-warnings",
                    "--harmony",
                    "--permission",
                    "--experimental-permission",
                    "--allow-fs-read",
                    "--allow-fs-write",
                    "--allow-child-process",
                    "--allow-worker",
                    "--allow-net",
                    "--no-deprecation",
                    "--throw-deprecation",
                    "--trace-deprecation",
                    "--trace-warnings",
                    "--trace-uncaught",
                    "--pending-deprecation",
                    "--preserve-symlinks",
                    "--preserve-symlinks-main",
                    "--watch");

    /** Flags whose value is the next argument. */
    private static final Set<String> FLAGS_BEFORE_VALUE =
            Set.of(
                    "-r",
                    "--require",
                    "--import",
                    "--loader",
                    "--experimental-loader",
                    "-C",
                    "--conditions",
                    "--input-type");

    /** Flags of the engine that are followed by {@code =value}. */
    private static final Set<String> ENGINE_FLAGS_WITH_VALUE =
            Set.of(
                    "--filter",
                    "--stack-size",
                    "--max-old-space-size",
                    "--dump-classes",
                    "--stress-deopt",
                    "--trace-opt",
                    "--input-type",
                    "--require",
                    "--import",
                    "--loader",
                    "--experimental-loader",
                    "--conditions",
                    "--env-file",
                    "--max-http-header-size",
                    "--allow-fs-read",
                    "--allow-fs-write",
                    "--unhandled-rejections",
                    "--disable-warning",
                    "--stack-trace-limit");

    /**
     * Reads the common forms without loading an option parser.
     *
     * @return null for everything else ({@code --help}, subcommands, unknown options): {@link
     *     JsjCommand} takes those
     */
    static @Nullable Invocation parse(String[] args) {
        List<String> flags = new ArrayList<>();
        boolean run = false;
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            switch (arg) {
                case "-e", "--eval" -> {
                    return inline(Kind.EVAL, args, i + 1, flags);
                }
                case "-p", "-pe", "--print" -> {
                    return inline(Kind.PRINT, args, i + 1, flags);
                }
                case "-" -> {
                    return new Invocation(Kind.STANDARD_INPUT, "", rest(args, i + 1), flags);
                }
                case "-i", "--interactive" -> {
                    return new Invocation(Kind.REPL, "", rest(args, i + 1), flags);
                }
                case "--" -> {
                    return i + 1 < args.length ? file(args, i + 1, flags) : null;
                }
                default -> {
                    if (isEngineFlag(arg)) {
                        flags.add(arg);
                    } else if (FLAGS_BEFORE_VALUE.contains(arg) && i + 1 < args.length) {
                        flags.add(arg);
                        flags.add(args[++i]);
                    } else if (arg.equals("run") && !run) {
                        run = true;
                    } else if (arg.equals("repl") && !run) {
                        return new Invocation(Kind.REPL, "", rest(args, i + 1), flags);
                    } else if (arg.startsWith("-") || (!run && SUBCOMMANDS.contains(arg))) {
                        return null;
                    } else {
                        return file(args, i, flags);
                    }
                }
            }
        }
        if (run) {
            return null;
        }
        Kind kind = Terminals.isTerminal(0) ? Kind.REPL : Kind.STANDARD_INPUT;
        return new Invocation(kind, "", List.of(), flags);
    }

    static boolean isEngineFlag(String arg) {
        if (ENGINE_FLAGS.contains(arg)) {
            return true;
        }
        int equals = arg.indexOf('=');
        return equals > 0 && ENGINE_FLAGS_WITH_VALUE.contains(arg.substring(0, equals));
    }

    private static @Nullable Invocation inline(
            Kind kind, String[] args, int codeAt, List<String> flags) {
        if (codeAt >= args.length) {
            return null;
        }
        int next = codeAt + 1;
        if (next < args.length && args[next].equals("--")) {
            next++;
        }
        return new Invocation(kind, args[codeAt], rest(args, next), flags);
    }

    private static Invocation file(String[] args, int at, List<String> flags) {
        return new Invocation(Kind.FILE, args[at], rest(args, at + 1), flags);
    }

    private static List<String> rest(String[] args, int from) {
        return List.copyOf(Arrays.asList(args).subList(from, args.length));
    }
}
