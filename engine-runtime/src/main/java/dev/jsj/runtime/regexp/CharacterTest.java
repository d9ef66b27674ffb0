package dev.jsj.runtime.regexp;

import java.util.Arrays;

/**
 * A set made for testing characters: a table for Latin-1, a binary search over the ranges for the
 * rest, which turns into a bitmap of the basic plane for sets of many ranges. As a guard it also
 * says whether the end of the input will do.
 */
public final class CharacterTest {
    private static final int LATIN1 = 256;

    /**
     * Sets with more ranges than this get a bitmap when they first meet a character outside of
     * Latin-1.
     */
    private static final int SEARCH_LIMIT = 8;

    final CodePointSet set;
    final boolean end;

    /** The only character that is not a member, for sets like {@code [^"]}; else -1. */
    final int onlyMissing;

    /** The only member, or -1. */
    final int onlyMember;

    private final boolean[] latin1 = new boolean[LATIN1];
    private final int[] bounds;
    private final boolean allAbove;
    private long[] bitmap;

    CharacterTest(CodePointSet set, boolean end) {
        this.set = set;
        this.end = end;
        CodePointSet.Builder above = new CodePointSet.Builder();
        for (int i = 0; i < set.rangeCount(); i++) {
            if (set.first(i) < LATIN1) {
                Arrays.fill(latin1, set.first(i), Math.min(set.last(i) + 1, LATIN1), true);
            }
            if (set.last(i) >= LATIN1) {
                above.add(Math.max(set.first(i), LATIN1), set.last(i));
            }
        }
        CodePointSet rest = above.build();
        allAbove = rest.size() == CodePointSet.LIMIT - LATIN1;
        bounds = new int[rest.rangeCount() * 2];
        for (int i = 0; i < rest.rangeCount(); i++) {
            bounds[2 * i] = rest.first(i);
            bounds[2 * i + 1] = rest.last(i) + 1;
        }
        CodePointSet missing = set.complement();
        onlyMissing = missing.single();
        onlyMember = set.single();
    }

    /** The set. */
    public CodePointSet set() {
        return set;
    }

    /** Whether, as a guard, it allows the end of the input. */
    public boolean allowsEnd() {
        return end;
    }

    boolean matches(int character) {
        return character < LATIN1 ? latin1[character] : allAbove || matchesAbove(character);
    }

    private boolean matchesAbove(int character) {
        if (bounds.length == 0) {
            return false;
        }
        if (bounds.length <= 2 * SEARCH_LIMIT || character > 0xFFFF) {
            return search(character);
        }
        if (bitmap == null) {
            bitmap = basicPlane();
        }
        return (bitmap[character >> 6] >>> character & 1) != 0;
    }

    private boolean search(int character) {
        int low = 0;
        int high = bounds.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (bounds[middle] <= character) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (low & 1) == 1;
    }

    private long[] basicPlane() {
        long[] map = new long[0x10000 >> 6];
        for (int i = 0; i < bounds.length; i += 2) {
            for (int character = bounds[i];
                    character < Math.min(bounds[i + 1], 0x10000);
                    character++) {
                map[character >> 6] |= 1L << character;
            }
        }
        return map;
    }

    @Override
    public String toString() {
        return end ? set + "$" : set.toString();
    }
}
