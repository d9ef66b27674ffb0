package dev.jsj.node.modules;

import dev.jsj.node.fs.FileSystem;
import dev.jsj.node.fs.SystemException;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.regex.Pattern;

/** The resolution behind {@code import} (ESM_RESOLVE in Node's documentation of ES modules). */
public final class EsmResolver {
    /**
     * Compiled when the first import is resolved: programs without imports start without regular
     * expressions.
     */
    private static final class Patterns {
        static final Pattern ENCODED_SEPARATOR =
                Pattern.compile("%2f|%5c", Pattern.CASE_INSENSITIVE);
        static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*", Pattern.DOTALL);
    }

    private final FileSystem files;
    private final PackageScopes scopes;

    public EsmResolver(FileSystem files, PackageScopes scopes) {
        this.files = files;
        this.scopes = scopes;
    }

    /**
     * The URL of the module that {@code specifier} means for the module {@code parentUrl}.
     *
     * @param resolved what the URL parser made of a relative or absolute specifier; null for a bare
     *     one
     */
    public String resolve(
            String specifier, @Nullable String resolved, String parentUrl, Set<String> conditions)
            throws ResolutionException {
        if (BuiltinModules.isBuiltin(specifier)) {
            return specifier.indexOf(':') >= 0 ? specifier : "node:" + specifier;
        }
        if (resolved != null) {
            return finish(resolved, parentUrl);
        }
        if (specifier.startsWith("#")) {
            return resolveImports(specifier, parentUrl, conditions);
        }
        return resolvePackage(specifier, parentUrl, conditions);
    }

    /** Whether the specifier is a URL or a path, to be resolved by the URL parser. */
    public static boolean isUrlLike(String specifier) {
        return specifier.startsWith("/")
                || CommonJsResolver.isRelative(specifier)
                || Patterns.SCHEME.matcher(specifier).matches();
    }

    /** PACKAGE_IMPORTS_RESOLVE. */
    private String resolveImports(String name, String parentUrl, Set<String> conditions)
            throws ResolutionException {
        String base = pathOf(parentUrl);
        if (name.equals("#") || name.startsWith("#/")) {
            throw new ResolutionException(
                    "ERR_INVALID_MODULE_SPECIFIER",
                    name,
                    "is not a valid internal imports specifier name",
                    base);
        }
        PackageJson json = scopes.scopeOf(base);
        if (json == null) {
            throw new ResolutionException("ERR_PACKAGE_IMPORT_NOT_DEFINED", name, null, base);
        }
        return use(
                new PackageTargets(json, conditions, base).resolveImports(name),
                json,
                parentUrl,
                conditions);
    }

    private String use(
            PackageTargets.Target target,
            PackageJson json,
            String parentUrl,
            Set<String> conditions)
            throws ResolutionException {
        return switch (target) {
            case PackageTargets.Target.File(String path) ->
                    finish(Paths.toFileUrl(Paths.decode(path)), parentUrl);
            case PackageTargets.Target.Specifier(String other) ->
                    resolve(other, null, Paths.toFileUrl(json.path()), conditions);
        };
    }

    /** PACKAGE_RESOLVE. */
    private String resolvePackage(String specifier, String parentUrl, Set<String> conditions)
            throws ResolutionException {
        String base = pathOf(parentUrl);
        String name = CommonJsResolver.packageName(specifier);
        if (name == null) {
            throw new ResolutionException(
                    "ERR_INVALID_MODULE_SPECIFIER", specifier, "is not a valid package name", base);
        }
        String subpath = "." + specifier.substring(name.length());
        PackageJson self = scopes.scopeOf(base);
        if (self != null && self.hasExports() && name.equals(self.name())) {
            PackageTargets targets = new PackageTargets(self, conditions, base);
            return use(targets.resolveExports(subpath), self, parentUrl, conditions);
        }
        for (String folder : CommonJsResolver.nodeModulesPaths(Paths.parent(base))) {
            String packageFolder = folder + "/" + name;
            if (files.kind(packageFolder) != FileSystem.Kind.DIRECTORY) {
                continue;
            }
            PackageJson json = scopes.read(packageFolder);
            if (json != null && json.hasExports()) {
                PackageTargets targets = new PackageTargets(json, conditions, base);
                return use(targets.resolveExports(subpath), json, parentUrl, conditions);
            }
            if (subpath.equals(".")) {
                return finish(Paths.toFileUrl(legacyMain(packageFolder, json, base)), parentUrl);
            }
            return finish(Paths.toFileUrl(packageFolder + subpath.substring(1)), parentUrl);
        }
        throw new ResolutionException("ERR_MODULE_NOT_FOUND", name, base, null);
    }

    private String legacyMain(String folder, @Nullable PackageJson json, String base)
            throws ResolutionException {
        String main = json == null ? null : json.main();
        if (main != null) {
            for (String suffix :
                    new String[] {
                        "", ".js", ".json", ".node", "/index.js", "/index.json", "/index.node"
                    }) {
                String candidate = Paths.normalize(folder + "/" + main + suffix);
                if (files.kind(candidate) == FileSystem.Kind.FILE) {
                    return candidate;
                }
            }
        }
        for (String name : new String[] {"index.js", "index.json", "index.node"}) {
            if (files.kind(folder + "/" + name) == FileSystem.Kind.FILE) {
                return folder + "/" + name;
            }
        }
        throw new ResolutionException("ERR_MODULE_NOT_FOUND", folder, base, null);
    }

    /** The last steps of ESM_RESOLVE: the file must be there; symbolic links are followed. */
    private String finish(String url, String parentUrl) throws ResolutionException {
        if (!url.startsWith("file://")) {
            return url;
        }
        int suffixAt = suffixStart(url);
        String suffix = url.substring(suffixAt);
        String encoded = url.substring("file://".length(), suffixAt);
        if (Patterns.ENCODED_SEPARATOR.matcher(encoded).find()) {
            throw new ResolutionException(
                    "ERR_INVALID_MODULE_SPECIFIER",
                    encoded,
                    "must not include encoded \"/\" or \"\\\" characters",
                    pathOf(parentUrl));
        }
        String path = Paths.decode(encoded);
        FileSystem.Kind kind = files.kind(path);
        if (kind == FileSystem.Kind.DIRECTORY) {
            throw new ResolutionException(
                    "ERR_UNSUPPORTED_DIR_IMPORT", path, pathOf(parentUrl), url);
        }
        if (kind == FileSystem.Kind.MISSING) {
            throw new ResolutionException("ERR_MODULE_NOT_FOUND", path, pathOf(parentUrl), url);
        }
        try {
            return Paths.toFileUrl(files.realPath(path)) + suffix;
        } catch (SystemException gone) {
            return url;
        }
    }

    private static int suffixStart(String url) {
        int query = url.indexOf('?');
        int fragment = url.indexOf('#');
        int end = url.length();
        if (query >= 0) {
            end = query;
        }
        return fragment >= 0 ? Math.min(end, fragment) : end;
    }

    private static String pathOf(String url) {
        return url.startsWith("file://")
                ? Paths.decode(url.substring("file://".length(), suffixStart(url)))
                : url;
    }
}
