package dev.jsj.conformance.test262;

/** How the source of a test is run. */
enum TestMode {
    /** As a script. */
    SLOPPY,
    /** As a script, after a {@code "use strict"} directive. */
    STRICT,
    /** As a module. */
    MODULE,
    /** As a script, without any harness file. */
    RAW;

    /** The name used in the data files. */
    String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
