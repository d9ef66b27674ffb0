package dev.jsj.conformance.test262;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Decides whether an outcome is what a test asks for (INTERPRETING.md, "Test Results"). */
final class Judge {

    private static final String COMPLETE = "Test262:AsyncTestComplete";
    private static final String FAILURE = "Test262:AsyncTestFailure:";

    private Judge() {}

    /** Null for a pass, else what went wrong in one line. */
    static @Nullable String failure(TestFile file, Outcome outcome) {
        String reason =
                switch (outcome) {
                    case Outcome.TimedOut timedOut -> timedOut.hung() ? "HANG" : "TIMEOUT";
                    case Outcome.Crashed crashed -> "CRASH " + crashed.message();
                    case Outcome.Threw threw -> failureOfThrow(file, threw);
                    case Outcome.Completed completed -> failureOfCompletion(file, completed);
                };
        return reason == null ? null : oneLine(reason);
    }

    private static @Nullable String failureOfThrow(TestFile file, Outcome.Threw threw) {
        Frontmatter.Negative negative = file.frontmatter().negative();
        String error = threw.type() + ": " + threw.message();
        if (negative == null) {
            return threw.phase().equals("runtime") ? error : "(" + threw.phase() + ") " + error;
        }
        if (!negative.type().equals(threw.type())) {
            return "expected " + negative.type() + ", got " + error;
        }
        if (!negative.phase().equals(threw.phase())) {
            return "expected " + negative.phase() + " error, got " + threw.phase() + " " + error;
        }
        return null;
    }

    private static @Nullable String failureOfCompletion(
            TestFile file, Outcome.Completed completed) {
        Frontmatter.Negative negative = file.frontmatter().negative();
        if (negative != null) {
            return "expected " + negative.phase() + " " + negative.type() + ", got no error";
        }
        return file.isAsync() ? failureOfPrinted(completed.printed()) : null;
    }

    private static @Nullable String failureOfPrinted(List<String> printed) {
        for (String line : printed) {
            if (line.startsWith(FAILURE)) {
                return line.substring(FAILURE.length());
            }
        }
        return printed.contains(COMPLETE) ? null : "async test never completed";
    }

    private static String oneLine(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        line = line.replace('\t', ' ');
        return line.length() > 200 ? line.substring(0, 200) + "..." : line;
    }
}
