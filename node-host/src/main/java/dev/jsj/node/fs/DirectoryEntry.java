package dev.jsj.node.fs;

/**
 * One name in a directory.
 *
 * @param type libuv's number of the kind of file
 */
public record DirectoryEntry(String name, int type) {
    public static final int UNKNOWN = 0;
    public static final int FILE = 1;
    public static final int DIRECTORY = 2;
    public static final int LINK = 3;
    public static final int OTHER = 6;
}
