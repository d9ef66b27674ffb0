package dev.jsj.runtime.builtins.collections;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class MergeSortTest {
    @Test
    void sortsLikeTheLibraryAndIsStable() {
        Random random = new Random(3);
        for (int length : new int[] {0, 1, 2, 15, 16, 17, 33, 100, 1000}) {
            Object[] values = new Object[length];
            for (int i = 0; i < length; i++) {
                values[i] = random.nextInt(20) * 10_000 + i;
            }
            Object[] expected = values.clone();
            Arrays.sort(expected, (x, y) -> (Integer) x / 10_000 - (Integer) y / 10_000);
            MergeSort.sort(values, length, (x, y) -> (Integer) x / 10_000 - (Integer) y / 10_000);
            assertArrayEquals(expected, values);
        }
    }

    @Test
    void anInconsistentOrderLosesNothing() {
        Random random = new Random(5);
        Object[] values = new Object[500];
        Arrays.setAll(values, i -> i);
        MergeSort.sort(values, values.length, (x, y) -> random.nextInt(3) - 1);
        Arrays.sort(values);
        Object[] expected = new Object[500];
        Arrays.setAll(expected, i -> i);
        assertArrayEquals(expected, values);
    }
}
