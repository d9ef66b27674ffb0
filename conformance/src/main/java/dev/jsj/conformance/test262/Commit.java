package dev.jsj.conformance.test262;

import java.io.IOException;
import java.nio.file.Path;

/** Which commit a checkout is at. */
final class Commit {

    private Commit() {}

    static String of(Path checkout) {
        try {
            Process git =
                    new ProcessBuilder("git", "-C", checkout.toString(), "rev-parse", "HEAD")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String commit = git.inputReader().readLine();
            return commit == null ? "unknown" : commit;
        } catch (IOException exception) {
            return "unknown";
        }
    }
}
