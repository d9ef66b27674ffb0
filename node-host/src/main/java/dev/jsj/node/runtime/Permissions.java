package dev.jsj.node.runtime;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a program may touch when it was started with {@code --permission}: nothing but what {@code
 * --allow-...} flags name. Workers have the permissions of the program that starts them.
 *
 * <p>Paths are compared after links have been followed, so that a link inside an allowed folder
 * does not lead out of it.
 */
public final class Permissions {
    private static final int MAX_LINKS = 40;

    private final Map<Scope, List<String>> grants = new EnumMap<>(Scope.class);

    /** What can be allowed. */
    public enum Scope {
        FS_READ("fs.read", "FileSystemRead", "--allow-fs-read"),
        FS_WRITE("fs.write", "FileSystemWrite", "--allow-fs-write"),
        CHILD_PROCESS("child", "ChildProcess", "--allow-child-process"),
        WORKER("worker", "WorkerThreads", "--allow-worker"),
        NET("net", "Net", "--allow-net");

        private final String id;
        private final String title;
        private final String flag;

        Scope(String id, String title, String flag) {
            this.id = id;
            this.title = title;
            this.flag = flag;
        }

        /** Such as {@code FileSystemRead}, as errors name it. */
        public String title() {
            return title;
        }

        /** The scopes that {@code process.permission.has(id)} means. */
        static List<Scope> of(String id) {
            List<Scope> scopes = new ArrayList<>();
            for (Scope scope : values()) {
                if (scope.id.equals(id) || id.equals("fs") && scope.id.startsWith("fs.")) {
                    scopes.add(scope);
                }
            }
            return scopes;
        }
    }

    private Permissions(List<String> flags) {
        for (Scope scope : Scope.values()) {
            for (String flag : flags) {
                if (flag.equals(scope.flag)) {
                    granted(scope).add("*");
                } else if (flag.startsWith(scope.flag + "=")) {
                    for (String value : flag.substring(scope.flag.length() + 1).split(",")) {
                        granted(scope).add(isPath(scope) ? pattern(value) : "*");
                    }
                }
            }
        }
    }

    /** The permissions that flags describe; null when everything is allowed. */
    static @Nullable Permissions of(List<String> flags) {
        boolean restricted =
                flags.contains("--permission") || flags.contains("--experimental-permission");
        return restricted ? new Permissions(flags) : null;
    }

    private List<String> granted(Scope scope) {
        return grants.computeIfAbsent(scope, none -> new ArrayList<>());
    }

    private static boolean isPath(Scope scope) {
        return scope == Scope.FS_READ || scope == Scope.FS_WRITE;
    }

    /** A path whose links have been followed; {@code *} at its end stands for any continuation. */
    private static String pattern(String value) {
        if (value.equals("*")) {
            return value;
        }
        boolean open = value.endsWith("*");
        Path path = Path.of(open ? value.substring(0, value.length() - 1) : value);
        String real = realPath(path.toAbsolutePath().normalize(), true);
        return open ? real + (value.endsWith("/*") ? "/*" : "*") : real;
    }

    /** Whether something that is no path is allowed. */
    public boolean allows(Scope scope) {
        return granted(scope).contains("*");
    }

    /**
     * Whether a path may be used.
     *
     * @param follow whether the call follows a link that the path ends in
     */
    public boolean allows(Scope scope, Path path, boolean follow) {
        List<String> patterns = granted(scope);
        if (patterns.contains("*")) {
            return true;
        }
        if (patterns.isEmpty()) {
            return false;
        }
        String real = realPath(path.toAbsolutePath(), follow);
        for (String pattern : patterns) {
            boolean matches =
                    pattern.endsWith("*")
                            ? real.startsWith(pattern.substring(0, pattern.length() - 1))
                            : real.equals(pattern)
                                    || real.startsWith(
                                            pattern.endsWith("/") ? pattern : pattern + "/");
            if (matches) {
                return true;
            }
        }
        return false;
    }

    /** {@code process.permission.has}. */
    public boolean has(String id, @Nullable Path path) {
        List<Scope> scopes = Scope.of(id);
        for (Scope scope : scopes) {
            boolean allowed =
                    path != null && isPath(scope) ? allows(scope, path, true) : allows(scope);
            if (!allowed) {
                return false;
            }
        }
        return !scopes.isEmpty();
    }

    /**
     * Follows links as the system will, also where the last names do not exist yet: link by link,
     * since {@code ..} behind a link means the parent of what it points to.
     */
    private static String realPath(Path path, boolean follow) {
        try {
            if (Files.exists(path)) {
                if (follow) {
                    return path.toRealPath().toString();
                }
                Path parent = path.getParent();
                return parent == null || path.getFileName().toString().equals("..")
                        ? path.toRealPath().toString()
                        : parent.toRealPath().resolve(path.getFileName()).toString();
            }
            return missingPath(path, follow, 0);
        } catch (IOException | InvalidPathException unreachable) {
            return path.normalize().toString();
        }
    }

    private static String missingPath(Path path, boolean follow, int links) throws IOException {
        Path parent = path.getParent();
        Path name = path.getFileName();
        if (parent == null || name == null) {
            return path.toString();
        }
        Path real =
                Files.exists(parent)
                        ? parent.toRealPath()
                        : Path.of(missingPath(parent, true, links));
        Path full = real.resolve(name).normalize();
        boolean isLink = Files.isSymbolicLink(full) && follow && links < MAX_LINKS;
        if (!isLink) {
            return full.toString();
        }
        Path target = real.resolve(Files.readSymbolicLink(full));
        return Files.exists(target, LinkOption.NOFOLLOW_LINKS) && Files.exists(target)
                ? target.toRealPath().toString()
                : missingPath(target, true, links + 1);
    }
}
