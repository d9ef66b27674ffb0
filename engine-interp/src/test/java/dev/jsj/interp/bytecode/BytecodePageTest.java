package dev.jsj.interp.bytecode;

import static dev.jsj.interp.bytecode.OpTrait.Effect.CALLS_USER_CODE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * docs/bytecode.md is generated from Op and its comments: run with -Dgolden.update=true to write it
 * anew.
 */
class BytecodePageTest {

    private static final Pattern ENTRY =
            Pattern.compile(
                    "// -{20,} ([^/]*?)\\n"
                            + "(?=\\s*\\n"
                            + ")|/\\*\\*((?:(?!\\*/).)*)\\*/\\s*([A-Z][A-Z_0-9]*)\\(",
                    Pattern.DOTALL);

    @Test
    void pageIsFresh() throws IOException {
        Path page = Path.of("docs/bytecode.md");
        if (!Files.exists(page.getParent())) {
            page = Path.of("..").resolve(page);
        }
        String expected = generate();
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, expected);
        }
        assertEquals(expected, Files.readString(page), "run with -Dgolden.update=true");
    }

    private static String generate() throws IOException {
        String source = Files.readString(OpcodesTest.sourceOf("Op.java"));
        source = source.substring(source.indexOf("public enum Op"));
        Map<String, String> comments = new LinkedHashMap<>();
        Map<String, String> sections = new LinkedHashMap<>();
        String section = null;
        Matcher matcher = ENTRY.matcher(source);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                section = matcher.group(1).replaceAll("\\s*//\\s*", " ").strip();
            } else {
                comments.put(matcher.group(3), text(matcher.group(2)));
                if (section != null) {
                    sections.put(matcher.group(3), section);
                    section = null;
                }
            }
        }
        StringBuilder page = new StringBuilder();
        page.append(
                "# Bytecode\n\n"
                        + "<!-- Generated from dev.jsj.interp.bytecode.Op by BytecodePageTest."
                        + " -->\n\n");
        page.append("Code is an `int[]`: the opcode, then one int per operand. ");
        page.append("`jsj run --print-bytecode` shows that of every function that is compiled.\n");
        for (Op op : Op.values()) {
            if (sections.containsKey(op.name())) {
                page.append("\n## ").append(capitalized(sections.get(op.name()))).append("\n\n");
                page.append("| Op | Operands | Effects, feedback |\n|---|---|---|\n");
            }
            String comment = comments.get(op.name());
            assertNotNull(comment, op + " has a comment");
            page.append("| ").append(comment).append(" | ");
            page.append(join(op.operandKinds())).append(" | ").append(join(effects(op)));
            if (op.feedback() != null) {
                page.append(op.effects().isEmpty() ? "" : ", ")
                        .append('*')
                        .append(op.feedback())
                        .append('*');
            }
            page.append(" |\n");
        }
        return page.toString();
    }

    private static List<OpTrait.Effect> effects(Op op) {
        return op.effects().stream()
                .filter(
                        effect ->
                                effect == CALLS_USER_CODE
                                        || !CALLS_USER_CODE.implied().contains(effect)
                                        || !op.has(CALLS_USER_CODE))
                .toList();
    }

    private static String join(List<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Javadoc as Markdown in one line. */
    private static String text(String javadoc) {
        return javadoc.replaceAll("\\n\\s*\\*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link ([^}]*)}", "`$1`")
                .replaceAll("&lt;", "<")
                .replaceAll("\\|", "\\\\|")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
