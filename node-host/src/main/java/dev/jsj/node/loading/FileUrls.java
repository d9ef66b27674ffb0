package dev.jsj.node.loading;

import dev.jsj.node.modules.Paths;

import java.nio.charset.StandardCharsets;

/** Relative and absolute specifiers against the file URL of the module that imports them. */
final class FileUrls {
    private static final String HEX = "0123456789ABCDEF";

    private FileUrls() {}

    /** The URL that {@code new URL(specifier, parent)} gives, for a path-like specifier. */
    static String resolve(String specifier, String parent) {
        int suffix = suffixStart(specifier);
        String path = specifier.substring(0, suffix).replace('\\', '/');
        String base = parent.startsWith("file://") ? parent.substring("file://".length()) : "/";
        base = base.substring(0, suffixStart(base));
        String joined =
                path.startsWith("/") ? path : base.substring(0, base.lastIndexOf('/') + 1) + path;
        String normalized = Paths.normalize(joined);
        boolean folder =
                path.endsWith("/")
                        || path.endsWith("/.")
                        || path.endsWith("/..")
                        || path.equals(".")
                        || path.equals("..");
        return "file://"
                + escape(normalized)
                + (folder && !normalized.equals("/") ? "/" : "")
                + specifier.substring(suffix);
    }

    private static int suffixStart(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '?' || text.charAt(i) == '#') {
                return i;
            }
        }
        return text.length();
    }

    /** Escapes what may not stand in the path of a URL; escapes that are there stay. */
    private static String escape(String path) {
        StringBuilder result = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c <= ' ' || c >= 0x7F || "\"<>`{}".indexOf(c) >= 0) {
                result.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }

    /** The path of a file URL, without query and fragment. */
    static String toPath(String url) {
        String rest = url.substring("file://".length());
        return Paths.decode(rest.substring(0, suffixStart(rest)));
    }
}
