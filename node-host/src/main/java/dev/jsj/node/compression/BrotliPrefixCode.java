package dev.jsj.node.compression;

import java.util.Arrays;

/** A prefix code made from how often symbols occur, and how brotli describes it (RFC 7932, 3). */
final class BrotliPrefixCode {
    private static final int LONGEST = 15;
    private static final int LONGEST_LENGTH_CODE = 5;
    private static final int REPEAT_PREVIOUS = 16;
    private static final int REPEAT_ZERO = 17;
    private static final int[] LENGTH_ORDER = {
        1, 2, 3, 4, 0, 5, 17, 6, 16, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };
    // How the lengths 0 to 5 of the code of lengths are written.
    private static final int[] LENGTH_BITS = {0, 7, 3, 2, 1, 15};
    private static final int[] LENGTH_BIT_COUNTS = {2, 4, 3, 2, 2, 4};

    private final int[] lengths;
    private final int[] codes;
    private final int used;

    /** The symbol that takes no bits where no other is used. */
    private final int only;

    BrotliPrefixCode(int[] counts) {
        this(counts, LONGEST);
    }

    private BrotliPrefixCode(int[] counts, int longest) {
        lengths = lengths(counts, longest);
        codes = codes(lengths);
        int known = 0;
        int last = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                known++;
                last = i;
            }
        }
        used = known;
        only = last;
    }

    void write(BitOutput output, int symbol) {
        if (used > 1) {
            output.write(lengths[symbol], codes[symbol]);
        }
    }

    // ---- making the code

    /** Huffman's lengths; rare symbols count more until no code is too long. */
    private static int[] lengths(int[] counts, int longest) {
        for (int least = 1; ; least *= 2) {
            int[] lengths = huffman(counts, least);
            int most = 0;
            for (int length : lengths) {
                most = Math.max(most, length);
            }
            if (most <= longest) {
                return lengths;
            }
        }
    }

    private static int[] huffman(int[] counts, int least) {
        int[] lengths = new int[counts.length];
        long[] leaves = new long[counts.length];
        int count = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                leaves[count++] = (long) Math.max(counts[i], least) << 16 | i;
            }
        }
        if (count < 2) {
            return lengths;
        }
        Arrays.sort(leaves, 0, count);
        long[] weights = new long[2 * count - 1];
        int[] parents = new int[2 * count - 1];
        for (int i = 0; i < count; i++) {
            weights[i] = leaves[i] >> 16;
        }
        int leaf = 0;
        int inner = count;
        for (int next = count; next < weights.length; next++) {
            for (int child = 0; child < 2; child++) {
                boolean takeLeaf =
                        leaf < count && (inner >= next || weights[leaf] <= weights[inner]);
                int taken = takeLeaf ? leaf++ : inner++;
                weights[next] += weights[taken];
                parents[taken] = next;
            }
        }
        int[] depths = new int[weights.length];
        for (int i = weights.length - 2; i >= 0; i--) {
            depths[i] = depths[parents[i]] + 1;
            if (i < count) {
                lengths[(int) (leaves[i] & 0xFFFF)] = depths[i];
            }
        }
        return lengths;
    }

    /** Codes by length, then symbol; their first bit is the lowest. */
    private static int[] codes(int[] lengths) {
        int[] first = new int[LONGEST + 1];
        int[] perLength = new int[LONGEST + 1];
        for (int length : lengths) {
            perLength[length]++;
        }
        perLength[0] = 0;
        for (int length = 1; length <= LONGEST; length++) {
            first[length] = first[length - 1] + perLength[length - 1] << 1;
        }
        int[] codes = new int[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] > 0) {
                codes[i] = Integer.reverse(first[lengths[i]]++) >>> 32 - lengths[i];
            }
        }
        return codes;
    }

    // ---- describing it

    /** Writes the code's description for an alphabet whose symbols have a number of bits. */
    void describe(BitOutput output, int symbolBits) {
        if (used <= 4) {
            describeSimple(output, symbolBits);
        } else {
            describeLengths(output);
        }
    }

    private void describeSimple(BitOutput output, int symbolBits) {
        int[] symbols = new int[4];
        int count = 0;
        for (int length = 1; length <= LONGEST; length++) {
            for (int i = 0; i < lengths.length; i++) {
                if (lengths[i] == length) {
                    symbols[count++] = i;
                }
            }
        }
        if (count == 0) {
            count = 1;
            symbols[0] = only;
        }
        output.write(2, 1);
        output.write(2, count - 1);
        for (int i = 0; i < count; i++) {
            output.write(symbolBits, symbols[i]);
        }
        if (count == 4) {
            output.write(1, lengths[symbols[0]] == 1 ? 1 : 0);
        }
    }

    private void describeLengths(BitOutput output) {
        int end = lengths.length;
        while (lengths[end - 1] == 0) {
            end--;
        }
        int[] symbols = new int[end];
        int[] extra = new int[end];
        int count = 0;
        for (int i = 0; i < end; ) {
            int run = 1;
            while (i + run < end && lengths[i + run] == lengths[i]) {
                run++;
            }
            int repeated = run;
            boolean zero = lengths[i] == 0;
            if (!zero) {
                symbols[count++] = lengths[i];
                repeated--;
            }
            if (repeated < 3) {
                for (; repeated > 0; repeated--) {
                    symbols[count++] = lengths[i];
                }
            } else {
                count = repeat(symbols, extra, count, repeated, zero);
            }
            i += run;
        }
        int[] counts = new int[REPEAT_ZERO + 1];
        for (int i = 0; i < count; i++) {
            counts[symbols[i]]++;
        }
        BrotliPrefixCode code = new BrotliPrefixCode(counts, LONGEST_LENGTH_CODE);
        code.writeLengths(output, counts);
        for (int i = 0; i < count; i++) {
            code.write(output, symbols[i]);
            if (symbols[i] == REPEAT_PREVIOUS) {
                output.write(2, extra[i]);
            } else if (symbols[i] == REPEAT_ZERO) {
                output.write(3, extra[i]);
            }
        }
    }

    /** Repetitions in a row are digits of one number, the highest first. */
    private static int repeat(int[] symbols, int[] extra, int start, int times, boolean zero) {
        int bits = zero ? 3 : 2;
        int digits = 0;
        int[] reversed = new int[16];
        for (int rest = times - 3; ; rest--) {
            reversed[digits++] = rest & (1 << bits) - 1;
            rest >>= bits;
            if (rest == 0) {
                break;
            }
        }
        int count = start;
        while (digits > 0) {
            symbols[count] = zero ? REPEAT_ZERO : REPEAT_PREVIOUS;
            extra[count++] = reversed[--digits];
        }
        return count;
    }

    /** Writes the lengths of this code, which is the code of another's lengths. */
    private void writeLengths(BitOutput output, int[] counts) {
        int[] shown = lengths.clone();
        int end = LENGTH_ORDER.length;
        if (used == 1) {
            for (int i = 0; i < counts.length; i++) {
                shown[i] =
                        counts[i] > 0 ? 3 : 0; // any length: it takes no bits, and all are listed
            }
        } else {
            while (shown[LENGTH_ORDER[end - 1]] == 0) {
                end--;
            }
        }
        int skipped = 0;
        if (shown[LENGTH_ORDER[0]] == 0 && shown[LENGTH_ORDER[1]] == 0) {
            skipped = shown[LENGTH_ORDER[2]] == 0 ? 3 : 2;
        }
        output.write(2, skipped);
        for (int i = skipped; i < end; i++) {
            int length = shown[LENGTH_ORDER[i]];
            output.write(LENGTH_BIT_COUNTS[length], LENGTH_BITS[length]);
        }
    }
}
