package dev.jsj.conformance.nodetests;

import java.util.Locale;
import java.util.Map;

/** How many files of a module pass, of all and of those that say something about jsj. */
final class Tally {
    private int files;
    private int passed;
    private int applicable;
    private int applicablePassed;

    /**
     * @param applies false for files that need Node's internals or fail on Node itself
     */
    void count(boolean pass, boolean applies) {
        files++;
        passed += pass ? 1 : 0;
        applicable += applies ? 1 : 0;
        applicablePassed += pass && applies ? 1 : 0;
    }

    private void add(Tally other) {
        files += other.files;
        passed += other.passed;
        applicable += other.applicable;
        applicablePassed += other.applicablePassed;
    }

    /** A Markdown table with a line per module and their sum. */
    static String table(Map<String, Tally> modules) {
        Tally sum = new Tally();
        StringBuilder text =
                new StringBuilder(
                        "| Module | passed | of all files | | passed | of files that apply | |\n"
                                + "|---|---:|---:|---:|---:|---:|---:|\n");
        modules.forEach(
                (name, tally) -> {
                    sum.add(tally);
                    text.append(tally.line(name));
                });
        return text.append(sum.line("together")).toString();
    }

    private String line(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %d | %d | %s |%n",
                name,
                passed,
                files,
                percent(passed, files),
                applicablePassed,
                applicable,
                percent(applicablePassed, applicable));
    }

    private static String percent(int part, int whole) {
        return whole == 0 ? "" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }
}
