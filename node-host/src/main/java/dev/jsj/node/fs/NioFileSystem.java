package dev.jsj.node.fs;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The machine's files, through {@code java.nio}. Relative names count from the working directory it
 * is given.
 */
public final class NioFileSystem implements FileSystem {
    private static final LinkOption[] FOLLOW = {};
    private static final LinkOption[] NO_FOLLOW = {LinkOption.NOFOLLOW_LINKS};
    private static final int PERMISSIONS = 0xFFF;
    private static final String TEMPORARY_NAME_CHARACTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final Descriptors descriptors = new Descriptors();
    private volatile Path workingDirectory;

    public NioFileSystem(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    /** What {@code process.cwd()} answers. */
    public Path workingDirectory() {
        return workingDirectory;
    }

    /**
     * {@code process.chdir}; the JVM's own directory cannot change, so every name is resolved here.
     */
    public void changeWorkingDirectory(String path) throws SystemException {
        Path target = resolve(path, "chdir").normalize();
        SystemError error = null;
        try {
            error = stat(path, "chdir", FOLLOW).isDirectory() ? null : SystemError.ENOTDIR;
        } catch (SystemException missing) {
            error = missing.error();
        }
        if (error != null) {
            throw new SystemException(error, "chdir", workingDirectory.toString(), path);
        }
        workingDirectory = target;
    }

    /**
     * The exception for a failed call; a name below a plain file is ENOTDIR, where the JDK says
     * that it is missing.
     */
    private SystemException failure(Exception failure, String syscall, String path)
            throws SystemException {
        SystemException exception = SystemException.of(failure, syscall, path, null);
        if (exception.error() == SystemError.ENOENT && !path.isEmpty()) {
            Path parent = resolve(path, syscall).getParent();
            while (parent != null && !Files.exists(parent)) {
                parent = parent.getParent();
            }
            if (parent != null && !Files.isDirectory(parent)) {
                return new SystemException(SystemError.ENOTDIR, syscall, path, null);
            }
        }
        return exception;
    }

    private Path resolve(String path, String syscall) throws SystemException {
        try {
            if (path.isEmpty()) {
                throw new SystemException(SystemError.ENOENT, syscall, path, null);
            }
            Path given = Path.of(path);
            return given.isAbsolute() ? given : workingDirectory.resolve(given);
        } catch (InvalidPathException invalid) {
            throw SystemException.of(invalid, syscall, path, null);
        }
    }

    @Override
    public int open(String path, int flags, int mode) throws SystemException {
        Path file = resolve(path, "open");
        try {
            boolean writes = (flags & OpenFlags.ACCESS_MASK) != OpenFlags.READ_ONLY;
            if (writes && (flags & OpenFlags.EXCLUSIVE) == 0 && Files.isDirectory(file)) {
                throw new SystemException(SystemError.EISDIR, "open", path, null);
            }
            return descriptors.open(file, flags, mode);
        } catch (IOException | UnsupportedOperationException failure) {
            throw failure(failure, "open", path);
        }
    }

    @Override
    public void close(int descriptor) throws SystemException {
        try {
            descriptors.remove(descriptor).close();
        } catch (IOException failure) {
            throw SystemException.of(failure, "close", null, null);
        }
    }

    @Override
    public int read(int descriptor, ByteBuffer target, long position) throws SystemException {
        Descriptors.OpenFile file = descriptors.find(descriptor, "read");
        try {
            int count = file.read(target, position);
            return Math.max(count, 0);
        } catch (IOException | IllegalStateException failure) {
            throw SystemException.of(failure, "read", null, null);
        }
    }

    @Override
    public int write(int descriptor, ByteBuffer source, long position) throws SystemException {
        Descriptors.OpenFile file = descriptors.find(descriptor, "write");
        try {
            return file.write(source, position);
        } catch (IOException | IllegalStateException failure) {
            throw SystemException.of(failure, "write", null, null);
        }
    }

    @Override
    public byte[] readFile(String path) throws SystemException {
        Path file = resolve(path, "open");
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            SystemException exception = failure(failure, "open", path);
            if (exception.error() == SystemError.EISDIR) {
                throw new SystemException(SystemError.EISDIR, "read", null, null);
            }
            throw exception;
        }
    }

