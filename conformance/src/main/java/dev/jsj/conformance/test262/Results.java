package dev.jsj.conformance.test262;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run of the suite found, by test file; filled by several workers at once. */
final class Results {

    /**
     * One test file's result.
     *
     * @param failures reason of each failing run; empty for a pass
     */
    record FileResult(String name, Set<String> features, Map<TestMode, String> failures) {
        boolean passed() {
            return failures.isEmpty();
        }
    }

    private final Map<String, FileResult> files = new TreeMap<>();
    private int passed;

    synchronized void add(TestFile file, EnumMap<TestMode, String> failures) {
        FileResult result = new FileResult(file.name(), file.frontmatter().features(), failures);
        files.put(file.name(), result);
        if (result.passed()) {
            passed++;
        }
    }

    synchronized int count() {
        return files.size();
    }

    synchronized int passed() {
        return passed;
    }

    /** All files, sorted by name. */
    synchronized Collection<FileResult> files() {
        return files.values();
    }
}
