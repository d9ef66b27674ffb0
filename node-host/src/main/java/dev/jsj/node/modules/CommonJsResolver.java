package dev.jsj.node.modules;

import dev.jsj.node.fs.FileSystem;
import dev.jsj.node.fs.SystemException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The resolution behind {@code require} ("All together" in Node's documentation of modules). Caches
 * what it finds; a program that adds files while it runs is served because failures are not cached.
 */
public final class CommonJsResolver {
    private final FileSystem files;
    private final PackageScopes scopes;
    private final Map<String, String> realPaths = new HashMap<>();

    public CommonJsResolver(FileSystem files, PackageScopes scopes) {
        this.files = files;
        this.scopes = scopes;
    }

    /** NODE_MODULES_PATHS: the node_modules folders above a folder, nearest first. */
    public static List<String> nodeModulesPaths(String folder) {
        List<String> paths = new ArrayList<>();
        String current = folder;
        while (!current.isEmpty() && !current.equals("/")) {
            int slash = current.lastIndexOf('/');
            if (!current.substring(slash + 1).equals("node_modules")) {
                paths.add(current + "/node_modules");
            }
            current = current.substring(0, Math.max(slash, 0));
        }
        paths.add("/node_modules");
        return paths;
    }

    /**
     * Finds the file for a request.
     *
     * @param folders for a bare name the node_modules folders; else the one folder that the request
     *     counts from
     * @param extensions tried in this order
     * @return null where there is none
     */
    public @Nullable String find(
            String request,
            List<String> folders,
            List<String> extensions,
            Set<String> conditions,
            boolean preserveLinks)
            throws ResolutionException {
        if (request.startsWith("/")) {
            return findInFolder(Paths.normalize(request), request, extensions, preserveLinks);
        }
        boolean relative = isRelative(request);
        for (String folder : folders) {
            if (!relative) {
                if (files.kind(folder) != FileSystem.Kind.DIRECTORY) {
                    continue;
                }
                String exported =
                        resolveExports(folder, request, extensions, conditions, preserveLinks);
                if (exported != null) {
                    return exported;
                }
            }
            String base = Paths.normalize(folder + "/" + request);
            String found = findInFolder(base, request, extensions, preserveLinks);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Whether the request counts from the folder of who asks. */
    public static boolean isRelative(String request) {
        return request.equals(".")
                || request.equals("..")
                || request.startsWith("./")
                || request.startsWith("../");
    }

    /** LOAD_AS_FILE, then LOAD_AS_DIRECTORY. */
    private @Nullable String findInFolder(
            String base, String request, List<String> extensions, boolean preserveLinks)
            throws ResolutionException {
        boolean mustBeFolder =
                request.endsWith("/")
                        || request.equals(".")
                        || request.equals("..")
                        || request.endsWith("/.")
                        || request.endsWith("/..");
        FileSystem.Kind kind = files.kind(base);
        String found = null;
        if (!mustBeFolder) {
            found = kind == FileSystem.Kind.FILE ? base : withExtension(base, extensions);
        }
        if (found == null && kind == FileSystem.Kind.DIRECTORY) {
            found = findPackageMain(base, extensions);
        }
        return found == null ? null : realPath(found, preserveLinks);
    }

    private @Nullable String withExtension(String base, List<String> extensions) {
        for (String extension : extensions) {
            String candidate = base + extension;
            if (files.kind(candidate) == FileSystem.Kind.FILE) {
                return candidate;
            }
        }
        return null;
    }

    private @Nullable String findPackageMain(String folder, List<String> extensions)
            throws ResolutionException {
        PackageJson json = scopes.read(folder);
        String main = json == null ? null : json.main();
        if (main == null || main.isEmpty()) {
            return withExtension(folder + "/index", extensions);
        }
        String file = Paths.normalize(folder + "/" + main);
        FileSystem.Kind kind = files.kind(file);
        if (kind == FileSystem.Kind.FILE) {
            return file;
        }
        String found = withExtension(file, extensions);
        if (found == null && kind == FileSystem.Kind.DIRECTORY) {
            found = withExtension(file + "/index", extensions);
        }
        if (found == null) {
            found = withExtension(folder + "/index", extensions);
        }
        if (found == null) {
            throw new ResolutionException("MODULE_NOT_FOUND", file, json.path(), main);
        }
        return found;
    }

    /** LOAD_PACKAGE_EXPORTS: null where the package has no exports. */
    private @Nullable String resolveExports(
            String folder,
            String request,
            List<String> extensions,
            Set<String> conditions,
            boolean preserveLinks)
            throws ResolutionException {
        String name = packageName(request);
        if (name == null) {
            return null;
        }
        PackageJson json = scopes.read(folder + "/" + name);
        if (json == null || !json.hasExports()) {
            return null;
        }
        String subpath = "." + request.substring(name.length());
        return useTarget(
                new PackageTargets(json, conditions, null).resolveExports(subpath),
                json,
                extensions,
                conditions,
                preserveLinks,
                request);
    }

    private @Nullable String useTarget(
            PackageTargets.Target target,
            PackageJson json,
            List<String> extensions,
            Set<String> conditions,
            boolean preserveLinks,
            String request)
            throws ResolutionException {
        return switch (target) {
            case PackageTargets.Target.File(String path) -> {
                String decoded = Paths.decode(path);
                if (files.kind(decoded) != FileSystem.Kind.FILE) {
                    throw new ResolutionException("MODULE_NOT_FOUND", decoded, null, request);
                }
                yield realPath(decoded, preserveLinks);
            }
            case PackageTargets.Target.Specifier(String specifier) ->
                    isBuiltin(specifier)
                            ? specifier
                            : find(
                                    specifier,
                                    nodeModulesPaths(Paths.parent(json.path())),
                                    extensions,
                                    conditions,
                                    preserveLinks);
        };
    }

    private static boolean isBuiltin(String specifier) {
        return BuiltinModules.isBuiltin(specifier);
    }

    /** LOAD_PACKAGE_IMPORTS: resolves {@code #name} for the file that asks. */
    public @Nullable String resolveImports(
            String request,
            String parent,
            List<String> extensions,
            Set<String> conditions,
            boolean preserveLinks)
            throws ResolutionException {
        PackageJson json = scopes.scopeOf(parent);
        if (json == null || json.imports() == null) {
            return null;
        }
        PackageTargets.Target target =
                new PackageTargets(json, conditions, parent).resolveImports(request);
        return useTarget(target, json, extensions, conditions, preserveLinks, request);
    }

    /** LOAD_PACKAGE_SELF: a package that requires itself by its name; null where it does not. */
    public @Nullable String resolveSelf(
            String request,
            String parent,
            List<String> extensions,
            Set<String> conditions,
            boolean preserveLinks)
            throws ResolutionException {
        PackageJson json = scopes.scopeOf(parent);
        if (json == null || !json.hasExports() || json.name() == null) {
            return null;
        }
        String name = json.name();
        if (!request.equals(name) && !request.startsWith(name + "/")) {
            return null;
        }
        String subpath = "." + request.substring(name.length());
        PackageTargets.Target target =
                new PackageTargets(json, conditions, parent).resolveExports(subpath);
        return useTarget(target, json, extensions, conditions, preserveLinks, request);
    }

    /** The package part of a bare specifier, or null where it has none. */
    static @Nullable String packageName(String request) {
        int slash = request.indexOf('/');
        if (request.startsWith("@")) {
            if (slash < 0) {
                return null;
            }
            slash = request.indexOf('/', slash + 1);
        }
        String name = slash < 0 ? request : request.substring(0, slash);
        boolean valid =
                !name.isEmpty()
                        && name.charAt(0) != '.'
                        && name.indexOf('\\') < 0
                        && name.indexOf('%') < 0;
        return valid ? name : null;
    }

    private String realPath(String path, boolean preserveLinks) {
        if (preserveLinks) {
            return path;
        }
        String known = realPaths.get(path);
        if (known == null) {
            try {
                known = files.realPath(path);
            } catch (SystemException gone) {
                return path;
            }
            realPaths.put(path, known);
        }
        return known;
    }
}
