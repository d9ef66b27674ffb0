package dev.jsj.interp.bytecode;

/**
 * Maps code offsets to source positions (UTF-16 offsets into the source text): for each entry, the
 * instructions from its code offset up to the next entry's come from its position.
 */
public final class SourcePositions {

    private final int[] pairs;

    /**
     * @param pairs code offset and source position, alternating, ascending by code offset
     */
    public SourcePositions(int[] pairs) {
        this.pairs = pairs;
    }

    /** Code offset and source position, alternating; not to be changed. */
    public int[] pairs() {
        return pairs;
    }

    /**
     * The source position of the instruction at (or around) the code offset, or -1 if there is
     * none.
     */
    public int at(int pc) {
        int low = 0;
        int high = pairs.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (pairs[2 * middle] <= pc) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high < 0 ? -1 : pairs[2 * high + 1];
    }

    /** Whether a new position begins exactly at the code offset. */
    public boolean startsAt(int pc) {
        int low = 0;
        int high = pairs.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (pairs[2 * middle] == pc) {
                return true;
            }
            if (pairs[2 * middle] < pc) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }
}
