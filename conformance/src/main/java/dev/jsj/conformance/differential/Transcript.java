package dev.jsj.conformance.differential;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a run showed, as one text: standard output, then standard error and exit code where there is
 * something to say. Left out is what only Node itself can print: its own stack frames and version,
 * warnings with a process id, the folder the programs stand in.
 */
final class Transcript {

    private static final Pattern NODE_SOURCE_LINE =
            Pattern.compile("(?m)^node:internal/.*\\n(?:.+\\n)*\\n");
    private static final Pattern NODE_LINE =
            Pattern.compile(
                    "(?m)^(?:\\s+at .*node:.*"
                            + "|Node\\.js v.*"
                            + "|\\(node:\\d+\\) .*"
                            + "|\\(Use `node .*"
                            + "|\\s+\\.\\.\\. \\d+ lines matching cause stack trace \\.\\.\\.)\\n");

    private Transcript() {}

    static String of(String output, String errorOutput, int exitCode, Path folder) {
        StringBuilder text = new StringBuilder(normalize(output, folder));
        String errors = normalize(errorOutput, folder).strip();
        if (!errors.isEmpty()) {
            text.append("--- standard error\n").append(errors).append('\n');
        }
        if (exitCode != 0) {
            text.append("--- exit code ").append(exitCode).append('\n');
        }
        return text.toString();
    }

    private static String normalize(String text, Path folder) {
        String result = text.replace(folder.toString(), "<folder>");
        result = NODE_SOURCE_LINE.matcher(result).replaceAll("");
        return NODE_LINE.matcher(result).replaceAll("");
    }
}
