package dev.jsj.node.compression;

import java.util.Arrays;

/** Finds what of the data is a copy of earlier data. */
final class BrotliMatches {
    private static final int HASH_BITS = 16;
    private static final int HASHED = 4;
    private static final int LONGEST = 1 << 16;
    private static final int NONE = -1;
    // What a byte that is copied saves and a distance costs, in 1/32 of a bit as experience has it.
    private static final int BYTE_SCORE = 160;
    private static final int DISTANCE_SCORE = 34;
    private static final int LEAST_SCORE = 500;
    private static final int LITERAL_SCORE = 130;
    // The distances near the last ones that have symbols of their own, by symbol.
    private static final int[] WHICH = {0, 1, 2, 3, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    private static final int[] OFFSETS = {0, 0, 0, 0, -1, 1, -2, 2, -3, 3, -1, 1, -2, 2, -3, 3};

    private final int maxDistance;
    private final int chain;
    private final int delays;
    private final int enough;
    private final int[] heads = new int[1 << HASH_BITS];
    private int[] previous = new int[0];
    private int[] last = {4, 11, 15, 16};

    // The match found last.
    private int length;
    private int distance;
    private int score;

    BrotliMatches(int quality, int maxDistance) {
        this.maxDistance = maxDistance;
        chain = quality < 2 ? 4 : quality < 5 ? 4 << quality - 2 : 1 << Math.min(quality, 10);
        delays = quality < 2 ? 0 : quality < 5 ? 1 : 4;
        enough = quality < 5 ? 32 : quality < 9 ? 256 : 2048;
        Arrays.fill(heads, NONE);
    }

    int[] lastDistances() {
        return last.clone();
    }

    void setLastDistances(int[] distances) {
        last = distances;
    }

    /** The first bytes of the data are gone. */
    void drop(int count) {
        for (int i = 0; i < heads.length; i++) {
            heads[i] = Math.max(heads[i] - count, NONE);
        }
        System.arraycopy(previous, count, previous, 0, previous.length - count);
        for (int i = 0; i < previous.length; i++) {
            previous[i] = Math.max(previous[i] - count, NONE);
        }
    }

    /** Says a part of the data in commands. */
    void find(byte[] data, int start, int end, BrotliCommands commands) {
        if (previous.length < data.length) {
            previous = Arrays.copyOf(previous, data.length);
        }
        int literal = start;
        int at = start;
        while (at + HASHED <= end) {
            best(data, at, end);
            insert(data, at, end);
            if (score < LEAST_SCORE) {
                at++;
                continue;
            }
            int foundLength = length;
            int foundDistance = distance;
            for (int i = 0; i < delays && foundLength < enough && at + 1 + HASHED <= end; i++) {
                int foundScore = score;
                best(data, at + 1, end);
                if (score <= foundScore + LITERAL_SCORE) {
                    break;
                }
                at++;
                insert(data, at, end);
                foundLength = length;
                foundDistance = distance;
            }
            commands.add(at - literal, foundLength, symbolOrDistance(foundDistance));
            remember(foundDistance);
            int next = at + foundLength;
            for (int i = at + 1; i < next; i++) {
                insert(data, i, end);
            }
            at = next;
            literal = next;
        }
        for (; at < end; at++) {
            insert(data, at, end);
        }
        if (literal < end) {
            commands.add(end - literal, 0, 0);
        }
    }

    private int symbolOrDistance(int wanted) {
        for (int i = 0; i < BrotliCommands.SHORT_DISTANCES; i++) {
            if (last[WHICH[i]] + OFFSETS[i] == wanted) {
                return i;
            }
        }
        return wanted + BrotliCommands.SHORT_DISTANCES - 1;
    }

    private void remember(int used) {
        if (used != last[0]) {
            System.arraycopy(last, 0, last, 1, last.length - 1);
            last[0] = used;
        }
    }

    private static int hash(byte[] data, int at) {
        int word =
                data[at] & 0xFF
                        | (data[at + 1] & 0xFF) << 8
                        | (data[at + 2] & 0xFF) << 16
                        | data[at + 3] << 24;
        return word * 0x1E35A7BD >>> 32 - HASH_BITS;
    }

    private void insert(byte[] data, int at, int end) {
        if (at + HASHED <= end) {
            int slot = hash(data, at);
            previous[at] = heads[slot];
            heads[slot] = at;
        }
    }

    /** Looks for the match at a place that saves most; the score is 0 if there is none. */
    private void best(byte[] data, int at, int end) {
        score = 0;
        length = 0;
        int most = Math.min(end - at, LONGEST);
        int reach = Math.min(at, maxDistance);
        for (int i = 0; i < BrotliCommands.SHORT_DISTANCES; i++) {
            int candidate = last[WHICH[i]] + OFFSETS[i];
            if (candidate > 0 && candidate <= reach) {
                int cost = i == 0 ? 0 : i < 4 ? 120 : 200;
                consider(data, at, candidate, most, cost);
            }
        }
        int candidate = heads[hash(data, at)];
        for (int i = 0; i < chain && candidate != NONE && length < enough; i++) {
            int back = at - candidate;
            if (back > reach) {
                break;
            }
            if (length == 0 || length < most && data[candidate + length] == data[at + length]) {
                consider(
                        data,
                        at,
                        back,
                        most,
                        200 + DISTANCE_SCORE * (31 - Integer.numberOfLeadingZeros(back)));
            }
            candidate = previous[candidate];
        }
    }

    private void consider(byte[] data, int at, int back, int most, int cost) {
        int from = at - back;
        int same = Arrays.mismatch(data, from, from + most, data, at, at + most);
        if (same < 0) {
            same = most;
        }
        int saved = same * BYTE_SCORE - cost;
        if (same >= 2 && saved > score) {
            score = saved;
            length = same;
            distance = back;
        }
    }
}
