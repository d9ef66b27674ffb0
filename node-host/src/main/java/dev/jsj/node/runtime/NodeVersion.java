package dev.jsj.node.runtime;

/**
 * The version of Node whose behaviour the runtime has; programs ask for it to know what they can
 * use.
 */
public final class NodeVersion {
    /** As in {@code process.version}. */
    public static final String VERSION = "v20.20.2";

    private NodeVersion() {}
}
