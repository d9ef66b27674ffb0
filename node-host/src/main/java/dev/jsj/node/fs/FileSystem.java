package dev.jsj.node.fs;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The system calls behind {@code fs}, by their names. All block; all are thread safe; all fail with
 * a {@link SystemException} that carries Node's error code.
 */
public interface FileSystem {
    /** Position that means: where the descriptor stands, and move it. */
    long CURRENT = -1;

    /** Opens a file and answers its descriptor; {@code flags} from {@link OpenFlags}. */
    int open(String path, int flags, int mode) throws SystemException;

    void close(int descriptor) throws SystemException;

    /** Fills the buffer from the file; answers the number of bytes, 0 at the end. */
    int read(int descriptor, ByteBuffer target, long position) throws SystemException;

    /** Writes what the buffer holds; answers the number of bytes written. */
    int write(int descriptor, ByteBuffer source, long position) throws SystemException;

    /** A whole file. */
    byte[] readFile(String path) throws SystemException;

    FileStat stat(String path) throws SystemException;

    FileStat lstat(String path) throws SystemException;

    FileStat fstat(int descriptor) throws SystemException;

    /** {@code stat}, or null where there is nothing (ENOENT, ENOTDIR). */
    @Nullable FileStat statOrNull(String path) throws SystemException;

    /** What is there, without more ado: for module resolution. */
    Kind kind(String path);

    /** Answer of {@link #kind}. */
    enum Kind {
        MISSING,
        FILE,
        DIRECTORY
    }

    /** The names in a directory, without "." and "..", sorted by nothing. */
    List<DirectoryEntry> readDirectory(String path) throws SystemException;

    void makeDirectory(String path, int mode) throws SystemException;

    /**
     * Makes a directory and those above it that are missing; answers the first one made, or null.
     */
    @Nullable String makeDirectories(String path, int mode) throws SystemException;

    /**
     * Makes a directory whose name is {@code prefix} and six random characters; answers its name.
     */
    String makeTemporaryDirectory(String prefix) throws SystemException;

    void removeDirectory(String path) throws SystemException;

    void unlink(String path) throws SystemException;

    void rename(String from, String to) throws SystemException;

    /** Copies a file's contents and mode. */
    void copyFile(String from, String to, boolean failIfExists) throws SystemException;

    void symbolicLink(String target, String path) throws SystemException;

    void hardLink(String existing, String path) throws SystemException;

    String readLink(String path) throws SystemException;

    /** The name without symbolic links, "." and "..". */
    String realPath(String path) throws SystemException;

    /** Checks access; {@code mode} is a sum of 4 (read), 2 (write) and 1 (execute). */
    void access(String path, int mode) throws SystemException;

    void changeMode(String path, int mode) throws SystemException;

    void changeOwner(String path, int user, int group, boolean followLinks) throws SystemException;

    /** Sets the times, in nanoseconds since 1970. */
    void setTimes(String path, long accessed, long modified, boolean followLinks)
            throws SystemException;

    /** Sets the times of an open file. */
    void setTimes(int descriptor, long accessed, long modified) throws SystemException;

    void changeMode(int descriptor, int mode) throws SystemException;

    void truncate(int descriptor, long length) throws SystemException;

    void synchronize(int descriptor, boolean metadata) throws SystemException;
}
