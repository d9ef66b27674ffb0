package dev.jsj.node.modules;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * The fields of a package.json that module resolution looks at. {@code exports} and {@code imports}
 * are as {@link Json} reads them.
 *
 * @param path the file itself
 */
public record PackageJson(
        String path,
        @Nullable String name,
        @Nullable String main,
        String type,
        boolean hasExports,
        @Nullable Object exports,
        @Nullable Object imports) {

    static PackageJson of(String path, Map<?, ?> fields) {
        Object type = fields.get("type");
        return new PackageJson(
                path,
                fields.get("name") instanceof String name ? name : null,
                fields.get("main") instanceof String main ? main : null,
                "module".equals(type) || "commonjs".equals(type) ? (String) type : "none",
                fields.get("exports") != null,
                fields.get("exports"),
                fields.get("imports") instanceof Map<?, ?> imports ? imports : null);
    }

    /** The package's folder, with the slash at its end, as error messages show it. */
    String folder() {
        return path.substring(0, path.length() - "package.json".length());
    }

    boolean isModule() {
        return type.equals("module");
    }
}
