package dev.jsj.node.fs;

import org.jspecify.annotations.Nullable;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The table of open files: small numbers, the lowest free one first, as POSIX gives them. */
final class Descriptors {
    /** A terminal or pipe, as far as {@code fstat} of the standard streams is concerned. */
    private static final int CHARACTER_DEVICE = 0x2000;

    private static final int FIRST_FREE = 3;

    private final List<@Nullable OpenFile> files = new ArrayList<>();

    /**
     * An open file.
     *
     * @param path null for the standard streams
     * @param appending where writes go if the file is read and appended to, which no one channel of
     *     the JDK can do; else null
     */
    record OpenFile(
            FileChannel channel,
            @Nullable Path path,
            boolean append,
            @Nullable FileChannel appending) {
        int read(ByteBuffer target, long position) throws IOException {
            return position < 0 ? channel.read(target) : channel.read(target, position);
        }

        int write(ByteBuffer source, long position) throws IOException {
            if (appending != null) {
                int written = appending.write(source);
                if (position < 0) {
                    channel.position(channel.size()); // the one offset of the descriptor
                }
                return written;
            }
            return position < 0 || append ? channel.write(source) : channel.write(source, position);
        }

        void close() throws IOException {
            try (FileChannel second = appending) {
                channel.close();
            }
        }
    }

    int open(Path path, int flags, int mode) throws IOException {
        FileChannel channel;
        FileChannel appending = null;
        if (Files.isDirectory(path) && (flags & OpenFlags.ACCESS_MASK) == OpenFlags.READ_ONLY) {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        } else if ((flags & OpenFlags.DIRECTORY) != 0) {
            throw new java.nio.file.NotDirectoryException(path.toString());
        } else {
            Set<OpenOption> options = options(flags);
            channel =
                    (flags & OpenFlags.CREATE) == 0
                            ? FileChannel.open(path, options)
                            : FileChannel.open(
                                    path,
                                    options,
                                    PosixFilePermissions.asFileAttribute(
                                            FileModes.permissions(mode)));
        }
        boolean append = (flags & OpenFlags.APPEND) != 0;
        if (append && (flags & OpenFlags.ACCESS_MASK) == OpenFlags.READ_WRITE) {
            appending = FileChannel.open(path, StandardOpenOption.APPEND);
        }
        return add(new OpenFile(channel, path, append, appending));
    }

    private static Set<OpenOption> options(int flags) {
        Set<OpenOption> options = new HashSet<>();
        int access = flags & OpenFlags.ACCESS_MASK;
        boolean append = (flags & OpenFlags.APPEND) != 0;
        if (access != OpenFlags.WRITE_ONLY) {
            options.add(StandardOpenOption.READ);
        }
        if (access != OpenFlags.READ_ONLY) {
            boolean onlyAppends = append && access == OpenFlags.WRITE_ONLY;
            options.add(onlyAppends ? StandardOpenOption.APPEND : StandardOpenOption.WRITE);
        }
        if ((flags & OpenFlags.CREATE) != 0) {
            boolean exclusive = (flags & OpenFlags.EXCLUSIVE) != 0;
            options.add(exclusive ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
        }
        if ((flags & OpenFlags.TRUNCATE) != 0) {
            options.add(StandardOpenOption.TRUNCATE_EXISTING);
        }
        if ((flags & OpenFlags.SYNC) == OpenFlags.SYNC) {
            options.add(StandardOpenOption.SYNC);
        } else if ((flags & OpenFlags.DATA_SYNC) != 0) {
            options.add(StandardOpenOption.DSYNC);
        }
        if ((flags & OpenFlags.NO_FOLLOW) != 0) {
            options.add(LinkOption.NOFOLLOW_LINKS);
        }
        return options;
    }

    private synchronized int add(OpenFile file) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i) == null) {
                files.set(i, file);
                return FIRST_FREE + i;
            }
        }
        files.add(file);
        return FIRST_FREE + files.size() - 1;
    }

    synchronized OpenFile find(int descriptor, String syscall) throws SystemException {
        int index = descriptor - FIRST_FREE;
        if (index >= 0 && index < files.size()) {
            OpenFile file = files.get(index);
            if (file != null) {
                return file;
            }
        }
        OpenFile standard = standardStream(descriptor);
        if (standard == null) {
            throw new SystemException(SystemError.EBADF, syscall, null, null);
        }
        return standard;
    }

    synchronized OpenFile remove(int descriptor) throws SystemException {
        OpenFile file = find(descriptor, "close");
        int index = descriptor - FIRST_FREE;
        if (index >= 0) {
            files.set(index, null);
        }
        return file;
    }

    @SuppressWarnings("resource") // the standard streams stay open
    private static @Nullable OpenFile standardStream(int descriptor) {
        return switch (descriptor) {
            case 0 ->
                    new OpenFile(
                            new FileInputStream(FileDescriptor.in).getChannel(), null, false, null);
            case 1 ->
                    new OpenFile(
                            new FileOutputStream(FileDescriptor.out).getChannel(),
                            null,
                            true,
                            null);
            case 2 ->
                    new OpenFile(
                            new FileOutputStream(FileDescriptor.err).getChannel(),
                            null,
                            true,
                            null);
            default -> null;
        };
    }

    static FileStat standardStreamStat(int descriptor) throws IOException {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.exists(link)) {
            boolean file = Files.isRegularFile(link);
            if (file) {
                return new FileStat(
                        0, FileStat.REGULAR, 1, 0, 0, 0, 0, Files.size(link), 0, 0, 0, 0);
            }
        }
        return new FileStat(0, CHARACTER_DEVICE, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
