package dev.jsj.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class TicksForLengthTest {
    @Test
    void growsWithTheLength() {
        assertEquals(0, Jit.ticksForLength(100));
        for (int words = 0; words < 100_000; words += 100) {
            assertTrue(Jit.ticksForLength(words) <= Jit.ticksForLength(words + 100));
        }
    }

    @Test
    void growsFasterForLongFunctions() {
        int medium = Jit.ticksForLength(1500);
        int large = Jit.ticksForLength(3000);
        assertTrue(large > 4 * medium, medium + ", " + large);
    }

    @Test
    void evenTheLargestFunctionIsCompiledInTheEnd() {
        assertEquals(Jit.ticksForLength(100_000), Jit.ticksForLength(Integer.MAX_VALUE));
    }
}
