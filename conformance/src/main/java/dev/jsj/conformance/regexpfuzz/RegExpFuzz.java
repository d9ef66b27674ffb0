package dev.jsj.conformance.regexpfuzz;

import dev.jsj.conformance.regexpfuzz.PatternGenerator.Sample;
import dev.jsj.jit.regexp.RegExpJit;
import dev.jsj.jit.trace.Diagnostics;
import dev.jsj.jit.trace.TierTrace;
import dev.jsj.parser.regexp.RegExpSyntaxException;
import dev.jsj.runtime.regexp.BacktrackLimitException;
import dev.jsj.runtime.regexp.RegExpCompiler;
import dev.jsj.runtime.regexp.RegExpProgram;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * Runs random patterns in the matcher and as compiled classes, on whole strings and on parts of
 * longer ones, and reports those that differ.
 */
@Command(
        name = "regexpfuzz",
        mixinStandardHelpOptions = true,
        description = "Runs random patterns interpreted and compiled; fails where they differ.")
public final class RegExpFuzz implements Callable<Integer> {
    /** A match that polls as often is given up: some patterns take exponential time. */
    private static final int MAX_POLLS = 2;

    private static final String GIVEN_UP = "given up";

    /** What comes before and after an input that is a part: each of them could go on with it. */
    private static final String[][] SURROUNDINGS = {
        {"a", "b"}, {"\ud83d", "\ude00"}, {"\n", "\n"}, {"Z-0_", "1 xK"}
    };

    @Option(names = "--count", defaultValue = "100000", description = "Default ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The first pattern's number; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--print",
            description = "Print a JavaScript program that makes the same matches, run nothing.")
    private boolean print;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private int differences;
    private int invalid;
    private int matched;
    private int tooLarge;

    private RegExpFuzz() {}

    /** Runs the command; exit code 1 means that some pattern gave different results. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new RegExpFuzz()).execute(args));
    }

    @Override
    public Integer call() {
        if (print) {
            print();
            return 0;
        }
        for (int i = 0; i < count; i++) {
            Sample sample = PatternGenerator.sample(seed + i);
            String difference = difference(sample);
            if (difference != null) {
                differences++;
                out.println("seed " + (seed + i) + ": " + difference);
            }
        }
        out.println(
                count
                        + " patterns from seed "
                        + seed
                        + ": "
                        + differences
                        + " differ, "
                        + invalid
                        + " were no valid patterns, "
                        + tooLarge
                        + " were too large to compile, "
                        + matched
                        + " matches");
        return differences == 0 ? 0 : 1;
    }

    /** How the compiled pattern differs from the interpreted one; null where it does not. */
    static @Nullable String differenceOf(long seed) {
        return new RegExpFuzz().difference(PatternGenerator.sample(seed));
    }

    private @Nullable String difference(Sample sample) {
        RegExpProgram interpreted;
        RegExpProgram compiled;
        try {
            interpreted = RegExpCompiler.compile(sample.pattern(), sample.flags());
            compiled = RegExpCompiler.compile(sample.pattern(), sample.flags());
        } catch (RegExpSyntaxException notValid) {
            invalid++;
            return null;
        }
        Diagnostics none = Diagnostics.none(new PrintStream(OutputStream.nullOutputStream()));
        compiled.setTier(new RegExpJit(null, true, new TierTrace(none), none));
        int surroundings = 0;
        for (String input : sample.inputs()) {
            String[] around = SURROUNDINGS[surroundings++ % SURROUNDINGS.length];
            for (int from = 0; from <= Math.min(input.length(), 5); from++) {
                String expected = match(interpreted, "", input, "", from);
                if (expected.equals(GIVEN_UP)) {
                    return null;
                }
                String actual = match(compiled, "", input, "", from);
                if (!compiled.isCompiled()) {
                    tooLarge++;
                    return null;
                }
                if (!expected.equals(actual) && !actual.equals(GIVEN_UP)) {
                    return "%s on %s from %d: interpreter %s, compiled %s"
                            .formatted(interpreted, quote(input), from, expected, actual);
                }
                for (RegExpProgram program : new RegExpProgram[] {interpreted, compiled}) {
                    String ofPart = match(program, around[0], input, around[1], from);
                    if (!expected.equals(ofPart) && !ofPart.equals(GIVEN_UP)) {
                        return "%s on %s from %d: %s, but as a part %s, compiled: %b"
                                .formatted(
                                        program,
                                        quote(input),
                                        from,
                                        expected,
                                        ofPart,
                                        program.isCompiled());
                    }
                }
            }
        }
        return null;
    }

    /** Matches an input that has other characters around it. */
    private String match(
            RegExpProgram program, String before, String input, String after, int from) {
        int[] polls = new int[1];
        program.setPoll(
                () -> {
                    if (++polls[0] == MAX_POLLS) {
                        throw new IllegalStateException(GIVEN_UP);
                    }
                });
        try {
            int begin = before.length();
            int[] captures =
                    program.match(before + input + after, begin, begin + input.length(), from);
            matched += captures == null ? 0 : 1;
            return Arrays.toString(captures);
        } catch (BacktrackLimitException limit) {
            return "limit";
        } catch (IllegalStateException late) {
            return GIVEN_UP;
        }
    }

    private void print() {
        for (int i = 0; i < count; i++) {
            Sample sample = PatternGenerator.sample(seed + i);
            out.print("try { const r = new RegExp(" + quote(sample.pattern()) + ", ");
            out.print(quote(sample.flags()) + "); for (const s of [");
            for (String input : sample.inputs()) {
                out.print(quote(input) + ", ");
            }
            out.println(
                    "]) for (let i = 0; i < 3; i++) { r.lastIndex = i; const m = r.exec(s);"
                            + " console.log("
                            + (seed + i)
                            + ", m && m.index, JSON.stringify(m), JSON.stringify(m?.groups)); } }"
                            + " catch (e) { console.log("
                            + (seed + i)
                            + ", e.name); }");
        }
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= ' ' && unit < 127 && unit != '"' && unit != '\\') {
                quoted.append(unit);
            } else {
                quoted.append("\\u%04x".formatted((int) unit));
            }
        }
        return quoted.append('"').toString();
    }
}
