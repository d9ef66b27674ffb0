package dev.jsj.node.bindings;

import static dev.jsj.node.runtime.Permissions.Scope.FS_READ;
import static dev.jsj.node.runtime.Permissions.Scope.FS_WRITE;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.Permissions;

/** Which permissions a call of the file system needs. */
final class FsPermissions {
    private static final int ACCESS_MODE = 3;
    private static final int CREATES_OR_TRUNCATES = 0x40 | 0x200;

    private FsPermissions() {}

    /** Throws ERR_ACCESS_DENIED for a call that is not allowed; descriptors are open already. */
    static void check(NodeRuntime runtime, String name, Object[] arguments) {
        if (arguments.length == 0 || arguments[0] instanceof Number) {
            return;
        }
        String path = Arguments.string(arguments, 0);
        switch (name) {
            case "access", "stat", "statfs", "readdir", "realpath", "statOrNull", "exists" ->
                    runtime.requireAccess(FS_READ, path, true);
            case "lstat", "lstatOrNull", "readlink" -> runtime.requireAccess(FS_READ, path, false);
            case "open" -> checkFlags(runtime, path, Arguments.integer(arguments, 1));
            case "readFile", "readFileUtf8" -> {
                runtime.requireAccess(FS_READ, path, true);
                checkFlags(runtime, path, Arguments.integer(arguments, 1));
            }
            case "writeFile" -> runtime.requireAccess(FS_WRITE, path, true);
            case "mkdir", "mkdtemp", "chmod", "truncate" ->
                    runtime.requireAccess(FS_WRITE, path, true);
            case "chown", "utimes" ->
                    runtime.requireAccess(FS_WRITE, path, Arguments.truth(arguments, 3));
            case "rmdir", "unlink", "rm" -> runtime.requireAccess(FS_WRITE, path, false);
            case "rename" -> {
                String target = Arguments.string(arguments, 1);
                runtime.requireAccess(FS_READ, path, false);
                runtime.requireAccess(FS_WRITE, path, false);
                runtime.requireAccess(FS_WRITE, target, false);
            }
            case "copyFile" -> {
                runtime.requireAccess(FS_READ, path, true);
                runtime.requireAccess(FS_WRITE, Arguments.string(arguments, 1), true);
            }
            case "link" -> {
                String target = Arguments.string(arguments, 1);
                runtime.requireAccess(FS_READ, path, true);
                runtime.requireAccess(FS_WRITE, path, true);
                runtime.requireAccess(FS_WRITE, target, false);
            }
            case "symlink" -> checkSymbolicLink(runtime, path);
            default -> throw new AssertionError("No permission is known for fs." + name);
        }
    }

    private static void checkFlags(NodeRuntime runtime, String path, int flags) {
        boolean writes = (flags & ACCESS_MODE) != 0 || (flags & CREATES_OR_TRUNCATES) != 0;
        if ((flags & ACCESS_MODE) != 1) {
            runtime.requireAccess(FS_READ, path, true);
        }
        if (writes) {
            runtime.requireAccess(FS_WRITE, path, true);
        }
    }

    /** A link can point anywhere, later too: only who may use everything may make one. */
    private static void checkSymbolicLink(NodeRuntime runtime, String path) {
        Permissions permissions = runtime.options().permissions();
        if (permissions == null || permissions.allows(FS_READ) && permissions.allows(FS_WRITE)) {
            return;
        }
        runtime.requireAccess(FS_READ, path);
        runtime.requireAccess(FS_WRITE, path);
    }
}
