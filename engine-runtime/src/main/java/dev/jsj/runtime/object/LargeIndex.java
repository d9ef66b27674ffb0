package dev.jsj.runtime.object;

import java.util.Comparator;
import java.util.List;

/**
 * Array indices from 2^31 to 2^32-2, which are strings among the property keys and yet come before
 * other strings.
 */
public final class LargeIndex {
    private static final long FIRST = 1L << 31;
    private static final long LAST = (1L << 32) - 2;

    private LargeIndex() {}

    /** Whether the key is the canonical string of such an index. */
    public static boolean isLargeIndex(String key) {
        return value(key) >= 0;
    }

    /** The index that the key stands for, or -1. */
    public static long value(String key) {
        if (key.length() != 10 || key.charAt(0) < '2' || key.charAt(0) > '4') {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < 10; i++) {
            int digit = key.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value >= FIRST && value <= LAST ? value : -1;
    }

    /**
     * Moves the large indices among {@code keys[from..]} (strings) to the front of that part,
     * ascending.
     */
    static void moveToFront(List<Object> keys, int from) {
        keys.subList(from, keys.size())
                .sort(
                        Comparator.comparingLong(
                                key -> {
                                    long index = value((String) key);
                                    return index < 0 ? Long.MAX_VALUE : index;
                                }));
    }
}
