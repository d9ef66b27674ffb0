package dev.jsj.jit.regexp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.jit.trace.Diagnostics;
import dev.jsj.jit.trace.TierTrace;
import dev.jsj.runtime.regexp.BacktrackLimitException;
import dev.jsj.runtime.regexp.RegExpCompiler;
import dev.jsj.runtime.regexp.RegExpProgram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** When patterns become classes, and that those match what the matcher matches. */
final class RegExpJitTest {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    private RegExpProgram program(String pattern, String flags, boolean atOnce, String... options) {
        PrintStream output = new PrintStream(text, true, StandardCharsets.UTF_8);
        Diagnostics diagnostics = Diagnostics.of(List.of(options), output);
        RegExpProgram program = RegExpCompiler.compile(pattern, flags);
        program.setTier(new RegExpJit(null, atOnce, new TierTrace(diagnostics), diagnostics));
        return program;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "(a+)+b g xaaabb",
                "^(\\d{1,3})-(\\w+|-)$ i 12-aB",
                "(z)((a+)?(b+)?(c))* d zaacbbbcac",
                "(?=(a*))b?\\1c m aac",
                "(?<!x)(GET|POST|PUT|POSTMAN)\\b s POSTMAN",
                "(?!(a*)b)\\1(.*)$ m aac",
                "(?<=(\\d+)(\\d+))x g a1053x",
                "(?:(?<y>\\d{4})-|(?<y>\\d\\d)/)\\k<y> g 12/12",
                "[^]+?(x){2,5}?y g ..xxxxy",
                "(?i:k+)\\w{2} u aK\u212akk",
                ".(.)\\1$ u \ud83d\ude00\ud83d\ude00\ud83d\ude00",
                "(?:ab|ac|aa|bb|x)*?b+ y acaaabbbb",
            })
    void compiledPatternsMatchWhatTheMatcherMatches(String pattern, String flags, String input) {
        RegExpProgram interpreted = RegExpCompiler.compile(pattern, flags);
        RegExpProgram compiled = program(pattern, flags, true);
        for (int from = 0; from <= input.length(); from++) {
            int[] expected = interpreted.match(input, from);
            assertArrayEquals(expected, compiled.match(input, from));
            String base = "a1" + input + "a1";
            int end = base.length() - 2;
            assertArrayEquals(expected, interpreted.match(base, 2, end, from));
            assertArrayEquals(expected, compiled.match(base, 2, end, from));
        }
        assertTrue(compiled.isCompiled());
    }

    @Test
    void patternsOfManyGroupsKeepTheirCapturesApart() {
        StringBuilder pattern = new StringBuilder();
        for (int i = 10; i < 18; i++) {
            pattern.append("(?:(x").append(i).append(")|(y)").append(i).append(")?");
        }
        pattern.append("(z)");
        RegExpProgram interpreted = RegExpCompiler.compile(pattern.toString(), "");
        RegExpProgram compiled = program(pattern.toString(), "", true);
        for (String input : List.of("x10y11z", "z", "y12x13", "x10x11x12y17z", "x16y17z", "z")) {
            assertArrayEquals(interpreted.match(input, 0), compiled.match(input, 0), input);
        }
        assertTrue(compiled.isCompiled());
    }

    @Test
    void onlyHotPatternsAreCompiled() {
        RegExpProgram program = program("b+c", "", false, "--trace-opt");
        program.match("abbbbb", 0);
        assertFalse(program.isCompiled());
        for (int i = 0; i < 10_000; i++) {
            program.match("abbbbb", 0);
        }
        assertTrue(program.isCompiled());
        String lines = text.toString(StandardCharsets.UTF_8);
        assertTrue(
                lines.matches(
                        "(?s)\\[marking <JSRegExp /b\\+c/> \\(target OPT\\) for optimization.*"
                                + "\\[completed optimizing <JSRegExp /b\\+c/> \\(target OPT\\)"
                                + " - took .* ms, \\d+ bytes\\]\\s+"),
                lines);
    }

    @Test
    void longMatchesGoOnInCompiledCode() {
        RegExpProgram attempt = program("(x+x+)+y", "", false);
        assertNull(attempt.match("x".repeat(22), 0));
        assertTrue(attempt.isCompiled());
        RegExpProgram search = program("(a)b", "", false);
        assertArrayEquals(
                new int[] {100_000, 100_002, 100_000, 100_001},
                search.match("a".repeat(100_000) + "ab", 0));
        assertTrue(search.isCompiled());
    }

    @Test
    void whatIsTooLargeStaysInterpretedAndSaysSo() {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            pattern.append("(a|").append(i).append(".)*");
        }
        RegExpProgram program = program(pattern.toString(), "", true, "--trace-opt");
        assertArrayEquals(new int[] {0, 1}, Arrays.copyOf(program.match("ab", 0), 2));
        program.match("ab", 0);
        assertFalse(program.isCompiled());
        assertTrue(text.toString(StandardCharsets.UTF_8).contains("because: pattern too large"));
    }

    @Test
    void classesCanBeKept(@TempDir Path folder) throws IOException {
        program("x(y)z", "g", true, "--dump-classes=" + folder).match("xyz", 0);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("_x_y_z_g-1.class"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void tooMuchBacktrackingIsTheSameError() {
        String input = "ab".repeat(6_000_000);
        RegExpProgram compiled = program("(?:(a)|b|ab)*c", "", true);
        assertThrows(BacktrackLimitException.class, () -> compiled.match(input, 0));
        assertTrue(compiled.isCompiled());
        assertArrayEquals(new int[] {0, 3, -1, -1}, compiled.match("abc", 0));
    }

    @Test
    void longMatchesCanBeEnded() {
        RegExpProgram program = program("(x+x+)+y", "", true);
        program.setPoll(
                () -> {
                    throw new IllegalStateException("enough");
                });
        assertThrows(IllegalStateException.class, () -> program.match("x".repeat(40), 0));
        assertTrue(program.isCompiled());
        assertNull(program.match("xx", 0));
    }

    @Test
    void deadPatternsTakeTheirClassesWithThem() {
        List<java.lang.ref.WeakReference<Object>> programs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            RegExpProgram program = program("a" + i + "[bc]+", "", true);
            program.match("a" + i + "bc", 0);
            programs.add(new java.lang.ref.WeakReference<>(program));
        }
        for (int i = 0; i < 20 && alive(programs) > 0; i++) {
            System.gc();
        }
        assertEquals(0, alive(programs));
    }

    private static long alive(List<java.lang.ref.WeakReference<Object>> references) {
        return references.stream().filter(reference -> reference.get() != null).count();
    }
}
