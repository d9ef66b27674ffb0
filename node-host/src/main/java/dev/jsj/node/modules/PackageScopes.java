package dev.jsj.node.modules;

import dev.jsj.node.fs.FileSystem;
import dev.jsj.node.fs.SystemException;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads package.json files, once each, and finds the one that governs a file. */
public final class PackageScopes {
    private final FileSystem files;
    private final Map<String, Optional<PackageJson>> cache = new HashMap<>();

    public PackageScopes(FileSystem files) {
        this.files = files;
    }

    /** READ_PACKAGE_JSON: that of a folder, or null where there is none. */
    public @Nullable PackageJson read(String folder) throws ResolutionException {
        String path = folder.equals("/") ? "/package.json" : folder + "/package.json";
        Optional<PackageJson> known = cache.get(path);
        if (known == null) {
            known = Optional.ofNullable(load(path));
            cache.put(path, known);
        }
        return known.orElse(null);
    }

    private @Nullable PackageJson load(String path) throws ResolutionException {
        if (files.kind(path) != FileSystem.Kind.FILE) {
            return null;
        }
        try {
            String text = new String(files.readFile(path), StandardCharsets.UTF_8);
            Object fields = Json.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return PackageJson.of(path, fields instanceof Map<?, ?> map ? map : Map.of());
        } catch (SystemException unreadable) {
            return null;
        } catch (Json.SyntaxException invalid) {
            throw new ResolutionException(
                    "ERR_INVALID_PACKAGE_CONFIG", path, null, invalid.getMessage());
        }
    }

    /**
     * LOOKUP_PACKAGE_SCOPE: the nearest package.json above a file, not looking beyond a
     * node_modules folder.
     */
    public @Nullable PackageJson scopeOf(String file) throws ResolutionException {
        int slash = file.lastIndexOf('/');
        while (slash >= 0) {
            String folder = file.substring(0, slash);
            if (folder.endsWith("/node_modules")) {
                return null;
            }
            PackageJson found = read(folder.isEmpty() ? "/" : folder);
            if (found != null) {
                return found;
            }
            slash = file.lastIndexOf('/', slash - 1);
        }
        return null;
    }
}
