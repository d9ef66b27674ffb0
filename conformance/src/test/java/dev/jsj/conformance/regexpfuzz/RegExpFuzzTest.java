package dev.jsj.conformance.regexpfuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Random patterns match alike, interpreted and compiled. */
final class RegExpFuzzTest {
    private static final int PATTERNS = 1500;

    @Test
    void compiledPatternsMatchWhatTheMatcherMatches() {
        List<String> differences = new ArrayList<>();
        for (int seed = 1; seed <= PATTERNS; seed++) {
            String difference = RegExpFuzz.differenceOf(seed);
            if (difference != null) {
                differences.add("seed " + seed + ": " + difference);
            }
        }
        assertEquals(List.of(), differences);
    }
}
