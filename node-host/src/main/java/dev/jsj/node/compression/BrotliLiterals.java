package dev.jsj.node.compression;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * The literals of a meta-block: one prefix code for each class of what stands before them. The byte
 * before, without its two lowest bits, is the context; contexts after which the same bytes are
 * likely share a class.
 */
final class BrotliLiterals {
    private static final int SYMBOLS = 256;
    private static final int CONTEXTS = 64;
    private static final int HIGH_BITS_MODE = 1;
    private static final int MOST_CLASSES = 16;

    /** What a code costs beyond its literals: its description, in bits per symbol and in all. */
    private static final double SYMBOL_COST = 5;

    private static final double CODE_COST = 60;

    private static final double[] LOGARITHMS = new double[4096];

    static {
        for (int i = 1; i < LOGARITHMS.length; i++) {
            LOGARITHMS[i] = Math.log(i) / Math.log(2);
        }
    }

    private final boolean classes;
    private final int[][] counts = new int[CONTEXTS][SYMBOLS];
    private final int[] classOf = new int[CONTEXTS];
    private BrotliPrefixCode[] codes = new BrotliPrefixCode[0];

    /**
     * @param classes whether there may be more than one
     */
    BrotliLiterals(boolean classes) {
        this.classes = classes;
    }

    void begin() {
        for (int[] one : counts) {
            Arrays.fill(one, 0);
        }
    }

    private int context(byte[] data, int at) {
        return classes && at > 0 ? (data[at - 1] & 0xFF) >> 2 : 0;
    }

    void count(byte[] data, int start, int end) {
        for (int i = start; i < end; i++) {
            counts[context(data, i)][data[i] & 0xFF]++;
        }
    }

    // ---- classes

    /** Writes which contexts share a code. */
    void describeContexts(BitOutput output) {
        int number = classes ? group() : 1;
        codes = new BrotliPrefixCode[number];
        output.write(2, HIGH_BITS_MODE);
        if (number == 1) {
            output.write(1, 0);
            return;
        }
        int bits = 31 - Integer.numberOfLeadingZeros(number - 1);
        output.write(1, 1);
        output.write(3, bits);
        output.write(bits, number - 1);
        int[] uses = new int[number];
        for (int one : classOf) {
            uses[one]++;
        }
        BrotliPrefixCode map = new BrotliPrefixCode(uses);
        output.write(1, 0); // no runs of zeros
        map.describe(output, 32 - Integer.numberOfLeadingZeros(number - 1));
        for (int one : classOf) {
            map.write(output, one);
        }
        output.write(1, 0); // as they are, not moved to front
    }

    /** Joins contexts while that saves bits; their counts end up at the first ones. */
    private int group() {
        int[] members = new int[CONTEXTS];
        double[] costs = new double[CONTEXTS];
        int number = 0;
        for (int i = 0; i < CONTEXTS; i++) {
            classOf[i] = 0;
            double cost = cost(counts[i], null);
            if (cost > 0) {
                members[number] = i;
                costs[number++] = cost;
            }
        }
        if (number <= 1) {
            if (number == 1 && members[0] != 0) {
                System.arraycopy(counts[members[0]], 0, counts[0], 0, SYMBOLS);
            }
            return 1;
        }
        int[][] sums = new int[number][];
        int[] owner = new int[number];
        for (int i = 0; i < number; i++) {
            sums[i] = counts[members[i]].clone();
            owner[i] = i;
        }
        int left = join(sums, costs, owner, number);
        int[] names = new int[number];
        Arrays.fill(names, -1);
        int named = 0;
        for (int i = 0; i < number; i++) {
            int root = owner[i];
            if (names[root] < 0) {
                names[root] = named;
                System.arraycopy(sums[root], 0, counts[named++], 0, SYMBOLS);
            }
            classOf[members[i]] = names[root];
        }
        return left;
    }

    private static int join(int[][] sums, double[] costs, int[] owner, int number) {
        double[][] joined = new double[number][number];
        for (int a = 0; a < number; a++) {
            for (int b = a + 1; b < number; b++) {
                joined[a][b] = cost(sums[a], sums[b]);
            }
        }
        boolean[] gone = new boolean[number];
        int left = number;
        while (left > 1) {
            double best = Double.POSITIVE_INFINITY;
            int first = 0;
            int second = 0;
            for (int a = 0; a < number; a++) {
                for (int b = a + 1; !gone[a] && b < number; b++) {
                    double more = gone[b] ? best : joined[a][b] - costs[a] - costs[b];
                    if (more < best) {
                        best = more;
                        first = a;
                        second = b;
                    }
                }
            }
            if (best > 0 && left <= MOST_CLASSES) {
                break;
            }
            for (int i = 0; i < SYMBOLS; i++) {
                sums[first][i] += sums[second][i];
            }
            costs[first] = joined[first][second];
            gone[second] = true;
            left--;
            for (int i = 0; i < number; i++) {
                if (owner[i] == second) {
                    owner[i] = first;
                }
                if (i != first && !gone[i]) {
                    joined[Math.min(i, first)][Math.max(i, first)] = cost(sums[first], sums[i]);
                }
            }
        }
        return left;
    }

    /** About how many bits literals with these counts take, with their code; 0 for none. */
    private static double cost(int[] one, int @Nullable [] other) {
        int total = 0;
        int symbols = 0;
        double bits = 0;
        for (int i = 0; i < SYMBOLS; i++) {
            int count = other == null ? one[i] : one[i] + other[i];
            if (count > 0) {
                total += count;
                symbols++;
                bits -= count * log2(count);
            }
        }
        return total == 0 ? 0 : bits + total * log2(total) + SYMBOL_COST * symbols + CODE_COST;
    }

    private static double log2(int number) {
        return number < LOGARITHMS.length ? LOGARITHMS[number] : Math.log(number) / Math.log(2);
    }

    // ---- codes

    void describeCodes(BitOutput output) {
        for (int i = 0; i < codes.length; i++) {
            codes[i] = new BrotliPrefixCode(counts[i]);
            codes[i].describe(output, 8);
        }
    }

    void write(BitOutput output, byte[] data, int start, int end) {
        for (int i = start; i < end; i++) {
            codes[classes ? classOf[context(data, i)] : 0].write(output, data[i] & 0xFF);
        }
    }
}
