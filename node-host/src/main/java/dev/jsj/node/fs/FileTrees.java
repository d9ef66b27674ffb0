package dev.jsj.node.fs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Operations made of several system calls: whole files and whole trees. */
public final class FileTrees {
    private static final int CHUNK = 64 * 1024;

    private FileTrees() {}

    /**
     * The names in a folder, and with {@code recursive} in those below it, level by level, as paths
     * relative to it.
     */
    public static List<DirectoryEntry> list(FileSystem files, String path, boolean recursive)
            throws SystemException {
        List<DirectoryEntry> all = new ArrayList<>();
        ArrayDeque<String> folders = new ArrayDeque<>(List.of(""));
        while (!folders.isEmpty()) {
            String prefix = folders.removeFirst();
            List<DirectoryEntry> entries =
                    files.readDirectory(prefix.isEmpty() ? path : path + "/" + prefix);
            entries.sort(Comparator.comparing(DirectoryEntry::name));
            for (DirectoryEntry entry : entries) {
                all.add(new DirectoryEntry(prefix + entry.name(), entry.type()));
                if (recursive && entry.type() == DirectoryEntry.DIRECTORY) {
                    folders.add(prefix + entry.name() + "/");
                }
            }
        }
        return all;
    }

    /** {@code rm}. */
    public static void remove(FileSystem files, String path, boolean recursive, boolean force)
            throws SystemException {
        FileStat stat;
        try {
            stat = files.lstat(path);
        } catch (SystemException failure) {
            if (force && failure.error() == SystemError.ENOENT) {
                return;
            }
            throw failure;
        }
        if (!stat.isDirectory()) {
            files.unlink(path);
            return;
        }
        if (!recursive) {
            throw new SystemException(SystemError.EISDIR, "rm", path, null);
        }
        removeTree(files, path);
    }

    private static void removeTree(FileSystem files, String path) throws SystemException {
        for (DirectoryEntry entry : files.readDirectory(path)) {
            String child = path + "/" + entry.name();
            if (entry.type() == DirectoryEntry.DIRECTORY) {
                removeTree(files, child);
            } else {
                files.unlink(child);
            }
        }
        files.removeDirectory(path);
    }

    /** The rest of an open file, from where it stands. */
    public static byte[] readAll(FileSystem files, int descriptor) throws SystemException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        while (true) {
            int count = files.read(descriptor, ByteBuffer.wrap(chunk), FileSystem.CURRENT);
            if (count == 0) {
                return all.toByteArray();
            }
            all.write(chunk, 0, count);
        }
    }

    /** A whole file, opened with particular flags. */
    public static byte[] readFile(FileSystem files, String path, int flags) throws SystemException {
        int descriptor = files.open(path, flags, 0x1B6);
        try {
            return readAll(files, descriptor);
        } finally {
            files.close(descriptor);
        }
    }

    public static void writeAll(FileSystem files, int descriptor, ByteBuffer bytes)
            throws SystemException {
        while (bytes.hasRemaining()) {
            files.write(descriptor, bytes, FileSystem.CURRENT);
        }
    }

    /** Opens a file, writes, closes it. */
    public static void writeFile(
            FileSystem files, String path, ByteBuffer bytes, int flags, int mode, boolean flush)
            throws SystemException {
        int descriptor = files.open(path, flags, mode);
        try {
            writeAll(files, descriptor, bytes);
            if (flush) {
                files.synchronize(descriptor, true);
            }
        } finally {
            files.close(descriptor);
        }
    }

    /** {@code truncate}, by path. */
    public static void truncate(FileSystem files, String path, long length) throws SystemException {
        int descriptor = files.open(path, OpenFlags.READ_WRITE, 0);
        try {
            files.truncate(descriptor, length);
        } finally {
            files.close(descriptor);
        }
    }
}
