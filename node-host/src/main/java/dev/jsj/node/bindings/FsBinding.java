package dev.jsj.node.bindings;

import dev.jsj.node.bindings.Arguments.Bytes;
import dev.jsj.node.fs.FileSystem;
import dev.jsj.node.fs.FileTrees;
import dev.jsj.node.fs.SystemError;
import dev.jsj.node.fs.SystemException;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.text.Utf8;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/**
 * {@code fs}: the system calls. A function as last argument makes a call asynchronous: it runs on a
 * pool thread and ends with {@code callback(error or null, result)}.
 */
final class FsBinding extends BindingTable {
    private static final int ACCESS = 0;
    private static final int OPEN = 1;
    private static final int CLOSE = 2;
    private static final int STAT = 3;
    private static final int LSTAT = 4;
    private static final int FSTAT = 5;
    private static final int STATFS = 6;
    private static final int READDIR = 7;
    private static final int MKDIR = 8;
    private static final int MKDTEMP = 9;
    private static final int RMDIR = 10;
    private static final int UNLINK = 11;
    private static final int RENAME = 12;
    private static final int COPY_FILE = 13;
    private static final int SYMLINK = 14;
    private static final int LINK = 15;
    private static final int READLINK = 16;
    private static final int REALPATH = 17;
    private static final int CHMOD = 18;
    private static final int FCHMOD = 19;
    private static final int CHOWN = 20;
    private static final int FCHOWN = 21;
    private static final int UTIMES = 22;
    private static final int FUTIMES = 23;
    private static final int FTRUNCATE = 24;
    private static final int TRUNCATE = 25;
    private static final int FSYNC = 26;
    private static final int FDATASYNC = 27;
    private static final int READ = 28;
    private static final int WRITE = 29;
    private static final int RM = 30;
    private static final int READ_FILE = 31;
    private static final int READ_FILE_UTF8 = 32;
    private static final int WRITE_FILE = 33;
    private static final int WRITE_ALL = 34;
    private static final int EXISTS = 35;
    private static final int STAT_OR_NULL = 36;
    private static final int LSTAT_OR_NULL = 37;

    private static final String[] NAMES = {
        "access",
        "open",
        "close",
        "stat",
        "lstat",
        "fstat",
        "statfs",
        "readdir",
        "mkdir",
        "mkdtemp",
        "rmdir",
        "unlink",
        "rename",
        "copyFile",
        "symlink",
        "link",
        "readlink",
        "realpath",
        "chmod",
        "fchmod",
        "chown",
        "fchown",
        "utimes",
        "futimes",
        "ftruncate",
        "truncate",
        "fsync",
        "fdatasync",
        "read",
        "write",
        "rm",
        "readFile",
        "readFileUtf8",
        "writeFile",
        "writeAll",
        "exists",
        "statOrNull",
        "lstatOrNull",
    };

    /** A call whose arguments have been read, so that it can run on any thread. */
    @FunctionalInterface
    private interface Call {
        @Nullable Object run() throws SystemException;
    }

    static final FsBinding TABLE = new FsBinding();

