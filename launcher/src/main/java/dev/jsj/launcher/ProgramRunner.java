package dev.jsj.launcher;

/** Runs the program that an {@link Invocation} names. */
final class ProgramRunner {

    private ProgramRunner() {}

    /** Returns the exit code of the program. */
    static int run(Invocation invocation) {
        System.err.println("jsj: this build has no engine to run " + invocation.source());
        return 70;
    }
}
