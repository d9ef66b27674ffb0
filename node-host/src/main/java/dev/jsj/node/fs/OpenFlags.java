package dev.jsj.node.fs;

/** Linux's numbers for the flags of {@code open}, as in {@code fs.constants}. */
public final class OpenFlags {
    public static final int READ_ONLY = 0;
    public static final int WRITE_ONLY = 1;
    public static final int READ_WRITE = 2;
    public static final int ACCESS_MASK = 3;
    public static final int CREATE = 0x40;
    public static final int EXCLUSIVE = 0x80;
    public static final int TRUNCATE = 0x200;
    public static final int APPEND = 0x400;
    public static final int DIRECTORY = 0x10000;
    public static final int NO_FOLLOW = 0x20000;
    public static final int SYNC = 0x101000;
    public static final int DATA_SYNC = 0x1000;

    private OpenFlags() {}
}