    private FsBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        FileSystem files = runtime.files();
        if (runtime.options().permissions() != null) {
            FsPermissions.check(runtime, NAMES[id], arguments);
        }
        JSObject callback = Arguments.function(arguments, arguments.length - 1);
        Call call = id < READ ? pathCall(id, files, arguments) : dataCall(id, files, arguments);
        if (callback != null) {
            start(runtime, call, callback);
            return Undefined.UNDEFINED;
        }
        try {
            return FsResults.toJavaScript(realm, call.run());
        } catch (SystemException failure) {
            throw new JSThrow(FileErrors.create(realm, failure));
        }
    }

    private static void start(NodeRuntime runtime, Call call, JSObject callback) {
        Object[] outcome = new Object[2];
        Object operation = runtime.startOperation("FSREQCALLBACK", null);
        runtime.pool()
                .submit(
                        () -> {
                            try {
                                outcome[0] = call.run();
                            } catch (SystemException failure) {
                                outcome[1] = failure;
                            }
                        },
                        () -> {
                            runtime.enterOperation(operation);
                            runtime.endOperation(operation);
                            finish(runtime.realm(), outcome, callback);
                        });
    }

    private static void finish(Realm realm, Object[] outcome, JSObject callback) {
        if (outcome[1] instanceof SystemException failure) {
            callback.call1(Undefined.UNDEFINED, FileErrors.create(realm, failure));
        } else {
            callback.call2(
                    Undefined.UNDEFINED, Null.NULL, FsResults.toJavaScript(realm, outcome[0]));
        }
    }

    /** The calls that look at or change the tree of files. */
    private static Call pathCall(int id, FileSystem files, Object[] arguments) {
        String path =
                id == CLOSE || id == FSTAT || id == FCHMOD ? "" : Arguments.string(arguments, 0);
        return switch (id) {
            case ACCESS -> {
                int mode = Arguments.integer(arguments, 1);
                yield () -> done(() -> files.access(path, mode));
            }
            case OPEN -> {
                int flags = Arguments.integer(arguments, 1);
                int mode = Arguments.integer(arguments, 2);
                yield () -> files.open(path, flags, mode);
            }
            case CLOSE -> {
                int descriptor = Arguments.integer(arguments, 0);
                yield () -> done(() -> files.close(descriptor));
            }
            case STAT -> () -> files.stat(path);
            case LSTAT -> () -> files.lstat(path);
            case FSTAT -> {
                int descriptor = Arguments.integer(arguments, 0);
                yield () -> files.fstat(descriptor);
            }
            case READDIR -> {
                boolean recursive = Arguments.truth(arguments, 1);
                yield () -> FileTrees.list(files, path, recursive);
            }
            case MKDIR -> {
                int mode = Arguments.integer(arguments, 1);
                boolean recursive = Arguments.truth(arguments, 2);
                yield () ->
                        recursive
                                ? files.makeDirectories(path, mode)
                                : done(() -> files.makeDirectory(path, mode));
            }
            case MKDTEMP -> () -> files.makeTemporaryDirectory(path);
            case RMDIR -> () -> done(() -> files.removeDirectory(path));
            case UNLINK -> () -> done(() -> files.unlink(path));
            case READLINK -> () -> files.readLink(path);
            case REALPATH -> () -> files.realPath(path);
            case CHMOD, CHOWN, UTIMES, TRUNCATE -> attributeCall(id, files, path, arguments);
            case FCHMOD, FCHOWN, FUTIMES, FTRUNCATE, FSYNC, FDATASYNC ->
                    descriptorCall(id, files, Arguments.integer(arguments, 0), arguments);
            case STATFS -> () -> done(() -> files.stat(path));
            default -> pairCall(id, files, path, arguments);
        };
    }

    /** The calls with two paths. */
    private static Call pairCall(int id, FileSystem files, String path, Object[] arguments) {
        String other = Arguments.string(arguments, 1);
        return switch (id) {
            case RENAME -> () -> done(() -> files.rename(path, other));
            case COPY_FILE -> {
                boolean failIfExists = (Arguments.integer(arguments, 2) & 1) != 0;
                yield () -> done(() -> files.copyFile(path, other, failIfExists));
            }
            case SYMLINK -> () -> done(() -> files.symbolicLink(path, other));
            case LINK -> () -> done(() -> files.hardLink(path, other));
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static Call attributeCall(int id, FileSystem files, String path, Object[] arguments) {
        switch (id) {
            case CHMOD -> {
                int mode = Arguments.integer(arguments, 1);
                return () -> done(() -> files.changeMode(path, mode));
            }
            case CHOWN -> {
                int user = Arguments.integer(arguments, 1);
                int group = Arguments.integer(arguments, 2);
                boolean follow = Arguments.truth(arguments, 3);
                return () -> done(() -> files.changeOwner(path, user, group, follow));
            }
            case UTIMES -> {
                long accessed = Arguments.longInteger(arguments, 1);
                long modified = Arguments.longInteger(arguments, 2);
                boolean follow = Arguments.truth(arguments, 3);
                return () -> done(() -> files.setTimes(path, accessed, modified, follow));
            }
            default -> {
                long length = Arguments.longInteger(arguments, 1);
                return () -> done(() -> FileTrees.truncate(files, path, length));
            }
        }
    }

    private static Call descriptorCall(
            int id, FileSystem files, int descriptor, Object[] arguments) {
        switch (id) {
            case FCHMOD -> {
                int mode = Arguments.integer(arguments, 1);
                return () -> done(() -> files.changeMode(descriptor, mode));
            }
            case FCHOWN -> {
                return () -> done(() -> files.fstat(descriptor));
            }
            case FUTIMES -> {
                long accessed = Arguments.longInteger(arguments, 1);
                long modified = Arguments.longInteger(arguments, 2);
                return () -> done(() -> files.setTimes(descriptor, accessed, modified));
            }
            case FTRUNCATE -> {
                long length = Arguments.longInteger(arguments, 1);
                return () -> done(() -> files.truncate(descriptor, length));
            }
            default -> {
                return () -> done(() -> files.synchronize(descriptor, id == FSYNC));
            }
        }
    }

    /** The calls that carry contents, and those of whole files. */
    private static Call dataCall(int id, FileSystem files, Object[] arguments) {
        switch (id) {
            case READ, WRITE -> {
                int descriptor = Arguments.integer(arguments, 0);
                Bytes bytes = Arguments.bytes(arguments, 1);
                int offset = bytes.offset() + Arguments.integer(arguments, 2);
                int length = Arguments.integer(arguments, 3);
                long position = Arguments.longInteger(arguments, 4);
                ByteBuffer buffer = ByteBuffer.wrap(bytes.array(), offset, length);
                return id == READ
                        ? () -> files.read(descriptor, buffer, position)
                        : () -> files.write(descriptor, buffer, position);
            }
            case READ_FILE -> {
                return wholeFile(files, arguments);
            }
            case READ_FILE_UTF8 -> {
                Call read = wholeFile(files, arguments);
                return () -> {
                    byte[] bytes = (byte[]) read.run();
                    return Utf8.decode(bytes, 0, bytes.length);
                };
            }
            case WRITE_FILE -> {
                return writeFile(files, arguments);
            }
            case WRITE_ALL -> {
                int descriptor = Arguments.integer(arguments, 0);
                Bytes bytes = Arguments.bytes(arguments, 1);
                ByteBuffer buffer = ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length());
                return () -> done(() -> FileTrees.writeAll(files, descriptor, buffer));
            }
            case RM -> {
                String path = Arguments.string(arguments, 0);
                boolean recursive = Arguments.truth(arguments, 1);
                boolean force = Arguments.truth(arguments, 2);
                return () -> done(() -> FileTrees.remove(files, path, recursive, force));
            }
            case EXISTS -> {
                String path = Arguments.string(arguments, 0);
                return () -> !path.isEmpty() && files.kind(path) != FileSystem.Kind.MISSING;
            }
            case STAT_OR_NULL, LSTAT_OR_NULL -> {
                String path = Arguments.string(arguments, 0);
                return () -> statOrNull(files, path, id == STAT_OR_NULL);
            }
            default -> throw new AssertionError("No row " + id);
        }
    }

    private static Object statOrNull(FileSystem files, String path, boolean follow)
            throws SystemException {
        try {
            return follow ? files.stat(path) : files.lstat(path);
        } catch (SystemException failure) {
            if (failure.error() == SystemError.ENOENT || failure.error() == SystemError.ENOTDIR) {
                return Null.NULL;
            }
            throw failure;
        }
    }

    /** (path or descriptor, flags). */
    private static Call wholeFile(FileSystem files, Object[] arguments) {
        int flags = Arguments.integer(arguments, 1);
        if (arguments[0] instanceof Number) {
            int descriptor = Arguments.integer(arguments, 0);
            return () -> FileTrees.readAll(files, descriptor);
        }
        String path = Arguments.string(arguments, 0);
        return () -> flags == 0 ? files.readFile(path) : FileTrees.readFile(files, path, flags);
    }

    /** (path or descriptor, bytes, flags, mode, flush). */
    private static Call writeFile(FileSystem files, Object[] arguments) {
        Bytes bytes = Arguments.bytes(arguments, 1);
        ByteBuffer buffer = ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length());
        int flags = Arguments.integer(arguments, 2);
        int mode = Arguments.integer(arguments, 3);
        boolean flush = Arguments.truth(arguments, 4);
        if (arguments[0] instanceof Number) {
            int descriptor = Arguments.integer(arguments, 0);
            return () -> done(() -> FileTrees.writeAll(files, descriptor, buffer));
        }
        String path = Arguments.string(arguments, 0);
        return () -> done(() -> FileTrees.writeFile(files, path, buffer, flags, mode, flush));
    }

    /** A call without an answer. */
    @FunctionalInterface
    private interface Action {
        void run() throws SystemException;
    }

    private static @Nullable Object done(Action action) throws SystemException {
        action.run();
        return null;
    }
}
