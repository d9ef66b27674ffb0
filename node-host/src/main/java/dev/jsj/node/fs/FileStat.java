package dev.jsj.node.fs;

/** What {@code stat} tells of a file; times in nanoseconds since 1970. */
public record FileStat(
        long device,
        int mode,
        long links,
        int user,
        int group,
        long specialDevice,
        long inode,
        long size,
        long accessed,
        long modified,
        long changed,
        long created) {
    public static final int TYPE_MASK = 0xF000;
    public static final int DIRECTORY = 0x4000;
    public static final int REGULAR = 0x8000;
    public static final int LINK = 0xA000;

    public static final int BLOCK_SIZE = 4096;
    private static final int SECTOR = 512;

    public boolean isDirectory() {
        return (mode & TYPE_MASK) == DIRECTORY;
    }

    /** Sectors in use, as if the file had no holes. */
    public long blocks() {
        return (size + BLOCK_SIZE - 1) / BLOCK_SIZE * (BLOCK_SIZE / SECTOR);
    }
}
