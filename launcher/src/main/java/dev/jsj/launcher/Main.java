package dev.jsj.launcher;

/** Entry point of the {@code jsj} command. */
public final class Main {

    private Main() {}

    /** Runs the command line and ends the process with the program's exit code. */
    public static void main(String[] args) {
        int exitCode = SyntaxCommands.accepts(args) ? SyntaxCommands.run(args) : runProgram(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private static int runProgram(String[] args) {
        Invocation invocation = Invocation.parse(args);
        return invocation != null ? ProgramRunner.run(invocation) : JsjCommand.execute(args);
    }
}
