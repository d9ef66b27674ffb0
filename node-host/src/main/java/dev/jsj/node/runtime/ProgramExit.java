package dev.jsj.node.runtime;

/** {@code process.exit}: unwinds everything that is running. No JavaScript handler sees it. */
public final class ProgramExit extends Error {
    private static final long serialVersionUID = 1;

    ProgramExit() {
        super("The program has ended", null, false, false);
    }
}
