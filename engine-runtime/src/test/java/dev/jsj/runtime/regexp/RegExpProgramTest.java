package dev.jsj.runtime.regexp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class RegExpProgramTest {

    @Test
    void matchesWhatNodeMatches() throws IOException {
        List<String> differences = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                RegExpProgramTest.class.getResourceAsStream("matches.tsv"),
                                StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                if (!line.startsWith("#")) {
                    String[] columns = line.split("\t", -1);
                    String actual =
                            match(
                                    unescape(columns[0]),
                                    columns[1],
                                    unescape(columns[2]),
                                    Integer.parseInt(columns[3]));
                    if (!actual.equals(columns[4])) {
                        differences.add(line + " but got " + actual);
                    }
                }
            }
        }
        assertEquals(List.of(), differences);
    }

    private static String match(String pattern, String flags, String input, int lastIndex) {
        int[] captures = RegExpCompiler.compile(pattern, flags).match(input, lastIndex);
        if (captures == null) {
            return "null";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < captures.length; i += 2) {
            text.append(i == 0 ? "" : ",")
                    .append(captures[i + 1] < 0 ? "u" : captures[i] + "-" + captures[i + 1]);
        }
        return text.toString();
    }

    private static String unescape(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\\' && text.charAt(++i) == 'u') {
                unit = (char) Integer.parseInt(text, i + 1, i + 5, 16);
                i += 4;
            }
            result.append(unit);
        }
        return result.toString();
    }

    @Test
    void setsOfTheVFlag() {
        assertEquals("0-3", match("^[\\w--\\d]+$", "v", "abc", 0));
        assertEquals("null", match("^[\\w--\\d]+$", "v", "ab1", 0));
        assertEquals("0-1", match("[\\p{L}&&[a-f]]", "v", "cg", 0));
        assertEquals("0-3", match("[\\q{abc|d|}x]", "v", "abcd", 0));
        assertEquals("0-0", match("[\\q{abc|}]", "v", "ab", 0));
        assertEquals(
                "0-7",
                match("^\\p{RGI_Emoji}$", "v", "\uD83D\uDC68\uD83C\uDFFE\u200D\u2695\uFE0F", 0));
        assertEquals(
                "null", match("[^\\p{Lu}]", "iv", "aB", 0)); // folding comes before the complement
        assertEquals("0-1", match("[^\\P{Lu}]", "iv", "a", 0));
    }

    @Test
    void modifiersApplyInside() {
        assertEquals("0-2", match("(?i:a)b", "", "Ab", 0));
        assertEquals("null", match("(?i:a)b", "", "AB", 0));
        assertEquals("0-2", match("(?-i:a)b", "i", "aB", 0));
        assertEquals("1-2", match("(?s:.)(?m:$)", "", "a\n\n", 1));
    }

    @Test
    void duplicateNamesReferToTheGroupThatTookPart() {
        assertEquals("0-2,u,0-1", match("(?:(?<n>a)|(?<n>b))\\k<n>", "", "bb", 0));
        assertEquals("2-4,2-3,u", match("(?:(?<n>a)|(?<n>b))\\k<n>", "", "abaa", 0));
    }

    @Test
    void unicodePropertiesFollowUnicode17() {
        assertEquals("0-2", match("\\p{Script=Sidetic}", "u", Character.toString(0x10940), 0));
        assertEquals("0-1", match("\\p{Lu}", "u", "\u00C9", 0));
        assertEquals("0-1", match("\\p{scx=Deva}", "u", "\u0964", 0));
        assertEquals("null", match("\\p{sc=Deva}", "u", "\u0964", 0));
    }

    @Test
    void longInputsNeitherOverflowNorQuadruple() {
        String input = "ab".repeat(500_000);
        assertArrayEquals(
                new int[] {0, 1_000_000}, RegExpCompiler.compile("(?:a|b)*", "").match(input, 0));
        assertArrayEquals(
                new int[] {0, 1_000_000, 999_998, 1_000_000},
                RegExpCompiler.compile("(?:(ab|cd))*$", "").match(input, 0));
        RegExpProgram hungry = RegExpCompiler.compile("(?:(\\w)|(\\w\\w))*", "");
        assertThrows(BacktrackLimitException.class, () -> hungry.match("a".repeat(6_000_000), 0));
        assertNotNull(hungry.match("abc", 0));
    }
}
