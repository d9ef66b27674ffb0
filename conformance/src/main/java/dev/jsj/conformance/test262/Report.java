package dev.jsj.conformance.test262;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Turns results into text: the counts of the docs page, the reasons a person looks at. */
final class Report {

    /** Passed and total number of files. */
    private record Count(int passed, int total) {
        Count plus(boolean pass) {
            return new Count(passed + (pass ? 1 : 0), total + 1);
        }

        String percent() {
            // Never rounds up to 100.0: that figure must mean "all".
            double floored = Math.floor(passed * 1000.0 / total) / 10;
            return String.format(Locale.ROOT, "%.1f%%", floored);
        }
    }

    private static final Pattern QUOTED = Pattern.compile("«[^»]*»|'[^']*'|\"[^\"]*\"");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Report() {}

    static String summary(Results results) {
        Count count = new Count(results.passed(), results.count());
        return results.count() == 0
                ? "no tests"
                : count.passed() + " of " + count.total() + " files pass (" + count.percent() + ")";
    }

    /** Markdown tables: per folder (two levels) and per feature. */
    static String markdown(Results results, String commit, List<String> skipped) {
        Map<String, Count> folders = new TreeMap<>();
        Map<String, Count> features = new TreeMap<>();
        for (Results.FileResult file : results.files()) {
            folders.merge(folder(file.name(), 1), one(file), Report::sum);
            folders.merge(folder(file.name(), 2), one(file), Report::sum);
            for (String feature : file.features()) {
                features.merge(feature, one(file), Report::sum);
            }
        }
        StringBuilder text = new StringBuilder();
        text.append("test262 at commit `").append(commit).append("`, without ");
        text.append(String.join(", ", skipped)).append(": **").append(summary(results));
        text.append("**, a file counting as a pass when it passes in every mode it asks for.\n\n");
        table(text, "Folder", folders);
        text.append('\n');
        table(text, "Feature", features);
        return text.toString();
    }

    private static Count one(Results.FileResult file) {
        return new Count(0, 0).plus(file.passed());
    }

    private static Count sum(Count a, Count b) {
        return new Count(a.passed + b.passed, a.total + b.total);
    }

    private static void table(StringBuilder text, String title, Map<String, Count> counts) {
        text.append("| ").append(title).append(" | passed | of | |\n|---|---:|---:|---:|\n");
        counts.forEach(
                (name, count) ->
                        text.append("| ")
                                .append(name)
                                .append(" | ")
                                .append(count.passed())
                                .append(" | ")
                                .append(count.total())
                                .append(" | ")
                                .append(count.percent())
                                .append(" |\n"));
    }

    /** The first folders of a path, at most that many. */
    static String folder(String name, int levels) {
        int end = -1;
        for (int i = 0; i < levels; i++) {
            int next = name.indexOf('/', end + 1);
            if (next < 0) {
                break;
            }
            end = next;
        }
        return end < 0 ? "." : name.substring(0, end);
    }

    /** Failure messages by frequency, numbers and quoted parts blanked, each with example files. */
    static String reasons(Results results, int top) {
        record Group(String reason, int count, String examples) {}
        Map<String, Group> groups = new TreeMap<>();
        for (Results.FileResult file : results.files()) {
            if (file.passed()) {
                continue;
            }
            String reason = file.failures().values().iterator().next();
            String key = NUMBER.matcher(QUOTED.matcher(reason).replaceAll("_")).replaceAll("N");
            groups.merge(
                    key,
                    new Group(reason, 1, file.name()),
                    (a, b) ->
                            new Group(
                                    a.reason,
                                    a.count + 1,
                                    a.count < 3 ? a.examples + "  " + b.examples : a.examples));
        }
        Collection<Group> sorted =
                groups.values().stream()
                        .sorted(Comparator.comparingInt(Group::count).reversed())
                        .limit(top)
                        .toList();
        StringBuilder text = new StringBuilder();
        for (Group group : sorted) {
            text.append(String.format(Locale.ROOT, "%6d  %s%n", group.count, group.reason));
            text.append("        ").append(group.examples).append('\n');
        }
        return text.toString();
    }

    /** Failing files per folder, most first. */
    static String failingFolders(Results results, int levels, int top) {
        Map<String, Count> folders = new TreeMap<>();
        for (Results.FileResult file : results.files()) {
            folders.merge(folder(file.name(), levels), one(file), Report::sum);
        }
        StringBuilder text = new StringBuilder();
        folders.entrySet().stream()
                .filter(entry -> entry.getValue().passed < entry.getValue().total)
                .sorted(
                        Comparator.comparingInt(
                                entry -> entry.getValue().passed - entry.getValue().total))
                .limit(top)
                .forEach(
                        entry ->
                                text.append(
                                        String.format(
                                                Locale.ROOT,
                                                "%6d failing of %6d  %s%n",
                                                entry.getValue().total - entry.getValue().passed,
                                                entry.getValue().total,
                                                entry.getKey())));
        return text.toString();
    }
}
