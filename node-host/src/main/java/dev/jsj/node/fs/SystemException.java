package dev.jsj.node.fs;

import org.jspecify.annotations.Nullable;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.Map;

/**
 * A system call that failed; becomes a JavaScript error with {@code errno}, {@code code}, {@code
 * syscall} and paths.
 */
public final class SystemException extends Exception {
    private static final long serialVersionUID = 1;

    /** The C library's texts, which the JDK passes on in exceptions of no more special type. */
    private static final Map<String, SystemError> BY_REASON =
            Map.ofEntries(
                    Map.entry("No such file or directory", SystemError.ENOENT),
                    Map.entry("Not a directory", SystemError.ENOTDIR),
                    Map.entry("Is a directory", SystemError.EISDIR),
                    Map.entry("File exists", SystemError.EEXIST),
                    Map.entry("Directory not empty", SystemError.ENOTEMPTY),
                    Map.entry("Permission denied", SystemError.EACCES),
                    Map.entry("Operation not permitted", SystemError.EPERM),
                    Map.entry("Invalid argument", SystemError.EINVAL),
                    Map.entry("Too many levels of symbolic links", SystemError.ELOOP),
                    Map.entry(
                            "Too many levels of symbolic links or unable to access attributes of"
                                    + " symbolic link",
                            SystemError.ELOOP),
                    Map.entry("Too many open files", SystemError.EMFILE),
                    Map.entry("File name too long", SystemError.ENAMETOOLONG),
                    Map.entry("No space left on device", SystemError.ENOSPC),
                    Map.entry("Read-only file system", SystemError.EROFS),
                    Map.entry("Invalid cross-device link", SystemError.EXDEV),
                    Map.entry("Text file busy", SystemError.ETXTBSY),
                    Map.entry("Device or resource busy", SystemError.EBUSY),
                    Map.entry("Broken pipe", SystemError.EPIPE),
                    Map.entry("Illegal seek", SystemError.ESPIPE),
                    Map.entry("Bad file descriptor", SystemError.EBADF),
                    Map.entry("Operation not supported", SystemError.ENOTSUP),
                    Map.entry("Function not implemented", SystemError.ENOSYS),
                    Map.entry("Too many links", SystemError.EMLINK),
                    Map.entry("No such device or address", SystemError.ENXIO),
                    Map.entry("File too large", SystemError.EFBIG),
                    Map.entry("Input/output error", SystemError.EIO));

    private final SystemError error;
    private final String syscall;
    private final @Nullable String path;
    private final @Nullable String destination;

    public SystemException(
            SystemError error,
            String syscall,
            @Nullable String path,
            @Nullable String destination) {
        super(error.name(), null, false, false);
        this.error = error;
        this.syscall = syscall;
        this.path = path;
        this.destination = destination;
    }

    /** The exception for a failure that the JDK reported. */
    static SystemException of(
            Exception failure,
            String syscall,
            @Nullable String path,
            @Nullable String destination) {
        return new SystemException(classify(failure), syscall, path, destination);
    }

    private static SystemError classify(Exception failure) {
        return switch (failure) {
            case NoSuchFileException e -> SystemError.ENOENT;
            case FileAlreadyExistsException e -> SystemError.EEXIST;
            case DirectoryNotEmptyException e -> SystemError.ENOTEMPTY;
            case AccessDeniedException e -> SystemError.EACCES;
            case NotDirectoryException e -> SystemError.ENOTDIR;
            case NotLinkException e -> SystemError.EINVAL;
            case FileSystemLoopException e -> SystemError.ELOOP;
            case FileSystemException e -> byText(e.getReason());
            case InvalidPathException e -> SystemError.ENOENT;
            case UnsupportedOperationException e -> SystemError.ENOTSUP;
            case java.nio.channels.NonReadableChannelException e -> SystemError.EBADF;
            case java.nio.channels.NonWritableChannelException e -> SystemError.EBADF;
            case java.nio.channels.ClosedChannelException e -> SystemError.EBADF;
            default -> byText(failure.getMessage());
        };
    }

    private static SystemError byText(@Nullable String text) {
        if (text == null) {
            return SystemError.EIO;
        }
        return BY_REASON.getOrDefault(text, SystemError.EIO);
    }

    public SystemError error() {
        return error;
    }

    public String syscall() {
        return syscall;
    }

    public @Nullable String path() {
        return path;
    }

    public @Nullable String destination() {
        return destination;
    }
}
