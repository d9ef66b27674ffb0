package dev.jsj.runtime.regexp;

import java.util.Arrays;

/** The room for the choices of a match, kept from match to match. */
final class BacktrackStack {
    /** In ints: 64 MB, as in V8. */
    private static final int LIMIT = 1 << 24;

    private static final int INITIAL_SIZE = 128;

    /** One that has grown beyond this is not kept for the next match. */
    private static final int KEPT_SIZE = 1 << 16;

    int[] entries = new int[INITIAL_SIZE];

    /** Twice the room, with the same entries; throws at the limit. */
    int[] grow() {
        if (entries.length >= LIMIT) {
            entries = new int[INITIAL_SIZE];
            throw new BacktrackLimitException();
        }
        entries = Arrays.copyOf(entries, entries.length * 2);
        return entries;
    }

    /** Called after the last attempt of a match. */
    void release() {
        if (entries.length > KEPT_SIZE) {
            entries = new int[INITIAL_SIZE];
        }
    }
}
