package dev.jsj.conformance.nodetests;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the one line of a failed test's output that says why it failed. */
final class FailureText {

    private static final int LONGEST = 160;
    private static final Pattern ERROR =
            Pattern.compile("(?m)^\\s*(?:Uncaught:?\\s*)?((?:\\w*Error|DOMException)\\b.*)$");
    private static final Pattern FAILURE_OF_JSJ = Pattern.compile("(?m)^jsj: .*$");

    private FailureText() {}

    static String of(String output, String exitCode) {
        Matcher internal = FAILURE_OF_JSJ.matcher(output);
        if (internal.find()) {
            return shorten(internal.group());
        }
        Matcher error = ERROR.matcher(output);
        if (error.find()) {
            String line = error.group(1);
            String rest = output.substring(error.end()).stripLeading();
            return shorten(line.endsWith(":") ? line + " " + rest.lines().limit(8).toList() : line);
        }
        String last = output.lines().reduce("", (a, b) -> b.isBlank() ? a : b);
        return shorten("exit code " + exitCode + (last.isEmpty() ? "" : ": " + last));
    }

    /** One line, without what differs between two runs or machines. */
    private static String shorten(String text) {
        String line =
                text.replaceAll("\\s+", " ")
                        .replaceAll("/tmp/node-test\\d+", "TMP")
                        .replaceAll("/[^\\s()']*/(?=(test|doc)/)", "")
                        .replaceAll("/[^\\s()']*/(?=jsj\\b)", "")
                        .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
