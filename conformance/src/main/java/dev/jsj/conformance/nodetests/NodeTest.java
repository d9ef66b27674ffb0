package dev.jsj.conformance.nodetests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of Node's test files.
 *
 * @param name file name, as {@code test-fs-read.js}
 * @param module the module it counts for, as {@code child_process}
 * @param flags what its {@code // Flags:} comment asks for
 */
record NodeTest(Path file, String name, String module, List<String> flags) {

    private static final Pattern FLAGS = Pattern.compile("(?m)^//\\s*Flags:\\s*(.*)$");
    private static final Pattern WORD = Pattern.compile("test-([a-z0-9_]+)[-.].*");

    /** Names of files that begin otherwise than the module is called. */
    private static final Map<String, String> PREFIXES =
            Map.ofEntries(
                    Map.entry("test-async-hooks", "async_hooks"),
                    Map.entry("test-async-local", "async_hooks"),
                    Map.entry("test-child-process", "child_process"),
                    Map.entry("test-diagnostics-channel", "diagnostics_channel"),
                    Map.entry("test-event-", "events"),
                    Map.entry("test-eventtarget", "events"),
                    Map.entry("test-stream2", "stream"),
                    Map.entry("test-stream3", "stream"),
                    Map.entry("test-string-decoder", "string_decoder"),
                    Map.entry("test-whatwg-url", "url"),
                    Map.entry("test-worker", "worker_threads"));

    /** All test files of a folder, sorted by name. */
    static List<NodeTest> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> WORD.matcher(file.getFileName().toString()).matches())
                    .filter(file -> file.toString().matches(".*\\.(js|mjs|cjs)"))
                    .sorted()
                    .map(NodeTest::of)
                    .toList();
        }
    }

    private static NodeTest of(Path file) {
        String name = file.getFileName().toString();
        return new NodeTest(file, name, moduleOf(name), flagsOf(file));
    }

    static String moduleOf(String name) {
        for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
            if (name.startsWith(prefix.getKey())) {
                return prefix.getValue();
            }
        }
        Matcher word = WORD.matcher(name);
        return word.matches() ? word.group(1) : "other";
    }

    private static List<String> flagsOf(Path file) {
        try {
            Matcher matcher = FLAGS.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            List<String> flags = new ArrayList<>();
            while (matcher.find()) {
                flags.addAll(List.of(matcher.group(1).strip().split("\\s+")));
            }
            return flags;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether it looks into Node's own implementation. */
    boolean needsInternals() {
        return flags.contains("--expose-internals") || flags.contains("--expose_internals");
    }
}
