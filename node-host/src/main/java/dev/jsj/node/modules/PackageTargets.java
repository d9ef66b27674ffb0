package dev.jsj.node.modules;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code exports} and {@code imports} of a package.json: which file, or which other package, a
 * subpath or a {@code #name} stands for.
 */
final class PackageTargets {
    /** Segments that could lead out of the package. */
    private static final Pattern INVALID_SEGMENT =
            Pattern.compile(
                    "(^|\\\\|/)((\\.|%2e)(\\.|%2e)?|(n|%6e|%4e)(o|%6f|%4f)(d|%64|%44)(e|%65|%45)(_|%5f)(m|%6d|%4d)"
                        + "(o|%6f|%4f)(d|%64|%44)(u|%75|%55)(l|%6c|%4c)(e|%65|%45)(s|%73|%53))?(\\\\|/|$)",
                    Pattern.CASE_INSENSITIVE);

    /** What a target stands for. */
    sealed interface Target {
        /** A file of the package, by absolute path. */
        record File(String path) implements Target {}

        /** Another package or a built-in module, to be resolved from this package. */
        record Specifier(String specifier) implements Target {}
    }

    /** A null target: explicitly not available. */
    private static final Target EXCLUDED = new Target.Specifier("");

    private final PackageJson json;
    private final Set<String> conditions;
    private final @Nullable String base;

    /**
     * @param base who asks, for error messages
     */
    PackageTargets(PackageJson json, Set<String> conditions, @Nullable String base) {
        this.json = json;
        this.conditions = conditions;
        this.base = base;
    }

    /** PACKAGE_EXPORTS_RESOLVE; {@code subpath} is "." or begins with "./". */
    Target resolveExports(String subpath) throws ResolutionException {
        Object exports = json.exports();
        if (!hasSubpaths(exports)) {
            Target target = subpath.equals(".") ? resolve(exports, subpath, null, false) : null;
            return found(target, subpath);
        }
        return found(match((Map<?, ?>) exports, subpath, false), subpath);
    }

    private Target found(@Nullable Target target, String subpath) throws ResolutionException {
        if (target == null || target == EXCLUDED) {
            throw new ResolutionException(
                    "ERR_PACKAGE_PATH_NOT_EXPORTED", json.folder(), subpath, base);
        }
        return target;
    }

    /** PACKAGE_IMPORTS_RESOLVE, within the package found; {@code name} begins with '#'. */
    Target resolveImports(String name) throws ResolutionException {
        Target target =
                json.imports() instanceof Map<?, ?> imports ? match(imports, name, true) : null;
        if (target == null || target == EXCLUDED) {
            throw new ResolutionException(
                    "ERR_PACKAGE_IMPORT_NOT_DEFINED", name, json.folder(), base);
        }
        return target;
    }

    /** Whether the keys are subpaths, and not conditions. */
    private boolean hasSubpaths(@Nullable Object exports) throws ResolutionException {
        if (!(exports instanceof Map<?, ?> map)) {
            return false;
        }
        boolean subpaths = false;
        boolean first = true;
        for (Object key : map.keySet()) {
            boolean dot = key.toString().startsWith(".");
            if (!first && dot != subpaths) {
                throw new ResolutionException(
                        "ERR_INVALID_PACKAGE_CONFIG",
                        json.path(),
                        base,
                        "\"exports\" cannot contain some keys starting with '.' and some not. The"
                            + " exports object must either be an object of package subpath keys or"
                            + " an object of main entry condition name keys only.");
            }
            subpaths = dot;
            first = false;
        }
        return subpaths;
    }

    /** PACKAGE_IMPORTS_EXPORTS_RESOLVE: an exact key, else the most specific pattern. */
    private @Nullable Target match(Map<?, ?> table, String key, boolean isImport)
            throws ResolutionException {
        if (table.containsKey(key) && key.indexOf('*') < 0 && !key.endsWith("/")) {
            return resolve(table.get(key), key, null, isImport);
        }
        String best = null;
        String bestRest = "";
        for (Object candidate : table.keySet()) {
            String pattern = candidate.toString();
            int star = pattern.indexOf('*');
            if (star < 0 || star != pattern.lastIndexOf('*')) {
                continue;
            }
            String before = pattern.substring(0, star);
            String after = pattern.substring(star + 1);
            boolean matches =
                    key.length() >= pattern.length()
                            && key.startsWith(before)
                            && key.endsWith(after)
                            && !key.equals(before);
            if (matches && (best == null || isMoreSpecific(pattern, best))) {
                best = pattern;
                bestRest = key.substring(star, key.length() - after.length());
            }
        }
        return best == null ? null : resolve(table.get(best), best, bestRest, isImport);
    }

    /** PATTERN_KEY_COMPARE. */
    private static boolean isMoreSpecific(String pattern, String than) {
        int baseLength = pattern.indexOf('*');
        int otherLength = than.indexOf('*');
        if (baseLength != otherLength) {
            return baseLength > otherLength;
        }
        return pattern.length() > than.length();
    }

    /** PACKAGE_TARGET_RESOLVE; null stands for undefined: no condition holds. */
    private @Nullable Target resolve(
            @Nullable Object target, String key, @Nullable String rest, boolean isImport)
            throws ResolutionException {
        switch (target) {
            case null -> {
                return EXCLUDED;
            }
            case String text -> {
                return resolveString(text, key, rest, isImport);
            }
            case List<?> alternatives -> {
                return resolveFirst(alternatives, key, rest, isImport);
            }
            case Map<?, ?> map -> {
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    String condition = entry.getKey().toString();
                    if (condition.equals("default") || conditions.contains(condition)) {
                        Target resolved = resolve(entry.getValue(), key, rest, isImport);
                        if (resolved != null) {
                            return resolved;
                        }
                    }
                }
                return null;
            }
            default -> throw invalidTarget(target, key, isImport);
        }
    }

    private @Nullable Target resolveFirst(
            List<?> alternatives, String key, @Nullable String rest, boolean isImport)
            throws ResolutionException {
        ResolutionException failure = null;
        Target last = EXCLUDED;
        for (Object alternative : alternatives) {
            try {
                Target resolved = resolve(alternative, key, rest, isImport);
                if (resolved == null) {
                    continue;
                }
                if (resolved != EXCLUDED) {
                    return resolved;
                }
                last = resolved;
            } catch (ResolutionException invalid) {
                if (!invalid.code().equals("ERR_INVALID_PACKAGE_TARGET")) {
                    throw invalid;
                }
                failure = invalid;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return last;
    }

    private Target resolveString(String target, String key, @Nullable String rest, boolean isImport)
            throws ResolutionException {
        if (!target.startsWith("./")) {
            boolean other = isImport && !target.startsWith("../") && !target.startsWith("/");
            if (!other) {
                throw invalidTarget(target, key, isImport);
            }
            return new Target.Specifier(rest == null ? target : target.replace("*", rest));
        }
        if (INVALID_SEGMENT.matcher(target.substring(2)).find()) {
            throw invalidTarget(target, key, isImport);
        }
        String path = json.folder() + target.substring(2);
        if (rest == null) {
            return new Target.File(path);
        }
        if (INVALID_SEGMENT.matcher(rest).find()) {
            String request = key.replace("*", rest);
            throw new ResolutionException(
                    "ERR_INVALID_MODULE_SPECIFIER",
                    request,
                    "request is not a valid match in pattern \""
                            + key
                            + "\" for the \""
                            + (isImport ? "imports" : "exports")
                            + "\" resolution of "
                            + json.path(),
                    base);
        }
        return new Target.File(path.replace("*", rest));
    }

    private ResolutionException invalidTarget(Object target, String key, boolean isImport) {
        return new ResolutionException(
                "ERR_INVALID_PACKAGE_TARGET", json.folder(), key, target, isImport, base);
    }
}
