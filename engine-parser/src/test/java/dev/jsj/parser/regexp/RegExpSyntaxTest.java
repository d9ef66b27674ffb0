package dev.jsj.parser.regexp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class RegExpSyntaxTest {

    @Test
    void reportsWhatNodeReports() throws IOException {
        List<String> differences = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                RegExpSyntaxTest.class.getResourceAsStream("syntax-errors.tsv"),
                                StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] columns = line.split("\t", -1);
                String pattern = unescape(columns[0]);
                String actual = reason(pattern, columns[1]);
                if (!actual.equals(unescape(columns[2]))) {
                    differences.add(line + " but got " + actual);
                }
            }
        }
        assertEquals(List.of(), differences);
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

    private static String reason(String pattern, String flags) {
        try {
            RegExpSyntax.parse(pattern, flags);
            return "ok";
        } catch (RegExpSyntaxException error) {
            String prefix = "Invalid regular expression: /" + pattern + "/" + flags + ": ";
            assertEquals(prefix, error.getMessage().substring(0, prefix.length()));
            return error.getMessage().substring(prefix.length());
        }
    }

    @Test
    void modifiers() {
        assertInstanceOf(RegExpNode.Modifiers.class, RegExpSyntax.parse("(?i-ms:a)", "").body());
        assertEquals("Repeated flag in flag group", reason("(?i-i:a)", ""));
        assertEquals("Multiple dashes in flag group", reason("(?i--m:a)", ""));
        assertEquals("Invalid flag group", reason("(?-:a)", ""));
        assertEquals("Invalid flag group", reason("(?iu:a)", ""));
    }

    @Test
    void duplicateNamesNeedDifferentAlternatives() {
        RegExpPattern pattern = RegExpSyntax.parse("(?:(?<y>a)|(?<y>b))(?<z>c)", "");
        assertEquals("y", pattern.groupNames().getFirst().name());
        assertArrayEquals(new int[] {1, 2}, pattern.groupNames().getFirst().captures());
        assertEquals("Duplicate capture group name", reason("(?<y>a)(?:b|(?<y>c))", ""));
        assertEquals("Duplicate capture group name", reason("(?:(?<y>a)|b)(?:c|(?<y>d))", ""));
    }

    @Test
    void flags() {
        assertEquals("dgimsuy", RegExpFlags.parse("yusmigd").toString());
        assertNull(RegExpFlags.parse("gg"));
        assertNull(RegExpFlags.parse("uv"));
        String message =
                assertThrows(RegExpSyntaxException.class, () -> RegExpSyntax.parse("a", "x"))
                        .getMessage();
        assertEquals("Invalid flags supplied to RegExp constructor 'x'", message);
    }

    @Test
    void deepNestingIsAnErrorNotAnOverflow() throws InterruptedException {
        String[] outcome = new String[1];
        Runnable parse = () -> outcome[0] = reason("(?:".repeat(200_000) + ")".repeat(200_000), "");
        Thread small = new Thread(null, parse, "small stack", 256 * 1024);
        small.start();
        small.join();
        assertEquals("Regular expression too large", outcome[0]);
    }
}
