package dev.jsj.node.compression;

import java.util.Arrays;

/**
 * What a meta-block says: each command inserts literals, then copies from a distance back (RFC
 * 7932, 4 and 5). The last one may only insert.
 */
final class BrotliCommands {
    static final int COMMAND_SYMBOLS = 704;
    static final int DISTANCE_SYMBOLS = 64;
    static final int SHORT_DISTANCES = 16;

    private static final int[] INSERT_BASE = {
        0, 1, 2, 3, 4, 5, 6, 8, 10, 14, 18, 26, 34, 50, 66, 98, 130, 194, 322, 578, 1090, 2114,
        6210, 22594
    };
    private static final int[] INSERT_EXTRA = {
        0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 12, 14, 24
    };
    private static final int[] COPY_BASE = {
        2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 18, 22, 30, 38, 54, 70, 102, 134, 198, 326, 582, 1094,
        2118
    };
    private static final int[] COPY_EXTRA = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 24
    };
    // Where the 64 commands of a pair of insert and copy code ranges begin.
    private static final int[][] CELLS = {{128, 192, 384}, {256, 320, 512}, {448, 576, 640}};
    private static final int WITHOUT_DISTANCE = 128;

    private int[] inserts = new int[1024];
    private int[] copies = new int[1024];
    private int[] distances = new int[1024];
    private int count;

    void clear() {
        count = 0;
    }

    /**
     * @param copy its length; 0 for the end of the meta-block
     * @param distance 0 to 15 for one that is derived from the last ones, else the distance + 15
     */
    void add(int insert, int copy, int distance) {
        if (count == inserts.length) {
            inserts = Arrays.copyOf(inserts, 2 * count);
            copies = Arrays.copyOf(copies, 2 * count);
            distances = Arrays.copyOf(distances, 2 * count);
        }
        inserts[count] = insert;
        copies[count] = copy;
        distances[count++] = distance;
    }

    private static int code(int[] bases, int value) {
        int found = Arrays.binarySearch(bases, value);
        return found >= 0 ? found : -found - 2;
    }

    private int symbol(int index) {
        int insert = code(INSERT_BASE, inserts[index]);
        int copy = copies[index] == 0 ? 0 : code(COPY_BASE, copies[index]);
        int low = (insert & 7) << 3 | copy & 7;
        if (distances[index] == 0 && copies[index] > 0 && insert < 8 && copy < 16) {
            return (copy >> 3) * 64 | low;
        }
        return CELLS[insert >> 3][copy >> 3] + low;
    }

    private static int distanceSymbol(int distance) {
        if (distance < SHORT_DISTANCES) {
            return distance;
        }
        int value = distance - SHORT_DISTANCES + 1 + 3;
        int bits = 30 - Integer.numberOfLeadingZeros(value);
        return SHORT_DISTANCES + 2 * (bits - 1) + (value >> bits & 1);
    }

    private static int distanceBits(int distance) {
        return distance < SHORT_DISTANCES
                ? 0
                : 30 - Integer.numberOfLeadingZeros(distance - SHORT_DISTANCES + 1 + 3);
    }

    private boolean hasDistance(int index, int symbol) {
        return copies[index] > 0 && symbol >= WITHOUT_DISTANCE;
    }

    /** Writes codes and commands. */
    void write(BitOutput output, byte[] data, int start, BrotliLiterals literals) {
        int[] commandCounts = new int[COMMAND_SYMBOLS];
        int[] distanceCounts = new int[DISTANCE_SYMBOLS];
        int[] symbols = new int[count];
        int at = start;
        literals.begin();
        for (int i = 0; i < count; i++) {
            symbols[i] = symbol(i);
            commandCounts[symbols[i]]++;
            literals.count(data, at, at + inserts[i]);
            at += inserts[i] + copies[i];
            if (hasDistance(i, symbols[i])) {
                distanceCounts[distanceSymbol(distances[i])]++;
            }
        }
        BrotliPrefixCode commandCode = new BrotliPrefixCode(commandCounts);
        BrotliPrefixCode distanceCode = new BrotliPrefixCode(distanceCounts);
        output.write(3, 0); // one block type of each kind
        output.write(6, 0); // no postfix, no direct distances
        literals.describeContexts(output);
        output.write(1, 0); // one code for distances
        literals.describeCodes(output);
        commandCode.describe(output, 10);
        distanceCode.describe(output, 6);
        at = start;
        for (int i = 0; i < count; i++) {
            commandCode.write(output, symbols[i]);
            int insert = code(INSERT_BASE, inserts[i]);
            output.write(INSERT_EXTRA[insert], inserts[i] - INSERT_BASE[insert]);
            if (copies[i] > 0) {
                int copy = code(COPY_BASE, copies[i]);
                output.write(COPY_EXTRA[copy], copies[i] - COPY_BASE[copy]);
            }
            literals.write(output, data, at, at + inserts[i]);
            at += inserts[i] + copies[i];
            if (hasDistance(i, symbols[i])) {
                distanceCode.write(output, distanceSymbol(distances[i]));
                int bits = distanceBits(distances[i]);
                output.write(bits, distances[i] - SHORT_DISTANCES + 1 + 3);
            }
        }
    }
}
