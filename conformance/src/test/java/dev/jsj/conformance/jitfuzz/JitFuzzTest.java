package dev.jsj.conformance.jitfuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs that once gave different results in different tiers, and some random ones. */
final class JitFuzzTest {
    private static final long STACK_BYTES = 64L << 20;
    private static final long LIMIT_MILLIS = 60_000;

    static List<Path> programs() throws IOException {
        Path folder = Path.of("src/test/resources/dev/jsj/conformance/jitfuzz");
        if (!Files.isDirectory(folder)) {
            folder = Path.of("conformance").resolve(folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void sameInAllTiers(Path program) throws IOException, InterruptedException {
        check(Files.readString(program));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomProgramsAreTheSameInAllTiers(long seed) throws InterruptedException {
        check(ProgramGenerator.program(seed));
    }

    private static void check(String program) throws InterruptedException {
        String[] outputs = new String[TierMode.values().length];
        Thread thread =
                new Thread(
                        null,
                        () -> {
                            for (TierMode mode : TierMode.values()) {
                                outputs[mode.ordinal()] = mode.run(program, LIMIT_MILLIS);
                            }
                        },
                        "jitfuzz",
                        STACK_BYTES);
        thread.start();
        thread.join();
        assertFalse(outputs[0].isEmpty());
        for (TierMode mode : TierMode.values()) {
            assertEquals(outputs[0], outputs[mode.ordinal()], mode + ":\n" + program);
        }
    }

    @Test
    void aSeedAlwaysGivesTheSameProgram() {
        assertEquals(ProgramGenerator.program(7), ProgramGenerator.program(7));
        assertFalse(ProgramGenerator.program(7).equals(ProgramGenerator.program(8)));
    }

    @Test
    void minimizingKeepsOnlyWhatMatters() {
        String program = "let a = 1;\nif (a) {\nprint((a + (2 * 3)));\nprint(2);\n}\nlet b = 2;\n";
        String small = Minimizer.minimize(program, text -> text.contains("print(2)"));
        assertTrue(small.length() <= "print(2);\n".length(), small);
    }
}
