package dev.jsj.conformance.test262;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The metadata block of a test: the part between {@code /*---} and {@code ---*​/}, of whose YAML
 * only what test262 uses is read (scalars, flow and block lists, one nested map).
 *
 * @param negative the error that the test must end with, null for a test that must not throw
 */
record Frontmatter(
        Set<String> flags,
        List<String> includes,
        Set<String> features,
        @Nullable Negative negative) {

    /**
     * An expected error.
     *
     * @param phase {@code parse}, {@code resolution} or {@code runtime}
     * @param type name of the error's constructor
     */
    record Negative(String phase, String type) {}

    static Frontmatter parse(String source) {
        int start = source.indexOf("/*---");
        int end = start < 0 ? -1 : source.indexOf("---*/", start);
        if (end < 0) {
            return new Frontmatter(Set.of(), List.of(), Set.of(), null);
        }
        List<String> lines = source.substring(start + 5, end).lines().toList();
        String phase = nestedScalar(lines, "phase");
        String type = nestedScalar(lines, "type");
        return new Frontmatter(
                new TreeSet<>(list(lines, "flags")),
                list(lines, "includes"),
                new TreeSet<>(list(lines, "features")),
                phase == null || type == null ? null : new Negative(phase, type));
    }

    boolean hasFlag(String flag) {
        return flags.contains(flag);
    }

    /** The value of {@code negative:}'s entry of that name. */
    private static @Nullable String nestedScalar(List<String> lines, String name) {
        int at = keyLine(lines, "negative");
        for (int i = at + 1; at >= 0 && i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.startsWith(" ")) {
                break;
            }
            if (line.strip().startsWith(name + ":")) {
                return scalar(line.substring(line.indexOf(':') + 1));
            }
        }
        return null;
    }

    private static List<String> list(List<String> lines, String key) {
        int at = keyLine(lines, key);
        if (at < 0) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        String rest = lines.get(at).substring(key.length() + 1).strip();
        if (rest.startsWith("[")) {
            StringBuilder flow = new StringBuilder(rest);
            for (int i = at + 1; flow.indexOf("]") < 0 && i < lines.size(); i++) {
                flow.append(lines.get(i));
            }
            int close = flow.indexOf("]");
            for (String item : flow.substring(1, close < 0 ? flow.length() : close).split(",")) {
                if (!item.isBlank()) {
                    items.add(scalar(item));
                }
            }
            return items;
        }
        for (int i = at + 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("- ")) {
                items.add(scalar(line.substring(2)));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                break;
            }
        }
        return items;
    }

    private static int keyLine(List<String> lines, String key) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(key + ":")) {
                return i;
            }
        }
        return -1;
    }

    private static String scalar(String text) {
        String value = text.strip();
        int comment = value.indexOf(" #");
        if (comment >= 0) {
            value = value.substring(0, comment).strip();
        }
        boolean quoted =
                value.length() >= 2
                        && (value.startsWith("\"") || value.startsWith("'"))
                        && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
