package dev.jsj.runtime.builtins.collections;

/**
 * A stable merge sort that, unlike the one of the Java library, accepts any comparator: what
 * JavaScript passes may be inconsistent, and may throw.
 */
public final class MergeSort {
    /** Shorter runs are made by binary insertion. */
    private static final int RUN = 16;

    private MergeSort() {}

    /** Compares two values; zero and negative keep their order. */
    @FunctionalInterface
    public interface Order {
        int compare(Object x, Object y);
    }

    /** Sorts the first {@code length} values. */
    public static void sort(Object[] values, int length, Order order) {
        int sorted = ascendingPrefix(values, length, order);
        if (sorted == length) {
            return;
        }
        for (int from = 0; from < length; from += RUN) {
            insertionSort(values, from, Math.min(from + RUN, length), order);
        }
        Object[] source = values;
        Object[] target = new Object[length];
        for (int width = RUN; width < length; width *= 2) {
            for (int from = 0; from < length; from += 2 * width) {
                int middle = Math.min(from + width, length);
                merge(source, target, from, middle, Math.min(middle + width, length), order);
            }
            Object[] swap = source;
            source = target;
            target = swap;
        }
        if (source != values) {
            System.arraycopy(source, 0, values, 0, length);
        }
    }

    private static int ascendingPrefix(Object[] values, int length, Order order) {
        int i = 1;
        while (i < length && order.compare(values[i - 1], values[i]) <= 0) {
            i++;
        }
        return Math.min(i, length);
    }

    private static void insertionSort(Object[] values, int from, int to, Order order) {
        for (int i = from + 1; i < to; i++) {
            Object moved = values[i];
            int low = from;
            int high = i;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (order.compare(moved, values[middle]) < 0) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            System.arraycopy(values, low, values, low + 1, i - low);
            values[low] = moved;
        }
    }

    private static void merge(
            Object[] source, Object[] target, int from, int middle, int to, Order order) {
        if (middle >= to || order.compare(source[middle - 1], source[middle]) <= 0) {
            System.arraycopy(source, from, target, from, to - from);
            return;
        }
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            boolean takeRight =
                    left >= middle || right < to && order.compare(source[left], source[right]) > 0;
            target[at] = takeRight ? source[right++] : source[left++];
        }
    }
}