    @Override
    public FileStat stat(String path) throws SystemException {
        return stat(path, "stat", FOLLOW);
    }

    @Override
    public FileStat lstat(String path) throws SystemException {
        return stat(path, "lstat", NO_FOLLOW);
    }

    private FileStat stat(String path, String syscall, LinkOption[] options)
            throws SystemException {
        try {
            return read(resolve(path, syscall), options);
        } catch (IOException failure) {
            throw failure(failure, syscall, path);
        }
    }

    @Override
    public FileStat fstat(int descriptor) throws SystemException {
        Descriptors.OpenFile file = descriptors.find(descriptor, "fstat");
        Path path = file.path();
        try {
            return path == null ? Descriptors.standardStreamStat(descriptor) : read(path, FOLLOW);
        } catch (IOException failure) {
            throw SystemException.of(failure, "fstat", null, null);
        }
    }

    private static FileStat read(Path file, LinkOption[] options) throws IOException {
        Map<String, Object> unix = Files.readAttributes(file, "unix:*", options);
        return new FileStat(
                (Long) unix.get("dev"),
                (Integer) unix.get("mode"),
                ((Number) unix.get("nlink")).longValue(),
                (Integer) unix.get("uid"),
                (Integer) unix.get("gid"),
                (Long) unix.get("rdev"),
                (Long) unix.get("ino"),
                (Long) unix.get("size"),
                nanos(unix.get("lastAccessTime")),
                nanos(unix.get("lastModifiedTime")),
                nanos(unix.get("ctime")),
                nanos(unix.get("creationTime")));
    }

    private static long nanos(Object time) {
        return ((FileTime) time).to(TimeUnit.NANOSECONDS);
    }

    @Override
    public @Nullable FileStat statOrNull(String path) throws SystemException {
        return kind(path) == Kind.MISSING ? null : stat(path);
    }

    @Override
    public Kind kind(String path) {
        try {
            Path file = resolve(path, "stat");
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isDirectory() ? Kind.DIRECTORY : Kind.FILE;
        } catch (IOException | SystemException missing) {
            return Kind.MISSING;
        }
    }

