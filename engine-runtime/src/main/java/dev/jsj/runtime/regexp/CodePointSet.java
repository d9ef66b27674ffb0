package dev.jsj.runtime.regexp;

import java.util.Arrays;

/**
 * An immutable set of code points as sorted, disjoint, non-adjacent ranges: {@code bounds[2i]} is
 * the first member of a range, {@code bounds[2i + 1]} the first code point after it.
 */
public final class CodePointSet {
    static final int LIMIT = 0x110000;

    static final CodePointSet EMPTY = new CodePointSet(new int[0]);
    public static final CodePointSet ALL = range(0, LIMIT - 1);
    public static final CodePointSet SURROGATES = range(0xD800, 0xDFFF);
    public static final CodePointSet ASTRAL = range(0x10000, LIMIT - 1);

    private final int[] bounds;

    private CodePointSet(int[] bounds) {
        this.bounds = bounds;
    }

    /** The set of the code points from {@code first} to {@code last}. */
    public static CodePointSet range(int first, int last) {
        return new CodePointSet(new int[] {first, last + 1});
    }

    static CodePointSet of(int codePoint) {
        return range(codePoint, codePoint);
    }

    /** The union of the ranges given as pairs of first and last member, in any order. */
    static CodePointSet ofRanges(int... firstAndLast) {
        Builder builder = new Builder();
        for (int i = 0; i < firstAndLast.length; i += 2) {
            builder.add(firstAndLast[i], firstAndLast[i + 1]);
        }
        return builder.build();
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    public int rangeCount() {
        return bounds.length >> 1;
    }

    public int first(int range) {
        return bounds[range << 1];
    }

    public int last(int range) {
        return bounds[(range << 1) + 1] - 1;
    }

    /** The number of members. */
    public int size() {
        int size = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            size += bounds[i + 1] - bounds[i];
        }
        return size;
    }

    /** The only member, or -1 when there is not exactly one. */
    public int single() {
        return bounds.length == 2 && bounds[1] - bounds[0] == 1 ? bounds[0] : -1;
    }

    public boolean contains(int codePoint) {
        int index = Arrays.binarySearch(bounds, codePoint);
        int boundsUpToHere = index >= 0 ? index + 1 : -index - 1;
        return (boundsUpToHere & 1) == 1;
    }

    CodePointSet union(CodePointSet other) {
        if (isEmpty() || other == this) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        Builder builder = new Builder();
        builder.addAll(this);
        builder.addAll(other);
        return builder.build();
    }

    public CodePointSet intersect(CodePointSet other) {
        int[] result = new int[bounds.length + other.bounds.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < bounds.length && j < other.bounds.length) {
            int from = Math.max(bounds[i], other.bounds[j]);
            int to = Math.min(bounds[i + 1], other.bounds[j + 1]);
            if (from < to) {
                result[size++] = from;
                result[size++] = to;
            }
            if (bounds[i + 1] < other.bounds[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return new CodePointSet(Arrays.copyOf(result, size));
    }

    public boolean intersects(CodePointSet other) {
        int i = 0;
        int j = 0;
        while (i < bounds.length && j < other.bounds.length) {
            if (Math.max(bounds[i], other.bounds[j])
                    < Math.min(bounds[i + 1], other.bounds[j + 1])) {
                return true;
            }
            if (bounds[i + 1] < other.bounds[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return false;
    }

    /** All code points that are not members. */
    CodePointSet complement() {
        int[] result = new int[bounds.length + 2];
        int size = 0;
        int from = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            if (from < bounds[i]) {
                result[size++] = from;
                result[size++] = bounds[i];
            }
            from = bounds[i + 1];
        }
        if (from < LIMIT) {
            result[size++] = from;
            result[size++] = LIMIT;
        }
        return new CodePointSet(Arrays.copyOf(result, size));
    }

    CodePointSet subtract(CodePointSet other) {
        return intersect(other.complement());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodePointSet set && Arrays.equals(bounds, set.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < bounds.length; i += 2) {
            append(text, bounds[i]);
            if (bounds[i + 1] - bounds[i] > 1) {
                append(text.append('-'), bounds[i + 1] - 1);
            }
        }
        return text.append(']').toString();
    }

    private static void append(StringBuilder text, int codePoint) {
        if (codePoint > ' ' && codePoint < 0x7F) {
            text.append((char) codePoint);
        } else {
            text.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
        }
    }

    /** Collects ranges in any order. */
    static final class Builder {
        private long[] ranges = new long[8];
        private int size;
        private boolean sorted = true;

        /** Adds the code points from {@code first} to {@code last}. */
        void add(int first, int last) {
            if (size > 0 && sorted) {
                int previousEnd = (int) ranges[size - 1];
                if (first == previousEnd) {
                    ranges[size - 1] = ranges[size - 1] & ~0xFFFFFFFFL | last + 1;
                    return;
                }
                sorted = first > previousEnd;
            }
            if (size == ranges.length) {
                ranges = Arrays.copyOf(ranges, size * 2);
            }
            ranges[size++] = (long) first << 32 | last + 1;
        }

        void add(int codePoint) {
            add(codePoint, codePoint);
        }

        void addAll(CodePointSet set) {
            for (int i = 0; i < set.bounds.length; i += 2) {
                add(set.bounds[i], set.bounds[i + 1] - 1);
            }
        }

        CodePointSet build() {
            if (!sorted) {
                Arrays.sort(ranges, 0, size);
            }
            int[] bounds = new int[size * 2];
            int count = 0;
            for (int i = 0; i < size; i++) {
                int from = (int) (ranges[i] >> 32);
                int to = (int) ranges[i];
                if (count > 0 && from <= bounds[count - 1]) {
                    bounds[count - 1] = Math.max(bounds[count - 1], to);
                } else {
                    bounds[count++] = from;
                    bounds[count++] = to;
                }
            }
            return count == 0
                    ? EMPTY
                    : new CodePointSet(
                            count == bounds.length ? bounds : Arrays.copyOf(bounds, count));
        }
    }
}
