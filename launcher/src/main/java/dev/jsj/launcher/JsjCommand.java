package dev.jsj.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;

import java.util.List;

/**
 * The whole command line as picocli describes it: help, version, subcommands and the messages for
 * wrong options.
 *
 * <p>Loaded only when {@link Invocation#parse} does not recognise the command line.
 */
@Command(
        name = "jsj",
        mixinStandardHelpOptions = true,
        versionProvider = JsjCommand.Version.class,
        description = "Runs JavaScript on the JVM.",
        customSynopsis = {
            "jsj [run] [options] FILE [arguments]",
            "jsj [options] -e CODE | -p CODE [arguments]",
            "jsj [options] -      (program from standard input)",
            "jsj repl             (or jsj alone on a terminal)"
        },
        sortOptions = false)
@SuppressWarnings("UnusedVariable") // the fields describe the options to picocli
final class JsjCommand {

    /** Node's exit code for a command line it cannot read. */
    private static final int INVALID_ARGUMENT = 9;

    @Option(
            names = {"-e", "--eval"},
            paramLabel = "CODE",
            description = "Run CODE.")
    private String eval = "";

    @Option(
            names = {"-p", "--print"},
            paramLabel = "CODE",
            description = "Run CODE and print its result.")
    private String print = "";

    @Option(names = "--jitless", description = "Never compile to JVM classes; interpret only.")
    private boolean jitless;

    @Option(
            names = "--print-bytecode",
            description = "Print the bytecode of each function compiled.")
    private boolean printBytecode;

    @Option(
            names = "--filter",
            paramLabel = "NAME",
            description = "Limit --print-... to functions of that name.")
    private String filter = "";

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE [arguments]",
            description = "The program and its arguments.")
    private List<String> fileAndArguments = List.of();

    private JsjCommand() {}

    /**
     * Shows help or version, or says what is wrong with the command line; returns the exit code.
     */
    static int execute(String[] args) {
        CommandLine commandLine = new CommandLine(new JsjCommand());
        commandLine.setStopAtPositional(true);
        try {
            ParseResult result = commandLine.parseArgs(args);
            Integer shown = CommandLine.executeHelpRequest(result);
            if (shown != null) {
                return shown;
            }
        } catch (CommandLine.UnmatchedArgumentException exception) {
            System.err.println("jsj: bad option: " + exception.getUnmatched().getFirst());
            return INVALID_ARGUMENT;
        } catch (CommandLine.ParameterException exception) {
            System.err.println("jsj: " + exception.getMessage());
            return INVALID_ARGUMENT;
        }
        commandLine.usage(System.out);
        return 0;
    }

    /** The version, as the build wrote it into the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = JsjCommand.class.getPackage().getImplementationVersion();
            return new String[] {"jsj " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