    @Override
    public List<DirectoryEntry> readDirectory(String path) throws SystemException {
        List<DirectoryEntry> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(resolve(path, "scandir"))) {
            for (Path entry : stream) {
                entries.add(new DirectoryEntry(entry.getFileName().toString(), typeOf(entry)));
            }
        } catch (IOException failure) {
            throw failure(failure, "scandir", path);
        } catch (DirectoryIteratorException failure) {
            throw failure(failure.getCause(), "scandir", path);
        }
        return entries;
    }

    private static int typeOf(Path entry) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, NO_FOLLOW);
            if (attributes.isRegularFile()) {
                return DirectoryEntry.FILE;
            }
            if (attributes.isDirectory()) {
                return DirectoryEntry.DIRECTORY;
            }
            return attributes.isSymbolicLink() ? DirectoryEntry.LINK : DirectoryEntry.OTHER;
        } catch (IOException gone) {
            return DirectoryEntry.UNKNOWN;
        }
    }

    @Override
    public void makeDirectory(String path, int mode) throws SystemException {
        try {
            Files.createDirectory(resolve(path, "mkdir"), permissions(mode));
        } catch (IOException failure) {
            throw failure(failure, "mkdir", path);
        }
    }

    private static FileAttribute<?> permissions(int mode) {
        return PosixFilePermissions.asFileAttribute(FileModes.permissions(mode));
    }

    @Override
    public @Nullable String makeDirectories(String path, int mode) throws SystemException {
        Path target = resolve(path, "mkdir").normalize();
        List<Path> missing = new ArrayList<>();
        Path existing = target;
        while (existing != null && !Files.exists(existing)) {
            missing.add(existing);
            existing = existing.getParent();
        }
        if (existing != null && !Files.isDirectory(existing)) {
            SystemError error = existing.equals(target) ? SystemError.EEXIST : SystemError.ENOTDIR;
            throw new SystemException(error, "mkdir", path, null);
        }
        for (int i = missing.size() - 1; i >= 0; i--) {
            try {
                Files.createDirectory(missing.get(i), permissions(mode));
            } catch (FileAlreadyExistsException raced) {
                continue; // another program made it in the meantime
            } catch (IOException failure) {
                throw failure(failure, "mkdir", path);
            }
        }
        return missing.isEmpty() ? null : missing.getLast().toString();
    }

    @Override
    public String makeTemporaryDirectory(String prefix) throws SystemException {
        SecureRandom random = new SecureRandom();
        while (true) {
            StringBuilder name = new StringBuilder(prefix);
            for (int i = 0; i < 6; i++) {
                int index = random.nextInt(TEMPORARY_NAME_CHARACTERS.length());
                name.append(TEMPORARY_NAME_CHARACTERS.charAt(index));
            }
            try {
                Files.createDirectory(resolve(name.toString(), "mkdtemp"), permissions(0x1C0));
                return name.toString();
            } catch (FileAlreadyExistsException taken) {
                continue; // draw another name
            } catch (IOException failure) {
                throw SystemException.of(failure, "mkdtemp", prefix + "XXXXXX", null);
            }
        }
    }

    @Override
    public void removeDirectory(String path) throws SystemException {
        Path directory = resolve(path, "rmdir");
        try {
            if (!Files.readAttributes(directory, BasicFileAttributes.class, NO_FOLLOW)
                    .isDirectory()) {
                throw new SystemException(SystemError.ENOTDIR, "rmdir", path, null);
            }
            Files.delete(directory);
        } catch (IOException failure) {
            throw failure(failure, "rmdir", path);
        }
    }

    @Override
    public void unlink(String path) throws SystemException {
        Path file = resolve(path, "unlink");
        try {
            if (Files.isDirectory(file, NO_FOLLOW)) {
                throw new SystemException(SystemError.EISDIR, "unlink", path, null);
            }
            Files.delete(file);
        } catch (IOException failure) {
            throw failure(failure, "unlink", path);
        }
    }

    @Override
    public void rename(String from, String to) throws SystemException {
        Path source = resolve(from, "rename");
        Path target = resolve(to, "rename");
        try {
            Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw SystemException.of(failure, "rename", from, to);
        }
    }

    @Override
    public void copyFile(String from, String to, boolean failIfExists) throws SystemException {
        Path source = resolve(from, "copyfile");
        Path target = resolve(to, "copyfile");
        try {
            if (Files.isDirectory(source) || Files.isDirectory(target)) {
                throw new SystemException(SystemError.EISDIR, "copyfile", from, to);
            }
            if (failIfExists) {
                Files.copy(source, target);
            } else {
                Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw SystemException.of(failure, "copyfile", from, to);
        }
    }

    @Override
    public void symbolicLink(String target, String path) throws SystemException {
        try {
            Files.createSymbolicLink(resolve(path, "symlink"), Path.of(target));
        } catch (IOException | InvalidPathException failure) {
            throw SystemException.of(failure, "symlink", target, path);
        }
    }

    @Override
    public void hardLink(String existing, String path) throws SystemException {
        try {
            Files.createLink(resolve(path, "link"), resolve(existing, "link"));
        } catch (IOException failure) {
            throw SystemException.of(failure, "link", existing, path);
        }
    }

    @Override
    public String readLink(String path) throws SystemException {
        try {
            return Files.readSymbolicLink(resolve(path, "readlink")).toString();
        } catch (IOException failure) {
            throw failure(failure, "readlink", path);
        }
    }

    @Override
    public String realPath(String path) throws SystemException {
        try {
            return resolve(path, "realpath").toRealPath().toString();
        } catch (NoSuchFileException missing) {
            throw new SystemException(SystemError.ENOENT, "realpath", path, null);
        } catch (IOException failure) {
            throw failure(failure, "realpath", path);
        }
    }

    @Override
    public void access(String path, int mode) throws SystemException {
        Path file = resolve(path, "access");
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException failure) {
            throw failure(failure, "access", path);
        }
        boolean denied =
                ((mode & 4) != 0 && !Files.isReadable(file))
                        || ((mode & 2) != 0 && !Files.isWritable(file))
                        || ((mode & 1) != 0 && !Files.isExecutable(file));
        if (denied) {
            throw new SystemException(SystemError.EACCES, "access", path, null);
        }
    }

    @Override
    public void changeMode(String path, int mode) throws SystemException {
        try {
            Files.setAttribute(resolve(path, "chmod"), "unix:mode", mode & PERMISSIONS);
        } catch (IOException failure) {
            throw SystemException.of(failure, "chmod", path, null);
        }
    }

    @Override
    public void changeOwner(String path, int user, int group, boolean followLinks)
            throws SystemException {
        String syscall = followLinks ? "chown" : "lchown";
        LinkOption[] options = followLinks ? FOLLOW : NO_FOLLOW;
        Path file = resolve(path, syscall);
        try {
            if (user != -1) {
                Files.setAttribute(file, "unix:uid", user, options);
            }
            if (group != -1) {
                Files.setAttribute(file, "unix:gid", group, options);
            }
        } catch (IOException failure) {
            throw failure(failure, syscall, path);
        }
    }

    @Override
    public void setTimes(String path, long accessed, long modified, boolean followLinks)
            throws SystemException {
        String syscall = followLinks ? "utime" : "lutime";
        try {
            setTimes(resolve(path, syscall), accessed, modified, followLinks ? FOLLOW : NO_FOLLOW);
        } catch (IOException failure) {
            throw failure(failure, syscall, path);
        }
    }

    private static void setTimes(Path file, long accessed, long modified, LinkOption[] options)
            throws IOException {
        Files.getFileAttributeView(file, BasicFileAttributeView.class, options)
                .setTimes(
                        FileTime.from(modified, TimeUnit.NANOSECONDS),
                        FileTime.from(accessed, TimeUnit.NANOSECONDS),
                        null);
    }

    @Override
    public void setTimes(int descriptor, long accessed, long modified) throws SystemException {
        try {
            setTimes(pathOf(descriptor, "futime"), accessed, modified, FOLLOW);
        } catch (IOException failure) {
            throw SystemException.of(failure, "futime", null, null);
        }
    }

    @Override
    public void changeMode(int descriptor, int mode) throws SystemException {
        try {
            Files.setAttribute(pathOf(descriptor, "fchmod"), "unix:mode", mode & PERMISSIONS);
        } catch (IOException failure) {
            throw SystemException.of(failure, "fchmod", null, null);
        }
    }

    /** The path under which a file was opened. */
    public Path pathOf(int descriptor, String syscall) throws SystemException {
        Path path = descriptors.find(descriptor, syscall).path();
        if (path == null) {
            throw new SystemException(SystemError.EINVAL, syscall, null, null);
        }
        return path;
    }

    @Override
    public void truncate(int descriptor, long length) throws SystemException {
        try {
            FileChannel channel = (FileChannel) descriptors.find(descriptor, "ftruncate").channel();
            if (length <= channel.size()) {
                channel.truncate(length);
            } else {
                channel.write(ByteBuffer.wrap(new byte[1]), length - 1);
            }
        } catch (IOException | IllegalStateException failure) {
            SystemException exception = SystemException.of(failure, "ftruncate", null, null);
            boolean readOnly = exception.error() == SystemError.EBADF;
            throw readOnly
                    ? new SystemException(SystemError.EINVAL, "ftruncate", null, null)
                    : exception;
        }
    }

    @Override
    public void synchronize(int descriptor, boolean metadata) throws SystemException {
        String syscall = metadata ? "fsync" : "fdatasync";
        try {
            if (descriptors.find(descriptor, syscall).channel() instanceof FileChannel channel) {
                channel.force(metadata);
            }
        } catch (IOException failure) {
            throw SystemException.of(failure, syscall, null, null);
        }
    }
}
