package dev.jsj.conformance.test262;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The known failures, a data file beside the runner: a comment naming the pinned commit, then a
 * line per failing file: path, failing modes, reason, separated by tabs, sorted by path.
 */
final class Expectations {

    /** One known failure. */
    record Entry(String modes, String reason) {}

    private final String commit;
    private final Map<String, Entry> failures;

    private Expectations(String commit, Map<String, Entry> failures) {
        this.commit = commit;
        this.failures = failures;
    }

    static Expectations read(Path file) throws IOException {
        String commit = "";
        Map<String, Entry> failures = new TreeMap<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            if (line.startsWith("# commit ")) {
                commit = line.substring("# commit ".length()).strip();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] fields = line.split("\t", 3);
                failures.put(fields[0], new Entry(fields[1], fields.length > 2 ? fields[2] : ""));
            }
        }
        return new Expectations(commit, failures);
    }

    static Expectations of(Results results, String commit) {
        Map<String, Entry> failures = new TreeMap<>();
        for (Results.FileResult file : results.files()) {
            if (!file.passed()) {
                failures.put(file.name(), entry(file));
            }
        }
        return new Expectations(commit, failures);
    }

    private static Entry entry(Results.FileResult file) {
        List<String> modes = file.failures().keySet().stream().map(TestMode::label).toList();
        return new Entry(String.join(",", modes), file.failures().values().iterator().next());
    }

    String commit() {
        return commit;
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(
                "# Known test262 failures: path, failing modes, reason. Written by the runner's");
        text.append(" --update.\n# commit ").append(commit).append('\n');
        failures.forEach((name, entry) -> text.append(line(name, entry)).append('\n'));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    void print(PrintStream out) {
        failures.forEach((name, entry) -> out.println(line(name, entry)));
    }

    private static String line(String name, Entry entry) {
        return name + "\t" + entry.modes() + "\t" + entry.reason();
    }

    /** Files that failed, or failed in more modes, against expectation. */
    List<String> unexpectedFailures(Results results) {
        List<String> unexpected = new ArrayList<>();
        for (Results.FileResult file : results.files()) {
            if (!file.passed()) {
                Entry actual = entry(file);
                Entry known = failures.get(file.name());
                if (known == null || !known.modes().equals(actual.modes())) {
                    unexpected.add(file.name() + " (" + actual.modes() + "): " + actual.reason());
                }
            }
        }
        return unexpected;
    }

    /** Files that passed although a failure is on record. */
    List<String> unexpectedPasses(Results results) {
        List<String> unexpected = new ArrayList<>();
        for (Results.FileResult file : results.files()) {
            if (file.passed() && failures.containsKey(file.name())) {
                unexpected.add(file.name());
            }
        }
        return unexpected;
    }
}
